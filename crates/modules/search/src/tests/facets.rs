//! Counts beside the hits, and what was picked from them.
use kernel::Locale;

use crate::{Change, Document, Facet, Hits, Index, Location, Query};

fn index() -> Index {
    let index = Index::open(Location::Ram).unwrap();
    let document = |id: &str, holder: &str, channels: &[&str]| {
        let document = Document::new(id).title(Locale::Lv, format!("Pabalsts {id}")).facet("holder", holder);
        channels.iter().fold(document, |document, channel| document.facet("channel", *channel))
    };
    let documents = [
        document("a", "vsaa", &["web", "desk"]).order(3),
        document("b", "vsaa", &["desk"]).order(2),
        document("c", "nva", &["web"]).order(1),
        Document::new("d").title(Locale::Lv, "Atļauja").facet("holder", "nva").facet("channel", "post").order(0),
    ];
    index.apply(&documents.map(Change::Upsert)).unwrap();
    index
}

fn asked(chosen: &[(&str, &str)]) -> Hits {
    let chosen = chosen.iter().map(|(name, value)| Facet::new(*name, *value)).collect();
    index().search(&Query { chosen, count: true, ..Query::new("pabalsts", 10) }).unwrap()
}

fn count(hits: &Hits, name: &str, value: &str) -> u64 {
    hits.counts.get(&Facet::new(name, value)).copied().unwrap_or_default()
}

#[test]
fn what_matches_is_counted_by_property() {
    let hits = asked(&[]);
    assert_eq!((hits.total, count(&hits, "holder", "vsaa"), count(&hits, "holder", "nva")), (3, 2, 1));
    assert_eq!((count(&hits, "channel", "web"), count(&hits, "channel", "post")), (2, 0));
}

#[test]
fn picking_narrows_the_hits_and_the_other_counts_but_not_those_of_its_own_name() {
    let hits = asked(&[("channel", "desk")]);
    assert_eq!((hits.total, hits.hits.len()), (2, 2));
    assert_eq!((count(&hits, "holder", "vsaa"), count(&hits, "holder", "nva")), (2, 0));
    assert_eq!((count(&hits, "channel", "web"), count(&hits, "channel", "desk")), (2, 2));
}

#[test]
fn one_of_each_name_is_enough() {
    let either = asked(&[("channel", "desk"), ("channel", "web")]);
    assert_eq!(either.total, 3);
    let both = asked(&[("channel", "web"), ("holder", "nva")]);
    assert_eq!(both.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!((count(&both, "holder", "vsaa"), count(&both, "channel", "web")), (1, 1));
    assert_eq!(asked(&[("channel", "post")]).total, 0);
}

#[test]
fn picking_something_that_excludes_all_does_not_loosen_the_words() {
    let hits = asked(&[("holder", "nobody")]);
    assert_eq!((hits.total, hits.relaxed), (0, false));
    assert_eq!(count(&hits, "holder", "vsaa"), 2);
}

#[test]
fn without_words_everything_is_there_in_the_owners_order() {
    let ids = |all| {
        let query = Query { all, count: true, ..Query::new("  ", 3) };
        index().search(&query).unwrap()
    };
    let hits = ids(true);
    assert_eq!(hits.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["d", "c", "b"]);
    assert_eq!((hits.total, hits.more, count(&hits, "holder", "nva")), (4, true, 2));
    assert!(ids(false).hits.is_empty());
}

#[test]
fn a_boost_moves_a_document_up_or_down() {
    let first = |boosts: &[(&str, f32)]| {
        let boosts = boosts.iter().map(|(id, factor)| ((*id).to_owned(), *factor)).collect();
        let hits = index().search(&Query { boosts, ..Query::new("pabalsts", 10) }).unwrap().hits;
        hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(first(&[]), ["c", "b", "a"]);
    assert_eq!(first(&[("a", 2.0), ("missing", 9.0)]), ["a", "c", "b"]);
    assert_eq!(first(&[("c", 0.5)]), ["b", "a", "c"]);
}
