//! The portal tells everybody how it is used.

use catalogue::GiveFeedback;
use http::StatusCode;
use kernel::{Caller, Locale};

use super::browser::{Portal, Register};

/// Eleven searches of which one found nothing, seven answers of which one is no, three articles that were helpful.
async fn used() -> Portal {
    let portal = Portal::open(Register { down: false }).await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    for results in [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0] {
        portal.index.tally().searched(tx.now(), "pabalsts", Locale::Lv, results);
    }
    portal.index.tally().write(&mut tx).await.unwrap();
    for found in [true, true, true, true, true, true, false] {
        let (query, comment) = ("pabalsts".to_owned(), String::new());
        let given = GiveFeedback { query, results: 1, found, opened: None, comment, locale: Locale::Lv };
        catalogue::give_feedback(&mut tx, given).await.unwrap();
    }
    for _ in 0..3 {
        knowledge::vote(&mut tx, knowledge::ArticleKind::Help, "your-data", true).await.unwrap();
    }
    tx.commit().await.unwrap();
    portal
}

// req: POR-07, POR-02
#[tokio::test]
async fn everybody_reads_how_the_portal_is_used_and_nobody_can_be_recognised() {
    let portal = used().await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/indicators").await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, "Portāla rādītāji"));
    assert_eq!(page.body.matches("<th role=\"rowheader\" scope=\"row\">").count(), 13, "twelve months and all of them");
    // One search that found nothing and one answer "no" are few; so are three answers about articles.
    let told = page.text("main");
    for sentence in [
        "Pakalpojumu pieprasījumi: šajos mēnešos nekas nav uzskaitīts.",
        "Meklējumi: 11. Sadalījumu nerādām",
        "Atbildes, vai atrada meklēto: 7. Sadalījumu nerādām",
        "Atbildes, vai raksts noderēja: skaits ir pārāk mazs, lai to rādītu.",
    ] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    assert!(page.has("tfoot td .ds-sr-only") && page.has("a[href='/api/v1/indicators/portal.csv']"));
    assert!(visitor.get("/lv").await.has("footer a[href='/lv/indicators']"));
    assert_eq!(visitor.get("/en/indicators").await.text("h1"), "Indicators of the portal");
}

// req: POR-07
#[tokio::test]
async fn shares_are_told_once_there_is_enough_of_both_kinds() {
    let portal = used().await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    for _ in 0..9 {
        portal.index.tally().searched(tx.now(), "zilonis", Locale::Lv, 0);
    }
    portal.index.tally().write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let visitor = portal.visitor();
    let page = visitor.get("/lv/indicators").await;
    let told = page.text("main");
    assert!(told.contains("Portālā meklēts 20 reižu, un 50\u{a0}% gadījumu kaut kas ir atrasts."), "{told}");
    let english = visitor.get("/en/indicators").await.text("main");
    assert!(english.contains("People searched the portal 20 times, and 50% of the searches found something."));
}
