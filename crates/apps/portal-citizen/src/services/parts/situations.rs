//! The life situations a service belongs to (CAT-31), and the further languages its description can be read in.

use catalogue::Service;
use kernel::{Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

use crate::names::Link;
use crate::spoken::{self, Language, languages};

/// What `_situations.html` shows.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Extra {
    situations: Vec<Link>,
    languages: Vec<Language>,
}

/// For one service.
pub(crate) async fn extra(tx: &Read, visit: &Visit, service: &Service) -> Result<Extra> {
    let lines = catalogue::situations_of_service(tx, &service.code).await?;
    let link = |line: catalogue::SituationLine| Link {
        href: visit.url(&format!("/life/{}", line.slug)),
        name: line.title.get(visit.locale()).to_owned(),
    };
    let told: Vec<String> = lines.iter().map(catalogue::SituationLine::word).collect();
    let others = service.description.life_events.iter().filter(|word| !told.contains(word));
    let others: Vec<Link> = others.filter_map(|word| life_event(visit, word)).collect();
    Ok(Extra {
        situations: lines.into_iter().map(link).chain(others).collect(),
        languages: languages(tx, visit, service.name(), &format!("/services/{}", service.code)).await?,
    })
}

/// The way to the services of a life situation whose own page does not name this one.
fn life_event(visit: &Visit, word: &str) -> Option<Link> {
    let key = format!("life-event-{word}");
    let known = visit.state().templates().catalog().has(visit.locale(), &key);
    let href = visit.url(&format!("/services?life={}", web_kit::percent(word)));
    known.then(|| Link { href, name: visit.text(&key) })
}

impl Extra {
    /// An invented one.
    pub(crate) fn sample(locale: Locale) -> Self {
        let link = Link { href: format!("/{locale}/life/childbirth"), name: "Bērna piedzimšana".to_owned() };
        Self { situations: vec![link], languages: spoken::samples(locale).0 }
    }
}
