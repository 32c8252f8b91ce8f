//! The record of an institution: who changes what of it, what is refused, and what the list of the program leaves alone.

use super::{db, person};
use crate::record::among_others;
use crate::store::institutions as rows;
use crate::{
    AddInstitution, ChangeInstitution, Contacts, INSTITUTION_ADDED, INSTITUTION_CHANGED, Institution,
    InstitutionFilter, InstitutionIdentity, InstitutionKind, InstitutionPart, InstitutionRecord, OpeningHours, Origin,
    Position, add_branch, add_institution, by_code, change_institution, changed_parts, close_branch,
    install_reference_data, institution_changes, institution_to_edit, list, placed,
};
use kernel::{Caller, Error, ErrorKind, InstitutionId, LangText, PageRequest, Result, Role};
use storage::{Event, Stream, events_of_stream};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

async fn of(db: &TestDb, code: &str) -> Institution {
    by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap()
}

async fn staff(db: &TestDb, code: &str, role: Role) -> Caller {
    Caller::staff(person(1), role, of(db, code).await.id)
}

async fn platform(db: &TestDb) -> Caller {
    staff(db, "VDAA", Role::PlatformAdministrator).await
}

/// What is kept, as those see it who keep it.
async fn record(db: &TestDb, code: &str) -> (Institution, InstitutionRecord) {
    institution_to_edit(&db.reading(&platform(db).await).await, code).await.unwrap()
}

async fn change(db: &TestDb, who: &Caller, input: ChangeInstitution) -> Result<i64> {
    let mut tx = db.writing(who).await;
    let revision = change_institution(&mut tx, input).await?;
    tx.commit().await?;
    Ok(revision)
}

/// The whole record written over what the platform sees.
async fn rewrite(db: &TestDb, code: &str, alter: impl FnOnce(&mut InstitutionRecord)) -> Result<i64> {
    let (institution, mut record) = record(db, code).await;
    alter(&mut record);
    let InstitutionRecord { identity, contacts } = record;
    let (institution, revision) = (institution.id, institution.revision);
    change(db, &platform(db).await, ChangeInstitution { institution, revision, identity: Some(identity), contacts })
        .await
}

async fn add(db: &TestDb, who: &Caller, code: &str, record: InstitutionRecord) -> Result<InstitutionId> {
    let mut tx = db.writing(who).await;
    let id = add_institution(&mut tx, AddInstitution { code: code.to_owned(), record }).await?;
    tx.commit().await?;
    Ok(id)
}

async fn log(db: &TestDb, id: InstitutionId) -> Vec<Event> {
    events_of_stream(&db.reading(&Caller::engine()).await, &Stream::institution(id), 0, 100).await.unwrap()
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

/// A centre in Cēsis.
fn centre() -> InstitutionRecord {
    InstitutionRecord {
        identity: InstitutionIdentity {
            name: LangText::new("Priekuļu centrs", "Priekuļi centre"),
            kind: InstitutionKind::ServiceCentre,
            registration_number: None,
            atvk: None,
            planning_region: Some("Vidzeme".to_owned()),
            parent: Some("LV-022".to_owned()),
            calendar_transfers: crate::CalendarTransfers::State,
        },
        contacts: Contacts {
            address: Some("Cēsu prospekts 5, Priekuļi".to_owned()),
            position: Some(Position::new(57.316, 25.361).unwrap()),
            ..Contacts::default()
        },
    }
}

/// Changed by its own people, by the platform, and by somebody who comes too late.
async fn kept(db: &TestDb) {
    let dace = staff(db, "VSAA", Role::ContactPerson).await;
    let (vsaa, before) = record(db, "VSAA").await;
    assert_eq!((vsaa.revision, vsaa.origin), (1, Origin::Reference));
    let contacts = Contacts {
        phone: Some("+371 64507021".to_owned()),
        hours: LangText::new("Darba dienās 8.30–17.00", "Working days 8.30–17.00"),
        opening: vec![OpeningHours { days: vec![1, 2], opens: "08:30".to_owned(), closes: "17:00".to_owned() }],
        ..before.contacts.clone()
    };
    let input = ChangeInstitution { institution: vsaa.id, revision: 1, identity: None, contacts: contacts.clone() };
    assert_eq!(change(db, &dace, input.clone()).await.unwrap(), 2);
    assert_eq!(change(db, &dace, input.clone()).await.unwrap(), 2, "what is kept already is not written again");
    let now = of(db, "VSAA").await;
    assert_eq!((now.revision, now.origin, now.phone.as_deref()), (2, Origin::Own, Some("+371 64507021")));
    assert_eq!((&now.name, now.parent, now.opening.len()), (&vsaa.name, vsaa.parent, 1));

    let late = Contacts { phone: Some("112".to_owned()), ..contacts.clone() };
    let late = ChangeInstitution { contacts: late, ..input };
    let stale = change(db, &staff(db, "VSAA", Role::InstitutionAdministrator).await, late).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "institution-changed"));

    rewrite(db, "VSAA", |record| record.identity.name.en = "Social Insurance".to_owned()).await.unwrap();
    let now = of(db, "VSAA").await;
    assert_eq!((now.revision, now.origin, now.name.en.as_str()), (3, Origin::Platform, "Social Insurance"));

    let events = log(db, vsaa.id).await;
    let told: Vec<_> = events.iter().map(|event| (event.kind.as_str(), changed_parts(event).unwrap())).collect();
    assert_eq!(
        told,
        [
            (INSTITUTION_CHANGED, vec![InstitutionPart::Phone, InstitutionPart::Hours]),
            (INSTITUTION_CHANGED, vec![InstitutionPart::Name]),
        ]
    );
    let texts = ["64507021", "Social Insurance", "Darba"];
    assert!(events.iter().all(|event| texts.iter().all(|text| !event.data.to_string().contains(text))), "no texts");
    assert_eq!(events[0].text("after"), events[1].text("before"), "the digests follow each other");

    let tx = db.reading(&dace).await;
    let first = institution_changes(&tx, vsaa.id, &PageRequest::first(1)).await.unwrap();
    let rest = institution_changes(&tx, vsaa.id, &PageRequest::new(1, first.next.clone())).await.unwrap();
    assert_eq!((first.items[0].revision, first.items[0].by), (3, Some(person(1))));
    assert_eq!((rest.items.len(), &rest.next), (1, &None));
    assert_eq!(rest.items[0].before.as_ref(), Some(&before));
    assert_eq!(rest.items[0].after, InstitutionRecord { contacts, ..before });
    assert_eq!(first.items[0].before.as_ref(), Some(&rest.items[0].after));
}

// req: ADM-07, CAT-05, CAT-07, AUD-01
#[tokio::test]
async fn an_institution_keeps_its_contacts_and_what_they_were_stays_readable() {
    kept(&db().await).await;
}

// req: ADM-07, CAT-05, CAT-07, AUD-01
#[tokio::test]
async fn an_institution_keeps_its_contacts_and_what_they_were_stays_readable_on_postgresql() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    kept(&db).await;
    left_alone(&db).await;
}

// req: ADM-07
#[tokio::test]
async fn others_look_missing_and_what_an_institution_is_only_the_platform_says() {
    let db = db().await;
    let (vsaa, record) = record(&db, "VSAA").await;
    let input = ChangeInstitution { institution: vsaa.id, revision: 1, identity: None, contacts: record.contacts };
    let other = staff(&db, "NVA", Role::ContactPerson).await;
    let nobody = InstitutionId::new(Uuid::from_u128(7));
    for institution in [vsaa.id, nobody] {
        let error = change(&db, &other, ChangeInstitution { institution, ..input.clone() }).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "institution"));
    }
    let missing = change(&db, &platform(&db).await, ChangeInstitution { institution: nobody, ..input.clone() }).await;
    assert_eq!(missing.unwrap_err().kind(), ErrorKind::NotFound);
    let tx = db.reading(&other).await;
    for code in ["VSAA", "NO-SUCH"] {
        assert_eq!(institution_to_edit(&tx, code).await.unwrap_err().kind(), ErrorKind::NotFound);
    }
    let page = PageRequest::first(9);
    assert_eq!(institution_changes(&tx, vsaa.id, &page).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    for role in [Role::Officer, Role::Specialist, Role::Auditor] {
        let officer = staff(&db, "VSAA", role).await;
        assert_eq!(change(&db, &officer, input.clone()).await.unwrap_err().kind(), ErrorKind::Forbidden);
        assert_eq!(add(&db, &officer, "JAUNA", centre()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
    for role in [Role::ContactPerson, Role::InstitutionAdministrator] {
        let own = staff(&db, "VSAA", role).await;
        let renamed = ChangeInstitution { identity: Some(record.identity.clone()), ..input.clone() };
        assert_eq!(change(&db, &own, renamed).await.unwrap_err().kind(), ErrorKind::Forbidden);
        assert_eq!(add(&db, &own, "JAUNA", centre()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
    assert!(log(&db, vsaa.id).await.is_empty());
}

// req: CAT-05, CAT-07
#[tokio::test]
async fn wrong_contacts_are_refused_by_field_and_nothing_is_kept() {
    let db = db().await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let contacts = Contacts {
        phone: Some("zvaniet".to_owned()),
        email: Some("pasts vsaa.lv".to_owned()),
        website: Some("https://vsaa.gov.lv@example.com/".to_owned()),
        address: Some("x".repeat(301)),
        hours: LangText::new("", "x".repeat(501)),
        opening: Vec::new(),
        // Vilnius.
        position: Some(Position::new(54.69, 25.28).unwrap()),
    };
    let institution = dace.institution.unwrap();
    let error = change(&db, &dace, ChangeInstitution { institution, revision: 1, identity: None, contacts }).await;
    assert_eq!(
        fields(&error.unwrap_err()),
        [
            ("phone", "branch-phone"),
            ("email", "institution-email"),
            ("website", "institution-website"),
            ("address", "branch-too-long"),
            ("latitude", "branch-outside"),
            ("longitude", "branch-outside"),
            ("hours_en", "branch-too-long"),
        ]
    );
    for website in ["vsaa.gov.lv", "ftp://vsaa.gov.lv", "https://vsaa", "https://vsaa.gov.lv\\x", "javascript:alert(1)"]
    {
        let contacts = Contacts { website: Some(website.to_owned()), ..Contacts::default() };
        assert_eq!(contacts.faults().len(), 1, "{website}");
    }
    assert_eq!(of(&db, "VSAA").await.revision, 1);
}

/// The one thing that is wrong with an institution that is to be something else: field and key.
async fn wrong(db: &TestDb, code: &str, alter: fn(&mut InstitutionIdentity)) -> (String, String) {
    let error = rewrite(db, code, |record| alter(&mut record.identity)).await.unwrap_err();
    let told = fields(&error);
    assert_eq!((error.kind(), told.len()), (ErrorKind::Invalid, 1), "{told:?}");
    (told[0].0.to_owned(), told[0].1.to_owned())
}

// req: AUT-06, ADM-04
#[tokio::test]
async fn what_an_institution_is_must_fit_the_others() {
    let db = db().await;
    let told = |path: &str, key: &str| (path.to_owned(), key.to_owned());
    let found = wrong(&db, "VSAA", |i| i.name.lv = " ".to_owned()).await;
    assert_eq!(found, told("name_lv", "branch-name"));
    let found = wrong(&db, "VSAA", |i| i.registration_number = Some("90000028509".to_owned())).await;
    assert_eq!(found, told("registration_number", "institution-number"));
    let found = wrong(&db, "VSAA", |i| i.atvk = Some("0001000".to_owned())).await;
    assert_eq!(found, told("atvk", "institution-atvk-other"));
    let found = wrong(&db, "LV-022", |i| i.atvk = None).await;
    assert_eq!(found, told("atvk", "institution-atvk"));
    let found = wrong(&db, "LV-022", |i| i.atvk = Some("0001000".to_owned())).await;
    assert_eq!(found, told("atvk", "institution-atvk-taken"));
    let found = wrong(&db, "LV-022", |i| i.planning_region = Some("Sēlija".to_owned())).await;
    assert_eq!(found, told("planning_region", "institution-region"));
    let found = wrong(&db, "LV-022", |i| {
        i.kind = InstitutionKind::StateInstitution;
        i.atvk = None;
    })
    .await;
    assert_eq!(found, told("kind", "institution-has-centres"));
    let found = wrong(&db, "VSAA", |i| i.parent = Some("LABKLĀJĪBA".to_owned())).await;
    assert_eq!(found, told("parent", "institution-parent-unknown"));
    // VSAA stands below LM.
    for below in ["LM", "VSAA"] {
        let error = rewrite(&db, "LM", |record| record.identity.parent = Some(below.to_owned())).await.unwrap_err();
        assert_eq!(fields(&error), [("parent", "institution-parent-below")], "{below}");
    }
    let found = wrong(&db, "VPVKAC-CESIS", |i| i.parent = Some("NVA".to_owned())).await;
    assert_eq!(found, told("parent", "institution-parent-centre"));

    // What fits is kept, whatever it was.
    rewrite(&db, "VPVKAC-CESIS", |record| record.identity.parent = Some("LV-113".to_owned())).await.unwrap();
    rewrite(&db, "CSP", |record| record.identity.kind = InstitutionKind::Operator).await.unwrap();
    let (moved, valmiera) = (of(&db, "VPVKAC-CESIS").await, of(&db, "LV-113").await);
    assert_eq!((moved.parent, moved.origin), (Some(valmiera.id), Origin::Platform));
    assert_eq!(of(&db, "CSP").await.kind, InstitutionKind::Operator);
}

#[tokio::test]
async fn what_comes_with_the_program_can_be_saved_as_it_is() {
    let db = db().await;
    let tx = db.reading(&platform(&db).await).await;
    let all = list(&tx, &InstitutionFilter::default(), &PageRequest::first(PageRequest::MAX)).await.unwrap();
    assert!(all.items.len() > 90 && all.next.is_none());
    for one in all.items {
        let (known, record) = institution_to_edit(&tx, &one.code).await.unwrap();
        assert_eq!((record.identity.faults(), record.contacts.faults()), (Vec::new(), Vec::new()), "{}", one.code);
        let (_, others) = among_others(&tx, Some(&known), &record.identity).await.unwrap();
        assert_eq!(others, Vec::new(), "{}", one.code);
    }
}

// req: AUT-06, CEN-14, POR-16
#[tokio::test]
async fn the_platform_adds_institutions_and_a_centre_is_found_at_once() {
    let db = db().await;
    let platform = platform(&db).await;
    let id = add(&db, &platform, "VPVKAC-PRIEKULI", centre()).await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let centres = placed(&tx, InstitutionKind::ServiceCentre).await.unwrap();
    let found = centres.iter().find(|one| one.id == id).unwrap();
    assert_eq!((found.revision, found.origin), (1, Origin::Platform));
    assert_eq!(found.parent, Some(of(&db, "LV-022").await.id));
    drop(tx);
    let events = log(&db, id).await;
    assert_eq!(events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>(), [INSTITUTION_ADDED]);
    let tx = db.reading(&platform).await;
    let changes = institution_changes(&tx, id, &PageRequest::first(9)).await.unwrap().items;
    assert_eq!(changes.len(), 1);
    assert_eq!((&changes[0].before, &changes[0].after), (&None, &centre()));
    drop(tx);

    let lost = InstitutionRecord {
        identity: InstitutionIdentity { parent: None, ..centre().identity },
        contacts: Contacts::default(),
    };
    let error = add(&db, &platform, "VPVKAC-X", lost).await.unwrap_err();
    let paths: Vec<&str> = fields(&error).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["parent", "address", "latitude", "longitude"]);
}

// req: AUT-06
#[tokio::test]
async fn a_code_is_given_once_and_is_no_code_of_a_place() {
    let db = db().await;
    let platform = platform(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let branch = crate::BranchText {
        name: LangText::new("Filiāle", ""),
        address: "Iela 1".to_owned(),
        position: Position::new(57.0, 25.0).unwrap(),
        phone: None,
        hours: LangText::default(),
        opening: Vec::new(),
    };
    let mut tx = db.writing(&dace).await;
    let place = add_branch(&mut tx, dace.institution.unwrap(), branch).await.unwrap();
    close_branch(&mut tx, &place, 1).await.unwrap();
    tx.commit().await.unwrap();
    let refused = [
        ("", "institution-code"),
        ("jauna", "institution-code"),
        ("JAUNĀ", "institution-code"),
        ("1A", "institution-code"),
        ("A--B", "institution-code"),
        ("VSAA", "institution-code-taken"),
        (place.as_str(), "institution-code-taken"),
        // Places to come: of VSAA, and of an institution LV, whose place 113 would be Valmiera.
        ("VSAA-77", "institution-code-of-place"),
        ("LV", "institution-code-of-place"),
    ];
    for (code, key) in refused {
        let error = add(&db, &platform, code, centre()).await.unwrap_err();
        assert_eq!(fields(&error), [("code", key)], "{code}");
    }
    add(&db, &platform, "VPVKAC-PRIEKULI2", centre()).await.unwrap();
}

/// The list of the program is installed again: what people wrote stays, what nobody wrote follows the list.
async fn left_alone(db: &TestDb) {
    let written = of(db, "VSAA").await;
    assert!(written.origin.is_written());
    // As an older list had it.
    let known = of(db, "LV-022").await;
    let older = Institution { name: LangText::new("Cēsu rajons", "Cēsis district"), ..known.clone() };
    let tx = db.writing(&Caller::engine()).await;
    assert!(rows::update(&tx, &older, known.revision).await.unwrap());
    tx.commit().await.unwrap();

    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(of(db, "VSAA").await, written);
    assert_eq!(of(db, "LV-022").await, Institution { revision: known.revision + 1, ..known.clone() });
    let events = log(db, known.id).await;
    assert_eq!(changed_parts(&events[0]).unwrap(), [InstitutionPart::Name]);
    let tx = db.reading(&platform(db).await).await;
    let changes = institution_changes(&tx, known.id, &PageRequest::first(9)).await.unwrap().items;
    assert_eq!((changes.len(), changes[0].by), (1, None), "the program did it");
}

// req: ADM-07
#[tokio::test]
async fn the_list_of_the_program_writes_over_nothing_that_people_wrote() {
    let db = db().await;
    let (vsaa, record) = record(&db, "VSAA").await;
    let contacts = Contacts { phone: Some("8345".to_owned()), ..record.contacts };
    let input = ChangeInstitution { institution: vsaa.id, revision: 1, identity: None, contacts };
    change(&db, &staff(&db, "VSAA", Role::ContactPerson).await, input).await.unwrap();
    left_alone(&db).await;
}

// req: AUT-06
#[tokio::test]
async fn an_institution_added_before_the_list_had_it_keeps_its_code_and_those_below_it_find_it() {
    let db = TestDb::sqlite().await;
    let ministry = InstitutionRecord {
        identity: InstitutionIdentity { kind: InstitutionKind::Ministry, parent: None, ..centre().identity },
        contacts: Contacts::default(),
    };
    let by_hand = add(&db, &Caller::engine(), "LM", ministry).await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    install_reference_data(&mut tx).await.unwrap();
    install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let kept = of(&db, "LM").await;
    assert_eq!((kept.id, kept.name.lv.as_str(), kept.revision), (by_hand, "Priekuļu centrs", 1));
    let vsaa = of(&db, "VSAA").await;
    assert_eq!((vsaa.parent, vsaa.revision), (Some(by_hand), 1));
}
