//! `/services/{code}/versions/compare?from=1&to=2`: what differs between two published versions, word by word.

use axum::extract::{Path, Query};
use catalogue::{VersionLine, VersionState, service_version};
use kernel::{Error, Locale};
use serde::{Deserialize, Serialize};
use service_words::{Change, PieceView};
use web_kit::{Answer, Template, Visit};

/// Context of `services/compare.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ComparePage {
    name: String,
    href: String,
    from: i32,
    to: i32,
    /// The numbers there are to choose from, newest first.
    numbers: Vec<i32>,
    changes: Vec<Change>,
}

/// `?from=` and `?to=`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// `GET /services/{code}/versions/compare`
pub(crate) async fn compare(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let number = |text: &str| text.trim().parse::<i32>().map_err(|_| Error::not_found("service-version"));
    let (from, to) = (number(&asked.from)?, number(&asked.to)?);
    let tx = visit.read().await?;
    let (before, after) = (service_version(&tx, &code, from).await?, service_version(&tx, &code, to).await?);
    let lines = catalogue::versions(&tx, &code).await?;
    // What waits for its day is offered to nobody, but stands here for those who came to compare it.
    let asked = |line: &&VersionLine| line.state == VersionState::Published || [from, to].contains(&line.version);
    let offered = lines.iter().filter(asked);
    let found = catalogue::compare(&before.description, &after.description)?;
    visit.render(&ComparePage {
        name: after.description.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/services/{code}")),
        from,
        to,
        numbers: offered.map(|line| line.version).collect(),
        changes: service_words::changes(&tx, &visit, &found).await?,
    })
}

impl Template for ComparePage {
    const NAME: &'static str = "citizen/services/compare.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let piece = |kind: &'static str, text: &str| PieceView { kind, text: text.to_owned() };
        let change = Change {
            label: "Īss apraksts".to_owned(),
            lang: Some("lv".to_owned()),
            pieces: vec![piece("kept", "Izmaksā "), piece("removed", "desmit"), piece("added", "piecās <darba>")],
        };
        let page = Self {
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            href: format!("/{locale}/services/1001"),
            from: 1,
            to: 2,
            numbers: vec![2, 1],
            changes: vec![change],
        };
        vec![page.clone(), Self { changes: Vec::new(), ..page }]
    }
}
