//! What waits for a day is looked for by the runner: the text of a template takes effect, and what follows it is published.
use std::time::Duration;

use catalogue::{ChangeTemplate, PlanTemplate};
use chrono::{Days, TimeDelta};
use kernel::{Caller, LangText, riga_date};
use test_support::TestDb;
use tokio::sync::watch;

use crate::subscriptions::runner;

/// The names of a template and of a service, as everybody reads them.
async fn names(db: &TestDb, template: &str, service: &str) -> [String; 2] {
    let tx = db.reading(&Caller::anonymous()).await;
    let unified = catalogue::template(&tx, template).await.unwrap();
    let own = catalogue::service(&tx, service).await.unwrap();
    [unified.text.name.lv.clone(), own.name().lv.clone()]
}

// req: UNI-01, UNI-03, CAT-17
#[tokio::test]
async fn the_runner_puts_the_waiting_text_of_a_template_in_force_on_its_day() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    catalogue::install_template_services(&mut tx).await.unwrap();
    let family = catalogue::family(&tx, "V102").await.unwrap();
    let (before, revision) = ((*family.template.text).clone(), family.template.revision);
    let follows = |member: &&catalogue::Member| {
        let own = &member.service.description;
        own.name == before.name && own.summary == before.summary
    };
    let service = family.members.iter().find(follows).expect("one that follows").service.code.clone();
    let name = LangText::new("Atļauja būvēt jaunā kārtībā", "A permit to build in a new way");
    let text = catalogue::TemplateText { name: name.clone(), ..before.clone() };
    let change = ChangeTemplate { code: "V102".into(), revision, text, note: "Jauns likums".into() };
    let from = riga_date(tx.now()).checked_add_days(Days::new(2)).unwrap();
    catalogue::plan_template(&mut tx, PlanTemplate { change, from, replaces: None }).await.unwrap();
    tx.commit().await.unwrap();

    let (stop, stopping) = watch::channel(false);
    let running = tokio::spawn(runner().run((*db).clone(), stopping));
    tokio::time::sleep(Duration::from_secs(2)).await;
    let old = before.name.lv.clone();
    assert_eq!(names(&db, "V102", &service).await, [old.clone(), old], "its day has not come");
    db.test_clock().advance(TimeDelta::days(3));
    let wanted = [name.lv.clone(), name.lv.clone()];
    for _ in 0..300 {
        if names(&db, "V102", &service).await == wanted {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(names(&db, "V102", &service).await, wanted);
    stop.send(true).unwrap();
    running.await.unwrap();
}
