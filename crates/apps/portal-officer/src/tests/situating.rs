//! The page on which a life situation is written: what its text lacks, and what was typed beside it.

use super::house::House;
use catalogue::{SaveSituation, install_life_situations, save_situation, situation_draft};
use http::StatusCode;
use kernel::{Caller, Role};

const PATH: &str = "/lv/work/situations/illness";

/// The workplace with life situations; the kept text of one has no English summary and names a service that is none.
async fn house() -> House {
    let house = House::filled("situations", async |tx| _ = install_life_situations(tx).await.unwrap()).await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    let draft = situation_draft(&tx, "illness").await.unwrap();
    let mut text = (*draft.situation.text).clone();
    text.summary.en.clear();
    text.steps[1].services = vec!["9999".to_owned()];
    let input = SaveSituation { slug: "illness".to_owned(), revision: draft.revision, text };
    save_situation(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    house
}

// req: POR-06
#[tokio::test]
async fn what_a_situation_lacks_is_said_in_words_and_leads_to_its_field() {
    let house = house().await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let page = platform.get(PATH).await;
    let gaps = page.text("section[aria-labelledby=h-publish] ul");
    assert!(gaps.contains("īsumā · en : ") && gaps.contains("solis · 2 · pakalpojumi : Kāda no"), "{gaps}");
    for field in ["#f-summary-en", "#f-step-1-services"] {
        assert_eq!((page.count(&format!("a[href='{field}']")), page.count(field)), (1, 1), "{field}");
    }
    let english = platform.get("/en/work/situations/illness").await.text("section[aria-labelledby=h-publish] ul");
    assert!(english.contains("summary · en :") && english.contains("step · 2 · services :"), "{english}");
}

// req: POR-03, POR-06
#[tokio::test]
async fn what_was_typed_beside_the_text_stays_when_nothing_is_done() {
    let house = house().await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let revision = platform.get(PATH).await.attribute("input[name=revision]", "value");
    let note = [("revision", revision.as_str()), ("note", "Jauns solis <b>")];
    let refused = platform.post(&format!("{PATH}/publish"), &note).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attribute("#f-note", "value"), "Jauns solis <b>");
    let note = [("revision", "0"), ("check-note", "Pārlasīju visu")];
    let stale = platform.post(&format!("{PATH}/check"), &note).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(stale.attribute("#f-check-note", "value"), "Pārlasīju visu");
}
