//! Saving sections: nobody's words are lost.

use crate::tests::{contact, db, institution};
use crate::{
    Choice, Description, DraftState, LANGUAGE, OwnServices, Pick, RemarkKind, SaveSection, Saved, Section,
    ServiceState, Typed, discard_editing, open_editing, own_services, preview, publish, refused_text, register_by_name,
    save_section, section_text, service, settle_refused, working_copy,
};
use kernel::{Caller, ErrorKind, LangText, PageRequest, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

/// What a page would send for a section with some inputs changed.
pub(super) async fn typed(db: &TestDb, who: &Caller, section: Section, changes: &[(&str, &str)]) -> SaveSection {
    let text = section_text(&db.reading(who).await, "1007", section).await.unwrap();
    let mut pairs: Vec<(String, String)> = text.typed.pairs().to_vec();
    for (name, value) in changes {
        match pairs.iter_mut().find(|(known, _)| known == name) {
            Some(pair) => pair.1 = (*value).to_owned(),
            None => pairs.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    let typed = Typed::of(section, pairs);
    SaveSection { code: "1007".into(), section, base: text.base, revision: text.revision, typed, began: None }
}

/// Saves and keeps it.
pub(super) async fn save(db: &TestDb, who: &Caller, input: SaveSection) -> Saved {
    let mut tx = db.writing(who).await;
    let saved = save_section(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    saved
}

/// A second contact person of VSAA.
pub(super) async fn colleague(db: &TestDb) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(2)), Role::ContactPerson, institution(db, "VSAA").await)
}

fn refused(saved: &Saved) -> Uuid {
    match saved {
        Saved::Refused(id) => *id,
        Saved::Kept { .. } => panic!("was kept"),
    }
}

// req: CAT-15, CAT-17
#[tokio::test]
async fn a_saved_section_stands_in_the_working_copy_and_nowhere_else() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let input = typed(
        &db,
        &dace,
        Section::Basics,
        &[("summary/lv", "  Jauns\r\napraksts "), ("language", "uk"), ("summary/uk", "Опис")],
    )
    .await;
    assert!(input.typed.pairs().iter().any(|(name, _)| name == LANGUAGE));
    let Saved::Kept { revision, findings, .. } = save(&db, &dace, input.clone()).await else { panic!("refused") };
    // A short summary is advised against, not refused.
    assert_eq!((revision, findings.iter().filter(|remark| remark.blocks()).count()), (1, 0));
    assert!(findings.iter().any(|remark| remark.key == "quality-summary-too-short"));
    let tx = db.reading(&dace).await;
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!(copy.description.summary.lv, "Jauns\napraksts");
    assert_eq!(copy.description.summary.in_language("uk"), Some("Опис"));
    assert_eq!(copy.description.steps, before.description.steps);
    let changed: Vec<Section> = copy.sections.iter().filter(|s| s.changed).map(|s| s.section).collect();
    assert_eq!((changed, copy.draft.unwrap().state), (vec![Section::Basics], DraftState::Editing));
    assert!(copy.changes.iter().all(|change| change.path.starts_with("summary/")));
    assert_eq!(preview(&tx, "1007").await.unwrap().description, copy.description);
    // What was typed is there as it was typed, and what is public is untouched.
    assert_eq!(section_text(&tx, "1007", Section::Basics).await.unwrap().typed, input.typed);
    assert_eq!(service(&db.reading(&Caller::anonymous()).await, "1007").await.unwrap().description, before.description);
}

// req: CAT-15
#[tokio::test]
async fn two_people_in_two_sections_never_meet_and_in_one_section_lose_nothing() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    let mine = typed(&db, &dace, Section::Basics, &[("summary/lv", "Daces teksts par pabalstu")]).await;
    let other = typed(&db, &ilze, Section::Law, &[("appeal/lv", "Ilzes teksts")]).await;
    let hers =
        typed(&db, &ilze, Section::Basics, &[("summary/lv", "Ilzes teksts par pabalstu"), ("name/lv", "Pabalsts")])
            .await;
    save(&db, &dace, mine.clone()).await;
    assert!(matches!(save(&db, &ilze, other).await, Saved::Kept { .. }));
    // The same words again are no conflict: a form sent twice.
    assert!(matches!(save(&db, &dace, mine.clone()).await, Saved::Kept { .. }));
    let id = refused(&save(&db, &ilze, hers.clone()).await);

    let text = refused_text(&db.reading(&ilze).await, "1007", id).await.unwrap();
    assert_eq!((text.mine.clone(), text.theirs.clone()), (hers.typed.clone(), mine.typed));
    let names: Vec<_> = text.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["name/lv", "summary/lv"]);
    assert!(text.fields[1].pieces.len() > 2);
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().refused.len(), 1);

    let pick = |name: &str| if name == "name/lv" { Pick::Mine } else { Pick::Text("Abu teksts".into()) };
    let both = text.merged(pick);
    let mut tx = db.writing(&ilze).await;
    let saved = settle_refused(&mut tx, "1007", id, text.revision, Choice::Merged(both)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(saved, Saved::Kept { .. }));
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.description.name.lv.as_str(), copy.description.summary.lv.as_str()), ("Pabalsts", "Abu teksts"));
    assert_eq!((copy.description.appeal.lv.as_str(), copy.refused.len()), ("Ilzes teksts", 0));
}

// req: CAT-15
#[tokio::test]
async fn the_standing_text_may_stay_and_a_late_choice_is_kept_beside_again() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    let first = typed(&db, &dace, Section::Law, &[("appeal/lv", "Pirmais")]).await;
    let second =
        SaveSection { typed: typed(&db, &ilze, Section::Law, &[("appeal/lv", "Otrais")]).await.typed, ..first.clone() };
    save(&db, &dace, first).await;
    let id = refused(&save(&db, &ilze, second).await);
    let third = typed(&db, &dace, Section::Law, &[("appeal/lv", "Trešais")]).await;
    save(&db, &dace, third).await;
    let mut tx = db.writing(&ilze).await;
    let late = settle_refused(&mut tx, "1007", id, 1, Choice::Mine).await.unwrap();
    let again = refused(&late);
    settle_refused(&mut tx, "1007", again, 2, Choice::Theirs).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.description.appeal.lv.as_str(), copy.refused.len()), ("Trešais", 0));
}

// req: CAT-18
#[tokio::test]
async fn wrong_input_is_kept_as_typed_and_told_and_the_rest_is_understood() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let input = typed(
        &db,
        &dace,
        Section::Channels,
        &[("channels/1/fee", "amount"), ("channels/1/fee/amount", "pieci"), ("channels/1/hours/en", "")],
    )
    .await;
    let Saved::Kept { findings, .. } = save(&db, &dace, input).await else { panic!("refused") };
    let told: Vec<_> = findings.iter().filter(|f| f.blocks()).map(|f| (f.path.as_str(), f.kind)).collect();
    assert_eq!(told, [("channels/1/fee/amount", RemarkKind::Wrong), ("channels/1/hours", RemarkKind::Missing)]);
    let text = section_text(&db.reading(&dace).await, "1007", Section::Channels).await.unwrap();
    let blocking = text.findings.iter().filter(|f| f.blocks()).count();
    assert_eq!((text.typed.get("channels/1/fee/amount"), blocking), ("pieci", 2));
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.blocking().count(), copy.description.channels.len()), (2, 5));
}

// req: CAT-15
#[tokio::test]
async fn a_publication_meanwhile_is_noticed_before_the_first_word_and_after() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let old = typed(&db, &dace, Section::Basics, &[("summary/lv", "Mans")]).await;
    let untouched = typed(&db, &dace, Section::Steps, &[("steps/0/title/lv", "Mans solis")]).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let description = Description { summary: LangText::new("Cits", "Other"), ..(*before.description).clone() };
    publish(&mut tx, crate::PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(save(&db, &dace, old).await, Saved::Refused(_)));
    assert!(matches!(save(&db, &dace, untouched).await, Saved::Kept { .. }));
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().description.summary.lv, "Cits");
}

// req: CAT-01, CAT-02
#[tokio::test]
async fn a_service_is_registered_by_its_name_alone_and_filled_in_later() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = dace.institution.unwrap();
    let mut tx = db.writing(&dace).await;
    let nameless = register_by_name(&mut tx, vsaa, LangText::new(" ", "x")).await.unwrap_err();
    assert_eq!(nameless.field_errors()[0].path, "name/lv");
    let foreign = register_by_name(&mut tx, institution(&db, "NVA").await, LangText::new("x", "")).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::Forbidden);
    let code = register_by_name(&mut tx, vsaa, LangText::new("Jauns pabalsts", "")).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, &code).await.unwrap();
    assert_eq!((copy.service.state, copy.description.providers.len()), (ServiceState::Draft, 3));
    assert!(copy.blocking().count() > 5 && copy.draft.is_some());
    let tx = db.reading(&dace).await;
    let wanted = OwnServices { words: "jauns PABALSTS".into(), state: Some(ServiceState::Draft) };
    let found = own_services(&tx, vsaa, &wanted, &PageRequest::first(10)).await.unwrap();
    assert_eq!(
        (found.items.len(), found.items[0].item.code.as_str(), found.items[0].draft.is_some()),
        (1, code.as_str(), true)
    );
}

// req: CAT-15
#[tokio::test]
async fn a_working_copy_is_given_up_only_as_the_editor_saw_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    let none = discard_editing(&mut tx, "1007", 1).await.unwrap_err();
    assert_eq!(none.kind(), ErrorKind::NotFound);
    open_editing(&mut tx, "1007").await.unwrap();
    open_editing(&mut tx, "1007").await.unwrap();
    tx.commit().await.unwrap();
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("summary/lv", "Mans")]).await).await;
    let mut tx = db.writing(&dace).await;
    assert_eq!(discard_editing(&mut tx, "1007", 1).await.unwrap_err().kind(), ErrorKind::Stale);
    discard_editing(&mut tx, "1007", 2).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.draft, copy.changes.len()), (None, 0));
}

// req: CAT-15
#[tokio::test]
async fn nobody_else_reads_or_writes_a_working_copy() {
    let db = db().await;
    let vsaa = institution(&db, "VSAA").await;
    let dace = contact(&db, "VSAA").await;
    let input = typed(&db, &dace, Section::Basics, &[("summary/lv", "x")]).await;
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(3)), Role::Officer, vsaa);
    let client = Caller::client(PersonId::new(Uuid::from_u128(4)));
    for (who, kind) in [
        (officer, ErrorKind::Forbidden),
        (client, ErrorKind::Forbidden),
        (contact(&db, "NVA").await, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        let mut tx = db.writing(&who).await;
        assert_eq!(save_section(&mut tx, input.clone()).await.unwrap_err().kind(), kind, "{:?}", who.role);
        assert_eq!(open_editing(&mut tx, "1007").await.unwrap_err().kind(), kind);
        assert_eq!(discard_editing(&mut tx, "1007", 1).await.unwrap_err().kind(), kind);
        assert_eq!(working_copy(&tx, "1007").await.unwrap_err().kind(), kind);
        assert_eq!(section_text(&tx, "1007", Section::Law).await.unwrap_err().kind(), kind);
        assert_eq!(preview(&tx, "1007").await.unwrap_err().kind(), kind);
        assert_eq!(refused_text(&tx, "1007", Uuid::nil()).await.unwrap_err().kind(), kind);
    }
    let administrator = Caller::staff(PersonId::new(Uuid::from_u128(5)), Role::InstitutionAdministrator, vsaa);
    let mut tx = db.writing(&administrator).await;
    assert!(working_copy(&tx, "1007").await.is_ok());
    assert_eq!(save_section(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(working_copy(&tx, "9").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(refused_text(&tx, "1007", Uuid::nil()).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-16
#[tokio::test]
async fn places_to_which_nobody_is_led_are_told_and_kept() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let told = async |changes: &[(&str, &str)]| {
        let input = typed(&db, &dace, Section::Channels, changes).await;
        let Saved::Kept { findings, .. } = save(&db, &dace, input).await else { panic!("refused") };
        let text = section_text(&db.reading(&dace).await, "1007", Section::Channels).await.unwrap();
        assert_eq!(text.findings, findings);
        let places = findings.into_iter().filter(|remark| remark.key == "edit-place-elsewhere");
        places.map(|remark| (remark.blocks(), remark.path, remark.args["codes"].clone())).collect::<Vec<_>>()
    };
    // A centre and the institution, each on its own channel.
    let right = [("channels/1/places", "VPVKAC-CESIS"), ("channels/2/places", "VSAA")];
    assert!(told(&right).await.is_empty());
    let wrong = [("channels/1/places", "VPVKAC-CESIS\nVSAA"), ("channels/2/places", "NVA\nVSAA\nVPVKAC-CESIS")];
    let lost = [("channels/1/places", "VSAA"), ("channels/2/places", "NVA, VPVKAC-CESIS")];
    assert_eq!(told(&wrong).await, lost.map(|(path, codes)| (false, path.to_owned(), codes.to_owned())));
    let words = i18n::Catalog::load().unwrap();
    assert!(kernel::Locale::ALL.iter().all(|locale| words.has(*locale, "edit-place-elsewhere-fix")));
}
