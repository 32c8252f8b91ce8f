//! A text of a template that waits for a day (decision 0020).

use super::{attach, attached, own_service, platform, published, shown, text};
use crate::store::edit::Written;
use crate::store::template_plans as plans;
use crate::tests::{contact, db, db_on, institution};
use crate::{
    CARRY_TEMPLATE_TIMER, ChangeTemplate, PlanTemplate, SearchIndex, ServiceFilter, ServiceState, TEMPLATE_ATTACHED,
    TEMPLATE_CHANGED, TEMPLATE_CREATED, TEMPLATE_DAY_TIMER, TEMPLATE_PLAN_REFUSED, TEMPLATE_PLAN_WITHDRAWN,
    TEMPLATE_PLANNED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN, TemplateId, TemplatePlan, TemplatePlanState,
    TemplateText, WithdrawSituation, carry_template, change_template, create_template, install_life_situations,
    plan_effect, plan_template, service_as_of, services_by_words, situation_draft, template, template_effect,
    template_history, template_plan, template_plans, template_takes_effect, withdraw_situation, withdraw_template,
    withdraw_template_plan,
};
use chrono::{Days, NaiveDate};
use kernel::{Caller, Error, ErrorKind, LangText, riga_date};
use search::Location;
use storage::events_of_stream;
use test_support::{TestDb, TestPostgres};
use worktime::start_of_day;

/// The new words of most of these tests; nothing else is called so.
fn renamed() -> TemplateText {
    TemplateText { name: LangText::new("Zvirgzdiņu atļauja", "Gravel permit"), ..text() }
}

async fn in_days(db: &TestDb, days: u64) -> NaiveDate {
    riga_date(db.reading(&Caller::engine()).await.now()).checked_add_days(Days::new(days)).unwrap()
}

/// A text for a day, of the template as it is now.
async fn plan_of(db: &TestDb, code: &str, text: TemplateText, from: NaiveDate) -> PlanTemplate {
    let revision = template(&db.reading(&Caller::engine()).await, code).await.unwrap().revision;
    let change = ChangeTemplate { code: code.to_owned(), revision, text, note: "No gada sākuma".to_owned() };
    PlanTemplate { change, from, replaces: None }
}

/// The platform keeps it.
async fn planned(db: &TestDb, input: PlanTemplate) -> Result<i32, Error> {
    let mut tx = db.writing(&platform(db).await).await;
    let number = plan_template(&mut tx, input).await?;
    tx.commit().await.unwrap();
    Ok(number)
}

/// The platform changes the text in force at once.
async fn changed(db: &TestDb, code: &str, text: TemplateText) -> Result<i32, Error> {
    let input = plan_of(db, code, text, in_days(db, 1).await).await.change;
    let mut tx = db.writing(&platform(db).await).await;
    let version = change_template(&mut tx, input).await?;
    tx.commit().await.unwrap();
    Ok(version)
}

async fn waiting(db: &TestDb, code: &str) -> Vec<TemplatePlan> {
    template_plans(&db.reading(&platform(db).await).await, code).await.unwrap()
}

/// What one of them became.
async fn state(db: &TestDb, code: &str, number: i32) -> TemplatePlanState {
    template_plan(&db.reading(&platform(db).await).await, code, number).await.unwrap().state
}

async fn id_of(db: &TestDb, code: &str) -> TemplateId {
    template(&db.reading(&Caller::engine()).await, code).await.unwrap().id
}

async fn events(db: &TestDb, code: &str) -> Vec<String> {
    let stream = id_of(db, code).await.stream();
    let found = events_of_stream(&db.reading(&Caller::engine()).await, &stream, 0, 100).await.unwrap();
    found.into_iter().map(|event| event.kind).collect()
}

/// Whether the timer of a template is due; it is as it was afterwards.
async fn is_due(db: &TestDb) -> bool {
    db.writing(&Caller::engine()).await.claim_timer(&[TEMPLATE_DAY_TIMER]).await.unwrap().is_some()
}

/// The day begins and the timers fire, each as the runner lets it: in a unit of work that also ends it.
async fn begins(db: &TestDb, day: NaiveDate) {
    db.test_clock().set(start_of_day(day));
    for kind in [TEMPLATE_DAY_TIMER, CARRY_TEMPLATE_TIMER] {
        let mut tx = db.writing(&Caller::engine()).await;
        while let Some(timer) = tx.claim_timer(&[kind]).await.unwrap() {
            tx.cancel_timer(kind, timer.subject).await.unwrap();
            let id = TemplateId::new(timer.subject);
            if kind == TEMPLATE_DAY_TIMER {
                template_takes_effect(&mut tx, id).await.unwrap();
            } else {
                carry_template(&mut tx, id).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
    }
}

/// The services of a holder that are found by the new name.
async fn found(db: &TestDb, index: &SearchIndex, holder: &str) -> Vec<String> {
    let holder = Some(institution(db, holder).await);
    let filter = ServiceFilter { states: vec![ServiceState::Open], holder, client_circle: None, internal: false };
    let tx = db.reading(&Caller::engine()).await;
    index.refresh(&tx).await.unwrap();
    let items = services_by_words(&tx, index, "Zvirgzdiņu", &filter, 10).await.unwrap();
    items.into_iter().map(|item| item.code).collect()
}

// req: UNI-01, UNI-03, CAT-17, CAT-33
#[tokio::test]
async fn on_its_day_a_waiting_text_does_what_a_change_at_once_does_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [db().await, db_on(&cluster).await] {
        Box::pin(waits_and_takes_effect(&db)).await;
    }
}

async fn waits_and_takes_effect(db: &TestDb) {
    let code = published(db, text()).await;
    let follows = own_service(db, "LV-022", "Koku ciršana Cēsīs").await;
    let differs = own_service(db, "LV-113", "Koku ciršana Valmierā").await;
    attached(db, &contact(db, "LV-022").await, attach(&code, &follows, true)).await;
    attached(db, &contact(db, "LV-113").await, attach(&code, &differs, false)).await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    let before = [shown(db, &follows).await, shown(db, &differs).await];
    let (today, day, new) = (in_days(db, 0).await, in_days(db, 10).await, renamed());

    let input = plan_of(db, &code, new.clone(), day).await;
    let effect = plan_effect(&db.reading(&platform(db).await).await, &input).await.unwrap();
    let would: Vec<&str> = effect.follow.iter().map(|service| service.code.as_str()).collect();
    assert_eq!((would, effect.attached, effect.joins), (vec![follows.as_str()], 2, None));
    let other_day = PlanTemplate { from: in_days(db, 11).await, ..input.clone() };
    let other = plan_effect(&db.reading(&platform(db).await).await, &other_day).await.unwrap();
    assert_ne!(other.digest, effect.digest, "another day is another thing to confirm");
    assert_eq!(planned(db, input.clone()).await.unwrap(), 1);

    // It waits: the platform sees what and from when, and nothing has changed.
    let seen = waiting(db, &code).await;
    assert_eq!((seen.len(), seen[0].state, seen[0].from), (1, TemplatePlanState::Waiting, start_of_day(day)));
    assert_eq!((seen[0].note.as_str(), &*seen[0].text), ("No gada sākuma", &new));
    let mut paths: Vec<&str> = seen[0].changes.iter().map(|change| change.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["name/en", "name/lv"]);
    assert_eq!([shown(db, &follows).await, shown(db, &differs).await], before);
    let present = template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    assert_eq!((present.version, &*present.text), (1, &text()));
    // The same once more changes nothing, and neither does a timer that comes too early.
    let again = plan_of(db, &code, new.clone(), day).await;
    assert_eq!(planned(db, PlanTemplate { replaces: Some(1), ..again }).await.unwrap(), 1);
    let mut tx = db.writing(&Caller::engine()).await;
    template_takes_effect(&mut tx, present.id).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!is_due(db).await && waiting(db, &code).await[0].state == TemplatePlanState::Waiting);

    // A process that dies in the middle leaves everything to the next one.
    db.test_clock().set(start_of_day(day));
    let mut tx = db.writing(&Caller::engine()).await;
    template_takes_effect(&mut tx, present.id).await.unwrap();
    drop(tx);
    assert!(is_due(db).await && waiting(db, &code).await[0].state == TemplatePlanState::Waiting);
    assert_eq!(found(db, &index, "LV-022").await, Vec::<String>::new());

    begins(db, day).await;
    let mut tx = db.writing(&Caller::engine()).await;
    template_takes_effect(&mut tx, present.id).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&platform(db).await).await;
    let history = template_history(&tx, &code).await.unwrap();
    assert_eq!((history.len(), history[0].version, history[0].note.as_str()), (2, 2, "No gada sākuma"));
    assert_eq!(history[0].author, platform(db).await.person, "who planned it wrote it");
    assert_eq!(template_plans(&tx, &code).await.unwrap(), []);
    drop(tx);
    assert_eq!(state(db, &code, 1).await, TemplatePlanState::InForce);
    // Texts, search and open data of what is attached, as after a change at once.
    let after = [shown(db, &follows).await, shown(db, &differs).await];
    assert_eq!((&after[0].description.name, after[0].version), (&new.name, before[0].version + 1));
    assert_eq!(after[1].description, before[1].description);
    assert_eq!(found(db, &index, "LV-022").await, [follows.as_str()]);
    let tx = db.reading(&Caller::anonymous()).await;
    let then = service_as_of(&tx, &follows, today).await.unwrap();
    let now = service_as_of(&tx, &follows, day).await.unwrap();
    assert_eq!((then.description.name == text().name, now.description.name == new.name), (true, true));
    drop(tx);
    let kinds = [TEMPLATE_CREATED, TEMPLATE_PUBLISHED, TEMPLATE_ATTACHED, TEMPLATE_ATTACHED];
    assert_eq!(events(db, &code).await, [&kinds[..], &[TEMPLATE_PLANNED, TEMPLATE_CHANGED]].concat());
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn one_text_waits_at_most_and_it_can_be_changed_and_taken_back() {
    let db = db().await;
    let code = published(&db, text()).await;
    let (day, later) = (in_days(&db, 10).await, in_days(&db, 20).await);
    planned(&db, plan_of(&db, &code, renamed(), day).await).await.unwrap();
    let second = TemplateText { keywords: crate::Keywords::default(), conditions: Vec::new(), ..renamed() };
    let input = plan_of(&db, &code, second.clone(), later).await;
    let refused = planned(&db, input.clone()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Conflict, "template-plan-waits"));
    assert_eq!(refused.args()[0].1, day.format("%d.%m.%Y").to_string());
    assert_eq!(planned(&db, PlanTemplate { replaces: Some(1), ..input }).await.unwrap(), 2);
    let seen = waiting(&db, &code).await;
    assert_eq!((seen.len(), seen[0].number, seen[0].from), (1, 2, start_of_day(later)));
    assert_eq!(state(&db, &code, 1).await, TemplatePlanState::Replaced);
    db.test_clock().set(start_of_day(day));
    assert!(!is_due(&db).await, "the day is another one now");

    // Who saw the page before it changed takes nothing back.
    let revision = template(&db.reading(&Caller::engine()).await, &code).await.unwrap().revision;
    let mut tx = db.writing(&platform(&db).await).await;
    let stale = withdraw_template_plan(&mut tx, &code, revision - 1).await.unwrap_err();
    assert_eq!(stale.key(), "template-changed");
    withdraw_template_plan(&mut tx, &code, revision).await.unwrap();
    let twice = withdraw_template_plan(&mut tx, &code, revision + 1).await.unwrap_err();
    assert_eq!(twice.key(), "template-plan-none");
    tx.commit().await.unwrap();
    let seen = waiting(&db, &code).await;
    assert_eq!((seen.len(), seen[0].state, &*seen[0].text), (1, TemplatePlanState::Withdrawn, &second));
    begins(&db, later).await;
    assert_eq!(template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap().version, 1);

    // Going out of use takes back what waits.
    planned(&db, plan_of(&db, &code, renamed(), in_days(&db, 5).await).await).await.unwrap();
    let revision = template(&db.reading(&Caller::engine()).await, &code).await.unwrap().revision;
    let mut tx = db.writing(&platform(&db).await).await;
    withdraw_template(&mut tx, &code, revision).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(state(&db, &code, 3).await, TemplatePlanState::Withdrawn);
    let kinds = [
        TEMPLATE_CREATED,
        TEMPLATE_PUBLISHED,
        TEMPLATE_PLANNED,
        TEMPLATE_PLANNED,
        TEMPLATE_PLAN_WITHDRAWN,
        TEMPLATE_PLANNED,
        TEMPLATE_PLAN_WITHDRAWN,
        TEMPLATE_WITHDRAWN,
    ];
    assert_eq!(events(&db, &code).await, kinds);
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_change_at_once_goes_into_what_waits_or_is_refused() {
    let cluster = TestPostgres::start();
    for db in [db().await, db_on(&cluster).await] {
        let code = published(&db, text()).await;
        let day = in_days(&db, 10).await;
        planned(&db, plan_of(&db, &code, renamed(), day).await).await.unwrap();
        let appeal = LangText::new("Divu mēnešu laikā pašvaldībā.", "Within two months at the municipality.");
        let corrected = TemplateText { appeal: appeal.clone(), ..text() };
        let input = plan_of(&db, &code, corrected.clone(), day).await.change;
        let effect = template_effect(&db.reading(&platform(&db).await).await, &input).await.unwrap().unwrap();
        assert_eq!(effect.joins, Some(start_of_day(day)));
        assert_eq!(changed(&db, &code, corrected.clone()).await.unwrap(), 2);
        let seen = waiting(&db, &code).await;
        assert_eq!((seen.len(), seen[0].number, seen[0].from), (1, 2, start_of_day(day)));
        assert_eq!(*seen[0].text, TemplateText { appeal: appeal.clone(), ..renamed() });
        assert_eq!(seen[0].note, "No gada sākuma");

        // Other words for the same: neither is lost, the person decides.
        let other = TemplateText { name: LangText::new("Koku atļauja", "Permit for trees"), ..corrected.clone() };
        let input = plan_of(&db, &code, other.clone(), day).await.change;
        let told = template_effect(&db.reading(&platform(&db).await).await, &input).await.unwrap_err();
        let refused = changed(&db, &code, other).await.unwrap_err();
        for error in [told, refused] {
            assert_eq!((error.kind(), error.key()), (ErrorKind::Conflict, "template-plan-disputes"));
        }
        let present = template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
        assert_eq!((present.version, &*present.text), (2, &corrected));
        begins(&db, day).await;
        let then = template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
        assert_eq!((then.version, &*then.text), (3, &TemplateText { appeal, ..renamed() }));
    }
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_change_at_once_that_says_all_that_waits_leaves_nothing_to_wait_for() {
    let db = db().await;
    let code = published(&db, text()).await;
    let day = in_days(&db, 10).await;
    planned(&db, plan_of(&db, &code, renamed(), day).await).await.unwrap();
    assert_eq!(changed(&db, &code, renamed()).await.unwrap(), 2);
    assert_eq!(waiting(&db, &code).await, []);
    begins(&db, day).await;
    assert_eq!(template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap().version, 2);
    assert!(events(&db, &code).await.contains(&TEMPLATE_PLAN_WITHDRAWN.to_owned()));
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn on_its_day_a_text_is_judged_again() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let code = published(&db, text()).await;
    let day = in_days(&db, 10).await;
    let named = TemplateText { life_events: vec!["parenting".to_owned()], ..renamed() };
    planned(&db, plan_of(&db, &code, named, day).await).await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let revision = situation_draft(&tx, "parenting").await.unwrap().revision;
    withdraw_situation(&mut tx, WithdrawSituation { slug: "parenting".into(), revision }).await.unwrap();
    tx.commit().await.unwrap();
    begins(&db, day).await;
    let then = template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    assert_eq!((then.version, &*then.text), (2, &renamed()), "what leads nowhere is left out, the day is kept");

    // A text that could not be used now: such as an older program let wait.
    let (id, later) = (id_of(&db, &code).await, in_days(&db, 3).await);
    let bare = TemplateText { steps: Vec::new(), ..text() };
    let written = Written { author: None, note: "Bez soļiem" };
    let mut tx = db.writing(&Caller::engine()).await;
    let new = plans::New { text: &bare, from: start_of_day(later), written };
    plans::insert(&tx, id, &new).await.unwrap();
    tx.schedule(TEMPLATE_DAY_TIMER, id.uuid(), start_of_day(later)).await.unwrap();
    tx.commit().await.unwrap();
    begins(&db, later).await;
    begins(&db, later).await;
    let now = template(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    assert_eq!((now.version, &now.text), (2, &then.text));
    let kept = waiting(&db, &code).await;
    assert_eq!((kept.len(), kept[0].state, &*kept[0].text), (1, TemplatePlanState::Refused, &bare));
    let refusals = events(&db, &code).await.into_iter().filter(|kind| kind == TEMPLATE_PLAN_REFUSED);
    assert_eq!(refusals.count(), 1);
    // It is put right in its place; until then a change at once leaves it alone.
    let corrected = TemplateText { conditions: Vec::new(), ..renamed() };
    assert_eq!(changed(&db, &code, corrected).await.unwrap(), 3);
    assert_eq!(waiting(&db, &code).await[0].state, TemplatePlanState::Refused);
    let input = plan_of(&db, &code, text(), in_days(&db, 1).await).await;
    assert_eq!(planned(&db, input.clone()).await.unwrap_err().key(), "template-plan-waits");
    assert_eq!(planned(&db, PlanTemplate { replaces: Some(2), ..input }).await.unwrap(), 3);
    assert_eq!(state(&db, &code, 2).await, TemplatePlanState::Replaced);
}

// req: UNI-01, CAT-17
#[tokio::test]
async fn a_day_that_cannot_be_meant_and_everybody_elses_plans_are_refused() {
    let db = db().await;
    let code = published(&db, text()).await;
    let (today, day) = (in_days(&db, 0).await, in_days(&db, 1).await);
    let fields = |error: &Error| -> Vec<(String, String)> {
        error.field_errors().iter().map(|field| (field.path.clone(), field.key.clone())).collect()
    };
    let of_day = |key: &str| vec![("from".to_owned(), key.to_owned())];
    let input = plan_of(&db, &code, renamed(), today).await;
    let early = planned(&db, input.clone()).await.unwrap_err();
    assert_eq!((early.kind(), fields(&early)), (ErrorKind::Invalid, of_day("template-plan-early")));
    // What is wrong with the text is told together with the day.
    let bare = ChangeTemplate { text: TemplateText { steps: Vec::new(), ..text() }, ..input.change.clone() };
    let both = planned(&db, PlanTemplate { change: bare, ..input.clone() }).await.unwrap_err();
    assert_eq!(fields(&both).iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(), ["steps", "from"]);
    let same = planned(&db, plan_of(&db, &code, text(), day).await).await.unwrap_err();
    assert_eq!(fields(&same), of_day("template-plan-same"));
    let mut tx = db.writing(&platform(&db).await).await;
    let draft = create_template(&mut tx, text()).await.unwrap();
    tx.commit().await.unwrap();
    let unused = planned(&db, plan_of(&db, &draft, renamed(), day).await).await.unwrap_err();
    assert_eq!(fields(&unused), of_day("template-plan-draft"));
    let stale = ChangeTemplate { revision: 1, ..input.change.clone() };
    let stale = planned(&db, PlanTemplate { change: stale, from: day, replaces: None }).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "template-changed"));
    assert_eq!(waiting(&db, &code).await, []);

    let contact = contact(&db, "LV-022").await;
    let mut tx = db.writing(&contact).await;
    let input = PlanTemplate { from: day, ..input };
    for error in [
        plan_template(&mut tx, input.clone()).await.unwrap_err(),
        plan_effect(&tx, &input).await.unwrap_err(),
        withdraw_template_plan(&mut tx, &code, 2).await.unwrap_err(),
        template_plans(&tx, &code).await.unwrap_err(),
        template_plan(&tx, &code, 1).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Forbidden, "{error}");
    }
    drop(tx);
    let nothing = template_plan(&db.reading(&platform(&db).await).await, &code, 1).await.unwrap_err();
    assert_eq!(nothing.kind(), ErrorKind::NotFound);
}
