//! Items of lists in numbered columns, digital mode, links and further languages: out, changed and in again.

use super::db;
use super::tables::{applied, changed, editor, exported, planned, row};
use crate::{RowDone, ServiceTable, TableKind, TableRow, export_services, plan_table, read_table};
use catalogue::{
    ChannelReason, FormChoice, Opening, PublishService, ServiceFilter, Stage, Step, Weekday, list_services, publish,
    service,
};
use i18n::Catalog;
use kernel::{Caller, Channel, InstitutionId, LangText, PageRequest, PersonId, Role};
use std::collections::BTreeSet;
use test_support::TestDb;
use uuid::Uuid;

/// What is wrong with the row of a service: heading and reason.
fn faults(done: &[RowDone], wanted: &str) -> Vec<(String, String)> {
    let found = done.iter().find_map(|one| match one {
        RowDone::Refused { code, faults, .. } if code.as_deref() == Some(wanted) => Some(faults),
        _ => None,
    });
    let faults = found.unwrap().iter();
    faults.map(|fault| (fault.column.clone().unwrap_or_default(), fault.key.clone())).collect()
}

fn place(table: &ServiceTable, column: &str) -> usize {
    table.columns.iter().position(|name| name == column).unwrap()
}

/// Mondays and Tuesdays with a break, and Fridays.
fn opening() -> Vec<Opening> {
    let line = |days: &[Weekday], opens: &str, closes: &str| Opening {
        days: days.to_vec(),
        opens: opens.to_owned(),
        closes: closes.to_owned(),
    };
    let first = [Weekday::Monday, Weekday::Tuesday];
    vec![line(&first, "08:30", "12:00"), line(&first, "13:00", "17:00"), line(&[Weekday::Friday], "08:30", "15:00")]
}

/// The row of 1007 as a new service with this name.
fn new_row(table: &ServiceTable, name: &str) -> TableRow {
    let code = place(table, "code");
    let mut row = table.rows.iter().find(|row| row.cells[code].as_deref() == Some("1007")).unwrap().clone();
    for (column, cell) in [("code", ""), ("version", ""), ("state", ""), ("name_lv", name), ("name_en", "New benefit")]
    {
        row.cells[place(table, column)] = Some(cell.to_owned());
    }
    row
}

/// 1007 with a step and the note of a channel in Ukrainian too, and with everything that a channel can say.
async fn in_ukrainian(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.steps[0].title.other.insert("uk".to_owned(), "Подайте заявку".to_owned());
    for offer in &mut description.channels {
        offer.opening = opening();
        offer.reason = ChannelReason::ClientNeeds;
        offer.note.other.insert("uk".to_owned(), "Ближче".to_owned());
        match offer.channel {
            Channel::Electronic => {
                offer.link = Some("https://e.vsaa.example/pabalsts".to_owned());
                offer.sign_in = Some("https://e.vsaa.example/login".to_owned());
            }
            Channel::Institution => offer.places = vec!["VSAA".to_owned(), "NVA".to_owned()],
            _ => {}
        }
    }
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
}

// req: CAT-04, CAT-05, CAT-06, CAT-07, CAT-26, CAT-31, OPN-03
#[tokio::test]
async fn every_pilot_service_comes_back_as_it_was_in_both_formats() {
    let db = db().await;
    in_ukrainian(&db).await;
    let tx = db.reading(&Caller::engine()).await;
    let page = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(PageRequest::MAX)).await.unwrap();
    let holders: BTreeSet<InstitutionId> = page.items.iter().map(|item| item.holder).collect();
    drop(tx);
    for (kind, name) in [(TableKind::Csv, "t.csv"), (TableKind::Xlsx, "t.xlsx")] {
        let mut seen = 0;
        for holder in &holders {
            let caller = Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, *holder);
            let tx = db.reading(&caller).await;
            let content = export_services(&tx, &Catalog::load().unwrap(), kind).await.unwrap();
            let table = read_table(name, &content).unwrap();
            for column in [
                "step_3_text_en",
                "document_1_kind",
                "output_1_name_lv",
                "provider_5_institution",
                "related",
                "electronic_sign_in",
                "centre_places",
                "phone_opening",
                "post_reason",
                "institution_note_en",
                "form",
            ] {
                assert!(table.columns.iter().any(|known| known == column), "{column}");
            }
            let plan = plan_table(&tx, &table).await.unwrap();
            assert_eq!((plan.rows.as_slice(), plan.unchanged), ([].as_slice(), table.rows.len()), "{kind:?}");
            seen += table.rows.iter().filter(|row| row.cell(&table, "state") == Some("open")).count();
        }
        assert_eq!(seen, page.items.len(), "{kind:?}");
    }
    let table = read_table("t.xlsx", &exported(&db, TableKind::Xlsx).await).unwrap();
    let row = table.rows.iter().find(|row| row.cell(&table, "code") == Some("1007")).unwrap();
    assert_eq!(row.cell(&table, "step_1_title_uk"), Some("Подайте заявку"));
    let told = |column: &str| row.cell(&table, column).unwrap();
    assert_eq!((told("phone_note_uk"), told("phone_reason")), ("Ближче", "client_needs"));
    let hours = "monday tuesday 08:30-12:00\nmonday tuesday 13:00-17:00\nfriday 08:30-15:00";
    assert_eq!((told("phone_opening"), told("institution_places")), (hours, "VSAA NVA"));
    assert_eq!((told("electronic_sign_in"), told("form")), ("https://e.vsaa.example/login", "childbirth-benefit"));
}

// req: CAT-06, CAT-07, CAT-14, POR-12, POR-16
#[tokio::test]
async fn hours_reason_note_places_sign_in_and_form_of_a_channel_are_changed_by_cells() {
    let db = db().await;
    let before = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let table = changed(
        &db,
        &[
            ("1007", "phone_opening", "monday, tuesday 08:30–12:00\nmonday tuesday 13:00-17:00\nfriday 08:30-15:00"),
            ("1007", "phone_reason", "client_needs"),
            ("1007", "phone_note_lv", "Tiem, kam vieglāk runāt."),
            ("1007", "phone_note_en", "For those who would rather talk."),
            ("1007", "institution_places", "vsaa, NVA"),
            ("1007", "electronic_link", "https://e.vsaa.example/pabalsts"),
            ("1007", "electronic_sign_in", "https://e.vsaa.example/login"),
            ("1007", "form", ""),
            ("1008", "form", "funeral-benefit"),
            ("1008", "electronic_stages", "request receipt"),
        ],
    )
    .await;
    let done = applied(&db, &table, true).await;
    for wanted in ["1007", "1008"] {
        assert!(done.iter().any(|one| matches!(one, RowDone::Changed { code, .. } if code == wanted)), "{done:?}");
    }
    let tx = db.reading(&Caller::engine()).await;
    let now = service(&tx, "1007").await.unwrap();
    let mut wanted = (*before.description).clone();
    wanted.form = FormChoice::NoForm;
    for offer in &mut wanted.channels {
        match offer.channel {
            Channel::Phone => {
                offer.opening = opening();
                offer.reason = ChannelReason::ClientNeeds;
                offer.note = LangText::new("Tiem, kam vieglāk runāt.", "For those who would rather talk.");
            }
            Channel::Institution => offer.places = vec!["VSAA".to_owned(), "NVA".to_owned()],
            Channel::Electronic => {
                offer.link = Some("https://e.vsaa.example/pabalsts".to_owned());
                offer.sign_in = Some("https://e.vsaa.example/login".to_owned());
            }
            _ => {}
        }
    }
    assert_eq!(*now.description, wanted);
    assert_eq!(now.form_key, None, "its pages lead to no form any more");
    assert_eq!(service(&tx, "1008").await.unwrap().form_key.as_deref(), Some("funeral-benefit"));
}

// req: CAT-06, CAT-07, CAT-14, CAT-18, POR-12, POR-16
#[tokio::test]
async fn a_wrong_cell_of_a_channel_is_named_by_its_column() {
    let db = db().await;
    let table = changed(
        &db,
        &[
            ("1007", "phone_opening", "pirmdien 8-17"),
            ("1007", "phone_reason", "tā vajag"),
            ("1008", "centre_opening", "monday 08:30-25:00"),
            ("1009", "institution_places", "VSAA NAV-TADAS-1"),
            ("1010", "post_places", "VSAA"),
            ("1011", "electronic_sign_in", "http://e.example.lv/login"),
            ("1012", "form", "nav-tadas"),
            ("1013", "phone_note_lv", ""),
        ],
    )
    .await;
    let done = applied(&db, &table, true).await;
    let told = |code: &str| faults(&done, code);
    let one = |column: &str, key: &str| (column.to_owned(), key.to_owned());
    assert_eq!(told("1007"), [one("phone_opening", "table-opening"), one("phone_reason", "table-word")]);
    assert_eq!(told("1008"), [one("centre_opening", "edit-time")]);
    assert_eq!(told("1009"), [one("institution_places", "edit-place-unknown")]);
    assert_eq!(told("1010"), [one("post_places", "edit-place-channel")]);
    assert_eq!(told("1011"), [one("electronic_sign_in", "edit-link-safe")]);
    assert_eq!(told("1012"), [one("form", "edit-form-unknown")]);
    assert_eq!(told("1013")[0], one("phone_note_lv", "quality-latvian-missing"));
}

// req: CAT-05, CAT-07, CAT-26, CAT-31
#[tokio::test]
async fn a_changed_item_changes_itself_and_an_emptied_one_goes_away() {
    let db = db().await;
    let before = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let table = changed(
        &db,
        &[
            ("1007", "step_2_title_lv", "Jauns solis"),
            ("1007", "step_4_stage", "receipt"),
            ("1007", "step_4_title_lv", "Pēdējais"),
            ("1007", "step_4_title_en", "The last one"),
            ("1007", "step_4_text_lv", "Teksts."),
            ("1007", "step_4_text_en", "A text."),
            ("1007", "output_1_name_lv", ""),
            ("1007", "output_1_name_en", ""),
            ("1007", "output_1_kind", ""),
            ("1007", "contact_phone", "+371 60000000"),
            ("1007", "provider_3_phone", "+371 61111111"),
            ("1007", "digital_mode", "primarily_digital"),
            ("1007", "digital_since", "01.02.2026"),
            ("1007", "related", "1008 1009"),
        ],
    )
    .await;
    let done = applied(&db, &table, true).await;
    assert!(done.iter().any(|one| matches!(one, RowDone::Changed { code, .. } if code == "1007")), "{done:?}");
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let mut wanted = (*before.description).clone();
    wanted.steps[1].title.lv = "Jauns solis".to_owned();
    wanted.steps.push(Step {
        stage: Stage::Receipt,
        title: LangText::new("Pēdējais", "The last one"),
        text: LangText::new("Teksts.", "A text."),
    });
    wanted.outputs.remove(0);
    for provider in wanted.providers.iter_mut().filter(|provider| provider.institution == before.holder) {
        provider.contact.phone = Some("+371 60000000".to_owned());
    }
    wanted.providers[2].contact.phone = Some("+371 61111111".to_owned());
    let digital = wanted.digital.as_mut().unwrap();
    digital.mode = catalogue::DigitalScope::PrimarilyDigital;
    digital.since = chrono::NaiveDate::from_ymd_opt(2026, 2, 1);
    wanted.related = vec!["1008".to_owned(), "1009".to_owned()];
    assert_eq!(*now.description, wanted);
}

// req: CAT-01, CAT-07, CAT-15
#[tokio::test]
async fn a_new_row_with_all_it_needs_can_be_published() {
    let db = db().await;
    let like = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let mut table = read_table("t.xlsx", &exported(&db, TableKind::Xlsx).await).unwrap();
    table.rows = vec![new_row(&table, "Jauns pabalsts")];
    let done = applied(&db, &table, true).await;
    let RowDone::Created { code, .. } = &done[0] else { panic!("{done:?}") };
    let mut tx = db.writing(&editor(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    let new = service(&db.reading(&Caller::anonymous()).await, code).await.unwrap();
    let (new, like) = (&new.description, &like.description);
    assert_eq!((&new.steps, &new.documents, &new.outputs), (&like.steps, &like.documents, &like.outputs));
    assert_eq!((&new.providers, &new.digital), (&like.providers, &like.digital));
    assert_eq!((&new.related, &new.life_events), (&like.related, &like.life_events));
    assert_eq!(new.name, LangText::new("Jauns pabalsts", "New benefit"));
}

// req: CAT-05
#[tokio::test]
async fn a_new_row_without_providers_is_provided_by_the_holder() {
    let db = db().await;
    let holder = editor(&db, "VSAA").await.institution.unwrap();
    let mut table = read_table("t.csv", &exported(&db, TableKind::Csv).await).unwrap();
    let mut row = new_row(&table, "Jauns pabalsts");
    for (at, _) in table.columns.iter().enumerate().filter(|(_, column)| column.starts_with("provider_")) {
        row.cells[at] = Some(String::new());
    }
    table.rows = vec![row];
    let plan = planned(&db, &table).await;
    let providers = &plan.rows[0].description.providers;
    assert!(plan.rows[0].would_change(), "{:?}", plan.rows[0].faults);
    assert_eq!(providers.iter().map(|provider| provider.stage).collect::<Vec<_>>(), Stage::ALL);
    assert!(providers.iter().all(|provider| provider.institution == holder && provider.contact.phone.is_some()));
}

// req: CAT-15, CAT-18
#[tokio::test]
async fn a_wrong_cell_of_a_list_is_named_by_its_column() {
    let db = db().await;
    let table = changed(
        &db,
        &[
            ("1007", "step_1_stage", "varbūt"),
            ("1007", "document_1_required", "dažreiz"),
            ("1008", "provider_1_institution", "NAV-TADAS"),
            ("1009", "document_1_link", "https://nekas"),
            ("1010", "step_1_title_en", ""),
            ("1011", "step_1_stage", ""),
            ("1011", "step_1_title_lv", ""),
            ("1011", "step_1_title_en", ""),
            ("1011", "step_1_text_lv", ""),
            ("1011", "step_1_text_en", ""),
            ("1011", "step_2_title_en", ""),
            ("1012", "output_1_kind", ""),
            ("1004", "digital_mode", ""),
            ("1014", "related", "9999"),
            ("1015", "provider_2_phone", "zvaniet"),
        ],
    )
    .await;
    let plan = planned(&db, &table).await;
    let first = &row(&plan, "1007").faults[0];
    assert_eq!((first.column.as_deref(), first.cell.as_str()), (Some("step_1_stage"), "varbūt"));
    let done = applied(&db, &table, true).await;
    let told = |code: &str| faults(&done, code);
    let one = |column: &str, key: &str| (column.to_owned(), key.to_owned());
    assert_eq!(told("1007"), [one("step_1_stage", "table-word"), one("document_1_required", "table-word")]);
    assert_eq!(told("1008"), [one("provider_1_institution", "table-institution")]);
    assert_eq!(told("1009"), [one("document_1_link", "edit-link")]);
    assert_eq!(told("1010")[0], one("step_1_title_en", "quality-english-missing"));
    assert_eq!(told("1011")[0], one("step_2_title_en", "quality-english-missing"), "by its number in the table");
    assert_eq!(told("1012"), [one("output_1_kind", "table-item-word")]);
    assert_eq!(told("1004")[0].1, "table-digital-none");
    assert_eq!(told("1014"), [one("related", "edit-service-unknown")]);
    assert_eq!(told("1015"), [one("provider_2_phone", "edit-phone")]);
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(service(&tx, "1011").await.unwrap().description.steps.len(), 3, "nothing of a refused row is kept");
}

// req: CAT-15
#[tokio::test]
async fn what_has_no_column_stays_and_columns_may_be_added_by_hand() {
    let db = db().await;
    let before = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let text = format!("code,version,step_3_title_lv,name_uk\n1007,{},Trešais,Допомога\n", before.latest);
    let table = read_table("t.csv", text.as_bytes()).unwrap();
    assert!(matches!(applied(&db, &table, true).await[0], RowDone::Changed { .. }));
    let now = service(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    let mut wanted = (*before.description).clone();
    wanted.steps[2].title.lv = "Trešais".to_owned();
    wanted.name.other.insert("uk".to_owned(), "Допомога".to_owned());
    assert_eq!(*now.description, wanted);
    for heading in ["step_0_stage", "step_31_stage", "step_1_colour", "provider_x_stage", "name_colour", "cofog_uk"] {
        let refused = read_table("t.csv", format!("code,version,{heading}\n").as_bytes()).unwrap_err();
        assert_eq!((refused.key(), refused.args()[0].1.as_str()), ("table-headings", heading));
    }
}

// req: CAT-15, CAT-18
#[tokio::test]
async fn a_last_day_that_is_over_closes_no_service_from_a_table() {
    let db = db().await;
    let table = changed(&db, &[("1007", "offered_to", "2020-02-29")]).await;
    let told: Vec<_> = row(&planned(&db, &table).await, "1007").faults.iter().map(|one| one.key.clone()).collect();
    assert_eq!(told, ["edit-last-day-past"]);
    let refused = faults(&applied(&db, &table, true).await, "1007");
    assert_eq!(refused, [("offered_to".to_owned(), "edit-last-day-past".to_owned())]);
    assert!(service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().is_open());
}
