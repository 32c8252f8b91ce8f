//! A service that its holder hands to another institution: where its cases go (CAT-12).

use super::house::{House, answers, person};
use crate::{CaseNumber, DeskFilter, DeskQuery, Origin, SubmitCase, Tab, desk, own_case, submit};
use catalogue::{DraftSeen, SaveSection, Saved, Section, Typed};
use kernel::{Caller, Channel, InstitutionId, LangText, PageRequest, Role};
use test_support::TestDb;
use worktime::Calendar;

/// The holder's contact person names the institution with this code for the execution stage, and publishes.
async fn hand_over(house: &House, code: &str) {
    let dace = Caller::staff(person(0xb8), Role::ContactPerson, house.vsaa);
    let text =
        catalogue::section_text(&house.db.reading(&dace).await, &house.benefit, Section::Providers).await.unwrap();
    let mut pairs = text.typed.pairs().to_vec();
    let stages = pairs.iter().filter(|(name, value)| name.ends_with("/stage") && value == "execution");
    let inputs: Vec<String> = stages.map(|(name, _)| name.replace("/stage", "/institution")).collect();
    for (_, value) in pairs.iter_mut().filter(|(name, _)| inputs.contains(name)) {
        *value = code.to_owned();
    }
    let input = SaveSection {
        code: house.benefit.clone(),
        section: Section::Providers,
        base: text.base,
        revision: text.revision,
        typed: Typed::of(Section::Providers, pairs),
        began: None,
    };
    let saved = house.write(&dace, async |tx| catalogue::save_section(tx, input).await).await.unwrap();
    assert!(matches!(saved, Saved::Kept { .. }));
    let copy = catalogue::working_copy(&house.db.reading(&dace).await, &house.benefit).await.unwrap();
    let seen = DraftSeen { code: house.benefit.clone(), revision: copy.draft.unwrap().revision };
    house.write(&dace, async |tx| catalogue::publish_draft(tx, &seen).await).await.unwrap();
}

/// Anna's request about a child born before this day, received.
async fn submitted(house: &House) -> CaseNumber {
    let mut answers = answers();
    answers.insert("child_birth_date".to_owned(), "2026-05-02".into());
    let input = SubmitCase {
        origin: Origin::Answers { service: house.benefit.clone(), answers },
        channel: Channel::Electronic,
        idempotency_key: None,
    };
    house.write(&house.anna(), async |tx| submit(tx, input).await).await.unwrap().number
}

/// The queue of an institution, as its officer sees it.
async fn queue(house: &House, institution: InstitutionId) -> Vec<CaseNumber> {
    let officer = Caller::staff(person(0xb7), Role::Officer, institution);
    let query = DeskQuery { filter: DeskFilter::all(Tab::Team), page: PageRequest::first(10) };
    let page = desk(&house.db.reading(&officer).await, &query).await.unwrap();
    page.items.into_iter().map(|item| item.case.number).collect()
}

// req: CAT-12, CAT-25, DEL-03, REG-01
#[tokio::test]
async fn new_cases_go_to_the_institution_that_the_description_names_and_open_ones_stay() {
    let db = TestDb::sqlite().await;
    // Ten working days from here a state institution works on other days than one without transferred days.
    db.test_clock().set("2026-06-08T09:00:00Z".parse().unwrap());
    let house = House::build_on(db).await;
    let name = LangText::new("Izpildītājs", "Executor");
    let executor =
        house.write(&Caller::engine(), async |tx| institutions::ensure_sample(tx, name).await).await.unwrap();
    let code = institutions::find(&house.db.reading(&Caller::engine()).await, executor).await.unwrap().code;

    let earlier = submitted(&house).await;
    hand_over(&house, &code).await;
    let later = submitted(&house).await;
    assert_eq!(queue(&house, house.vsaa).await, std::slice::from_ref(&earlier));
    assert_eq!(queue(&house, executor).await, std::slice::from_ref(&later));

    let tx = house.db.reading(&house.anna()).await;
    let term = catalogue::service(&tx, &house.benefit).await.unwrap().deadline(Channel::Electronic);
    let due = |calendar: Calendar| calendar.due_at(tx.now(), term);
    let (earlier, later) = (own_case(&tx, &earlier).await.unwrap().case, own_case(&tx, &later).await.unwrap().case);
    assert_eq!((earlier.holder, earlier.handler, earlier.due_at), (house.vsaa, house.vsaa, due(Calendar::state())));
    assert_eq!((later.holder, later.handler, later.due_at), (house.vsaa, executor, due(Calendar::plain())));
    assert!(later.due_at < earlier.due_at);
}
