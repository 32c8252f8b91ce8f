//! Indicators that holders set: defining, recording, correcting, seeing.

use super::holder;
use crate::{
    Better, ChangeOwn, DefineOwn, Filter, Form, GivenValue, Month, OwnCode, OwnSeries, OwnStage, OwnText, Quantity,
    RecordValues, change_own_indicator, define_own_indicator, export_indicators, own_figures, own_indicator,
    own_indicators, own_values, record_own_values, values_of_table,
};
use kernel::{
    ApiClientId, Caller, Channel, Cursor, Error, ErrorKind, InstitutionId, LangText, Locale, Page, PageRequest,
    PersonId, Result, Role,
};
use storage::{LogPosition, events_after};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// The childbirth benefit of VSAA: requested electronically, among other ways.
const BENEFIT: &str = "1007";

async fn prepare(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn staff(db: &TestDb, code: &str, role: Role) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(9)), role, institution(db, code).await)
}

fn text(wanted: &str, better: Better) -> OwnText {
    OwnText {
        name: LangText::new("Atbildes laiks", "Time to answer"),
        unit: LangText::new("min", "min"),
        wanted: wanted.parse().unwrap(),
        better,
    }
}

fn wanted(service: &str, channel: Channel, stage: OwnStage) -> DefineOwn {
    DefineOwn { service: service.to_owned(), channel, stage, text: text("5", Better::Lower) }
}

async fn define(db: &TestDb, who: &Caller, input: DefineOwn) -> Result<OwnCode> {
    let mut tx = db.writing(who).await;
    let code = define_own_indicator(&mut tx, input).await?;
    tx.commit().await?;
    Ok(code)
}

fn given(indicator: &str, month: &str, value: &str) -> GivenValue {
    GivenValue { indicator: indicator.to_owned(), month: month.to_owned(), value: value.to_owned() }
}

async fn record(db: &TestDb, who: &Caller, values: Vec<GivenValue>, key: Option<&str>) -> Result<(usize, bool)> {
    let mut tx = db.writing(who).await;
    let input = RecordValues { values, idempotency_key: key.map(str::to_owned) };
    let done = record_own_values(&mut tx, input).await?;
    tx.commit().await?;
    Ok((done.changed, done.repeated))
}

fn places(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

fn months(from: &str, to: &str) -> Filter {
    Filter::between(from.parse().unwrap(), to.parse().unwrap())
}

/// Defines, records, corrects, changes, and reads page by page.
async fn asserted(db: &TestDb) {
    prepare(db).await;
    let dace = staff(db, "VSAA", Role::ContactPerson).await;
    let vsaa = dace.institution.unwrap();
    let first = define(db, &dace, wanted(BENEFIT, Channel::Electronic, OwnStage::Request)).await.unwrap();
    let second = define(db, &dace, wanted(BENEFIT, Channel::Electronic, OwnStage::Request)).await.unwrap();
    assert_eq!((first.to_string(), second.to_string()), ("1007-R1".to_owned(), "1007-R2".to_owned()));

    let values = vec![given("1007-R1", "2026-09", "4,25"), given("1007-R1", " 2026-10 ", "6")];
    let system = Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), vsaa);
    assert_eq!(record(db, &system, values.clone(), Some("k")).await.unwrap(), (2, false));
    assert_eq!(record(db, &system, values.clone(), Some("k")).await.unwrap(), (0, true));
    let other = record(db, &system, vec![given("1007-R1", "2026-09", "5")], Some("k")).await.unwrap_err();
    assert_eq!((other.kind(), other.key()), (ErrorKind::Conflict, "key-reused"));
    assert_eq!(record(db, &dace, values, None).await.unwrap(), (0, false), "nothing is new");
    assert_eq!(record(db, &dace, vec![given("1007-R1", "2026-10", "4.5")], None).await.unwrap(), (1, false));
    assert_eq!(record(db, &dace, vec![given("1007-R2", "2026-08", "1,5")], None).await.unwrap(), (1, false));

    let tx = db.reading(&dace).await;
    let values = own_values(&tx, &first, &PageRequest::first(10)).await.unwrap().items;
    let told: Vec<_> = values.iter().map(|one| (one.month.to_string(), one.value.to_string())).collect();
    assert_eq!(told, [("2026-10".to_owned(), "4.5".to_owned()), ("2026-09".to_owned(), "4.25".to_owned())]);
    assert_eq!((values[0].recorded_by, values[1].recorded_by), (dace.person, None));
    let (mut read, mut after) = (Vec::new(), None);
    loop {
        let request = PageRequest::new(1, after);
        let page = own_figures(&tx, &months("2026-01", "2026-12"), &request).await.unwrap();
        read.extend(page.items.into_iter().map(|one| (one.indicator.code.number, one.value.month.to_string())));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(
        read.iter().map(|(number, month)| format!("{number} {month}")).collect::<Vec<_>>(),
        ["1 2026-09", "1 2026-10", "2 2026-08"]
    );
    let all = events_after(&tx, LogPosition::default(), 10_000).await.unwrap();
    let corrected: Vec<_> = all.iter().filter(|event| event.kind == crate::OWN_VALUE_RECORDED).collect();
    assert_eq!(corrected.len(), 4);
    assert_eq!((&corrected[2].data["before"], &corrected[2].data["value"]), (&6000.into(), &4500.into()));
    assert_eq!(corrected[0].data.get("before"), None);
    drop(tx);

    let change =
        |revision| ChangeOwn { code: first.clone(), revision, text: text("4.3", Better::Higher), closed: true };
    let mut tx = db.writing(&dace).await;
    change_own_indicator(&mut tx, change(1)).await.unwrap();
    let stale = change_own_indicator(&mut tx, change(1)).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "own-changed"));
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    let of_vsaa = Filter { holder: Some(vsaa), ..months("2026-10", "2026-12") };
    let list = own_indicators(&tx, &of_vsaa, &PageRequest::first(10)).await.unwrap().items;
    let in_months: Vec<Vec<String>> =
        list.iter().map(|one| one.values.iter().map(|value| value.month.to_string()).collect()).collect();
    assert_eq!(in_months, [vec!["2026-10".to_owned()], Vec::new()], "one without values is there too");
    let list: Vec<_> = list.into_iter().map(|one| one.indicator).collect();
    assert_eq!((list.len(), list[0].closed, list[0].revision, list[1].closed), (2, true, 2, false));
    assert!(list[0].text.reached(Quantity::thousandths(4300)) && !list[0].text.reached(Quantity::thousandths(4299)));
    assert!(list[1].text.reached(Quantity::thousandths(5000)) && !list[1].text.reached(Quantity::thousandths(5001)));
    drop(tx);
    let closed = record(db, &dace, vec![given("1007-R1", "2026-10", "1")], None).await.unwrap_err();
    assert_eq!(places(&closed), [("values/0/indicator", "own-closed")]);
}

// req: CAT-29
#[tokio::test]
async fn a_holder_sets_indicators_and_corrects_values_by_new_ones() {
    asserted(&TestDb::sqlite().await).await;
}

#[tokio::test]
async fn own_indicators_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    asserted(&TestDb::postgres(&cluster).await).await;
}

// req: CAT-29
#[tokio::test]
async fn wrong_input_is_told_place_by_place_and_nothing_is_kept() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let mut wrong = wanted(BENEFIT, Channel::Phone, OwnStage::Receipt);
    wrong.text.name = LangText::new("", "n".repeat(201));
    wrong.text.unit = LangText::default();
    let error = define(&db, &dace, wrong).await.unwrap_err();
    let told = [
        ("channel", "own-channel"),
        ("name_lv", "own-text-missing"),
        ("name_en", "own-text-long"),
        ("unit_lv", "own-text-missing"),
    ];
    assert_eq!(places(&error), told);
    define(&db, &dace, wanted(BENEFIT, Channel::Electronic, OwnStage::Request)).await.unwrap();
    let values = vec![
        given("1007-R1", "2026-10", "4"),
        given("1007-R1", "2026-10", "5"),
        given("1007-R9", "2099-01", "daudz"),
        given("R1", "oktobris", "1,2345"),
    ];
    let error = record(&db, &dace, values, Some("k")).await.unwrap_err();
    let told = [
        ("values/1/month", "own-month-twice"),
        ("values/2/indicator", "own-indicator"),
        ("values/2/month", "own-month-ahead"),
        ("values/2/value", "own-not-a-number"),
        ("values/3/indicator", "own-indicator"),
        ("values/3/month", "bad-month"),
        ("values/3/value", "own-not-a-number"),
    ];
    assert_eq!(places(&error), told);
    let code: OwnCode = "1007-R1".parse().unwrap();
    let kept = own_values(&db.reading(&dace).await, &code, &PageRequest::first(10)).await.unwrap();
    assert_eq!(kept.items, []);
    let again = record(&db, &dace, vec![given("1007-R1", "2026-10", "4")], Some("k")).await.unwrap();
    assert_eq!(again, (1, false), "the key of what was refused is free");
    assert_eq!(record(&db, &dace, Vec::new(), None).await.unwrap_err().key(), "own-no-values");
    let many = vec![given("1007-R1", "2026-10", "4"); 1001];
    assert_eq!(record(&db, &dace, many, None).await.unwrap_err().key(), "own-many-values");
}

// req: CAT-29
#[tokio::test]
async fn others_set_nothing_and_the_public_sees_nothing() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let nva = staff(&db, "NVA", Role::ContactPerson).await;
    let code = define(&db, &dace, wanted(BENEFIT, Channel::Electronic, OwnStage::Request)).await.unwrap();
    record(&db, &dace, vec![given("1007-R1", "2026-10", "4")], None).await.unwrap();
    let input = || wanted(BENEFIT, Channel::Electronic, OwnStage::Request);
    assert_eq!(define(&db, &nva, input()).await.unwrap_err().kind(), ErrorKind::NotFound);
    let officer = staff(&db, "VSAA", Role::Officer).await;
    assert_eq!(define(&db, &officer, input()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    let foreign = record(&db, &nva, vec![given("1007-R1", "2026-10", "9")], None).await.unwrap_err();
    assert_eq!(places(&foreign), [("values/0/indicator", "own-indicator")]);
    let refused = record(&db, &officer, vec![given("1007-R1", "2026-10", "9")], None).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let mut tx = db.writing(&nva).await;
    let change = ChangeOwn { code: code.clone(), revision: 1, text: text("1", Better::Lower), closed: true };
    assert_eq!(change_own_indicator(&mut tx, change).await.unwrap_err().key(), "own-indicator");
    drop(tx);

    let year = months("2026-01", "2026-12");
    let auditor = staff(&db, "VARAM", Role::Auditor).await;
    for (who, seen) in [
        (dace.clone(), 1),
        (officer, 1),
        (auditor, 1),
        (Caller::engine(), 1),
        (nva.clone(), 0),
        (Caller::anonymous(), 0),
        (Caller::client(PersonId::new(Uuid::from_u128(9))), 0),
    ] {
        let tx = db.reading(&who).await;
        let found = own_figures(&tx, &year, &PageRequest::first(10)).await.unwrap().items;
        assert_eq!(found.len(), seen, "{}", who.role);
        let listed = own_indicators(&tx, &year, &PageRequest::first(10)).await.unwrap().items;
        assert_eq!(listed.iter().map(|one| one.values.len()).sum::<usize>(), seen, "{}", who.role);
        assert_eq!(own_indicator(&tx, &code).await.is_ok(), seen == 1, "{}", who.role);
        drop(tx);
        let mut out = Vec::new();
        let lines = export_indicators(&db, &who, &year, Form::Csv, &mut out).await.unwrap();
        assert_eq!(lines, seen as u64, "{}", who.role);
    }
    let tx = db.reading(&dace).await;
    let of_others = Filter { holder: Some(holder(7)), ..year.clone() };
    assert_eq!(own_figures(&tx, &of_others, &PageRequest::first(10)).await.unwrap().items, []);
    assert_eq!(own_indicators(&tx, &of_others, &PageRequest::first(10)).await.unwrap().items, []);
    let backwards = months("2026-02", "2026-01");
    let error = own_figures(&tx, &backwards, &PageRequest::first(1)).await.unwrap_err();
    assert_eq!(error.key(), "indicator-months");
    let error = own_indicators(&tx, &backwards, &PageRequest::first(1)).await.unwrap_err();
    assert_eq!(error.key(), "indicator-months");
}

/// Three indicators with fourteen values each.
async fn many_indicators(db: &TestDb) -> Caller {
    prepare(db).await;
    let dace = staff(db, "VSAA", Role::ContactPerson).await;
    for number in 1..=3 {
        define(db, &dace, wanted(BENEFIT, Channel::Electronic, OwnStage::Request)).await.unwrap();
        let code = format!("1007-R{number}");
        let months = (1..=12).map(|month| format!("2024-{month:02}")).chain(["2025-01", "2025-02"].map(str::to_owned));
        record(db, &dace, months.map(|month| given(&code, &month, "4")).collect(), None).await.unwrap();
    }
    dace
}

/// Page by page, indicators and values, and none of them is lost.
async fn pages_lose_nothing(db: &TestDb) {
    let dace = many_indicators(db).await;
    let tx = db.reading(&dace).await;
    let all = months("2024-01", "2025-12");
    let service = Filter { service: Some(BENEFIT.to_owned()), holder: dace.institution, ..all.clone() };
    for filter in [&all, &service] {
        let first = own_indicators(&tx, filter, &PageRequest::first(2)).await.unwrap();
        let rest = own_indicators(&tx, filter, &PageRequest::new(2, first.next.clone())).await.unwrap();
        let told = |page: &Page<OwnSeries>| -> Vec<(String, usize)> {
            page.items.iter().map(|one| (one.indicator.code.to_string(), one.values.len())).collect()
        };
        assert_eq!(told(&first), [("1007-R1".to_owned(), 14), ("1007-R2".to_owned(), 14)]);
        assert_eq!((told(&rest), rest.next.is_none()), (vec![("1007-R3".to_owned(), 14)], true));
        let series: Vec<String> = rest.items[0].values.iter().map(|value| value.month.to_string()).collect();
        assert!(series.is_sorted() && series[0] == "2024-01", "{series:?}");
    }
    let strange = Filter { service: Some("1004".to_owned()), ..all };
    assert_eq!(own_indicators(&tx, &strange, &PageRequest::first(2)).await.unwrap().items, []);
    let code: OwnCode = "1007-R2".parse().unwrap();
    let first = own_values(&tx, &code, &PageRequest::first(10)).await.unwrap();
    let rest = own_values(&tx, &code, &PageRequest::new(10, first.next.clone())).await.unwrap();
    let told: Vec<String> = first.items.iter().chain(&rest.items).map(|value| value.month.to_string()).collect();
    assert_eq!((told.len(), told[0].as_str(), told[13].as_str()), (14, "2025-02", "2024-01"));
    assert!(told.iter().rev().is_sorted() && rest.next.is_none(), "{told:?}");
    let bad = PageRequest::new(2, Some(Cursor::from_parts(&["x", "y", "z"])));
    assert_eq!(own_indicators(&tx, &service, &bad).await.unwrap_err().key(), "bad-cursor");
    assert_eq!(own_values(&tx, &code, &bad).await.unwrap_err().key(), "bad-cursor");
}

// req: CAT-29
#[tokio::test]
async fn lists_of_indicators_and_values_have_pages_that_lose_nothing() {
    pages_lose_nothing(&TestDb::sqlite().await).await;
}

// req: CAT-29
#[tokio::test]
async fn lists_of_indicators_and_values_have_pages_on_postgresql_too() {
    let cluster = TestPostgres::start();
    pages_lose_nothing(&TestDb::postgres(&cluster).await).await;
}

// req: CAT-29
#[tokio::test]
async fn the_export_has_columns_for_them_and_no_formulas() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let mut input = wanted(BENEFIT, Channel::Electronic, OwnStage::Request);
    input.text.name = LangText::new("=1+1", "=1+1");
    define(&db, &dace, input).await.unwrap();
    record(&db, &dace, vec![given("1007-R1", "2026-10", "4,5")], None).await.unwrap();
    let export = async |form| {
        let mut out = Vec::new();
        export_indicators(&db, &dace, &months("2026-10", "2026-10"), form, &mut out).await.unwrap();
        String::from_utf8(out).unwrap()
    };
    let csv = export(Form::Csv).await;
    let lines: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!((lines.len(), lines[0].len(), lines[1].len()), (2, 47, 47));
    let names = institutions::names_of(&db.reading(&dace).await, &[institution(&db, "VSAA").await]).await.unwrap();
    let vsaa = names.values().next().unwrap();
    assert_eq!(lines[0][..5], ["service", "holder", "holder_lv", "holder_en", "period"]);
    assert_eq!(lines[1][2..5], [vsaa.lv.as_str(), vsaa.en.as_str(), "2026-10"], "the holder by its name");
    assert_eq!(lines[1][39..], ["1007-R1", "electronic", "request", "'=1+1", "min", "4.5", "5", "lower"]);
    let json: serde_json::Value = serde_json::from_str(export(Form::Jsonl).await.trim()).unwrap();
    assert_eq!((json["own_indicator"].as_str(), json["period"].as_str()), (Some("1007-R1"), Some("2026-10")));
}

#[test]
fn a_quantity_is_read_and_written_as_people_do() {
    for (text, thousandths, lv) in [
        ("4", 4000, "4"),
        ("4,25", 4250, "4,25"),
        ("1 000,125", 1_000_125, "1000,125"),
        ("0", 0, "0"),
        ("10", 10_000, "10"),
        ("999999999999", 999_999_999_999_000, "999999999999"),
    ] {
        let read: Quantity = text.parse().unwrap();
        assert_eq!((read.in_thousandths(), read.written(Locale::Lv).as_str()), (thousandths, lv), "{text}");
        assert_eq!(read.to_string().parse::<Quantity>().unwrap(), read);
    }
    for wrong in ["-3", "- 3", "−0.5", "-0,5"] {
        assert_eq!(wrong.parse::<Quantity>().unwrap_err().key(), "own-negative", "{wrong}");
    }
    for wrong in ["", "-", "daudz", "1,2345", "1e3", ",5", "5,", "1.2.3", "9999999999999", "--1", "∞"] {
        assert_eq!(wrong.parse::<Quantity>().unwrap_err().key(), "own-not-a-number", "{wrong}");
    }
}

// req: CAT-29
#[test]
fn a_table_is_read_with_commas_and_semicolons() {
    let expected = [given("1007-R1", "2026-10", "4.5"), given("1007-R2", "2026-10", "7")];
    let commas = "indicator,month,value\n1007-R1,2026-10,4.5\n1007-R2, 2026-10 ,7\n";
    assert_eq!(values_of_table(commas).unwrap(), expected);
    let semicolons = "\u{feff}1007-R1;2026-10;4.5;\r\n1007-R2;2026-10;7;\r\n";
    assert_eq!(values_of_table(semicolons).unwrap(), expected);
    assert_eq!(values_of_table("1007-R1;2026-10;4,5").unwrap(), [given("1007-R1", "2026-10", "4,5")]);
    assert_eq!(values_of_table("").unwrap(), []);
    for (wrong, line) in [("1007-R1,2026-10", "1"), ("1007-R1,2026-10,4\n\n1007-R1,2026-09,4,5", "3")] {
        let error = values_of_table(wrong).unwrap_err();
        assert_eq!((error.key(), error.args()[0].1.as_str()), ("own-table-line", line));
    }
}

#[test]
fn codes_are_read_as_they_are_written() {
    for code in ["1007-R1", "V101-R12"] {
        assert_eq!(code.parse::<OwnCode>().unwrap().to_string(), code);
    }
    for wrong in ["1007", "1007-1", "1007-R", "1007-R-1", "1007-R99999", ""] {
        assert_eq!(wrong.parse::<OwnCode>().unwrap_err().key(), "own-indicator", "{wrong}");
    }
    assert!("2026-13".parse::<Month>().is_err());
}
