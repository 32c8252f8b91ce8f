//! The matrix of holders and templates.

use super::{attach, attached, own_registration, own_service, platform, published, text};
use crate::tests::{contact, db, institution, pilot};
use crate::{
    Coverage, CoverageCell, PublishService, ServiceState, TemplateScope, TemplateText, coverage, coverage_csv,
    create_template, publish, publish_template, register_service, unattached,
};
use kernel::{Caller, ErrorKind, PageRequest};

// req: UNI-04, UNI-08
#[tokio::test]
async fn the_matrix_shows_who_has_attached_what_and_what_is_missing() {
    let db = db().await;
    let first = published(&db, text()).await;
    let both = published(&db, TemplateText { scope: TemplateScope::Both, ..text() }).await;
    let code = own_service(&db, "LV-022", "Koku ciršana").await;
    attached(&db, &contact(&db, "LV-022").await, attach(&first, &code, true)).await;
    let benefit = pilot(&db, "P.11").await;
    attached(&db, &contact(&db, "VSAA").await, attach(&both, &benefit.code, false)).await;

    let tx = db.reading(&platform(&db).await).await;
    let matrix = coverage(&tx, &PageRequest::first(100)).await.unwrap();
    assert_eq!(
        matrix.templates.items.iter().map(|line| (line.code.as_str(), line.members)).collect::<Vec<_>>(),
        [("V101", 1), ("V102", 1)]
    );
    assert_eq!(matrix.rows.len(), 45, "42 municipalities and the three institutions that hold open services");
    let row = |code: &str| matrix.rows.iter().find(|row| row.code == code).unwrap();
    let attached_cell = |code: &str| CoverageCell::Attached(code.to_owned(), ServiceState::Open);
    assert_eq!(row("LV-022").cells, [attached_cell(&code), CoverageCell::Missing]);
    assert_eq!((row("LV-022").attached(), row("LV-022").missing()), (1, 1));
    assert_eq!(row("VSAA").cells, [CoverageCell::NotFor, attached_cell(&benefit.code)]);
    assert_eq!(row("NVA").cells, [CoverageCell::NotFor, CoverageCell::Missing], "it holds services and attached none");
    assert_eq!((row("NVA").attached(), row("NVA").missing(), row("NVA").municipality), (0, 1, false));
    assert_eq!(matrix.rows[0].name.lv, "Aizkraukles novada pašvaldība", "in the order of the Latvian alphabet");
    let csv = String::from_utf8(coverage_csv(&tx).await.unwrap()).unwrap();
    assert!(csv.starts_with("holder,name,attached,missing,V101 Atļauja koku ciršanai"), "{csv}");
    assert!(csv.contains(&format!("\nLV-022,Cēsu novada pašvaldība,1,1,{code},\n")), "{csv}");
    assert!(csv.contains(&format!("VSAA,Valsts sociālās apdrošināšanas aģentūra,1,0,-,{}", benefit.code)), "{csv}");
    assert!(csv.contains("\nNVA,Nodarbinātības valsts aģentūra,0,1,-,\n"), "{csv}");
    drop(tx);

    // A holder sees the own row.
    let tx = db.reading(&contact(&db, "LV-022").await).await;
    let own = coverage(&tx, &PageRequest::first(100)).await.unwrap();
    assert_eq!((own.rows.len(), own.rows[0].code.as_str(), own.rows[0].attached()), (1, "LV-022", 1));
    for nobody in [
        Caller::anonymous(),
        Caller::staff(kernel::PersonId::new(uuid::Uuid::from_u128(5)), kernel::Role::Officer, benefit.holder),
    ] {
        let tx = db.reading(&nobody).await;
        assert!(coverage(&tx, &PageRequest::first(100)).await.is_err() && coverage_csv(&tx).await.is_err());
    }
}

// req: UNI-04
#[tokio::test]
async fn a_matrix_of_many_templates_has_pages_and_its_table_for_programs_has_all_of_them() {
    let db = db().await;
    let mut tx = db.writing(&platform(&db).await).await;
    for _ in 0..102 {
        let code = create_template(&mut tx, TemplateText { scope: TemplateScope::Both, ..text() }).await.unwrap();
        publish_template(&mut tx, &code, 1).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (benefit, dace) = (pilot(&db, "P.11").await, contact(&db, "VSAA").await);
    attached(&db, &dace, attach("V202", &benefit.code, false)).await;

    for (caller, holders) in [(platform(&db).await, [45, 45]), (dace, [1, 1])] {
        let tx = db.reading(&caller).await;
        let first = coverage(&tx, &PageRequest::first(100)).await.unwrap();
        let rest = coverage(&tx, &PageRequest::new(100, first.templates.next.clone())).await.unwrap();
        let codes = |matrix: &Coverage| -> Vec<String> {
            matrix.templates.items.iter().map(|template| template.code.clone()).collect()
        };
        assert_eq!((codes(&first).len(), codes(&rest)), (100, vec!["V201".to_owned(), "V202".to_owned()]));
        assert_eq!((first.rows.len(), rest.rows.len(), &rest.templates.next), (holders[0], holders[1], &None));
        let vsaa = rest.rows.iter().find(|row| row.code == "VSAA").unwrap();
        assert_eq!(
            vsaa.cells,
            [CoverageCell::Missing, CoverageCell::Attached(benefit.code.clone(), ServiceState::Open)]
        );
        assert_eq!((first.rows[0].attached(), first.rows[0].missing()), (0, 100), "of the templates that are shown");
        let csv = String::from_utf8(coverage_csv(&tx).await.unwrap()).unwrap();
        assert_eq!(csv.lines().count(), 1 + holders[1]);
        let line = csv.lines().find(|line| line.starts_with("VSAA,")).unwrap();
        assert!(line.contains(",1,101,") && line.ends_with(&format!(",,{}", benefit.code)), "{line}");
        let bad = PageRequest::new(100, Some(kernel::Cursor::from_parts(&["x"])));
        assert_eq!(coverage(&tx, &bad).await.unwrap_err().key(), "bad-cursor");
    }
}

// req: UNI-08
#[tokio::test]
async fn institutions_of_the_state_are_asked_for_while_a_template_is_for_them() {
    let db = db().await;
    published(&db, text()).await;
    let platform = platform(&db).await;
    let shown = async || {
        let tx = db.reading(&platform).await;
        let rows = coverage(&tx, &PageRequest::first(100)).await.unwrap().rows;
        let state: Vec<String> = rows.into_iter().filter(|row| !row.municipality).map(|row| row.code).collect();
        let alone = unattached(&tx, None, &PageRequest::first(100)).await.unwrap().items;
        (state, alone.into_iter().map(|item| item.code).collect::<Vec<_>>())
    };
    let none: (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    assert_eq!(shown().await, none, "a template for municipalities alone asks nobody else");

    let state = published(&db, TemplateText { scope: TemplateScope::State, ..text() }).await;
    let benefit = pilot(&db, "P.11").await;
    attached(&db, &contact(&db, "VSAA").await, attach(&state, &benefit.code, false)).await;
    let (holders, alone) = shown().await;
    assert_eq!(holders, ["NVA", "VID", "VSAA"], "by name, those without services left out");
    assert_eq!(alone.len(), 15, "every open pilot service but the attached one");
    assert!(!alone.contains(&benefit.code) && alone.contains(&pilot(&db, "P.02").await.code));
    let tx = db.reading(&platform).await;
    let matrix = coverage(&tx, &PageRequest::first(100)).await.unwrap();
    let row = |code: &str| matrix.rows.iter().find(|row| row.code == code).unwrap().cells.clone();
    assert_eq!(row("NVA"), [CoverageCell::NotFor, CoverageCell::Missing]);
    assert_eq!(row("LV-022"), [CoverageCell::Missing, CoverageCell::NotFor]);
    let nva = institution(&db, "NVA").await;
    let one = unattached(&tx, Some(nva), &PageRequest::first(10)).await.unwrap().items;
    assert_eq!(one.into_iter().map(|item| item.holder).collect::<Vec<_>>(), [nva]);
}

// req: UNI-04
#[tokio::test]
async fn what_municipalities_have_attached_to_nothing_is_listed() {
    let db = db().await;
    let template = published(&db, text()).await;
    let mut alone = Vec::new();
    for holder in ["LV-022", "LV-113"] {
        let code = own_service(&db, holder, "Koku ciršana").await;
        attached(&db, &contact(&db, holder).await, attach(&template, &code, true)).await;
        alone.push(own_service(&db, holder, "Suņa reģistrācija").await);
    }
    let tx = db.reading(&platform(&db).await).await;
    let first = unattached(&tx, None, &PageRequest::first(1)).await.unwrap();
    let second = unattached(&tx, None, &PageRequest::new(1, first.next.clone())).await.unwrap();
    let mut found: Vec<String> = first.items.iter().chain(&second.items).map(|item| item.code.clone()).collect();
    found.sort();
    assert_eq!((found, second.next), (alone.clone(), None));
    let valmiera = institution(&db, "LV-113").await;
    let one = unattached(&tx, Some(valmiera), &PageRequest::first(10)).await.unwrap();
    assert_eq!(one.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), [alone[1].as_str()]);
    let bad = kernel::Cursor::from_parts(&["x"]);
    let refused = unattached(&tx, None, &PageRequest::new(1, Some(bad))).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Invalid);
    drop(tx);
    // Whoever asks for another holder's is shown the own.
    let tx = db.reading(&contact(&db, "LV-022").await).await;
    let own = unattached(&tx, Some(valmiera), &PageRequest::first(10)).await.unwrap();
    assert_eq!(own.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), [alone[0].as_str()]);
}

// req: UNI-04
#[tokio::test]
async fn internal_services_are_not_among_those_that_are_attached_to_nothing() {
    let db = db().await;
    published(&db, text()).await;
    let open = own_service(&db, "LV-022", "Suņa reģistrācija").await;
    let cesis = institution(&db, "LV-022").await;
    let mut input = own_registration(&db, cesis, "Dokumentu aprite").await;
    input.description.flags.internal = true;
    let mut tx = db.writing(&contact(&db, "LV-022").await).await;
    let internal = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(&internal, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    for caller in [platform(&db).await, contact(&db, "LV-022").await] {
        let tx = db.reading(&caller).await;
        let alone = unattached(&tx, None, &PageRequest::first(10)).await.unwrap().items;
        assert_eq!(alone.iter().map(|item| item.code.as_str()).collect::<Vec<_>>(), [open.as_str()]);
    }
}
