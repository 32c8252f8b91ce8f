//! A client asks for a service, here or at an institution.

use crate::files::{self, Numbered};
use crate::received::{check_own_service, check_received};
use crate::{Case, CaseNumber, FormFile, Intake, Received, State, change, events, once, policy, store};
use catalogue::Service;
use chrono::{DateTime, Utc};
use documents::{InspectedFile, Subject, Upload};
use forms::{Answers, CompletedDraft, Completion, Definition, FieldKind, Sources};
use kernel::{Caller, CaseId, Channel, DraftId, Error, FieldError, Party, PersonId, Result, Role, riga_date};
use std::sync::Arc;
use storage::{Claim, Expected, Stream, Write};

/// What a case is made from.
#[derive(Debug, Clone)]
pub enum Origin {
    /// An application filled in step by step.
    Draft {
        /// Which.
        id: DraftId,
        /// The revision whose answers the client has checked, where the door knows it.
        seen: Option<i64>,
    },
    /// Answers sent at once for a service.
    Answers {
        /// Code of the service.
        service: String,
        /// By field name.
        answers: Answers,
    },
    /// A request that came to the institution, registered by its staff or its system.
    Received(Received),
}

/// A request for a service.
#[derive(Debug, Clone)]
pub struct SubmitCase {
    /// What it is made from.
    pub origin: Origin,
    /// By which channel it came; clients have their own alone, an institution's staff and systems name any.
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
/// Unauthenticated; forbidden for staff, who register what they received, and for clients who say that they received it;
/// forbidden `service-of-another-holder` for staff and systems of neither holder nor provider nor a unified centre in which
/// the service is asked for, and `service-not-assigned` for a service that company management did not assign to the caller;
/// forbidden `sign-in-stronger` for a client who is signed in less surely than the service asks for;
/// not found for a service that does not exist; conflict for one that cannot be requested now (`service-closed`,
/// `service-not-offered`) or here (`service-has-no-form`), and `key-reused` for a key used for another request; gone for an
/// expired draft; stale for one that was changed since its client checked it; invalid with every wrong field, and
/// `case-channel-of-client` at field `channel` for a client who names another channel than the one they use.
pub async fn submit(tx: &mut Write, input: SubmitCase) -> Result<Submitted> {
    Box::pin(submit_with_files(tx, input, Vec::new())).await
}

/// The same with the files of its form, for answers that are sent at once: a draft has its own already.
///
/// # Errors
/// Those of [`submit`]; invalid for a file of a field that takes none (`files/<place>/field`) and for files of a client
/// whom nobody knows.
pub async fn submit_with_files(tx: &mut Write, input: SubmitCase, files: Vec<FormFile>) -> Result<Submitted> {
    policy::check_submit(tx.caller(), &input.origin)?;
    check_channel(tx.caller(), input.channel)?;
    let id = CaseId::new(tx.ids().uuid());
    if let Some(earlier) = claim(tx, &input, &files, id).await? {
        return repeated(tx, earlier).await;
    }
    let files = Numbered::new(tx, files);
    let request = match input.origin {
        Origin::Draft { id: draft, seen } => {
            files.check(None)?;
            match forms::complete(tx, draft, id, seen).await? {
                Completion::AlreadySubmitted(earlier) => return repeated(tx, earlier).await,
                Completion::Ready(completed) => Request::of_draft(tx, draft, *completed).await?,
            }
        }
        Origin::Answers { service, answers } => Request::of_answers(tx, &service, answers, &files).await?,
        Origin::Received(received) => Request::of_received(tx, received, input.channel, &files).await?,
    };
    let case = receive(tx, id, input.channel, request).await?;
    files.keep(tx, &case).await?;
    Ok(Submitted { id, number: case.number, repeated: false })
}

/// A client asks here: a call or a letter is registered by the institution that received it, and one that never was would
/// be counted as such.
fn check_channel(caller: &Caller, channel: Channel) -> Result<()> {
    if caller.role != Role::Client || channel == caller.channel {
        return Ok(());
    }
    Err(Error::invalid("form-has-errors").field("channel", "case-channel-of-client"))
}

async fn claim(tx: &mut Write, input: &SubmitCase, files: &[FormFile], id: CaseId) -> Result<Option<CaseId>> {
    let Some(key) = &input.idempotency_key else { return Ok(None) };
    let content = match &input.origin {
        Origin::Draft { id, .. } => id.to_string(),
        Origin::Answers { service, answers } => format!("{service} {}", forms::canonical(answers)),
        Origin::Received(received) => received.content()?,
    };
    let content = format!("{} {content}{}", input.channel, files::content(files));
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
    /// None where the institution entered none.
    answers: Option<Answers>,
    sources: Sources,
    draft: Option<DraftId>,
    client: Option<Party>,
    applicant: Option<PersonId>,
    at: DateTime<Utc>,
    intake: Option<Intake>,
    scan: Option<InspectedFile>,
}

impl Request {
    async fn of_draft(tx: &Write, draft: DraftId, completed: CompletedDraft) -> Result<Self> {
        let service = open_service(tx, &completed.service_code).await?;
        service.require_identified(tx.caller())?;
        Ok(Self {
            form: Some((completed.form_key, completed.form_version)),
            sources: completed.sources,
            draft: Some(draft),
            ..Self::bare(tx, service, Some(completed.answers))
        })
    }

    async fn of_answers(tx: &Write, code: &str, answers: Answers, files: &Numbered) -> Result<Self> {
        let service = open_service(tx, code).await?;
        let own_system = tx.caller().role == Role::ApiClient;
        if own_system {
            check_own_service(tx.caller(), &service)?;
        } else {
            service.require_identified(tx.caller())?;
        }
        if service.form_key.is_none() && !own_system {
            return Err(Error::conflict("service-has-no-form").arg("code", &service.code));
        }
        Self::answered(tx, service, answers, files, tx.caller().party)
    }

    /// What an institution tells. The applicant is the client where that is a person; who asked for a company is not known.
    async fn of_received(tx: &Write, received: Received, channel: Channel, files: &Numbered) -> Result<Self> {
        received.check(tx.now())?;
        let service = open_service(tx, &received.service).await?;
        check_received(tx, &service, channel).await?;
        let at = received.at(tx.now());
        let request = match received.answers {
            Some(answers) => Self::answered(tx, service, answers, files, received.client)?,
            // Without answers there is nothing that a file of the form could answer.
            None => {
                files.check(None)?;
                Self::bare(tx, service, None)
            }
        };
        let applicant = match received.client {
            Some(Party::Person(person)) => Some(person),
            Some(Party::Organisation(_)) | None => None,
        };
        let intake = Some(Intake { note: received.note.trim().to_owned() });
        Ok(Self { client: received.client, applicant, at, intake, scan: received.scan, ..request })
    }

    /// An institution's system registers what came to it by other channels and needs no form of ours (INF-01): where the
    /// service has none, the answers are kept as they are.
    fn answered(
        tx: &Write,
        service: Arc<Service>,
        answers: Answers,
        files: &Numbered,
        client: Option<Party>,
    ) -> Result<Self> {
        let Some(key) = &service.form_key else {
            files.check(None)?;
            return Ok(Self::bare(tx, service, Some(answers)));
        };
        let definition = forms::definition(key, None)?;
        files.check(Some(&definition))?;
        no_files_among(&answers, &definition)?;
        let answers = definition.validate_sent(client, &answers, &files.by_field(), riga_date(tx.now()))?;
        let form = Some((definition.key.clone(), definition.version));
        Ok(Self { form, ..Self::bare(tx, service, Some(answers)) })
    }

    fn bare(tx: &Write, service: Arc<Service>, answers: Option<Answers>) -> Self {
        Self {
            service,
            form: None,
            answers,
            sources: Sources::new(),
            draft: None,
            client: tx.caller().party,
            applicant: if tx.caller().role == Role::Client { tx.caller().person } else { None },
            at: tx.now(),
            intake: None,
            scan: None,
        }
    }
}

/// Files are no words: whoever writes something into the field of one learns where it belongs.
fn no_files_among(answers: &Answers, definition: &Definition) -> Result<()> {
    let fields = definition.fields().filter(|field| field.kind == FieldKind::File);
    let written = fields.filter(|field| answers.contains_key(&field.name));
    let wrong: Vec<FieldError> =
        written.map(|field| FieldError::new(format!("answers/{}", field.name), "file-among-answers")).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid("answers").fields(wrong)) }
}

async fn open_service(tx: &Write, code: &str) -> Result<Arc<Service>> {
    let service = catalogue::service(tx, code).await?;
    service.require_open()?;
    Ok(service)
}

async fn receive(tx: &mut Write, id: CaseId, channel: Channel, request: Request) -> Result<Case> {
    let service = &request.service;
    let n = tx.next_number(&format!("case/{}", service.code)).await?;
    let mut case = Case {
        id,
        number: CaseNumber::new(&service.code, n),
        service: service.code.clone(),
        holder: service.holder,
        handler: service.provider,
        unit: None,
        client: request.client,
        applicant: request.applicant,
        channel,
        receipt_channel: None,
        state: State::Submitted,
        outcome: None,
        assignee: None,
        submitted_at: request.at,
        due_at: due_at(tx, service, channel, request.at).await?,
        remaining: None,
        decided_at: None,
        closed_at: None,
        overdue: false,
        form: request.form,
        flags: Vec::new(),
        revision: 0,
    };
    let answers = request.answers.as_ref().map(forms::canonical);
    let digest = answers.as_ref().map(|answers| kernel::digest_hex(answers.as_bytes()));
    let fact = events::submitted(
        &case,
        events::Submission {
            channel,
            due_at: case.due_at,
            number: case.number.as_str(),
            draft: request.draft.is_some(),
            draft_id: request.draft,
            form: case.form.as_ref().map(|(key, version)| format!("{key}/{version}")),
            answers: digest.as_deref(),
            flags: &[],
        },
    )?;
    case.revision = tx.append(Stream::case(id), Expected::New, vec![fact]).await?;
    store::insert(tx, &case).await?;
    if let Some(answers) = answers {
        store::insert_answers(tx, id, answers, serde_json::to_string(&request.sources)?).await?;
    }
    if let Some(intake) = &request.intake {
        store::insert_intake(tx, id, intake).await?;
    }
    if let (Some(owner), Some(file)) = (request.client, request.scan) {
        let upload = Upload { owner, subject: Subject::Case(id), field: "request".to_owned(), file };
        documents::store_upload(tx, upload).await?;
    }
    tx.schedule(change::OVERDUE, id.uuid(), case.due_at).await?;
    Ok(case)
}

/// The deadline of this service by this channel (CAT-25, DEL-03) for a request that came at `at`.
async fn due_at(tx: &Write, service: &Service, channel: Channel, at: DateTime<Utc>) -> Result<DateTime<Utc>> {
    let calendar = change::calendar_of(tx, service.provider).await?;
    Ok(calendar.due_at(at, service.deadline(channel)))
}
