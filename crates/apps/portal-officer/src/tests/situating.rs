//! The page on which a life situation is written: what its text lacks, what was typed beside it. What is typed there and into
//! an article is published in one step.

use super::house::{Browser, House, Page, changed};
use catalogue::{SaveSituation, install_life_situations, save_situation, situation, situation_draft};
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

/// What the form that is written at would send, with some of it replaced.
async fn written(browser: &Browser, step: &str, page: &Page, changes: &[(&str, &str)]) -> Page {
    let fields = page.inputs("form#writing");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let path = page.attribute("form#writing", "action");
    browser.post(&format!("{path}{step}"), &changed(&fields, changes)).await
}

// req: POR-04, POR-06
#[tokio::test]
async fn what_is_typed_into_a_situation_is_published_with_one_button() {
    let house = House::filled("situations-one-step", async |tx| _ = install_life_situations(tx).await.unwrap()).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let page = platform.get(PATH).await;
    // Without JavaScript: the button and its field stand outside the form and name it.
    let button = format!("button[form=writing][formaction='{PATH}/publish']");
    assert_eq!((page.count(&button), page.count("input[name=note][form=writing]")), (1, 1));
    let titled = [("title-lv", "Slimošana"), ("note", "Īsāk")];
    let published = written(&platform, "/publish", &page, &titled).await;
    assert_eq!(published.location(), format!("{PATH}?done=situation-published"));
    let shown = async || situation(&house.db.reading(&Caller::anonymous()).await, "illness").await.unwrap();
    assert_eq!((shown().await.text.title.lv.as_str(), shown().await.version), ("Slimošana", 2));
    // A text that cannot be published stays as it was typed, and nothing of it is kept.
    let page = platform.get(PATH).await;
    let gaps = [("title-lv", "Cits nosaukums"), ("summary-en", ""), ("note", "Bez angļu")];
    let refused = written(&platform, "/publish", &page, &gaps).await;
    assert_eq!((refused.refused(), refused.count("#f-summary-en-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));
    let typed = (refused.attribute("#f-title-lv", "value"), refused.attribute("#f-note", "value"));
    assert_eq!(typed, ("Cits nosaukums".to_owned(), "Bez angļu".to_owned()));
    assert_eq!(platform.get(PATH).await.attribute("#f-title-lv", "value"), "Slimošana");
    // Confirming the public text keeps what is typed meanwhile, as a draft.
    let confirmed = written(&platform, "/check", &page, &[("title-lv", "Melnraksts"), ("check-note", "Viss")]).await;
    assert_eq!(confirmed.location(), format!("{PATH}?done=situation-checked"));
    assert_eq!(platform.get(PATH).await.attribute("#f-title-lv", "value"), "Melnraksts");
    assert_eq!(shown().await.text.title.lv, "Slimošana");
}

// req: POR-06
#[tokio::test]
async fn who_publishes_what_somebody_else_changed_sees_both_texts() {
    let house = House::filled("situations-one-step", async |tx| _ = install_life_situations(tx).await.unwrap()).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let (mine, theirs) = (platform.get(PATH).await, platform.get(PATH).await);
    written(&platform, "", &theirs, &[("title-lv", "Viņu virsraksts")]).await;
    let typed = [("title-lv", "Mans virsraksts"), ("note", "Mana piezīme")];
    let conflict = written(&platform, "/publish", &mine, &typed).await;
    assert_eq!(conflict.status, StatusCode::PRECONDITION_FAILED);
    let table = conflict.text("table");
    assert!(table.contains("Mans virsraksts") && table.contains("Viņu virsraksts"), "{table}");
    assert_eq!(conflict.attribute("#f-note", "value"), "Mana piezīme");
    let before = situation(&house.db.reading(&Caller::anonymous()).await, "illness").await.unwrap();
    assert_eq!((before.text.title.lv.as_str(), before.version), ("Slimība", 1), "nothing became public");
    let again = written(&platform, "/publish", &conflict, &[]).await;
    assert_eq!(again.location(), format!("{PATH}?done=situation-published"));
}

// req: POR-05, POR-06
#[tokio::test]
async fn what_is_typed_into_an_article_is_published_with_one_button() {
    let house = House::filled("articles-one-step", async |tx| _ = knowledge::install_articles(tx).await.unwrap()).await;
    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let path = "/lv/work/articles/news/life-situations";
    let (page, old) = (platform.get(path).await, platform.get(path).await);
    let typed = [("audience", "public"), ("title-lv", "Jauns virsraksts"), ("from", "rīt"), ("to", "parīt")];
    let refused = written(&platform, "/publish", &page, &typed).await;
    assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2), "both days at once");
    assert_eq!(refused.attribute("#f-title-lv", "value"), "Jauns virsraksts");
    assert_eq!(
        (refused.attribute("#f-from", "value"), refused.attribute("#f-to", "value")),
        ("rīt".into(), "parīt".into())
    );
    let published = written(&platform, "/publish", &refused, &[("audience", "public"), ("from", ""), ("to", "")]).await;
    assert_eq!(published.location(), format!("{path}?done=article-published"));
    let tx = house.db.reading(&Caller::anonymous()).await;
    let article = knowledge::article(&tx, knowledge::ArticleKind::News, "life-situations").await.unwrap();
    assert_eq!(article.text.title.lv, "Jauns virsraksts");
    let late = [("audience", "public"), ("title-lv", "Vecs virsraksts")];
    let conflict = written(&platform, "/publish", &old, &late).await;
    assert_eq!(conflict.status, StatusCode::PRECONDITION_FAILED);
    let table = conflict.text("table");
    assert!(table.contains("Vecs virsraksts") && table.contains("Jauns virsraksts"), "{table}");
}
