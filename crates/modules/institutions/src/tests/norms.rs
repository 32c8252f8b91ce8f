//! The checklist of internal rules: stating, versions, what is due, oversight.

use super::{db, person};
use crate::{
    Measurement, NormContent, SatisfactionDue, StateMeasurement, StateNorm, install_reference_data, norm_history,
    norm_items, norm_standings, norms_on, satisfaction, state_measurement, state_norm,
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Caller, Error, ErrorKind, InstitutionId, Result, Role, riga_date};
use storage::{Stream, events_of_stream};
use test_support::{TestDb, TestPostgres};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today(db: &TestDb) -> NaiveDate {
    riga_date(db.clock().now())
}

fn content(valid_from: NaiveDate) -> NormContent {
    NormContent {
        in_force: true,
        title: "Klientu apkalpošanas noteikumi".to_owned(),
        number: "1-2/3".to_owned(),
        document_from: Some(day("2024-01-02")),
        link: "https://www.example.lv/noteikumi".to_owned(),
        note: "Par kļūdu atvainojas un to labo.".to_owned(),
        valid_from,
    }
}

async fn staff(db: &TestDb, code: &str, role: Role) -> Caller {
    let found = crate::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap();
    Caller::staff(person(1), role, found.id)
}

async fn state(db: &TestDb, who: &Caller, point: &str, seen: i32, content: NormContent) -> Result<i32> {
    let mut tx = db.writing(who).await;
    let institution = who.institution.unwrap();
    let version = state_norm(&mut tx, StateNorm { institution, point: point.to_owned(), seen, content }).await?;
    tx.commit().await?;
    Ok(version)
}

async fn measure(db: &TestDb, who: &Caller, seen: i32, ended: &str, published: Option<&str>) -> Result<i32> {
    let mut tx = db.writing(who).await;
    let link = published.map(|_| "https://www.example.lv/rezultati".to_owned()).unwrap_or_default();
    let measurement = Measurement { ended_on: day(ended), published_on: published.map(day), link };
    let input = StateMeasurement { institution: who.institution.unwrap(), seen, measurement };
    let version = state_measurement(&mut tx, input).await?;
    tx.commit().await?;
    Ok(version)
}

fn fields(error: &Error) -> Vec<&str> {
    error.field_errors().iter().map(|field| field.path.as_str()).collect()
}

/// States, states anew, looks back, and sums up.
async fn asserted(db: &TestDb) {
    let dace = staff(db, "VSAA", Role::ContactPerson).await;
    let vsaa = dace.institution.unwrap();
    let first_day = today(db);
    assert_eq!(state(db, &dace, "20.1", 0, content(day("2025-01-01"))).await.unwrap(), 1);
    db.test_clock().advance(TimeDelta::days(10));
    let not_yet = NormContent { in_force: false, title: String::new(), ..content(today(db)) };
    assert_eq!(state(db, &dace, "20.1", 1, not_yet.clone()).await.unwrap(), 2);
    let later = today(db) + Days::new(30);
    assert_eq!(state(db, &dace, "20.1", 2, content(later)).await.unwrap(), 3);
    let stale = state(db, &dace, "20.1", 1, not_yet.clone()).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "norm-changed"));
    assert_eq!(state(db, &dace, "26.3", 0, content(today(db))).await.unwrap(), 1);
    assert_eq!(measure(db, &dace, 0, "2026-05-31", Some("2026-07-01")).await.unwrap(), 1);

    let tx = db.reading(&dace).await;
    let before = norms_on(&tx, vsaa, first_day - Days::new(1)).await.unwrap();
    assert!(before.len() == 8 && before.iter().all(|line| line.holds.is_none() && line.coming.is_none()));
    let then = &norms_on(&tx, vsaa, first_day).await.unwrap()[0];
    assert_eq!((then.holds.as_ref().unwrap().version, &then.coming), (1, &None));
    let now = &norms_on(&tx, vsaa, today(db)).await.unwrap()[0];
    assert_eq!((now.holds.as_ref().unwrap().version, now.coming.as_ref().unwrap().version), (2, 3));
    assert_eq!(norms_on(&tx, vsaa, later).await.unwrap()[0].holds.as_ref().unwrap().version, 3);
    let history = norm_history(&tx, vsaa, "20.1").await.unwrap();
    assert_eq!(history.statements.iter().map(|one| one.version).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!((&history.statements[1].content, history.statements[2].stated_by), (&not_yet, Some(person(1))));
    assert_eq!(satisfaction(&tx, vsaa, first_day).await.unwrap().due, SatisfactionDue::NeverStated);
    let standing = satisfaction(&tx, vsaa, today(db)).await.unwrap();
    assert_eq!((standing.statements.len(), standing.due), (1, SatisfactionDue::InTime(day("2029-05-31"))));
    drop(tx);

    let auditor = staff(db, "VARAM", Role::Auditor).await;
    let tx = db.reading(&auditor).await;
    let nva = staff(db, "NVA", Role::Officer).await.institution.unwrap();
    let sums = norm_standings(&tx, &[vsaa, nva]).await.unwrap();
    let of_vsaa = sums[&vsaa];
    assert_eq!((sums.len(), of_vsaa.stated, of_vsaa.in_force), (1, 2, 1));
    assert_eq!((of_vsaa.measured, of_vsaa.satisfaction.is_late()), (Some(day("2026-05-31")), false));
    let log = events_of_stream(&tx, &Stream::institution(vsaa), 0, 100).await.unwrap();
    let kinds: Vec<&str> = log.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["norm.stated", "norm.stated", "norm.stated", "norm.stated", "satisfaction.stated"]);
    assert!(log.iter().all(|event| !event.data.to_string().contains("Klientu")), "events carry no texts");
}

// req: CAT-34
#[tokio::test]
async fn what_was_stated_on_any_day_stays_readable() {
    asserted(&db().await).await;
}

#[tokio::test]
async fn rules_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    asserted(&db).await;
}

// req: CAT-34
#[tokio::test]
async fn wrong_statements_are_told_field_by_field() {
    let db = db().await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let wrong = NormContent {
        title: String::new(),
        number: "n".repeat(101),
        link: "noteikumi".to_owned(),
        note: "n".repeat(1001),
        ..content(day("2023-01-01"))
    };
    let error = state(&db, &dace, "20.1", 0, wrong).await.unwrap_err();
    assert_eq!(fields(&error), ["title", "number", "link", "note", "valid_from"]);
    for link in ["https://", "http://.lv", "https://a b.lv", "ftp://example.lv"] {
        let wrong = NormContent { link: link.to_owned(), ..content(day("2025-01-01")) };
        assert_eq!(wrong.faults().len(), 1, "{link}");
    }
    let long = NormContent { link: format!("https://example.lv/{}", "l".repeat(500)), ..content(day("2025-01-01")) };
    assert_eq!(long.faults()[0].key, "norm-too-long");
    for point in ["20.9", "", "27"] {
        let error = state(&db, &dace, point, 0, content(day("2025-01-01"))).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "norm"), "{point}");
    }
    let tomorrow = (today(&db) + Days::new(1)).to_string();
    for (ended, published, wrong) in [
        (tomorrow.as_str(), None, vec!["ended_on"]),
        ("2026-01-01", Some(tomorrow.as_str()), vec!["published_on"]),
        ("2026-01-01", Some("2025-12-31"), vec!["published_on"]),
    ] {
        assert_eq!(fields(&measure(&db, &dace, 0, ended, published).await.unwrap_err()), wrong);
    }
    let unlinked =
        Measurement { ended_on: day("2026-01-01"), published_on: Some(day("2026-02-01")), link: String::new() };
    assert_eq!(unlinked.faults(today(&db))[0].path, "link");
    measure(&db, &dace, 0, "2026-01-01", None).await.unwrap();
    let stale = measure(&db, &dace, 0, "2026-01-01", Some("2026-02-01")).await.unwrap_err();
    assert_eq!(stale.kind(), ErrorKind::Stale);
}

// req: CAT-34
#[tokio::test]
async fn others_state_nothing_and_strangers_see_nothing() {
    let db = db().await;
    let vsaa = staff(&db, "VSAA", Role::ContactPerson).await.institution.unwrap();
    let nva = staff(&db, "NVA", Role::ContactPerson).await;
    let mut tx = db.writing(&nva).await;
    let input = |institution: InstitutionId| StateNorm {
        institution,
        point: "20.1".to_owned(),
        seen: 0,
        content: content(day("2025-01-01")),
    };
    let missing = InstitutionId::new(uuid::Uuid::from_u128(7));
    for institution in [vsaa, missing] {
        let error = state_norm(&mut tx, input(institution)).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "institution"));
    }
    let measurement = Measurement { ended_on: day("2026-01-01"), published_on: None, link: String::new() };
    let measured = StateMeasurement { institution: vsaa, seen: 0, measurement };
    assert_eq!(state_measurement(&mut tx, measured).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let tx = db.reading(&nva).await;
    assert_eq!(norms_on(&tx, vsaa, day("2026-01-01")).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(norm_history(&tx, vsaa, "20.1").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(satisfaction(&tx, vsaa, day("2026-01-01")).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(norm_standings(&tx, &[vsaa]).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let officer = staff(&db, "VSAA", Role::Officer).await;
    let tx = db.reading(&officer).await;
    assert_eq!(norms_on(&tx, vsaa, day("2026-01-01")).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: CAT-34
#[test]
fn what_is_due_follows_the_regulation_to_the_day() {
    let measured = |published: Option<&str>| Measurement {
        ended_on: day("2023-11-30"),
        published_on: published.map(day),
        link: String::new(),
    };
    for (published, on, due, late) in [
        (None, "2024-02-29", SatisfactionDue::ToPublish(day("2024-02-29")), false),
        (None, "2024-03-01", SatisfactionDue::PublishLate(day("2024-02-29")), true),
        (Some("2024-05-01"), "2026-11-30", SatisfactionDue::InTime(day("2026-11-30")), false),
        (Some("2024-05-01"), "2026-12-01", SatisfactionDue::MeasureLate(day("2026-11-30")), true),
        (None, "2026-12-01", SatisfactionDue::MeasureLate(day("2026-11-30")), true),
    ] {
        let found = SatisfactionDue::of(Some(&measured(published)), day(on));
        assert_eq!((found, found.is_late()), (due, late), "{on}");
    }
    let never = SatisfactionDue::of(None, day("2026-01-01"));
    assert_eq!((never.day(), never.is_late(), never.as_str()), (None, false, "never-stated"));
}

// req: CAT-34
#[test]
fn the_checklist_is_that_of_the_regulation_in_both_languages() {
    let items = norm_items().unwrap();
    let points: Vec<&str> = items.iter().map(|item| item.point.as_str()).collect();
    assert_eq!(points, ["20.1", "20.2", "20.3", "20.4", "20.5", "26.1", "26.2", "26.3"]);
    for text in items.iter().flat_map(|item| [&item.title, &item.law]) {
        assert!(!text.lv.is_empty() && !text.en.is_empty() && text.lv != text.en);
    }
}
