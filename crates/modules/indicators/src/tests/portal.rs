//! Figures of the whole portal: summed by the reader, hidden where small, equal to the log.

use super::{append, count, facts};
use crate::{Figure, Month, PORTAL_MONTHS, portal_indicators, rebuild, write_portal_csv};
use kernel::{Caller, Locale};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};
use test_support::TestDb;

const LONG_AGO: &str = "2025-11-30T10:00:00Z";
const OCTOBER: &str = "2026-10-05T10:00:00Z";
const NOVEMBER: &str = "2026-11-05T10:00:00Z";

fn requests(times: usize, channel: &str, time: &'static str) -> Vec<(&'static str, &'static str, Value)> {
    let service = |n: usize| if n.is_multiple_of(2) { "1007" } else { "1008" };
    (0..times).map(|n| ("case.submitted", time, facts(service(n), channel, json!({})))).collect()
}

/// Eleven requests in October, six of them electronic; eight in November, of which two are not; five ratings.
async fn house() -> TestDb {
    let db = TestDb::sqlite().await;
    let mut events = requests(6, "electronic", OCTOBER);
    events.extend(requests(5, "post", OCTOBER));
    events.extend(requests(6, "electronic", NOVEMBER));
    events.extend(requests(2, "phone", NOVEMBER));
    events.extend(requests(50, "electronic", LONG_AGO));
    let rated = |points: i64| ("case.rated", NOVEMBER, facts("1007", "electronic", json!({ "rating": points })));
    events.extend([4, 4, 4, 5, 5].map(rated));
    append(&db, &events).await;
    count(&db).await;
    db
}

// req: POR-07, POR-02
#[tokio::test]
async fn the_figures_of_all_services_are_told_by_month_and_small_ones_are_hidden() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let found = portal_indicators(&tx).await.unwrap();
    assert_eq!(found.months.len(), PORTAL_MONTHS as usize);
    let [october, november] = &found.months[10..] else { panic!("{found:?}") };
    assert_eq!((october.month, november.month), (Month::new(2026, 10).unwrap(), Month::new(2026, 11).unwrap()));
    let requested = october.figures.requested;
    assert_eq!((requested.whole, requested.part), (Figure::Shown(11), Figure::Shown(6)));
    assert_eq!(requested.share, Some(6.0 / 11.0));
    let requested = november.figures.requested;
    assert_eq!((requested.whole, requested.part, requested.share), (Figure::Shown(8), Figure::Hidden, None));
    assert_eq!((november.figures.rated, november.figures.rating_average), (Figure::Shown(5), Some(4.4)));
    // Twelve of nineteen would say how many of November's eight were electronic.
    let total = &found.total;
    assert_eq!((total.requested.whole, total.requested.part), (Figure::Shown(19), Figure::Hidden));
    assert_eq!(found.months[0].figures.requested.whole, Figure::Shown(0), "what is older than a year is not told");
    let mut table = Vec::new();
    write_portal_csv(&found, &mut table).unwrap();
    let table = String::from_utf8(table).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 14);
    assert!(lines[0].starts_with("month,requested,requested_electronic,electronic_share,searches"));
    assert!(lines[11].starts_with("2026-10,11,6,0.5455,0,0,,"), "{}", lines[11]);
    assert!(lines[13].starts_with("total,19,<5,,") && lines[13].ends_with(",5,4.4"), "{}", lines[13]);
}

// req: POR-07
#[tokio::test]
async fn searches_and_answers_stand_beside_the_cases() {
    let db = TestDb::sqlite().await;
    let tally = catalogue::Tally::default();
    for results in [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1] {
        tally.searched(db.clock().now(), "pase", Locale::Lv, results);
    }
    let mut tx = db.writing(&Caller::engine()).await;
    tally.write(&mut tx).await.unwrap();
    for found in [true, true, true, false] {
        let given = catalogue::GiveFeedback {
            query: "pase".to_owned(),
            results: 1,
            found,
            opened: None,
            comment: String::new(),
            locale: Locale::Lv,
        };
        catalogue::give_feedback(&mut tx, given).await.unwrap();
    }
    tx.commit().await.unwrap();
    let answers = "INSERT INTO article_months (month, helpful, unhelpful) VALUES ('2026-11', 20, 0), ('2025-01', 9, 9)";
    db.for_migrations().execute_unprepared(answers).await.unwrap();
    let found = portal_indicators(&db.reading(&Caller::anonymous()).await).await.unwrap();
    let figures = &found.months[11].figures;
    assert_eq!((figures.searches.whole, figures.searches.part), (Figure::Shown(11), Figure::Shown(6)));
    assert_eq!((figures.answers.whole, figures.answers.part), (Figure::Hidden, Figure::Hidden));
    assert_eq!((figures.article_answers.whole, figures.article_answers.share), (Figure::Shown(20), Some(1.0)));
    assert_eq!(found.total.article_answers.whole, Figure::Shown(20));
    assert_eq!(found.total.answers.whole, Figure::Hidden);
}

// req: ANA-01
#[tokio::test]
async fn sums_that_are_wrong_are_named_and_put_right() {
    let db = house().await;
    assert!(rebuild(&db, true).await.unwrap().is_equal());
    for sql in [
        "UPDATE indicator_months SET value = 7 WHERE month = '2026-10' AND dimension = 'post'",
        "DELETE FROM indicator_months WHERE month = '2025-11'",
    ] {
        db.for_migrations().execute_unprepared(sql).await.unwrap();
    }
    let report = rebuild(&db, true).await.unwrap();
    let found: Vec<_> = report.differing.iter().map(|d| (d.cell.as_str(), d.stored, d.computed)).collect();
    let (wrong, missing) = ("all services 2026-10 requested post", "all services 2025-11 requested electronic");
    assert_eq!(found, [(wrong, Some(7), Some(5)), (missing, None, Some(50))]);
    assert!(rebuild(&db, false).await.unwrap().replaced);
    assert!(rebuild(&db, true).await.unwrap().is_equal());
}
