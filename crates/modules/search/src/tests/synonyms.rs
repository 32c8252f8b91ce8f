//! Other words for what people type.
use std::sync::Arc;

use kernel::Locale;

use crate::{Change, Document, Index, Location, Query, Synonym, Synonyms, Typed};

fn rule(words: &[&str], means: &[&str], two_way: bool) -> Synonym {
    let owned = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    Synonym { words: owned(words), means: owned(means), two_way }
}

fn rules() -> Arc<Synonyms> {
    Arc::new(Synonyms::new(&[
        rule(&["bērnudārzs", "dārziņš"], &["pirmsskolas izglītības iestāde"], true),
        rule(&["māja"], &["nekustamais īpašums"], false),
        rule(&["nauda bērnam"], &["ģimenes valsts pabalsts"], false),
        rule(&["bez naudas"], &["ģimenes valsts pabalsts"], false),
    ]))
}

fn index() -> Index {
    let index = Index::open(Location::Ram).unwrap();
    let titles = [
        ("school", "Bērna reģistrēšana pirmsskolas izglītības iestādē"),
        ("garden", "Bērnudārza grupas maksa"),
        ("land", "Nekustamā īpašuma nodoklis"),
        ("house", "Mājas grāmata"),
        ("family", "Ģimenes valsts pabalsts"),
        ("money", "Nauda ceļam"),
    ];
    let documents = titles.iter().map(|(id, title)| Change::Upsert(Document::new(*id).title(Locale::Lv, *title)));
    index.apply(&documents.collect::<Vec<_>>()).unwrap();
    index
}

fn found(text: &str, synonyms: Option<Arc<Synonyms>>) -> Vec<String> {
    let hits = index().search(&Query { synonyms, ..Query::new(text, 10) }).unwrap().hits;
    hits.into_iter().map(|hit| hit.id).collect()
}

// req: POR-15
#[test]
fn a_rule_finds_what_is_called_otherwise_and_the_word_itself_comes_first() {
    assert_eq!(found("bērnudārzs", None), ["garden"]);
    assert_eq!(found("bērnudārzs", Some(rules())), ["garden", "school"]);
    assert_eq!(found("bernudarza", Some(rules())), ["garden", "school"]);
}

// req: POR-15
#[test]
fn a_two_way_rule_works_from_every_side_a_one_way_rule_from_one() {
    assert_eq!(found("dārziņš", Some(rules())), ["garden", "school"]);
    assert_eq!(found("pirmsskolas izglītības iestāde", Some(rules())), ["school", "garden"]);
    assert_eq!(found("māja", Some(rules())), ["house", "land"]);
    assert_eq!(found("nekustamais īpašums", Some(rules())), ["land"]);
}

// req: POR-15
#[test]
fn phrases_are_found_inside_a_longer_question() {
    assert_eq!(found("nauda bērnam", Some(rules())), ["family"]);
    assert_eq!(found("nauda", Some(rules())), ["money"]);
    assert_eq!(found("reģistrēšana dārziņā", Some(rules())), ["school"]);
}

// req: POR-15
#[test]
fn a_typing_error_in_a_word_with_synonyms_is_forgiven() {
    assert!(found("dārzinņiš", Some(rules())).is_empty(), "two errors are too many");
    assert_eq!(found("dārzniņš", Some(rules())), ["garden", "school"]);
}

// req: POR-15
#[test]
fn suggestions_know_other_words_too() {
    let typed =
        Typed { text: "māju".into(), locale: Locale::Lv, synonyms: Some(rules()), limit: 5, ..Typed::default() };
    let titles = |typed: &Typed| index().suggest(typed).unwrap().into_iter().map(|s| s.id).collect::<Vec<_>>();
    assert_eq!(titles(&typed), ["house", "land"]);
    assert!(titles(&Typed { synonyms: None, text: "dārziņi".into(), ..typed.clone() }).is_empty());
    assert!(titles(&Typed { begun: true, text: "dārziņi".into(), ..typed.clone() }).is_empty(), "no title begins so");
    assert_eq!(titles(&Typed { text: "dārziņi".into(), ..typed }), ["garden", "school"]);
}

#[test]
fn rules_without_words_and_those_that_say_nothing_new_do_nothing() {
    let synonyms = Synonyms::new(&[rule(&["", " - "], &["x"], false), rule(&["māja"], &["mājas"], true)]);
    assert_eq!(synonyms.len(), 1);
    assert_eq!(found("māja", Some(Arc::new(synonyms))), ["house"]);
    assert!(Synonyms::new(&[]).is_empty());
}

#[test]
fn a_word_that_says_nothing_alone_decides_in_a_phrase() {
    assert_eq!(found("esmu bez naudas", Some(rules())), ["money", "family"]);
    assert_eq!(found("par naudu", Some(rules())), ["money"]);
    assert_eq!(found("bez", Some(rules())), Vec::<String>::new());
}

// req: POR-15
#[test]
fn the_words_of_a_phrase_may_stand_in_any_order_and_around_words_that_say_nothing() {
    assert_eq!(found("bērnam nauda", Some(rules())), ["family"]);
    assert_eq!(found("naudu savam bērnam", Some(rules())), ["family"]);
    assert_eq!(found("naudas man bez", Some(rules())), ["money"], "a silent word at the end is no part of a phrase");
    let both =
        Synonyms::new(&[rule(&["miris tēvs"], &["apbedīšana"], false), rule(&["tēvs"], &["paternitāte"], false)]);
    let index = Index::open(Location::Ram).unwrap();
    let titles = [("funeral", "Apbedīšanas pabalsts"), ("father", "Paternitātes pabalsts")];
    let documents = titles.iter().map(|(id, title)| Change::Upsert(Document::new(*id).title(Locale::Lv, *title)));
    index.apply(&documents.collect::<Vec<_>>()).unwrap();
    let hits = index.search(&Query { synonyms: Some(Arc::new(both)), ..Query::new("tēvs ir miris", 10) }).unwrap();
    assert_eq!(hits.hits.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["funeral"]);
    assert!(!hits.relaxed, "what the phrase means was found, and not something similar");
}

// req: POR-15
#[test]
fn the_words_of_a_sentence_do_not_count_where_they_stand_apart_in_a_text_about_something_else() {
    let means = ["pases izsniegšana"];
    let synonyms = Arc::new(Synonyms::new(&[
        rule(&["lost my passport", "lost passport"], &means, false),
        rule(&["lost job"], &["bezdarbnieks"], false),
        rule(&["travel paper"], &["ceļošanas dokuments"], true),
    ]));
    let unemployed = Document::new("unemployed").title(Locale::Lv, "Bezdarbnieka statuss").keyword("lost job");
    let unemployed =
        unemployed.body("If you have lost your job, come with your passport, the paper that you travel with");
    let passport = Document::new("passport").title(Locale::Lv, "Pases izsniegšana").body("Ja pase nozaudēta");
    let copy = Document::new("copy").title(Locale::Lv, "Pases kopija").body("A copy of a passport, also of a lost one");
    let training = Document::new("training").title(Locale::Lv, "Bezdarbnieku apmācība").body("For who lost a job");
    let index = |documents: &[&Document]| {
        let index = Index::open(Location::Ram).unwrap();
        index.apply(&documents.iter().map(|one| Change::Upsert((*one).clone())).collect::<Vec<_>>()).unwrap();
        index
    };
    let ask = |index: &Index, text: &str| {
        let query = Query { synonyms: Some(Arc::clone(&synonyms)), ..Query::new(text, 10) };
        let hits = index.search(&query).unwrap();
        assert!(!hits.relaxed, "{text}");
        hits.hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    let all = index(&[&unemployed, &passport, &copy, &training]);
    for text in ["I lost my passport", "lost passport", "my passport is lost"] {
        assert_eq!(ask(&all, text), ["passport", "copy"], "{text}: what the sentence means names both");
        assert!(ask(&index(&[&unemployed]), text).is_empty(), "{text}: rather nothing than something else");
    }
    assert_eq!(ask(&all, "I lost my job"), ["unemployed", "training"]);
    assert_eq!(ask(&all, "travel paper"), ["unemployed"], "a name that has another one is found in any text");
}
