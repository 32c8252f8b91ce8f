//! `/work/acts`: the acts, and the form for one of them.

use crate::parts::Asked;
use catalogue::ActLine;
use kernel::Result;
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// So many acts are shown at once; the box above finds the others.
const SHOWN: usize = 100;

/// Context of `work/acts/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ActsPage {
    /// Which acts are shown: those with this text.
    pub(super) find: String,
    pub(super) acts: Vec<Line>,
    /// How many more there are than are shown.
    pub(super) more: usize,
    pub(super) typed: TypedAct,
    pub(super) errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) number: String,
    pub(super) title: String,
    /// The act at likumi.lv.
    pub(super) href: String,
    pub(super) successor: String,
    /// The page of what stands in its place.
    pub(super) link: String,
    pub(super) revision: i64,
    pub(super) change: String,
    pub(super) remove: String,
}

/// What was typed into the form of an act.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedAct {
    /// The number of the act that is changed; empty for a new one.
    pub(super) number: String,
    pub(super) revision: i64,
    pub(super) act: String,
    pub(super) title: String,
    pub(super) successor: String,
    pub(super) link: String,
}

/// The page.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    visit.render(&ActsPage::read(&visit, &tx, &Fields(asked)).await?)
}

impl ActsPage {
    /// Reads the acts and fills the form with the one that is to be changed.
    pub async fn read(visit: &Visit, tx: &Read, asked: &Fields) -> Result<Self> {
        let (find, edit) = (asked.text("find").to_owned(), asked.text("edit"));
        let known = catalogue::repealed_acts(tx).await?;
        let typed = known.iter().find(|line| line.act.number.to_string() == edit).map(typed).unwrap_or_default();
        let mut acts: Vec<Line> = known.into_iter().map(|known| line(visit, known)).collect();
        let wanted = find.to_lowercase();
        acts.retain(|line| {
            [&line.number, &line.title, &line.successor].into_iter().any(|text| text.to_lowercase().contains(&wanted))
        });
        let more = acts.len().saturating_sub(SHOWN);
        acts.truncate(SHOWN);
        Ok(Self { find, acts, more, typed, errors: FormErrors::none() })
    }
}

fn typed(line: &ActLine) -> TypedAct {
    TypedAct {
        number: line.act.number.to_string(),
        revision: line.revision,
        act: line.act.number.to_string(),
        title: line.act.title.clone(),
        successor: line.act.successor.clone(),
        link: line.act.link.clone(),
    }
}

fn line(visit: &Visit, line: ActLine) -> Line {
    let number = line.act.number;
    Line {
        href: format!("https://likumi.lv/ta/id/{number}"),
        title: line.act.title,
        successor: line.act.successor,
        link: line.act.link,
        revision: line.revision,
        change: visit.url(&format!("/work/acts?edit={number}#act")),
        remove: visit.url(&format!("/work/acts/{number}/remove")),
        number: number.to_string(),
    }
}
