//! A client asks for a service.

use crate::{Case, CaseNumber, State, change, events, once, policy, store};
use catalogue::Service;
use chrono::{DateTime, Utc};
use forms::{Answers, CompletedDraft, Completion, Files, Sources};
use kernel::{CaseId, Channel, DraftId, Error, Result, Role, riga_date};
use std::sync::Arc;
use storage::{Claim, Expected, Stream, Write};

/// What a case is made from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// An application filled in step by step.
    Draft(DraftId),
    /// Answers sent at once for a service.
    Answers {
        /// Code of the service.
        service: String,
        /// By field name.
        answers: Answers,
    },
}

/// A request for a service.
#[derive(Debug, Clone)]
pub struct SubmitCase {
    /// What it is made from.
    pub origin: Origin,
    /// By which channel it came; only an institution's system may name another than its own.
    pub channel: Channel,
    /// The same key twice is one request.
    pub idempotency_key: Option<String>,
}

/// A received request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Id.
    pub id: CaseId,
    /// The number people know it by.
    pub number: CaseNumber,
    /// Whether this very request had been received before.
    pub repeated: bool,
}

/// Receives a request: the case, its answers, its first event and the timer of its deadline, together or not at all
/// (REG-01, REG-02, EFR-24).
///
/// # Errors
/// Unauthenticated; forbidden for staff, for a system of neither holder nor provider, and `service-not-assigned` for a
/// service that company management did not assign to the caller; not found for a service that does not exist; conflict
/// for one that cannot be requested now (`service-closed`, `service-not-offered`) or here (`service-has-no-form`), and
/// `key-reused` for a key used for another request; gone for an expired draft; invalid with every wrong field.
pub async fn submit(tx: &mut Write, input: SubmitCase) -> Result<Submitted> {
    policy::check_submit(tx.caller(), &input.origin)?;
    let id = CaseId::new(tx.ids().uuid());
    if let Some(earlier) = claim(tx, &input, id).await? {
        return repeated(tx, earlier).await;
    }
    let request = match input.origin {
        Origin::Draft(draft) => match forms::complete(tx, draft, id).await? {
            Completion::AlreadySubmitted(earlier) => return repeated(tx, earlier).await,
            Completion::Ready(completed) => Request::of_draft(tx, draft, *completed).await?,
        },
        Origin::Answers { service, answers } => Request::of_answers(tx, &service, answers).await?,
    };
    let channel = if tx.caller().role == Role::ApiClient { input.channel } else { tx.caller().channel };
    let case = receive(tx, id, channel, &request).await?;
    Ok(Submitted { id, number: case.number, repeated: false })
}

async fn claim(tx: &mut Write, input: &SubmitCase, id: CaseId) -> Result<Option<CaseId>> {
    let Some(key) = &input.idempotency_key else { return Ok(None) };
    let content = match &input.origin {
        Origin::Draft(draft) => draft.to_string(),
        Origin::Answers { service, answers } => format!("{service} {}", forms::canonical(answers)),
    };
    let content = format!("{} {content}", input.channel);
    Ok(match once::claim(tx, "cases.submit", key, &content, id.uuid()).await? {
        Claim::New => None,
        Claim::Done { result, .. } => Some(CaseId::new(result)),
    })
}

async fn repeated(tx: &Write, id: CaseId) -> Result<Submitted> {
    let number = store::number_of(tx, id).await?.ok_or_else(|| Error::not_found("case"))?;
    Ok(Submitted { id, number, repeated: true })
}

/// A checked request.
struct Request {
    service: Arc<Service>,
    form: Option<(String, u32)>,
    answers: Answers,
    sources: Sources,
    draft: Option<DraftId>,
}

impl Request {
    async fn of_draft(tx: &Write, draft: DraftId, completed: CompletedDraft) -> Result<Self> {
        let service = open_service(tx, &completed.service_code).await?;
        Ok(Self {
            service,
            form: Some((completed.form_key, completed.form_version)),
            answers: completed.answers,
            sources: completed.sources,
            draft: Some(draft),
        })
    }

    async fn of_answers(tx: &Write, code: &str, answers: Answers) -> Result<Self> {
        let service = open_service(tx, code).await?;
        let own_system = tx.caller().role == Role::ApiClient;
        if own_system && ![service.holder, service.provider].contains(&tx.caller().require_institution()?) {
            return Err(Error::forbidden("service-of-another-holder"));
        }
        let Some(key) = &service.form_key else {
            // An institution's system registers what came to it by other channels and needs no form of ours (INF-01).
            return if own_system {
                Ok(Self::bare(service, answers))
            } else {
                Err(Error::conflict("service-has-no-form"))
            };
        };
        let definition = forms::definition(key, None)?;
        let answers = definition.validate_all(&answers, &Files::new(), riga_date(tx.now()))?;
        let form = Some((definition.key.clone(), definition.version));
        Ok(Self { form, ..Self::bare(service, answers) })
    }

    fn bare(service: Arc<Service>, answers: Answers) -> Self {
        Self { service, form: None, answers, sources: Sources::new(), draft: None }
    }
}

async fn open_service(tx: &Write, code: &str) -> Result<Arc<Service>> {
    let service = catalogue::service(tx, code).await?;
    service.require_open()?;
    Ok(service)
}

async fn receive(tx: &mut Write, id: CaseId, channel: Channel, request: &Request) -> Result<Case> {
    let service = &request.service;
    let n = tx.next_number(&format!("case/{}", service.code)).await?;
    let mut case = Case {
        id,
        number: CaseNumber::new(&service.code, n),
        service: service.code.clone(),
        holder: service.holder,
        handler: service.provider,
        unit: None,
        client: tx.caller().party,
        applicant: tx.caller().person,
        channel,
        receipt_channel: None,
        state: State::Submitted,
        outcome: None,
        assignee: None,
        submitted_at: tx.now(),
        due_at: due_at(tx, service, channel).await?,
        remaining: None,
        decided_at: None,
        closed_at: None,
        overdue: false,
        form: request.form.clone(),
        flags: Vec::new(),
        revision: 0,
    };
    let answers = forms::canonical(&request.answers);
    let digest = kernel::digest_hex(answers.as_bytes());
    let fact = events::submitted(
        &case,
        events::Submission {
            channel,
            due_at: case.due_at,
            number: case.number.as_str(),
            draft: request.draft.is_some(),
            draft_id: request.draft,
            form: case.form.as_ref().map(|(key, version)| format!("{key}/{version}")),
            answers: Some(&digest),
            flags: &[],
        },
    )?;
    case.revision = tx.append(Stream::case(id), Expected::New, vec![fact]).await?;
    store::insert(tx, &case).await?;
    store::insert_answers(tx, id, answers, serde_json::to_string(&request.sources)?).await?;
    tx.schedule(change::OVERDUE, id.uuid(), case.due_at).await?;
    Ok(case)
}

/// The deadline of this service by this channel (CAT-25, DEL-03).
async fn due_at(tx: &Write, service: &Service, channel: Channel) -> Result<DateTime<Utc>> {
    let calendar = change::calendar_of(tx, service.provider).await?;
    Ok(calendar.due_at(tx.now(), service.deadline(channel)))
}
