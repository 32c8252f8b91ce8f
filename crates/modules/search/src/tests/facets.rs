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

// req: POR-08
#[test]
fn what_matches_is_counted_by_property() {
    let hits = asked(&[]);
    assert_eq!((hits.total, count(&hits, "holder", "vsaa"), count(&hits, "holder", "nva")), (3, 2, 1));
    assert_eq!((count(&hits, "channel", "web"), count(&hits, "channel", "post")), (2, 0));
}

// req: POR-08
#[test]
fn picking_narrows_the_hits_and_the_other_counts_but_not_those_of_its_own_name() {
    let hits = asked(&[("channel", "desk")]);
    assert_eq!((hits.total, hits.hits.len()), (2, 2));
    assert_eq!((count(&hits, "holder", "vsaa"), count(&hits, "holder", "nva")), (2, 0));
    assert_eq!((count(&hits, "channel", "web"), count(&hits, "channel", "desk")), (2, 2));
}

// req: POR-08
#[test]
fn one_of_each_name_is_enough() {
    let either = asked(&[("channel", "desk"), ("channel", "web")]);
    assert_eq!(either.total, 3);
    let both = asked(&[("channel", "web"), ("holder", "nva")]);
    assert_eq!(both.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!((count(&both, "holder", "vsaa"), count(&both, "channel", "web")), (1, 1));
    assert_eq!(asked(&[("channel", "post")]).total, 0);
}

// req: POR-08
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

// req: UNI-03
#[test]
fn what_shares_a_property_is_one_hit_and_counts_once() {
    let index = Index::open(Location::Ram).unwrap();
    let member = |id: &str, family: Option<&str>, place: &str| {
        let document = Document::new(id).title(Locale::Lv, "Pabalsts").facet("place", place).facet("channel", "desk");
        family.into_iter().fold(document, |document, family| document.facet("family", family))
    };
    let put = |documents: Vec<Document>| index.apply(&documents.into_iter().map(Change::Upsert).collect::<Vec<_>>());
    // In two segments, so that the halves of a family must meet.
    put(vec![member("a", Some("v1"), "riga").order(1), member("b", Some("v1"), "ogre").order(2)]).unwrap();
    put(vec![
        member("c", Some("v1"), "riga").order(3),
        member("d", Some("v2"), "ogre").order(4),
        member("e", None, "ogre").order(5),
    ])
    .unwrap();
    let ask = |once: Option<&str>, chosen: Vec<Facet>, offset| {
        let once = once.map(str::to_owned);
        index.search(&Query { once, chosen, offset, count: true, ..Query::new("pabalsts", 2) }).unwrap()
    };
    let ids = |hits: &Hits| hits.hits.iter().map(|hit| hit.id.clone()).collect::<Vec<_>>().join(" ");
    let all = ask(None, Vec::new(), 0);
    assert_eq!((all.total, count(&all, "place", "riga"), count(&all, "place", "ogre")), (5, 2, 3));
    let once = ask(Some("family"), Vec::new(), 0);
    assert_eq!((once.total, once.more, ids(&once).as_str()), (3, true, "a d"));
    assert_eq!(ids(&ask(Some("family"), Vec::new(), 2)), "e");
    assert_eq!(
        (count(&once, "place", "riga"), count(&once, "place", "ogre"), count(&once, "channel", "desk")),
        (1, 3, 3)
    );
    // Its best member is the best of those that have what was chosen; the counts show what else could be.
    let ogre = ask(Some("family"), vec![Facet::new("place", "ogre")], 0);
    assert_eq!((ogre.total, ids(&ogre).as_str(), count(&ogre, "place", "riga")), (3, "b d", 1));
    let nowhere = ask(Some("family"), vec![Facet::new("place", "nowhere")], 0);
    assert_eq!((nowhere.total, count(&nowhere, "place", "ogre"), count(&nowhere, "channel", "desk")), (0, 3, 0));
}
