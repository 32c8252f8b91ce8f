//! Several payments of one channel: as linked data, in the dump, in the tables of editors.

use super::services::{assert_said, said};
use super::tables::{applied, changed, exported, planned, row};
use super::{db, from_json_ld, from_turtle, open};
use crate::{Dump, DumpFormat, RowDone, TableKind, describe_service, read_table};
use catalogue::{Description, Fee, FeeTier, PublishService, publish, service};
use kernel::{Caller, Channel, LangText, Money};
use std::sync::Arc;
use test_support::TestDb;

fn tier(fee: Fee, added: bool, lv: &str, en: &str) -> FeeTier {
    FeeTier { fee, added, condition: LangText::new(lv, en) }
}

/// In person: 34.20 euro, less for some, delivery on top; and how to pay.
fn paid(text: &mut Description) {
    text.payment = Some(LangText::new("Ar karti.", "By card."));
    let offer = text.channels.iter_mut().find(|offer| offer.channel == Channel::Institution).unwrap();
    offer.fee = Fee::Amount(Money::cents(3420));
    offer.tiers = vec![
        tier(Fee::Amount(Money::cents(1425)), false, "Bērniem", "For children"),
        tier(Fee::Free, false, "Represētajiem", "For the repressed"),
        tier(Fee::Amount(Money::cents(1000)), true, "Piegāde", "Delivery"),
    ];
}

async fn published(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    paid(&mut description);
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
}

async fn tiers(db: &TestDb) -> Vec<FeeTier> {
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    now.offer(Channel::Institution).unwrap().tiers.clone()
}

// req: CAT-04, CAT-19, CAT-25
#[tokio::test]
async fn every_payment_is_a_cost_of_its_channel() {
    let db = db().await;
    let said = said(&db, paid).await;
    let double = "^^<http://www.w3.org/2001/XMLSchema#double>";
    assert_said(
        &said,
        &[
            "own:service/1007 cv:hasCost own:service/1007#cost-institution",
            "own:service/1007 cv:hasCost own:service/1007#cost-institution-3",
            "own:service/1007#cost-institution-1 rdf:type cv:Cost",
            "own:service/1007#cost-institution-1 dct:identifier \"1007-cost-institution-1\"",
            &format!("own:service/1007#cost-institution cv:hasValue \"34.20\"{double}"),
            &format!("own:service/1007#cost-institution-1 cv:hasValue \"14.25\"{double}"),
            &format!("own:service/1007#cost-institution-2 cv:hasValue \"0.00\"{double}"),
            "own:service/1007#cost-institution-1 cv:currency currency:EUR",
            "own:service/1007#cost-institution-1 cv:ifAccessedThrough own:service/1007#channel-institution",
            "own:service/1007#cost-institution-1 dct:description \"Bērniem\"@lv",
            "own:service/1007#cost-institution-3 dct:description \"Delivery\"@en",
            "own:service/1007#cost-institution-3 skos:note \"Ar karti.\"@lv",
        ],
    );
    let notes = said.iter().filter(|line| line.contains("core#note> \"Ar karti.")).count();
    assert_eq!(notes, 3, "what is free needs no payment");
    let added = said.iter().filter(|line| line.contains("#cost-institution-") && line.contains("on top")).count();
    assert_eq!(added, 1);
}

// req: CAT-19, CAT-25
#[tokio::test]
async fn a_fee_that_depends_on_the_case_is_its_cases_and_both_notations_agree() {
    let db = db().await;
    let said = said(&db, |text| {
        paid(text);
        text.channels.iter_mut().for_each(|offer| offer.fee = Fee::Stated);
    })
    .await;
    assert_said(&said, &["own:service/1007 cv:hasCost own:service/1007#cost-post"]);
    assert!(!said.iter().any(|line| line.contains("#cost-institution>")));
    published(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, "1007").await.unwrap();
    let graph = describe_service(&tx, &open(), &now).await.unwrap();
    assert_eq!(from_turtle(&graph.to_turtle().unwrap()), from_json_ld(&graph.to_json_ld().unwrap()));
}

// req: CAT-19, CAT-25, OPN-03
#[tokio::test]
async fn the_dump_has_the_ordinary_fee_and_the_other_cases() {
    let db = db().await;
    published(&db).await;
    let mut dump = Dump::new(db.clone(), open(), DumpFormat::Csv);
    let mut table = Vec::new();
    while let Some(part) = dump.next().await.unwrap() {
        table.extend(part);
    }
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let heading = rows.headers().unwrap().clone();
    let place = |name: &str| heading.iter().position(|one| one == name).unwrap();
    let row = rows.records().map(Result::unwrap).find(|row| &row[0] == "1007").unwrap();
    assert_eq!(&row[place("institution_fee")], "34.20");
    let cases =
        "14.25 | Bērniem | For children\n0.00 | Represētajiem | For the repressed\nadded 10.00 | Piegāde | Delivery";
    assert_eq!((&row[place("institution_fee_cases")], &row[place("electronic_fee_cases")]), (cases, ""));
}

// req: CAT-04, CAT-25, OPN-03
#[tokio::test]
async fn payments_come_back_from_tables_and_an_emptied_one_goes_away() {
    let db = db().await;
    published(&db).await;
    for (kind, name) in [(TableKind::Csv, "t.csv"), (TableKind::Xlsx, "t.xlsx")] {
        let table = read_table(name, &exported(&db, kind).await).unwrap();
        let plan = planned(&db, &table).await;
        assert_eq!((plan.rows.as_slice(), plan.unchanged), ([].as_slice(), table.rows.len()), "{kind:?}");
        let row = table.rows.iter().find(|row| row.cell(&table, "code") == Some("1007")).unwrap();
        assert_eq!(row.cell(&table, "institution_fee_1_amount"), Some("14.25"));
        assert_eq!(row.cell(&table, "institution_fee_3_added"), Some("yes"));
        assert_eq!(row.cell(&table, "payment_en"), Some("By card."));
    }
    let table = changed(
        &db,
        &[
            ("1007", "institution_fee_1_amount", "15,00 €"),
            ("1007", "institution_fee_2_amount", ""),
            ("1007", "institution_fee_2_case_lv", ""),
            ("1007", "institution_fee_2_case_en", ""),
            ("1007", "institution_fee_4_amount", "71.14"),
            ("1007", "institution_fee_4_case_lv", "Steidzami"),
            ("1007", "institution_fee_4_case_en", "Urgent"),
            ("1007", "payment_lv", ""),
            ("1007", "payment_en", ""),
        ],
    )
    .await;
    assert!(applied(&db, &table, true).await.iter().any(|done| matches!(done, RowDone::Changed { .. })));
    let wanted = [
        tier(Fee::Amount(Money::cents(1500)), false, "Bērniem", "For children"),
        tier(Fee::Amount(Money::cents(1000)), true, "Piegāde", "Delivery"),
        tier(Fee::Amount(Money::cents(7114)), false, "Steidzami", "Urgent"),
    ];
    assert_eq!(tiers(&db).await, wanted);
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    assert_eq!(now.description.payment, None);
}

// req: CAT-15, CAT-18, CAT-25
#[tokio::test]
async fn a_wrong_payment_is_named_by_its_column_and_its_cell_is_shown() {
    let db = db().await;
    published(&db).await;
    let before = tiers(&db).await;
    for (column, cell, key) in [
        ("institution_fee_1_amount", "-5", "table-fee"),
        ("institution_fee_1_amount", "pieci", "table-fee"),
        ("institution_fee_1_amount", "1.234", "table-fee"),
        ("institution_fee_1_amount", "", "table-item-word"),
        ("institution_fee_3_added", "varbūt", "table-word"),
        ("electronic_fee_1_case_lv", "Bērniem", "table-item-word"),
    ] {
        let table = changed(&db, &[("1007", column, cell)]).await;
        let plan = planned(&db, &table).await;
        let fault = &row(&plan, "1007").faults[0];
        let at = if column.starts_with("electronic") { "electronic_fee_1_amount" } else { column };
        assert_eq!((fault.column.as_deref(), fault.key.as_str()), (Some(at), key), "{cell:?}");
        assert_eq!(fault.cell, if at == column { cell } else { "" });
    }
    // The second goes away; what is wrong with the third is told by the number that it has in the table.
    let gone = ["amount", "case_lv", "case_en"].map(|part| format!("institution_fee_2_{part}"));
    let mut cells: Vec<(&str, &str, &str)> = gone.iter().map(|column| ("1007", column.as_str(), "")).collect();
    cells.push(("1007", "institution_fee_3_case_en", ""));
    let table = changed(&db, &cells).await;
    let done = applied(&db, &table, true).await;
    let faults = done.iter().find_map(|one| match one {
        RowDone::Refused { faults, .. } => Some(faults),
        _ => None,
    });
    let fault = &faults.unwrap()[0];
    assert_eq!(
        (fault.column.as_deref(), fault.key.as_str()),
        (Some("institution_fee_3_case_en"), "quality-english-missing")
    );
    assert_eq!(tiers(&db).await, before, "nothing of a refused row is kept");
}

// req: CAT-15
#[tokio::test]
async fn a_table_without_columns_for_payments_leaves_them_as_they_are() {
    let db = db().await;
    published(&db).await;
    let before = Arc::clone(&service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().description);
    let version = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().latest;
    let text = format!("code,version,institution_fee\n1007,{version},35.00\n");
    let table = read_table("t.csv", text.as_bytes()).unwrap();
    assert!(matches!(applied(&db, &table, true).await[0], RowDone::Changed { .. }));
    let mut wanted = (*before).clone();
    wanted.channels.iter_mut().filter(|offer| offer.channel == Channel::Institution).for_each(|offer| {
        offer.fee = Fee::Amount(Money::cents(3500));
    });
    assert_eq!(*service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().description, wanted);
    for heading in ["institution_fee_0_amount", "institution_fee_11_amount", "institution_fee_1_colour"] {
        let refused = read_table("t.csv", format!("code,version,{heading}\n").as_bytes()).unwrap_err();
        assert_eq!((refused.key(), refused.args()[0].1.as_str()), ("table-headings", heading));
    }
}
