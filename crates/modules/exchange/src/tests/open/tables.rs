//! Services as a table: out and in again changes nothing, a changed cell changes one thing, a wrong one is named.

use super::db;
use crate::{
    PlannedRow, RowDone, ServiceTable, TableKind, TablePlan, apply_row, export_services, forget_table, keep_table,
    kept_table, plan_table, read_table,
};
use catalogue::{PublishService, publish, service};
use chrono::TimeDelta;
use i18n::Catalog;
use kernel::{Caller, Channel, ErrorKind, PersonId, Role};
use rust_xlsxwriter::Workbook;
use std::io::Write as _;
use test_support::TestDb;
use uuid::Uuid;

pub(super) async fn editor(db: &TestDb, code: &str) -> Caller {
    let tx = db.reading(&Caller::engine()).await;
    let institution = institutions::by_code(&tx, code).await.unwrap().unwrap().id;
    Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, institution)
}

pub(super) async fn exported(db: &TestDb, kind: TableKind) -> Vec<u8> {
    let tx = db.reading(&editor(db, "VSAA").await).await;
    export_services(&tx, &Catalog::load().unwrap(), kind).await.unwrap()
}

pub(super) async fn planned(db: &TestDb, table: &ServiceTable) -> TablePlan {
    plan_table(&db.reading(&editor(db, "VSAA").await).await, table).await.unwrap()
}

/// The exported table of VSAA with some cells changed: code, column, cell. A code that is not there makes a new row.
pub(super) async fn changed(db: &TestDb, cells: &[(&str, &str, &str)]) -> ServiceTable {
    let mut table = read_table("t.csv", &exported(db, TableKind::Csv).await).unwrap();
    for (code, column, cell) in cells {
        let code_at = table.columns.iter().position(|name| name == "code").unwrap();
        let place = table.columns.iter().position(|name| name == column).unwrap();
        let row = table.rows.iter_mut().find(|row| row.cells[code_at].as_deref() == Some(code)).unwrap();
        row.cells[place] = Some((*cell).to_owned());
    }
    table
}

pub(super) async fn applied(db: &TestDb, table: &ServiceTable, publish: bool) -> Vec<RowDone> {
    let mut done = Vec::new();
    for row in &table.rows {
        let mut tx = db.writing(&editor(db, "VSAA").await).await;
        let one = apply_row(&mut tx, table, row, publish).await.unwrap();
        if !matches!(one, RowDone::Refused { .. }) {
            tx.commit().await.unwrap();
        }
        done.push(one);
    }
    done
}

pub(super) fn row<'a>(plan: &'a TablePlan, code: &str) -> &'a PlannedRow {
    plan.rows.iter().find(|row| row.code.as_deref() == Some(code)).unwrap()
}

// req: CAT-04, CAT-25, OPN-03
#[tokio::test]
async fn what_was_written_out_changes_nothing_when_it_is_read_in() {
    let db = db().await;
    // Texts that spreadsheets treat in their own ways.
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.summary.lv = "=1+1; \"pēdiņas\", komats\nun jauna rinda ".to_owned();
    description.keywords.lv.push("-mīnuss".to_owned());
    description.minutes_to_fill = Some(7);
    description.conditions[0].en.clear();
    publish(&mut tx, PublishService::now("1007", before.latest, Some((*before.description).clone()))).await.unwrap();
    catalogue::save_description(
        &mut tx,
        catalogue::SaveDescription {
            code: "1007".into(),
            version: before.latest + 1,
            description,
            publish: false,
            note: String::new(),
        },
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    for (kind, name) in [(TableKind::Csv, "t.csv"), (TableKind::Xlsx, "t.xlsx")] {
        let table = read_table(name, &exported(&db, kind).await).unwrap();
        assert!(table.rows.len() >= 8 && table.columns.len() > 60, "{} rows", table.rows.len());
        let plan = planned(&db, &table).await;
        assert_eq!((plan.rows.as_slice(), plan.unchanged), ([].as_slice(), table.rows.len()), "{kind:?}");
        assert!(applied(&db, &table, true).await.iter().all(|done| *done == RowDone::Unchanged));
    }
}

// req: CAT-25
#[tokio::test]
async fn a_changed_cell_changes_one_thing_and_nothing_else() {
    let db = db().await;
    let before = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let table = changed(
        &db,
        &[
            ("1007", "institution_fee", "2,50 €"),
            ("1007", "electronic_deadline", "5 wd"),
            ("1007", "conditions_lv", "Pirmais.\nOtrais.\nTrešais jaunais."),
            ("1007", "contact_phone", "+371 60000000"),
            ("1007", "phone_stages", ""),
            ("1007", "phone_hours_lv", ""),
            ("1007", "phone_hours_en", ""),
            ("1007", "phone_fee", ""),
            ("1007", "phone_deadline", ""),
            ("1007", "phone_reason", ""),
            ("1007", "phone_note_lv", ""),
            ("1007", "phone_note_en", ""),
        ],
    )
    .await;
    let plan = planned(&db, &table).await;
    let columns: Vec<&str> = row(&plan, "1007").changes.iter().map(|change| change.column.as_str()).collect();
    assert!(["institution_fee", "electronic_deadline", "phone_stages"].iter().all(|name| columns.contains(name)));
    assert_eq!((plan.rows.len(), plan.unchanged), (1, table.rows.len() - 1));
    assert!(applied(&db, &table, true).await.iter().any(|done| matches!(done, RowDone::Changed { .. })));
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let mut wanted = (*before.description).clone();
    for offer in &mut wanted.channels {
        match offer.channel {
            Channel::Institution => offer.fee = catalogue::Fee::Amount(kernel::Money::cents(250)),
            Channel::Electronic => offer.deadline = Some(catalogue::Deadline::WorkingDays(5)),
            _ => {}
        }
    }
    wanted.channels.retain(|offer| offer.channel != Channel::Phone);
    for (condition, text) in wanted.conditions.iter_mut().zip(["Pirmais.", "Otrais.", "Trešais jaunais."]) {
        condition.lv = text.to_owned();
    }
    for provider in wanted.providers.iter_mut().filter(|provider| provider.institution == before.holder) {
        provider.contact.phone = Some("+371 60000000".to_owned());
    }
    assert_eq!(*now.description, wanted);
}

// req: CAT-15
#[tokio::test]
async fn a_wrong_cell_is_named_and_the_good_rows_are_applied() {
    let db = db().await;
    let table = changed(
        &db,
        &[
            ("1007", "electronic_fee", "divi eiro"),
            ("1007", "electronic_deadline", "drīz"),
            ("1007", "signature", "varbūt"),
            ("1008", "audience_lv", "Citi"),
            ("1009", "version", "1"),
            ("1009", "audience_lv", "Vēl citi"),
            ("1010", "name_en", ""),
            ("1010", "summary_en", "x"),
        ],
    )
    .await;
    let plan = planned(&db, &table).await;
    let faults: Vec<_> =
        row(&plan, "1007").faults.iter().map(|fault| (fault.column.as_deref().unwrap(), fault.key.as_str())).collect();
    assert_eq!(
        faults,
        [("signature", "table-word"), ("electronic_fee", "table-fee"), ("electronic_deadline", "table-deadline"),]
    );
    assert_eq!(row(&plan, "1007").faults[1].cell, "divi eiro");
    assert_eq!(row(&plan, "1009").faults[0].key, "table-version");
    let done = applied(&db, &table, true).await;
    let changed = done.iter().filter(|one| matches!(one, RowDone::Changed { code, .. } if code == "1008")).count();
    let refused: Vec<_> = done
        .iter()
        .filter_map(|one| match one {
            RowDone::Refused { code, faults, .. } => Some((code.as_deref().unwrap(), faults[0].key.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(changed, 1);
    assert_eq!(refused, [("1007", "table-word"), ("1009", "table-version"), ("1010", "quality-english-missing")]);
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(service(&tx, "1008").await.unwrap().description.audience.lv, "Citi");
    assert!(!service(&tx, "1010").await.unwrap().description.name.en.is_empty(), "nothing of a refused row is kept");
}

// req: CAT-15
#[tokio::test]
async fn a_row_from_an_older_description_is_left_out_and_both_texts_are_shown() {
    let db = db().await;
    let table = changed(&db, &[("1007", "audience_lv", "Tabulas teksts")]).await;
    let mut tx = db.writing(&editor(&db, "VSAA").await).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.audience.lv = "Dienas teksts".to_owned();
    description.appeal.lv = "Dienas pārsūdzība".to_owned();
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let plan = planned(&db, &table).await;
    let stale = row(&plan, "1007");
    assert!(stale.stale && !stale.would_change());
    assert_eq!((stale.faults.len(), stale.faults[0].key.as_str()), (1, "table-version"));
    let told: Vec<_> = stale
        .changes
        .iter()
        .map(|change| (change.column.as_str(), change.before.as_str(), change.after.as_str()))
        .collect();
    let old = before.description.appeal.lv.as_str();
    assert_eq!(told, [("audience_lv", "Dienas teksts", "Tabulas teksts"), ("appeal_lv", "Dienas pārsūdzība", old)]);
    let done = applied(&db, &table, true).await;
    let refused = done.iter().find_map(|one| match one {
        RowDone::Refused { differences, .. } => Some(differences),
        _ => None,
    });
    assert_eq!(refused, Some(&stale.changes));
    // A row that says what there is loses nobody's words, whatever it was made from.
    let same = changed(&db, &[("1007", "version", "1")]).await;
    assert_eq!(planned(&db, &same).await.rows, []);
}

// req: CAT-18
#[tokio::test]
async fn values_are_checked_as_in_the_editor_and_named_by_their_column() {
    let db = db().await;
    let table = changed(
        &db,
        &[
            ("1007", "territory", "0001000 9999999"),
            ("1007", "contact_phone", "zvaniet"),
            ("1007", "electronic_link", "https://nekas"),
            ("1007", "minutes_to_fill", "0"),
        ],
    )
    .await;
    let plan = planned(&db, &table).await;
    let mut told: Vec<_> = row(&plan, "1007")
        .faults
        .iter()
        .map(|fault| (fault.column.as_deref().unwrap(), fault.cell.as_str(), fault.key.as_str()))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("contact_phone", "zvaniet", "edit-phone"),
            ("electronic_link", "https://nekas", "edit-link"),
            ("minutes_to_fill", "0", "edit-number"),
            ("territory", "0001000 9999999", "edit-municipality"),
        ]
    );
    let gaps = changed(&db, &[("1008", "name_en", "")]).await;
    let done = applied(&db, &gaps, true).await;
    let columns = done.iter().find_map(|one| match one {
        RowDone::Refused { faults, .. } => faults[0].column.clone(),
        _ => None,
    });
    assert_eq!(columns.as_deref(), Some("name_en"));
}

// req: CAT-16
#[tokio::test]
async fn the_day_of_the_check_is_no_column_and_that_of_an_earlier_table_is_passed_over() {
    let db = db().await;
    let before = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let whole = read_table("t.csv", &exported(&db, TableKind::Csv).await).unwrap();
    assert!(!whole.columns.iter().any(|name| name == "checked_on"));
    let text = format!("code,version,checked_on,minutes_to_fill\n1007,{},2027-01-31,9\n", before.latest);
    let table = read_table("t.csv", text.as_bytes()).unwrap();
    let plan = planned(&db, &table).await;
    assert_eq!((plan.passed_over.as_slice(), row(&plan, "1007").changes.len()), (["checked_on"].as_slice(), 1));
    assert!(matches!(applied(&db, &table, true).await[0], RowDone::Changed { .. }));
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    assert_eq!((now.description.minutes_to_fill, now.description.checked_on), (Some(9), before.description.checked_on));
}

// req: CAT-15
#[tokio::test]
async fn where_two_people_keep_the_descriptions_a_table_makes_working_copies() {
    let db = db().await;
    let own = editor(&db, "VSAA").await;
    let vsaa = own.institution.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    for person in [1, 2].map(|number| PersonId::new(Uuid::from_u128(number))) {
        institutions::ensure_membership(&mut tx, person, vsaa, Role::ContactPerson).await.unwrap();
    }
    tx.commit().await.unwrap();
    let before = service(&db.reading(&own).await, "1007").await.unwrap();
    let table = changed(&db, &[("1007", "audience_lv", "Citi")]).await;
    let done = applied(&db, &table, true).await;
    assert!(done.iter().any(|one| matches!(one, RowDone::Copied { code, .. } if code == "1007")), "{done:?}");
    let tx = db.reading(&own).await;
    assert_eq!(*service(&tx, "1007").await.unwrap(), *before);
    let copy = catalogue::working_copy(&tx, "1007").await.unwrap();
    assert!(copy.draft.is_some() && copy.description.audience.lv == "Citi");
}

// req: CAT-01, CAT-15
#[tokio::test]
async fn a_row_without_code_is_a_draft_and_others_services_are_out_of_reach() {
    let db = db().await;
    let text = "code;version;name_lv;name_en;electronic_stages;electronic_fee\n\
                ;;Jauns pakalpojums;New service;request receipt;0.00\n\
                1001;2;Svešs;Foreign;;\n\
                ;;;Only English;;\n";
    let table = read_table("no-excel.csv", text.as_bytes()).unwrap();
    let plan = planned(&db, &table).await;
    assert!(plan.rows[0].would_change() && plan.rows[0].number == 2);
    assert_eq!(plan.rows[1].faults[0].key, "table-code", "1001 is not a service of VSAA");
    assert_eq!(plan.rows[2].faults[0].key, "service-text-missing");
    let done = applied(&db, &table, true).await;
    let RowDone::Created { code, .. } = &done[0] else { panic!("{done:?}") };
    let created = service(&db.reading(&editor(&db, "VSAA").await).await, code).await.unwrap();
    assert_eq!((created.state, created.name().en.as_str()), (catalogue::ServiceState::Draft, "New service"));
    let hidden = service(&db.reading(&Caller::anonymous()).await, code).await.unwrap_err();
    assert_eq!(hidden.kind(), ErrorKind::NotFound);
    for role in [Role::Officer, Role::InstitutionAdministrator] {
        let mut other = editor(&db, "VSAA").await;
        other.role = role;
        let tx = db.reading(&other).await;
        assert_eq!(plan_table(&tx, &table).await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
}

#[tokio::test]
async fn no_cell_of_an_exported_table_is_a_formula() {
    let db = db().await;
    let text = exported(&db, TableKind::Csv).await;
    let mut rows = csv::Reader::from_reader(text.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let mut phones = 0;
    for row in rows.records() {
        for cell in row.unwrap().iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            phones += usize::from(cell.starts_with("'+371"));
        }
    }
    assert!(phones > 0, "telephone numbers begin with what would be a formula");
}

#[test]
fn what_is_no_table_is_refused_with_a_reason() {
    let refused = |name: &str, content: &[u8]| read_table(name, content).unwrap_err();
    assert_eq!(refused("t.pdf", b"%PDF").key(), "table-kind");
    assert_eq!(refused("t.xlsx", b"not a zip").key(), "table-unreadable");
    assert_eq!(refused("t.csv", b"\xff\xfe\x00").key(), "table-unreadable");
    assert_eq!(refused("t.csv", b"").key(), "table-headings");
    assert_eq!(refused("t.csv", b"name_lv,name_en\nA,B\n").key(), "table-headings");
    assert_eq!(refused("t.csv", b"code,version,colour\n").args()[0].1, "colour");
    assert_eq!(refused("t.csv", b"code,version,name_lv,name_lv\n").args()[0].1, "name_lv");
    assert_eq!(refused("t.csv", &vec![b'x'; 6 << 20]).key(), "table-too-large");
    let many = format!("code,name_lv\n{}", "1,x\n".repeat(2_500));
    assert_eq!(refused("t.csv", many.as_bytes()).key(), "table-too-large");
    let long = format!("code,name_lv\n1,{}\n", "x".repeat(30_000));
    assert_eq!(refused("t.csv", long.as_bytes()).key(), "table-too-large");
}

#[test]
fn a_small_file_that_unfolds_into_a_large_one_is_refused() {
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..80 {
        bomb.write_all(&blank).unwrap();
    }
    let content = bomb.finish().unwrap().into_inner();
    assert!(content.len() < 1 << 20, "{} bytes", content.len());
    assert_eq!(read_table("t.xlsx", &content).unwrap_err().key(), "table-too-large");
}

// req: CAT-15
#[test]
fn a_spreadsheet_with_numbers_and_dates_reads_as_people_see_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (place, heading) in ["Code", "VERSION", "electronic_fee", "checked_on", "minutes_to_fill"].iter().enumerate() {
        sheet.write_string(1, u16::try_from(place).unwrap(), *heading).unwrap();
    }
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2027, 1, 31).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_number(3, 0, 1007).unwrap();
    sheet.write_number(3, 1, 2).unwrap();
    sheet.write_number(3, 2, 12.5).unwrap();
    sheet.write_datetime_with_format(3, 3, &date, &format).unwrap();
    sheet.write_number(3, 4, 7).unwrap();
    let table = read_table("mans.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let cells: Vec<&str> = table.rows[0].cells.iter().map(|cell| cell.as_deref().unwrap()).collect();
    assert_eq!((table.rows[0].number, cells), (4, vec!["1007", "2", "12.5", "2027-01-31", "7"]));
}

// req: CAT-15
#[tokio::test]
async fn a_table_waits_a_day_for_the_people_of_its_institution() {
    let db = db().await;
    let table = read_table("t.csv", b"code,version,name_lv\n1007,2,Cits\n").unwrap();
    let mut tx = db.writing(&editor(&db, "VSAA").await).await;
    let id = keep_table(&mut tx, &table).await.unwrap();
    tx.commit().await.unwrap();
    let (own, other) = (editor(&db, "VSAA").await, editor(&db, "NVA").await);
    assert_eq!(kept_table(&db.reading(&own).await, id).await.unwrap(), table);
    assert_eq!(kept_table(&db.reading(&other).await, id).await.unwrap_err().kind(), ErrorKind::NotFound);
    let begun = db.reading(&own).await.now();
    db.test_clock().set(begun + TimeDelta::hours(25));
    assert_eq!(kept_table(&db.reading(&own).await, id).await.unwrap_err().key(), "table-kept");
    db.test_clock().set(begun);
    let mut tx = db.writing(&own).await;
    forget_table(&mut tx, id).await.unwrap();
    assert!(kept_table(&tx, id).await.is_err());
}
