//! A case from the request to the end, and what is refused on the way.

use super::house::{ANNA, House, person};
use crate::{
    Answer, AnswerLate, Ask, CloseDelivered, Complain, Decide, Deliver, Doer, Outcome, Overdue, Purpose, Rate,
    ReceivedAnswer, Stage, State, answer, answer_received, ask, close, complain, decide, deliver, give_back, history,
    history_page, open_case, own_case, own_cases, rate, submit, take, withdraw, withdraw_received,
};
use chrono::TimeDelta;
use jobs::{TimerHandler, run_timers};
use kernel::{Caller, Channel, ErrorKind, PageRequest};
use std::sync::Arc;
use storage::{access_views, access_views_in_case};

fn decision(number: &crate::CaseNumber, revision: i64) -> Decide {
    Decide {
        number: number.clone(),
        revision,
        outcome: Outcome::Granted,
        text: "Pabalsts piešķirts. Lēmumu var apstrīdēt mēneša laikā.".to_owned(),
        file: None,
    }
}

/// How the step of the decision says that it was decided; panics without such a step.
fn decided_as(stages: &[Stage]) -> Option<String> {
    let decided = stages.iter().find(|stage| stage.kind == "case.decided").expect("it is decided");
    decided.data.get("outcome").and_then(serde_json::Value::as_str).map(str::to_owned)
}

// req: REG-03, AUD-02, ACC-14, ACC-26, ANA-13
#[tokio::test]
async fn from_the_request_to_the_rating() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let question = "Lūdzu, pievienojiet dzimšanas apliecības kopiju.".to_owned();
    house
        .write(&house.officer(), async |tx| {
            ask(tx, Ask { number: number.clone(), revision, question, days: None }).await
        })
        .await
        .unwrap();
    let tx = house.db.reading(&house.anna()).await;
    assert_eq!(own_case(&tx, &number).await.unwrap().case.state, State::WaitingForClient);
    drop(tx);
    let text = "Apliecība izdota Cēsīs.".to_owned();
    house
        .write(&house.anna(), async |tx| {
            answer(tx, Answer { number: number.clone(), text, files: vec![], seen: None }).await
        })
        .await
        .unwrap();
    let revision = house.revision(&number).await;
    house.write(&house.officer(), async |tx| decide(tx, decision(&number, revision)).await).await.unwrap();
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.decision, own.case.outcome), (None, None), "not before it is delivered");
    assert_eq!(own_cases(&tx, &PageRequest::first(9)).await.unwrap().items[0].outcome, None, "nor in the list");
    assert_eq!(decided_as(&own.stages), None, "nor in the course");
    let page = history_page(&tx, &number, &PageRequest::first(9)).await.unwrap().1;
    assert_eq!(decided_as(&page.items), None, "nor in a page of it");
    drop(tx);
    let tx = house.db.reading(&house.officer()).await;
    assert_eq!(decided_as(&history(&tx, &number).await.unwrap().1).as_deref(), Some("granted"), "the office knows");
    drop(tx);
    let channel = Channel::Electronic;
    house
        .write(&house.officer(), async |tx| {
            deliver(tx, Deliver { number: number.clone(), revision: revision + 1, channel }).await
        })
        .await
        .unwrap();
    let input = Rate { number: number.clone(), rating: 5, comment: "Ātri".to_owned() };
    house.write(&house.anna(), async |tx| rate(tx, input.clone()).await).await.unwrap();
    let twice = house.write(&house.anna(), async |tx| rate(tx, input).await).await.unwrap_err();
    assert_eq!(twice.key(), "case-rated");
    house.write(&house.officer(), async |tx| close(tx, &number, revision + 3).await).await.unwrap();

    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!(own.decision.map(|decision| decision.outcome), Some(Outcome::Granted));
    assert_eq!((own.case.outcome, decided_as(&own.stages).as_deref()), (Some(Outcome::Granted), Some("granted")));
    assert_eq!(own_cases(&tx, &PageRequest::first(9)).await.unwrap().items[0].outcome, Some(Outcome::Granted));
    let kinds: Vec<&str> = own.stages.iter().map(|stage| stage.kind.as_str()).collect();
    let expected = [
        "case.submitted",
        "case.accepted",
        "case.claimed",
        "case.information_requested",
        "case.information_provided",
        "case.decided",
        "case.delivered",
        "case.rated",
        "case.closed",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(own.stages[0].doer, Doer::Client);
    assert_eq!(own.stages[5].doer, Doer::Institution(house.vsaa));
}

// req: REG-01, REG-03
#[tokio::test]
async fn what_a_client_answers_by_phone_or_post_is_registered_by_the_officer() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let received = |revision| ReceivedAnswer {
        number: number.clone(),
        revision,
        channel: Channel::Phone,
        text: "Konts pieder klientam.".to_owned(),
        file: None,
    };
    let register =
        async |caller: &Caller, input| house.write(caller, async |tx| answer_received(tx, input).await).await;
    let unasked = register(&house.officer(), received(revision)).await.unwrap_err();
    assert_eq!(unasked.key(), "case-state", "nothing is asked");
    let question = "Vai konts pieder Jums?".to_owned();
    let asking = Ask { number: number.clone(), revision, question, days: None };
    house.write(&house.officer(), async |tx| ask(tx, asking).await).await.unwrap();
    let revision = revision + 1;
    assert_eq!(register(&house.officer(), received(revision - 1)).await.unwrap_err().kind(), ErrorKind::Stale);
    let empty = ReceivedAnswer { text: " ".to_owned(), ..received(revision) };
    assert_eq!(register(&house.officer(), empty).await.unwrap_err().field_errors()[0].path, "answer");
    assert_eq!(register(&house.anna(), received(revision)).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(register(&house.foreign_officer(), received(revision)).await.unwrap_err().kind(), ErrorKind::NotFound);
    register(&house.officer(), received(revision)).await.unwrap();

    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.case.state, own.case.remaining), (State::InProgress, None), "the clock goes on");
    assert_eq!(own.requests[0].answer.as_deref(), Some("Konts pieder klientam."), "the client reads it");
    let last = own.stages.last().unwrap();
    assert_eq!((last.kind.as_str(), last.channel), ("case.information_provided", Channel::Phone));
    assert_eq!(last.doer, Doer::Institution(house.vsaa), "it says who wrote it down");
    assert_eq!(own.written_down(&own.requests[0]), Some(Channel::Phone), "these are not the client's own words");
}

// req: REG-01, REG-03
#[tokio::test]
async fn what_a_client_takes_back_by_post_is_registered_by_the_officer() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let withdrawn = async |caller: &Caller, seen| {
        house.write(caller, async |tx| withdraw_received(tx, &number, seen, Channel::Post).await).await
    };
    assert_eq!(withdrawn(&house.officer(), revision - 1).await.unwrap_err().kind(), ErrorKind::Stale);
    assert_eq!(withdrawn(&house.anna(), revision).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(withdrawn(&house.foreign_officer(), revision).await.unwrap_err().kind(), ErrorKind::NotFound);
    withdrawn(&house.officer(), revision).await.unwrap();
    let own = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap();
    let last = own.stages.last().unwrap();
    assert_eq!((own.case.state, last.kind.as_str(), last.channel), (State::Withdrawn, "case.withdrawn", Channel::Post));
    assert_eq!(withdrawn(&house.officer(), revision + 1).await.unwrap_err().key(), "case-state", "it is over");
}

// req: PRF-03
#[tokio::test]
async fn an_official_is_on_the_record_before_seeing_anything() {
    let house = House::build().await;
    let number = house.submitted().await;
    let mut tx = house.db.writing(&house.officer()).await;
    open_case(&mut tx, &number, Purpose::Handle).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = house.db.writing(&house.foreign_officer()).await;
    assert_eq!(open_case(&mut tx, &number, Purpose::Handle).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let tx = house.db.reading(&house.anna()).await;
    let views = access_views(&tx, person(ANNA), &PageRequest::first(10)).await.unwrap().items;
    assert_eq!(views.len(), 1);
    assert_eq!((views[0].purpose.as_str(), views[0].actor.institution), ("handle-case", Some(house.vsaa)));
}

// req: PRF-03, AUD-01
#[tokio::test]
async fn a_case_of_a_client_nobody_knows_is_on_the_record_too_and_its_revision_stays() {
    let house = House::build().await;
    let sent = house.write(&house.system(), async |tx| submit(tx, house.request(None)).await).await.unwrap();
    let opened = house.write(&house.officer(), async |tx| open_case(tx, &sent.number, Purpose::Handle).await).await;
    let opened = opened.unwrap();
    assert!(opened.case.applicant.is_none() && !opened.answers.is_empty());
    let tx = house.db.reading(&Caller::engine()).await;
    let views = access_views_in_case(&tx, None, sent.id, &PageRequest::first(10)).await.unwrap().items;
    assert_eq!(views.len(), 1);
    assert_eq!((views[0].what.as_str(), views[0].purpose.as_str()), ("case", "handle-case"));
    assert_eq!((views[0].actor.institution, views[0].case), (Some(house.vsaa), Some(sent.id)));
    drop(tx);
    // A look is no change: who opened the case can act on it, at the revision that was shown.
    house.write(&house.officer(), async |tx| take(tx, &sent.number).await).await.unwrap();
    let shown = house.revision(&sent.number).await;
    let back = house.write(&house.officer(), async |tx| give_back(tx, &sent.number, shown).await).await;
    assert!(back.is_ok(), "{back:?}");
}

// req: REG-03
#[tokio::test]
async fn what_the_state_or_the_revision_does_not_allow_is_refused_and_changes_nothing() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let stale = house.write(&house.officer(), async |tx| decide(tx, decision(&number, revision - 1)).await).await;
    assert_eq!(stale.unwrap_err().kind(), ErrorKind::Stale);
    let early = Rate { number: number.clone(), rating: 5, comment: String::new() };
    let early = house.write(&house.anna(), async |tx| rate(tx, early).await).await.unwrap_err();
    assert_eq!(early.key(), "case-not-over");
    let wrong = Rate { number: number.clone(), rating: 0, comment: "ā".repeat(2001) };
    let wrong = house.write(&house.anna(), async |tx| rate(tx, wrong).await).await.unwrap_err();
    let told: Vec<&str> = wrong.field_errors().iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(told, ["rating", "comment"], "everything that is wrong, at once");
    let empty = Decide { text: "  ".to_owned(), ..decision(&number, revision) };
    let empty = house.write(&house.officer(), async |tx| decide(tx, empty).await).await.unwrap_err();
    assert_eq!(empty.field_errors()[0].path, "text");
    let unseen = Answer { number: number.clone(), text: "x".to_owned(), files: vec![], seen: Some(0) };
    let stale = house.write(&house.anna(), async |tx| answer(tx, unseen).await).await.unwrap_err();
    assert_eq!(
        (stale.kind(), stale.key()),
        (ErrorKind::Stale, "case-changed"),
        "never to a question that was not seen"
    );
    let unasked = Answer { number: number.clone(), text: "x".to_owned(), files: vec![], seen: None };
    let unasked = house.write(&house.anna(), async |tx| answer(tx, unasked).await).await.unwrap_err();
    assert_eq!(unasked.key(), "case-state");
    let taken = house.write(&house.officer_number(1), async |tx| take(tx, &number).await).await.unwrap_err();
    assert_eq!(taken.key(), "case-taken");
    assert_eq!(house.revision(&number).await, revision);
}

#[tokio::test]
async fn a_number_of_days_that_no_answer_can_have_is_refused_and_not_made_another() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    for (days, question, wrong) in
        [(0, "?", vec!["days"]), (61, "?", vec!["days"]), (61, " ", vec!["question", "days"])]
    {
        let input = Ask { number: number.clone(), revision, question: question.to_owned(), days: Some(days) };
        let error = house.write(&house.officer(), async |tx| ask(tx, input).await).await.unwrap_err();
        let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
        assert_eq!((error.kind(), paths), (ErrorKind::Invalid, wrong));
    }
    assert_eq!(house.revision(&number).await, revision, "nothing has changed");
    let longest = Ask { number: number.clone(), revision, question: "?".to_owned(), days: Some(60) };
    house.write(&house.officer(), async |tx| ask(tx, longest).await).await.unwrap();
}

// req: DEL-03, REG-12
#[tokio::test]
async fn a_passed_deadline_counts_once_and_stands_still_while_the_client_must_act() {
    let house = House::build().await;
    let handlers: [Arc<dyn TimerHandler>; 3] = [Arc::new(Overdue), Arc::new(AnswerLate), Arc::new(CloseDelivered)];
    let (number, revision) = house.taken().await;
    let ask_now = Ask { number: number.clone(), revision, question: "?".to_owned(), days: Some(5) };
    house.write(&house.officer(), async |tx| ask(tx, ask_now).await).await.unwrap();
    house.db.test_clock().advance(TimeDelta::days(60));
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 1, "only the client's time is over");
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.case.state, own.case.overdue), (State::InProgress, false));
    assert!(own.case.due_at > tx.now(), "the days that were left are counted anew");
    let question = &own.requests[0];
    assert!(
        question.answer.is_none() && question.answered_at.is_some(),
        "it is not open for the answer to another one"
    );
    let last = own.stages.last().unwrap();
    assert_eq!((last.word().as_str(), last.is_miss()), ("case-answer_time_over", true), "no answer came");
    drop(tx);
    house.db.test_clock().advance(TimeDelta::days(60));
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 1);
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 0);
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert!(own.case.overdue);
    assert_eq!(own.stages.iter().filter(|stage| stage.kind == "case.overdue").count(), 1);
    assert_eq!(own.stages.iter().filter(|stage| stage.is_miss()).count(), 2, "nothing that was done");
}

// req: REG-12
#[tokio::test]
async fn a_client_withdraws_and_complains() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    house.write(&house.officer(), async |tx| give_back(tx, &number, revision).await).await.unwrap();
    let text = "Neviens neatbild uz zvaniem.".to_owned();
    for sent in [text.clone(), format!(" {text}\n")] {
        let input = Complain { number: number.clone(), text: sent };
        house.write(&house.anna(), async |tx| complain(tx, input).await).await.unwrap();
    }
    let mut tx = house.db.writing(&house.officer()).await;
    let file = open_case(&mut tx, &number, Purpose::Handle).await.unwrap();
    let words: Vec<&str> = file.complaints.iter().map(|complaint| complaint.text.as_str()).collect();
    assert_eq!(words, [text.as_str()], "sent twice it is one, and those who handle the case can read it");
    assert_eq!(file.stages.iter().filter(|stage| stage.kind == "case.complaint_filed").count(), 1);
    drop(tx);
    let stranger = house.write(&house.janis(), async |tx| withdraw(tx, &number, None).await).await.unwrap_err();
    assert_eq!(stranger.kind(), ErrorKind::NotFound);
    house.write(&house.anna(), async |tx| withdraw(tx, &number, None).await).await.unwrap();
    let again = house.write(&house.anna(), async |tx| withdraw(tx, &number, None).await).await.unwrap_err();
    assert_eq!(again.key(), "case-state");
}

// req: ACC-14
#[tokio::test]
async fn each_answer_holds_as_many_files_as_one_field() {
    let house = House::build().await;
    let (number, _) = house.taken().await;
    let most = usize::try_from(documents::MAX_PER_FIELD).unwrap();
    for round in 0..2 {
        let revision = house.revision(&number).await;
        let question = "Lūdzu, pievienojiet izziņas.".to_owned();
        let asked = Ask { number: number.clone(), revision, question, days: None };
        house.write(&house.officer(), async |tx| ask(tx, asked).await).await.unwrap();
        let file =
            |at: usize| documents::inspect("izziņa.pdf", format!("%PDF-1.7\n{round}{at}\n%%EOF").into(), 1024).unwrap();
        let given = |count: usize| Answer {
            number: number.clone(),
            text: String::new(),
            files: (0..count).map(&file).collect(),
            seen: None,
        };
        let above = house.write(&house.anna(), async |tx| answer(tx, given(most + 1)).await).await.unwrap_err();
        assert_eq!(above.key(), "file-too-many");
        house.write(&house.anna(), async |tx| answer(tx, given(most)).await).await.unwrap();
    }
}
