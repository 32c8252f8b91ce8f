//! Which form a service is requested with: as descriptions say it, sent by systems, kept where nobody says it.

use super::receiving::{keep, seen, sent, system};
use crate::tests::{db, db_on, pilot};
use crate::{
    Description, Done, FormChoice, Online, PublishService, QualityContext, ReceiveService, Stage, compare, findings,
    publish, service,
};
use kernel::{Caller, Channel};
use test_support::{TestDb, TestPostgres};

async fn publish_as_engine(db: &TestDb, code: &str, change: impl FnOnce(&mut Description)) {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, code).await.unwrap();
    let mut description = (*before.description).clone();
    change(&mut description);
    publish(&mut tx, PublishService::now(code, before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
}

async fn form_of(db: &TestDb, code: &str) -> (FormChoice, Option<String>) {
    let found = service(&db.reading(&Caller::engine()).await, code).await.unwrap();
    (found.description.form.clone(), found.form_key.clone())
}

fn key(word: &str) -> FormChoice {
    FormChoice::Key(word.to_owned())
}

// req: CAT-06
#[test]
fn the_choice_is_one_word_of_the_document() {
    for (choice, json) in [(FormChoice::NoForm, "\"none\""), (key("childbirth-benefit"), "\"childbirth-benefit\"")] {
        assert_eq!(serde_json::to_string(&choice).unwrap(), json);
        assert_eq!(serde_json::from_str::<FormChoice>(json).unwrap(), choice);
    }
    assert_eq!(serde_json::from_str::<FormChoice>("null").unwrap(), FormChoice::Unsaid);
    assert_eq!((FormChoice::typed(" "), FormChoice::typed("none")), (FormChoice::NoForm, FormChoice::NoForm));
    assert_eq!(FormChoice::typed(" funeral-benefit "), key("funeral-benefit"));
}

// req: CAT-06, CAT-33
#[tokio::test]
async fn the_form_in_force_is_that_of_the_description_and_history_shows_the_change() {
    let db = db().await;
    let code = pilot(&db, "P.12").await.code.clone();
    let code = code.as_str();
    publish_as_engine(&db, code, |d| d.channels[0].stages = vec![Stage::Request, Stage::Receipt]).await;
    let before = pilot(&db, "P.12").await;
    assert_eq!(before.description.channels[0].channel, Channel::Electronic);
    assert_eq!((before.form_key.as_deref(), before.online()), (None, None));
    publish_as_engine(&db, code, |d| d.form = key("funeral-benefit")).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, code).await.unwrap();
    assert_eq!((now.form_key.as_deref(), now.online()), (Some("funeral-benefit"), Some(Online::Here)));
    let changes = compare(&before.description, &now.description).unwrap();
    assert_eq!(changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), ["form"]);
    drop(tx);
    // Without an electronic request nobody can come to the form; lists and pages say the same.
    publish_as_engine(&db, code, |d| d.channels.retain(|offer| offer.channel != Channel::Electronic)).await;
    assert_eq!(form_of(&db, code).await, (key("funeral-benefit"), None));
    let found = findings(&service(&db.reading(&Caller::engine()).await, code).await.unwrap().description, &context());
    assert!(found.iter().any(|finding| finding.rule == "form-not-offered"), "{found:?}");
    publish_as_engine(&db, code, |d| d.form = FormChoice::NoForm).await;
    assert_eq!(form_of(&db, code).await, (FormChoice::NoForm, None));
}

/// Of a service that had a form before.
fn context() -> QualityContext {
    QualityContext { has_form: true, ..QualityContext::default() }
}

/// Descriptions from before there was a choice, and senders who know nothing of forms.
async fn unsaid_is_kept(db: &TestDb) {
    publish_as_engine(db, "1007", |d| d.form = FormChoice::Unsaid).await;
    let kept = Some("childbirth-benefit".to_owned());
    assert_eq!(
        form_of(db, "1007").await,
        (key("childbirth-benefit"), kept.clone()),
        "an edit starts from what there is"
    );
    let own = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let vsaa = system(db, "VSAA").await;
    let mut description = Description { form: FormChoice::Unsaid, ..(*own.description).clone() };
    description.minutes_to_fill = Some(3);
    let input = ReceiveService {
        code: Some("1007".to_owned()),
        description: description.clone(),
        seen: seen(&own),
        ..sent(db, "forms").await
    };
    assert_eq!(keep(db, &vsaa, input.clone()).await.unwrap().1, Done::Updated);
    assert_eq!(form_of(db, "1007").await.1, kept);
    let none = ReceiveService {
        description: Description { form: FormChoice::NoForm, ..description.clone() },
        seen: None,
        ..input.clone()
    };
    assert_eq!(keep(db, &vsaa, none).await.unwrap().1, Done::Updated);
    assert_eq!(form_of(db, "1007").await, (FormChoice::NoForm, None));
    description.minutes_to_fill = Some(4);
    let silent = ReceiveService { description: description.clone(), seen: None, ..input.clone() };
    assert_eq!(keep(db, &vsaa, silent).await.unwrap().1, Done::Updated);
    assert_eq!(form_of(db, "1007").await, (FormChoice::NoForm, None), "who says nothing changes nothing");
    let other = Description { form: key("funeral-benefit"), ..description };
    let chosen = ReceiveService { description: other, seen: None, ..input };
    assert_eq!(keep(db, &vsaa, chosen).await.unwrap().1, Done::Updated);
    assert_eq!(form_of(db, "1007").await.1.as_deref(), Some("funeral-benefit"));
}

// req: CAT-06, CAT-20
#[tokio::test]
async fn who_says_nothing_of_forms_leaves_the_form_as_it_is() {
    unsaid_is_kept(&db().await).await;
}

// req: CAT-06, CAT-20
#[tokio::test]
async fn who_says_nothing_of_forms_leaves_the_form_as_it_is_on_postgresql() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    unsaid_is_kept(&db).await;
}

// req: CAT-18
#[test]
fn what_the_description_says_of_its_form_counts_before_what_the_service_has() {
    let offer = |stages: Vec<Stage>| {
        let mut offer = crate::ensure_sample::offer(Channel::Electronic, crate::Fee::Free);
        offer.stages = stages;
        offer
    };
    let holder = kernel::InstitutionId::new(uuid::Uuid::from_u128(1));
    let mut d =
        crate::ensure_sample::sample_description(holder, kernel::LangText::new("x", "x"), kernel::LangText::default());
    d.channels = vec![offer(vec![Stage::Receipt])];
    let told = |d: &Description| findings(d, &context()).iter().any(|finding| finding.rule == "form-not-offered");
    assert!(told(&d), "nothing is said: the service has one");
    d.form = FormChoice::NoForm;
    assert!(!told(&d));
    d.form = key("funeral-benefit");
    assert!(told(&d));
    d.channels = vec![offer(vec![Stage::Request])];
    assert!(!told(&d));
}
