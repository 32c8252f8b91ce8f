//! Opens a case for its page: the access record is committed before anything of the case is shown (PRF-03).

use super::act::NOTHING_TYPED;
use super::page::{Actions, CasePage, Complained, Decided, FileLink, Instructed, Noted, Question, Rated, TypedAct};
use super::{answers, client, course};
use crate::parts::{choices, service_names};
use cases::{Act, Action, Ask, Case, CaseFile, CaseNumber, Desk, Outcome, Purpose, Relation, may};
use documents::{Document, FileType};
use kernel::{Channel, ErrorKind, Party, Result, Role};
use storage::Read;
use web_kit::{FormErrors, Visit};

/// The page of a case, on the record. When the record cannot be kept there is no page.
pub async fn open(visit: &Visit, number: &CaseNumber) -> Result<CasePage> {
    let mut tx = visit.write().await?;
    let file = cases::open_case(&mut tx, number, Purpose::of(visit.caller().role)).await?;
    let page = page(visit, &tx, file).await?;
    tx.commit().await?;
    Ok(page)
}

/// Where the record of this viewing is.
fn recorded(file: &CaseFile) -> &'static str {
    match (file.is_about_somebody(), file.case.applicant, file.case.client) {
        (true, Some(_), _) => "client",
        (true, None, Some(_)) => "company",
        (true, None, None) => "case",
        (false, ..) => "nowhere",
    }
}

async fn page(visit: &Visit, tx: &Read, file: CaseFile) -> Result<CasePage> {
    let case = &file.case;
    let locale = visit.locale();
    let href = visit.url(&format!("/work/cases/{}", case.number.slug()));
    let files: Vec<FileLink> = file.documents.iter().map(|document| link(&href, document)).collect();
    let services = service_names(tx, locale, vec![case.service.clone()]).await?;
    let timeline = course::timeline(visit, tx, case, &file.stages).await?;
    // Auditors see names, no codes.
    let own_codes = match case.applicant.filter(|_| visit.caller().role != Role::Auditor) {
        Some(person) => Some(identity::person(tx, person).await?.codes),
        None => None,
    };
    Ok(CasePage {
        number: case.number.to_string(),
        service: services.get(&case.service).cloned().unwrap_or_default(),
        state: case.state.as_str(),
        sla: cases::sla_of(tx, case).await?.into(),
        channel: case.channel.as_str(),
        submitted_at: case.submitted_at,
        due_at: case.due_at,
        left: case.remaining.map(|left| left.working_days),
        revision: case.revision,
        assignee: assignee(tx, case).await?,
        mine: case.assignee.is_some() && case.assignee == visit.caller().person,
        instructions: instructed(visit, tx, &case.service).await?,
        flags: case.flags.clone(),
        unit: case.unit.clone(),
        auditing: visit.caller().role == Role::Auditor,
        client: client::panel(visit, tx, case).await?,
        known: case.client.is_some(),
        recorded: recorded(&file),
        intake: file.intake.as_ref().map(noted),
        sections: answers::sections(visit, &file, &href, own_codes.as_deref())?,
        documents: files.clone(),
        requests: file.requests.iter().map(|request| question(&file, request)).collect(),
        decision: file.decision.as_ref().map(|decision| decided(decision, &file.documents, &href)),
        feedback: file.feedback.as_ref().map(|given| Rated {
            rating: given.rating,
            comment: given.comment.clone(),
            at: given.rated_at,
        }),
        complaints: file.complaints.iter().map(complained).collect(),
        timeline,
        actions: actions(visit, case),
        outcomes: choices(visit, "outcome", Outcome::ALL.iter().map(|outcome| outcome.as_str())),
        channels: choices(visit, "channel", Channel::ALL.map(Channel::as_str)),
        accept: FileType::accept(),
        typed: TypedAct {
            channel: case.channel.as_str().to_owned(),
            days: Ask::USUAL_DAYS.to_string(),
            ..TypedAct::default()
        },
        errors: FormErrors::none(),
        refusals: Vec::new(),
        changed: Vec::new(),
        open_form: "",
        kept: None,
        advice: NOTHING_TYPED,
        href,
    })
}

fn link(href: &str, document: &Document) -> FileLink {
    FileLink {
        name: document.file_name.clone(),
        href: format!("{href}/documents/{}", document.id),
        kilobytes: document.size.div_ceil(1024),
        at: document.uploaded_at,
    }
}

/// The files of these ids, for an answer.
pub(super) fn links(href: &str, all: &[Document], ids: &[kernel::DocumentId]) -> Vec<FileLink> {
    all.iter().filter(|document| ids.contains(&document.id)).map(|document| link(href, document)).collect()
}

fn noted(intake: &cases::Intake) -> Noted {
    Noted { note: Some(intake.note.clone()).filter(|note| !note.is_empty()) }
}

fn question(file: &CaseFile, request: &cases::InformationRequest) -> Question {
    Question {
        question: request.question.clone(),
        asked_at: request.asked_at,
        due_at: request.answer_due,
        answer: request.answer.clone(),
        answered_at: request.answered_at,
        came: file.written_down(request).map(Channel::as_str),
    }
}

fn complained(complaint: &cases::Complaint) -> Complained {
    Complained { text: complaint.text.clone(), at: complaint.filed_at }
}

fn decided(decision: &cases::Decision, all: &[Document], href: &str) -> Decided {
    let document = decision.document.and_then(|id| links(href, all, &[id]).pop());
    Decided { outcome: decision.outcome.as_str(), text: decision.text.clone(), at: decision.decided_at, document }
}

/// The instructions about a service for the staff of its providers; none where there are none, or for everybody else.
async fn instructed(visit: &Visit, tx: &Read, code: &str) -> Result<Option<Instructed>> {
    let found = match catalogue::instructions_about(tx, code).await {
        Ok(found) => found,
        Err(error) if matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let href = visit.url(&format!("/work/services/{code}/instructions"));
    let told = found.as_provider && !found.current.is_empty();
    Ok(told.then(|| Instructed { href, unread: found.unread() }))
}

async fn assignee(tx: &Read, case: &Case) -> Result<Option<String>> {
    let Some(person) = case.assignee.map(Party::Person) else { return Ok(None) };
    Ok(identity::names_of(tx, &[person]).await?.remove(&person))
}

fn actions(visit: &Visit, case: &Case) -> Actions {
    let caller = visit.caller();
    if !may(caller.role, Relation::of(caller, case), Action::Handle) {
        return Actions::default();
    }
    let can = |act| case.state.after(act).is_some();
    let take = case.is_free();
    let (ask, answer, decide, deliver) = (can(Act::Ask), can(Act::Answer), can(Act::Decide), can(Act::Deliver));
    let (close, give_back, withdraw) = (can(Act::Close), can(Act::GiveBack), can(Act::Withdraw));
    let any = take || ask || answer || decide || deliver || close || give_back || withdraw;
    // Whoever asked, delivered or closed goes on; nobody is led away from a case that waits for them.
    let next = case.desk() != Desk::Office;
    Actions { any, take, ask, answer, decide, deliver, close, give_back, withdraw, next }
}
