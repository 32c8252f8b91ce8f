//! What is wrong with a row of a table and what keeps it from being published: told in one round.

use super::db;
use super::tables::{applied, changed, planned, row};
use crate::{CellFault, RowDone, TableRow};

fn told(faults: &[CellFault]) -> Vec<(&str, &str)> {
    let mut told: Vec<_> =
        faults.iter().map(|fault| (fault.column.as_deref().unwrap_or_default(), fault.key.as_str())).collect();
    told.sort_unstable();
    told
}

// req: CAT-15, CAT-18
#[tokio::test]
async fn unreadable_cells_wrong_values_and_gaps_of_a_row_are_told_together() {
    let db = db().await;
    let cells = [
        ("1007", "electronic_fee", "divi eiro"),
        ("1007", "contact_phone", "zvaniet"),
        ("1007", "name_en", ""),
        ("1008", "name_en", ""),
        ("1010", "audience_lv", "Citi"),
    ];
    let table = changed(&db, &cells).await;
    let plan = planned(&db, &table).await;
    let whole = row(&plan, "1007");
    assert_eq!(told(&whole.faults), [("contact_phone", "edit-phone"), ("electronic_fee", "table-fee")]);
    assert_eq!(told(&whole.blocked), [("name_en", "quality-english-missing")]);
    let draft = row(&plan, "1008");
    assert!(draft.would_change(), "{:?}", draft.faults);
    assert_eq!(told(&draft.blocked), [("name_en", "quality-english-missing")]);
    assert!(row(&plan, "1010").blocked.is_empty());
    // What keeps it from being published keeps no draft from being kept.
    let done = applied(&db, &table, false).await;
    assert!(done.iter().any(|one| matches!(one, RowDone::Changed { code, .. } if code == "1008")), "{done:?}");
}

// req: CAT-18
#[tokio::test]
async fn of_a_row_from_an_older_description_only_that_is_told() {
    let db = db().await;
    let table =
        changed(&db, &[("1009", "version", "1"), ("1009", "name_en", ""), ("1009", "contact_phone", "x")]).await;
    let plan = planned(&db, &table).await;
    assert_eq!(told(&row(&plan, "1009").faults), [("version", "table-version")]);
    assert!(row(&plan, "1009").blocked.is_empty());
}

// req: CAT-01, CAT-15
#[tokio::test]
async fn a_new_row_needs_no_more_than_a_name() {
    let db = db().await;
    let mut table = changed(&db, &[]).await;
    let place = table.columns.iter().position(|name| name == "name_lv").unwrap();
    let mut cells = vec![Some(String::new()); table.columns.len()];
    cells[place] = Some("Jauns no tabulas".to_owned());
    table.rows.retain(|row| row.number == 2);
    table.rows.push(TableRow { number: 3, cells });
    let plan = planned(&db, &table).await;
    let [new] = plan.rows.as_slice() else { panic!("{plan:?}") };
    assert!(new.would_change() && new.blocked.is_empty(), "{:?}", new.faults);
    let done = applied(&db, &table, true).await;
    assert!(matches!(&done[1], RowDone::Created { name, .. } if name.lv == "Jauns no tabulas"), "{done:?}");
}
