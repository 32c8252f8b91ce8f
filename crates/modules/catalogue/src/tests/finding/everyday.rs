//! Everyday words on what the demonstration holds: what they lead to, and what they must not.

use crate::tests::db;
use crate::{
    Chosen, FindServices, FoundServices, SearchIndex, ServiceState, find_services, install_demo_services,
    install_search_rules, install_template_services,
};
use kernel::{Caller, PageRequest};
use search::Location;
use test_support::TestDb;

/// The services of the demonstration with the starting synonyms.
async fn house() -> (TestDb, SearchIndex) {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_search_rules(&mut tx).await.unwrap();
    install_template_services(&mut tx).await.unwrap();
    install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    (db, index)
}

async fn find(db: &TestDb, index: &SearchIndex, words: &str) -> FoundServices {
    let find = FindServices {
        words: words.to_owned(),
        states: vec![ServiceState::Open, ServiceState::Closed],
        chosen: Chosen::default(),
        page: PageRequest::first(10),
    };
    find_services(&db.reading(&Caller::anonymous()).await, index, &find).await.unwrap()
}

/// Latvian names of what was found, in its order.
fn names(found: &FoundServices) -> Vec<&str> {
    found.page.items.iter().map(|item| item.name.lv.as_str()).collect()
}

// req: POR-15
#[tokio::test]
async fn a_word_with_many_meanings_does_not_lead_back_from_the_one_that_is_asked_for() {
    let (db, index) = house().await;
    for words in ["vadītāja apliecība", "autovadītāja apliecība"] {
        let found = find(&db, &index, words).await;
        assert!(found.total == 0 || found.relaxed, "{words}: {:?}", names(&found));
    }
    let found = find(&db, &index, "paternitāte").await;
    assert_eq!((names(&found), found.relaxed), (vec!["Paternitātes pabalsts"], false));
    assert_eq!(names(&find(&db, &index, "tētis").await).first(), Some(&"Paternitātes pabalsts"));
}

/// Sentences, and the name that comes first; none where the catalogue of the demonstration has nothing for it.
const SENTENCES: &[(&str, Option<&str>)] = &[
    ("nomira tēvs", Some("Apbedīšanas pabalsts")),
    ("miris tēvs", Some("Apbedīšanas pabalsts")),
    ("tēvs ir nomiris", Some("Apbedīšanas pabalsts")),
    ("nomirusi mamma", Some("Apbedīšanas pabalsts")),
    ("man ir miris vīrs", Some("Vienreizējs pabalsts mirušā pensionāra laulātajam")),
    ("gaidu bērnu", Some("Bērna piedzimšanas pabalsts")),
    ("zaudēju darbu", Some("Bezdarbnieka statusa piešķiršana")),
    ("pazaudēju savu darbu", Some("Bezdarbnieka statusa piešķiršana")),
    ("esmu saslimis", Some("Slimības pabalsts")),
    ("atgriežos Latvijā", None),
    ("dibinu uzņēmumu", None),
    ("gribu sākt biznesu", None),
    ("pārceļos uz Vāciju", None),
    ("braucu uz ārzemēm", None),
    ("kāzas", None),
    ("nomirst tēvs", Some("Apbedīšanas pabalsts")),
    ("my father died", Some("Apbedīšanas pabalsts")),
    ("my husband died", Some("Vienreizējs pabalsts mirušā pensionāra laulātajam")),
    ("I am pregnant", Some("Maternitātes pabalsts")),
    ("had a baby", Some("Bērna piedzimšanas pabalsts")),
    ("I lost my job", Some("Bezdarbnieka statusa piešķiršana")),
    ("I am sick", Some("Slimības pabalsts")),
    ("start a company", None),
    ("adopt a child", None),
    ("getting divorced", None),
    ("move to Latvia", None),
    // No service here issues passports; many ask for one.
    ("pazaudēju pasi", None),
    ("man nozagta pase", None),
    ("pazaudēju ID karti", None),
    ("my passport was stolen", None),
    ("I lost my passport", None),
    ("I have lost my ID card", None),
];

// req: POR-15, A11-04
#[tokio::test]
async fn sentences_about_what_happened_lead_to_its_services_or_to_none_rather_than_to_wrong_ones() {
    let (db, index) = house().await;
    let mut wrong = Vec::new();
    for (words, expected) in SENTENCES {
        let found = find(&db, &index, words).await;
        let names = names(&found);
        if names.first() != expected.as_ref() || found.relaxed {
            wrong.push(format!("{words:?}: {names:?}, relaxed: {}, expected {expected:?}", found.relaxed));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// req: POR-15
#[tokio::test]
async fn a_death_and_a_birth_lead_to_everything_that_follows() {
    let (db, index) = house().await;
    let found = find(&db, &index, "nomira tēvs").await;
    let names_of_death = names(&found);
    assert!(names_of_death.iter().any(|name| name.contains("apavieta")), "{names_of_death:?}");
    assert!(!names_of_death.contains(&"Paternitātes pabalsts"), "{names_of_death:?}");
    let found = find(&db, &index, "bērns piedzima").await;
    for name in ["Atbalsts ģimenei, kurā piedzimis bērns", "Bērna piedzimšanas pabalsts", "Maternitātes pabalsts"]
    {
        assert!(names(&found).contains(&name), "{name}: {:?}", names(&found));
    }
}

// req: POR-15, UNI-03, A11-04
#[tokio::test]
async fn what_people_do_leads_to_the_unified_services_for_it() {
    let (db, index) = house().await;
    for (words, part) in [
        ("gribu celt siltumnīcu", "ūvatļauj"),
        ("build a house", "ūvatļauj"),
        ("cut down a tree", "koku cirš"),
        ("sell food on the street", "ielu tirdz"),
    ] {
        let found = find(&db, &index, words).await;
        let all = !names(&found).is_empty() && names(&found).iter().all(|name| name.to_lowercase().contains(part));
        assert!(all && !found.relaxed, "{words}: {:?}", names(&found));
    }
}

// req: POR-15, UNI-03
#[tokio::test]
async fn a_unified_service_is_found_by_the_code_that_its_card_shows() {
    let (db, index) = house().await;
    for code in ["V101", "v105"] {
        let found = find(&db, &index, code).await;
        assert_eq!((found.total, found.relaxed), (1, false), "{code}");
        let tx = db.reading(&Caller::anonymous()).await;
        let standing = crate::representatives(&tx, &[found.page.items[0].id]).await.unwrap();
        let family = standing.into_values().next().map(|family| family.template);
        assert_eq!(family, Some(code.to_uppercase()));
    }
}
