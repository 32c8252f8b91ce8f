//! What is found, in which order.
use std::sync::Arc;

use kernel::Locale;

use crate::{Change, Document, Facet, Hits, Index, Location, Query, Suggestion, Synonym, Synonyms, Typed};

fn index() -> Index {
    let index = Index::open(Location::Ram).unwrap();
    let documents = [
        Document::new("birth")
            .code("P.11")
            .title(Locale::Lv, "Bērna piedzimšanas pabalsts")
            .title(Locale::En, "Childbirth benefit")
            .keyword("jaundzimušais, bērniņš")
            .body("Vienreizējs pabalsts ģimenei")
            .facet("state", "open"),
        Document::new("funeral")
            .code("P.08")
            .title(Locale::Lv, "Apbedīšanas pabalsts")
            .title(Locale::En, "Funeral benefit")
            .body("Pabalsts cilvēkam, kurš uzņemas apbedīšanu; arī bērna apbedīšanu")
            .facet("state", "closed"),
        Document::new("marks")
            .title(Locale::Lv, "Kāzu reģistrācija")
            .title(Locale::En, "Registration of marriage")
            .facet("state", "open"),
        Document::new("goat").title(Locale::Lv, "Kazu reģistrācija").title(Locale::En, "Registration of goats"),
    ];
    index.apply(&documents.map(Change::Upsert)).unwrap();
    index
}

fn ask(index: &Index, text: &str, facets: Vec<Facet>, limit: usize, offset: usize) -> Hits {
    index.search(&Query { facets, offset, ..Query::new(text, limit) }).unwrap()
}

fn ids(text: &str) -> Vec<String> {
    ask(&index(), text, vec![], 10, 0).hits.into_iter().map(|hit| hit.id).collect()
}

// req: POR-15
#[test]
fn endings_and_marks_do_not_matter() {
    for text in ["bērna pabalsts", "pabalsti bērniem", "PABALSTS BERNAM", "berni pabalsta"] {
        assert_eq!(ids(text).first().map(String::as_str), Some("birth"), "{text}");
    }
    assert_eq!(ids("apbedisana"), ["funeral"]);
}

// req: POR-15
#[test]
fn marks_decide_between_words_that_differ_only_in_them() {
    assert_eq!(ids("kāzas").first().map(String::as_str), Some("marks"));
    assert_eq!(ids("kazas").first().map(String::as_str), Some("goat"));
}

#[test]
fn of_a_long_text_the_beginning_is_looked_for() {
    assert_eq!(Query::new("ā".repeat(60_000), 10).text.chars().count(), 200);
    assert_eq!(Query::new("ā".repeat(200), 10).text, "ā".repeat(200));
}

// req: POR-15
#[test]
fn an_unfinished_last_word_is_enough() {
    assert_eq!(ids("jaundz"), ["birth"]);
    assert_eq!(ids("pabalsts apbedī"), ["funeral"]);
    assert_eq!(ids("registration of goa"), ["goat"]);
}

// req: POR-15
#[test]
fn one_typing_error_is_forgiven_and_said() {
    let index = index();
    let hits = ask(&index, "apbetīšanas pabalsts", vec![], 10, 0);
    assert_eq!(hits.hits[0].id, "funeral");
    assert!(hits.relaxed);
    assert!(!ask(&index, "apbedīšanas pabalsts", vec![], 10, 0).relaxed);
    // Four letters or fewer must be right.
    assert!(ask(&index, "gaot", vec![], 10, 0).hits.is_empty());
}

// req: POR-15
#[test]
fn a_missing_word_is_forgiven_last() {
    let hits = ask(&index(), "funeral zebra", vec![], 10, 0);
    assert_eq!(hits.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["funeral"]);
    assert!(hits.relaxed);
}

// req: POR-15
#[test]
fn a_stem_of_three_letters_holds_no_typing_error_and_neither_does_a_word_with_synonyms() {
    let index = Index::open(Location::Ram).unwrap();
    let titles = [("grave", "Kapu kopšana"), ("card", "Kartes noformēšana")];
    let documents = titles.iter().map(|(id, title)| Change::Upsert(Document::new(*id).title(Locale::Lv, *title)));
    index.apply(&documents.collect::<Vec<_>>()).unwrap();
    assert_eq!(ask(&index, "kāzas", vec![], 10, 0), Hits::default(), "one letter from the stem of a grave");
    assert_eq!(ask(&index, "kurtes", vec![], 10, 0).hits[0].id, "card");
    let rule = Synonym { words: vec!["kurtes".into()], means: vec!["suņi".into()], two_way: false };
    let synonyms = Some(Arc::new(Synonyms::new(&[rule])));
    assert_eq!(index.search(&Query { synonyms, ..Query::new("kurtes", 10) }).unwrap(), Hits::default());
}

// req: POR-14, POR-15
#[test]
fn what_any_of_the_words_names_may_be_asked_for() {
    let index = index();
    let ask = |text: &str| {
        let hits = index.search(&Query { named: true, ..Query::new(text, 10) }).unwrap();
        assert!(hits.relaxed || hits.hits.is_empty(), "{text}");
        hits.hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(ask("mums zebra apbedīšana"), ["funeral"]);
    assert_eq!(ask("bērniņu gaidot"), ["birth"], "a keyword names it too");
    assert!(ask("vienreizējs zebra").is_empty(), "running text only mentions");
    assert!(ask("apbetīšana").is_empty() && ask("apbedī").is_empty(), "only words as they are");
}

#[test]
fn a_code_finds_its_thing_first() {
    assert_eq!(ids("P.08").first().map(String::as_str), Some("funeral"));
    assert_eq!(ids("p.11").first().map(String::as_str), Some("birth"));
}

#[test]
fn facets_are_demanded() {
    let hits = ask(&index(), "pabalsts", vec![Facet::new("state", "closed")], 10, 0);
    assert_eq!(hits.hits.len(), 1);
    assert_eq!(hits.hits[0].id, "funeral");
}

#[test]
fn pages_follow_each_other_without_overlap() {
    let index = index();
    let first = ask(&index, "pabalsts", vec![], 1, 0);
    let second = ask(&index, "pabalsts", vec![], 1, 1);
    assert!(first.more && !second.more);
    assert_ne!(first.hits[0].id, second.hits[0].id);
    assert!(ask(&index, "pabalsts", vec![], 1, 2).hits.is_empty());
}

#[test]
fn nothing_to_search_finds_nothing() {
    for text in ["", "   ", "?!.,"] {
        assert!(ids(text).is_empty(), "{text:?}");
        let everything = index().search(&Query { all: true, ..Query::new(text, 10) }).unwrap();
        assert_eq!((everything.hits.len(), everything.relaxed), (4, false), "{text:?}");
    }
    let endless = index().search(&Query { all: true, ..Query::new("x".repeat(200), 10) }).unwrap();
    assert_eq!(endless, Hits::default(), "what is too long to be a word is in nothing");
}

fn typed(index: &Index, text: &str, locale: Locale) -> Vec<Suggestion> {
    index.suggest(&Typed { text: text.into(), locale, limit: 5, ..Typed::default() }).unwrap()
}

// req: POR-15
#[test]
fn suggestions_are_titles_in_the_readers_language() {
    let index = index();
    assert_eq!(typed(&index, "apbed", Locale::Lv)[0].title, "Apbedīšanas pabalsts");
    assert_eq!(typed(&index, "apbed", Locale::En)[0].title, "Funeral benefit");
    assert!(typed(&index, "", Locale::Lv).is_empty());
}

// req: POR-15
#[test]
fn a_title_that_begins_with_what_was_typed_is_suggested_first_and_each_title_once() {
    let index = Index::open(Location::Ram).unwrap();
    let titles = ["Atļauja būvēt", "Būvatļauja", "Būvniecības ieceres saskaņošana un atļauja būvēt", "Būvatļauja"];
    let documents = titles
        .iter()
        .zip(0_u64..)
        .map(|(title, place)| Change::Upsert(Document::new(place.to_string()).order(place).title(Locale::Lv, *title)));
    index.apply(&documents.collect::<Vec<_>>()).unwrap();
    let found: Vec<String> = typed(&index, "buv", Locale::Lv).into_iter().map(|s| s.title).collect();
    assert_eq!(found, ["Būvatļauja", "Būvniecības ieceres saskaņošana un atļauja būvēt", "Atļauja būvēt"]);
    assert_eq!(typed(&index, "bvuatlajua", Locale::Lv).len(), 0, "two errors are too many");
    assert_eq!(typed(&index, "buvatlajua", Locale::Lv)[0].title, "Būvatļauja");
}

// req: POR-15
#[test]
fn a_thing_is_suggested_and_found_by_its_abbreviation_and_shown_by_its_title() {
    let index = Index::open(Location::Ram).unwrap();
    let agency = Document::new("agency").title(Locale::Lv, "Nodarbinātības valsts aģentūra").other_name("NVA");
    let other = Document::new("other").title(Locale::Lv, "Valsts aģentūra");
    index.apply(&[Change::Upsert(agency), Change::Upsert(other)]).unwrap();
    for text in ["nv", "NVA"] {
        let found: Vec<String> = typed(&index, text, Locale::Lv).into_iter().map(|s| s.title).collect();
        assert_eq!(found, ["Nodarbinātības valsts aģentūra"], "{text}");
    }
    assert_eq!(index.search(&Query::new("nva", 5)).unwrap().hits[0].id, "agency");
}

// req: POR-15
#[test]
fn suggestions_have_every_word_and_show_of_a_family_one_and_nothing_that_is_gone() {
    let index = Index::open(Location::Ram).unwrap();
    let town = |place: u64| {
        let state = if place == 3 { "closed" } else { "open" };
        let document = Document::new(format!("town-{place}")).order(place).facet("state", state).facet("family", "lot");
        Change::Upsert(document.title(Locale::Lv, format!("Kapavietas piešķiršana {place}")))
    };
    let alone = ["Kapavietas uzturēšana un kopšana", "Dāvanu karte", "Zemes piešķiršana kapavietai un citiem mērķiem"];
    let alone = alone.iter().zip(50_u64..).map(|(title, place)| {
        Change::Upsert(Document::new(*title).order(place).facet("state", "open").title(Locale::Lv, *title))
    });
    index.apply(&(1..=40).rev().map(town).chain(alone).collect::<Vec<_>>()).unwrap();
    // Another segment, and a document that is no longer there.
    index.apply(&[Change::Remove("town-1".into()), Change::Remove("town-2".into())]).unwrap();
    let ask = |text: &str| {
        let facets = vec![Facet::new("state", "open")];
        let once = Some("family".to_owned());
        let typed = Typed { text: text.into(), facets, once, limit: 5, ..Typed::default() };
        index.suggest(&typed).unwrap().into_iter().map(|found| found.id).collect::<Vec<_>>()
    };
    let gift = "Zemes piešķiršana kapavietai un citiem mērķiem";
    assert_eq!(ask("kapav"), ["town-4", "Kapavietas uzturēšana un kopšana", gift]);
    assert_eq!(ask("pieš kap"), ["town-4", gift]);
    assert_eq!(ask("kap dāv"), [""; 0], "no title has both");
    assert_eq!(ask("kapav u"), ask("kapav"), "one letter of the next word takes nothing away");
    assert_eq!(ask("kapavietas uz"), ["Kapavietas uzturēšana un kopšana"], "a preposition may be a beginning");
    assert_eq!(ask("kapavietas par"), ask("kapavietas"), "and need not be one");
    assert_eq!(ask("k"), [""; 0], "one letter alone says nothing");
}
