//! What people asked and what they said of the answers.

use crate::tests::db;
use crate::{
    GiveFeedback, LookupMeans, SearchMonth, Tally, give_feedback, place_lookups, search_months, search_report,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, Locale};

fn given(query: &str, found: bool, comment: &str) -> GiveFeedback {
    GiveFeedback {
        query: query.to_owned(),
        results: 3,
        found,
        opened: None,
        comment: comment.to_owned(),
        locale: Locale::Lv,
    }
}

// req: POR-07
#[tokio::test]
async fn answers_are_kept_without_a_person_and_shown_to_editors() {
    let db = db().await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    give_feedback(&mut tx, given("Bērnu  DĀRZS?", false, " Meklēju rindu. ")).await.unwrap();
    let mut opened = given("pase", true, "");
    opened.opened = Some("1007".to_owned());
    give_feedback(&mut tx, opened).await.unwrap();
    tx.commit().await.unwrap();
    let report = search_report(&db.reading(&Caller::engine()).await, 30).await.unwrap();
    assert_eq!(report.feedback.len(), 2);
    let bad = report.feedback.iter().find(|line| !line.found).unwrap();
    assert_eq!((bad.query.as_str(), bad.comment.as_str(), bad.results), ("bērnu dārzs", "Meklēju rindu.", 3));
    db.test_clock().advance(TimeDelta::days(31));
    assert!(search_report(&db.reading(&Caller::engine()).await, 30).await.unwrap().feedback.is_empty());
}

#[tokio::test]
async fn what_may_be_somebodys_data_is_refused_or_not_kept() {
    let db = db().await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    for comment in ["mans kods 010190-12345", "zvaniet 26123456", "raksti anna@example.lv"] {
        let refused = give_feedback(&mut tx, given("pase", false, comment)).await.unwrap_err();
        assert_eq!(refused.field_errors()[0].key, "search-comment-personal", "{comment}");
    }
    let long = give_feedback(&mut tx, given("pase", false, &"ā".repeat(501))).await.unwrap_err();
    assert_eq!((long.kind(), long.field_errors()[0].key.as_str()), (ErrorKind::Invalid, "search-comment-long"));
    give_feedback(&mut tx, given("010190-12345", false, "1996. gads (3 bērni)")).await.unwrap();
    tx.commit().await.unwrap();
    let report = search_report(&db.reading(&Caller::engine()).await, 30).await.unwrap();
    assert_eq!(report.feedback[0].query, "");
}

// req: POR-07
#[tokio::test]
async fn queries_are_counted_by_day_and_those_that_find_nothing_by_themselves() {
    let db = db().await;
    let tally = Tally::default();
    let now = db.clock().now();
    for (words, results) in [("Pase", 2), ("pase!", 2), ("zilonis", 0), ("zilonis", 0), ("pase", 0), ("a@b.lv", 0)] {
        tally.searched(now, words, Locale::Lv, results);
    }
    tally.searched(now, &"vārds ".repeat(20), Locale::Lv, 0);
    tally.searched(now, "320000-12345", Locale::Lv, 0);
    for _ in 0..2 {
        let mut tx = db.writing(&Caller::engine()).await;
        tally.write(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(tally.is_empty());
    }
    tally.searched(now, "zilonis", Locale::Lv, 0);
    let mut tx = db.writing(&Caller::engine()).await;
    tally.write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let report = search_report(&db.reading(&Caller::engine()).await, 30).await.unwrap();
    let lines = |lines: Vec<crate::AskedLine>| {
        lines.into_iter().map(|line| (line.query, line.searches, line.empty)).collect::<Vec<_>>()
    };
    assert_eq!(lines(report.frequent), [("pase".to_owned(), 3, 1), ("zilonis".to_owned(), 3, 3)]);
    assert_eq!(lines(report.empty), [("zilonis".to_owned(), 3, 3), ("pase".to_owned(), 3, 1)]);
}

// req: POR-07
#[tokio::test]
async fn searches_and_answers_are_counted_by_month_also_where_the_words_are_not_kept() {
    let db = db().await;
    let tally = Tally::default();
    let now = db.clock().now();
    for (words, results) in [("Pase", 2), ("zilonis", 0), ("320000-12345", 0), (" ?! ", 0)] {
        tally.searched(now, words, Locale::Lv, results);
    }
    tally.searched(now - TimeDelta::days(40), "pase", Locale::En, 1);
    let mut tx = db.writing(&Caller::engine()).await;
    tally.write(&mut tx).await.unwrap();
    for found in [true, true, false] {
        give_feedback(&mut tx, given("pase", found, "")).await.unwrap();
    }
    assert!(give_feedback(&mut tx, given("pase", true, "raksti anna@example.lv")).await.is_err());
    tx.commit().await.unwrap();
    assert!(tally.is_empty());
    let tx = db.reading(&Caller::anonymous()).await;
    let month = |month: &str, counts: [i64; 4]| {
        let [searches, empty, found, missed] = counts;
        SearchMonth { month: month.to_owned(), searches, empty, found, missed }
    };
    let both = [month("2026-10", [1, 0, 0, 0]), month("2026-11", [3, 2, 2, 1])];
    assert_eq!(search_months(&tx, "2026-01").await.unwrap(), both);
    assert_eq!(search_months(&tx, "2026-11").await.unwrap(), both[1..]);
}

// req: POR-16, POR-18
#[tokio::test]
async fn look_ups_of_places_are_counted_by_service_and_month_without_a_person() {
    let db = db().await;
    let tally = Tally::default();
    let now = db.clock().now();
    tally.looked_up(now, "1007", LookupMeans::Municipality);
    tally.looked_up(now, "1007", LookupMeans::Municipality);
    tally.looked_up(now, "1007", LookupMeans::Position);
    tally.looked_up(now, "1007", LookupMeans::Channels);
    tally.looked_up(now - TimeDelta::days(40), "1002", LookupMeans::Municipality);
    let mut tx = db.writing(&Caller::engine()).await;
    tally.write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let lines = place_lookups(&db.reading(&Caller::engine()).await).await.unwrap();
    let shown: Vec<_> = lines
        .iter()
        .map(|l| (l.month.as_str(), l.service.as_str(), l.by_municipality, l.by_position, l.combined))
        .collect();
    assert_eq!(shown, [("2026-11", "1007", 2, 1, 1), ("2026-10", "1002", 1, 0, 0)]);
}
