//! All ways to browse.

use catalogue::CategoryKind;
use kernel::{Channel, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Template, Visit};

use super::values::Value;
use crate::home::{Tile, themes};
use crate::own::Own;

/// Context of `browse/index.html`.
#[derive(Debug, Serialize)]
pub(crate) struct IndexPage {
    place: Option<String>,
    themes: Vec<Tile>,
    channels: Vec<Value>,
    clients: Vec<Value>,
}

/// `GET /browse`
pub(crate) async fn index(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let own = Own::of(&tx, &visit).await?;
    visit.render(&IndexPage {
        place: own.municipality.as_ref().map(|one| one.name.get(visit.locale()).to_owned()),
        themes: themes(&tx, &visit, &own).await?,
        channels: channels(&tx, &visit, &own).await?,
        clients: clients(&visit),
    })
}

/// The channels in which something can be requested.
async fn channels(tx: &Read, visit: &Visit, own: &Own) -> Result<Vec<Value>> {
    let counts = catalogue::category_counts(tx, CategoryKind::Channel).await?;
    let value = |channel: &Channel| {
        let count = counts.iter().find(|count| count.value == channel.as_str())?.services;
        Some(Value {
            href: visit.url(&format!("/browse/channel/{channel}")),
            name: visit.text(&format!("channel-{channel}")),
            count: own.counted(count),
        })
    };
    Ok(Channel::ALL.iter().filter_map(value).collect())
}

fn clients(visit: &Visit) -> Vec<Value> {
    let value = |word: &str| Value {
        href: visit.url(&format!("/browse/clients/{word}")),
        name: visit.text(&format!("browse-clients-{word}")),
        count: None,
    };
    let limited = visit.caller().remit.codes().map(|_| value("assigned"));
    limited.into_iter().chain([value("person"), value("company")]).collect()
}

impl Template for IndexPage {
    const NAME: &'static str = "citizen/browse/index.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let value = |name: &str, count| Value { href: format!("/{locale}/browse/x/y"), name: name.to_owned(), count };
        let tile = Tile {
            href: format!("/{locale}/browse/theme/10"),
            icon: "users",
            name: "Ģimene un sociālā palīdzība".to_owned(),
            text: "Pabalsti, pensijas".to_owned(),
            count: Some(2),
        };
        let full = Self {
            place: Some("Cēsu novada pašvaldība".to_owned()),
            themes: vec![tile],
            channels: vec![value("Internetā", Some(21)), value("Pa pastu", None)],
            clients: vec![value("Uzņēmumiem", None)],
        };
        vec![full, Self { place: None, themes: Vec::new(), channels: Vec::new(), clients: vec![value("Visiem", None)] }]
    }
}
