//! The register as open data.
mod dcat;
mod dumps;
mod elements;
mod gate;
mod payments;
mod places;
mod services;
mod sheets;
mod table_lists;
mod tables;

use crate::{OpenData, OpenDataSettings};
use catalogue::install_pilot_register;
use kernel::Caller;
use oxjsonld::JsonLdParser;
use oxrdf::Triple;
use oxttl::TurtleParser;
use std::collections::BTreeSet;
use test_support::TestDb;

/// A database with the reference institutions and the pilot services.
async fn db() -> TestDb {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    db
}

fn open() -> OpenData {
    let settings = OpenDataSettings {
        base_url: "https://durvis.example".to_owned(),
        licence: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        publisher: "Paraugs".to_owned(),
        email: "dati@example.lv".to_owned(),
    };
    OpenData::new(settings, i18n::Catalog::load().unwrap())
}

fn from_turtle(text: &[u8]) -> BTreeSet<String> {
    let triples: Result<Vec<Triple>, _> = TurtleParser::new().for_slice(text).collect();
    triples.unwrap().iter().map(ToString::to_string).collect()
}

fn from_json_ld(text: &[u8]) -> BTreeSet<String> {
    let quads: Result<Vec<_>, _> = JsonLdParser::new().for_slice(text).collect();
    quads.unwrap().into_iter().map(|quad| Triple::from(quad).to_string()).collect()
}
