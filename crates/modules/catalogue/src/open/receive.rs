//! A description that an institution's system sends: the service is registered the first time and changed after that
//! (CAT-20). A writer gets no further than an editor would: own services only, the same values, the same gate before
//! publishing, the same second reader.

use super::sender::{self, Seen};
use super::write::{self, Wish};
use super::{check, copy};
use crate::events::{SERVICE_WRITE_REFUSED, WriteRefusal};
use crate::store::{edit, refusal_rows, service_rows, services, sources};
use crate::{Description, PublishService, RegisterService, ServiceState, Version, policy, publish, register_service};
use chrono::NaiveDate;
use kernel::{ApiClientId, Error, FieldError, InstitutionId, Result, ServiceId, digest_hex, riga_date};
use storage::{Claim, Expected, Stream, Write};

/// Longest name of a service in another system, in characters.
const LONGEST_NAME: usize = 200;

/// What a system sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiveService {
    /// The name of the service in the sender's system; each institution has names of its own.
    pub external_id: String,
    /// Code of the service, when it is registered already and the name is to belong to it.
    pub code: Option<String>,
    /// Who answers for it, as the sender says; the sender's institution when not said.
    pub holder: Option<InstitutionId>,
    /// Who carries it out, as the sender says; the description decides, and must say the same.
    pub provider: Option<InstitutionId>,
    /// The whole description.
    pub description: Description,
    /// Places of the description of which the sender said nothing ([`crate::fill_gaps`]); a draft may have some.
    pub gaps: Vec<String>,
    /// Places of what was sent that cannot be read, and why: it is refused with what is wrong with the rest.
    pub unread: Vec<FieldError>,
    /// Whether to publish it; a draft otherwise.
    pub publish: bool,
    /// Published from this day.
    pub from: Option<NaiveDate>,
    /// What changed and why.
    pub note: String,
    /// What the sender has seen; when it does not say, it may change only what it sent last itself.
    pub seen: Option<Seen>,
    /// Makes the same request twice one act.
    pub idempotency_key: Option<String>,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Registered.
    Created,
    /// Changed, published, or both.
    Updated,
    /// Written into a working copy, where it waits for another contact person to read it.
    Copied,
    /// Closed.
    Withdrawn,
    /// It is so already.
    Unchanged,
    /// This very request was received before.
    Repeated,
}

/// The answer to a system.
#[derive(Debug)]
pub enum Received {
    /// Kept under this code.
    Kept {
        /// Code of the service.
        code: String,
        /// What was done.
        done: Done,
        /// Places of what was sent and is not taken from senders, as the register knows better.
        passed_over: Vec<&'static str>,
    },
    /// Another holder's service. That somebody tried is on the record and must be committed; the error is for the
    /// sender.
    Refused(Error),
}

/// Takes a description over. What a person would publish whose texts another contact person must read first becomes a
/// working copy.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; not found for an unknown code; stale when
/// `seen` is not what there is, or is not said and somebody else wrote the newest description or closed the service;
/// conflict when the name belongs to another service, or the key was used for other content; invalid for a wrong name or a
/// key over 200 characters, and, all of it at once, for what cannot be read, wrong values, unknown institutions, another
/// provider than the description has and (when published) gaps.
pub async fn receive(tx: &mut Write, input: ReceiveService) -> Result<Received> {
    let institution = policy::may_send(tx.caller())?;
    check_name(&input.external_id)?;
    let row = match target(tx, institution, &input).await? {
        Target::New => None,
        Target::Known(row) => Some(*row),
        Target::Others(holder, code, error) => {
            record(tx, institution, &input, holder, code).await?;
            return Ok(Received::Refused(error));
        }
    };
    check::require_good(tx, institution, &input, row.as_ref()).await?;
    let id = row.as_ref().map_or_else(|| tx.ids().uuid(), |row| row.id);
    if let Some(key) = &input.idempotency_key {
        let digest = digest_hex(serde_json::to_string(&Content::of(&input))?.as_bytes());
        let scope = format!("services:{institution}");
        if let Claim::Done { result, .. } = tx.claim_key(&scope, key, &digest, id).await? {
            let row = services::by_id(tx, ServiceId::new(result)).await?.ok_or_else(|| Error::not_found("service"))?;
            return Ok(Received::Kept { code: row.code, done: Done::Repeated, passed_over: Vec::new() });
        }
    }
    match row {
        None => create(tx, institution, ServiceId::new(id), input).await,
        Some(row) => update(tx, institution, row, input).await,
    }
}

/// The tag of what there is of a service: its revision, and the number of the newest description where that is not in
/// force. Two writers who saw the same tag cannot both write.
#[must_use]
pub fn edition(revision: i64, version: i32, newest: i32) -> String {
    if newest == version { revision.to_string() } else { format!("{revision}.{newest}") }
}

enum Target {
    New,
    Known(Box<service_rows::Model>),
    /// Whose it is, its code, what the sender is told.
    Others(InstitutionId, Option<String>, Error),
}

/// Which service is meant, and whether it is the sender's.
async fn target(tx: &Write, institution: InstitutionId, input: &ReceiveService) -> Result<Target> {
    let known = sources::find(tx, institution, &input.external_id).await?;
    let named = match &input.code {
        Some(code) => Some(services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?),
        None => None,
    };
    for row in [&known, &named].into_iter().flatten() {
        let holder = InstitutionId::new(row.holder);
        if holder != institution {
            // A draft of others does not exist for the sender; what is public is not theirs to change.
            let visible = policy::may_see(tx.caller(), row.state.parse()?, holder, row.internal);
            let error = if visible { Error::forbidden("service-not-yours") } else { Error::not_found("service") };
            return Ok(Target::Others(holder, Some(row.code.clone()), error));
        }
    }
    if let Some(holder) = input.holder.filter(|holder| *holder != institution) {
        let code = known.or(named).map(|row| row.code);
        return Ok(Target::Others(holder, code, Error::forbidden("service-not-yours")));
    }
    match (known, named) {
        (Some(known), Some(named)) if known.id != named.id => {
            Err(Error::conflict("service-name-taken").arg("code", known.code))
        }
        (Some(row), _) | (None, Some(row)) => Ok(Target::Known(Box::new(row))),
        (None, None) => Ok(Target::New),
    }
}

/// That a system tried to write another holder's service stays on the record of its institution.
async fn record(
    tx: &mut Write,
    institution: InstitutionId,
    input: &ReceiveService,
    holder: InstitutionId,
    code: Option<String>,
) -> Result<()> {
    let row = refusal_rows::Model {
        id: tx.ids().uuid(),
        at: tx.now(),
        institution: institution.uuid(),
        api_client: tx.caller().api_client.map(ApiClientId::uuid),
        external_id: input.external_id.clone(),
        code: code.clone(),
        holder: holder.uuid(),
    };
    sources::refuse(tx, row).await?;
    // The name in the other system is its own text and stays out of the log, which is for ever.
    let event = WriteRefusal { code, holder }.event(SERVICE_WRITE_REFUSED)?;
    tx.append(Stream::institution(institution), Expected::Any, vec![event]).await?;
    Ok(())
}

fn check_name(external_id: &str) -> Result<()> {
    let length = external_id.chars().count();
    if external_id.trim().is_empty() || length > LONGEST_NAME || external_id.chars().any(char::is_control) {
        return Err(Error::invalid("form-has-errors").field("external_id", "service-external-id"));
    }
    Ok(())
}

async fn create(tx: &mut Write, institution: InstitutionId, id: ServiceId, input: ReceiveService) -> Result<Received> {
    if matches!(input.seen, Some(Seen::Tag(_))) {
        return Err(Error::stale("service-changed").arg("code", &input.external_id));
    }
    let passed_over = passed_over(&input.description, None);
    let description = write::unchecked(input.description, None);
    let digest = edit::digest(&description)?;
    let new = RegisterService {
        id: Some(id),
        holder: institution,
        pilot: None,
        external_id: None,
        description: description.clone(),
    };
    let code = register_service(tx, new).await?;
    sources::add(tx, institution, &input.external_id, id).await?;
    let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
    let mut done = Done::Created;
    if input.publish {
        if write::may_publish(tx, &row, &description).await? {
            let now = PublishService { from: input.from, note: input.note, ..PublishService::now(&code, 1, None) };
            publish(tx, now).await?;
        } else {
            let wish = Wish { publish: true, from: input.from, note: input.note, opens: false };
            done = Box::pin(copy::put(tx, &row, &description, &wish)).await?;
        }
    }
    sender::remember(tx, &row, digest).await?;
    Ok(Received::Kept { code, done, passed_over })
}

async fn update(
    tx: &mut Write,
    institution: InstitutionId,
    row: service_rows::Model,
    input: ReceiveService,
) -> Result<Received> {
    let (id, code) = (ServiceId::new(row.id), row.code.clone());
    let newest = write::newest(tx, id, row.latest).await?;
    let passed_over = passed_over(&input.description, newest.description.checked_on);
    let description = write::unchecked(input.description, Some(&newest));
    let digest = edit::digest(&description)?;
    let unseen = match &input.seen {
        Some(seen) => !seen.is(&row, newest.line.version),
        // Where nothing would change nobody's words are lost.
        None => newest.line.digest != digest && !sender::part(tx, id, newest.line.version).await?.is_own(),
    };
    if unseen {
        return Err(Error::stale("service-changed").arg("code", &code));
    }
    if sources::find(tx, institution, &input.external_id).await?.is_none() {
        sources::add(tx, institution, &input.external_id, id).await?;
    }
    let opens = opens(tx, &row, &newest, input.seen.is_some()).await?;
    let wish = Wish { publish: input.publish, from: input.from, note: input.note, opens };
    let done = Box::pin(write::write(tx, &row, &newest, description, wish)).await?;
    if done != Done::Copied {
        let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
        sender::remember(tx, &row, digest).await?;
    }
    Ok(Received::Kept { code, done, passed_over })
}

/// Whether sending what a closed service says already opens it: for whoever closed it, and for those who say that they have
/// seen it closed. Everybody else's nightly copy does not undo what a person decided, nor the last day of a service.
async fn opens(tx: &Write, row: &service_rows::Model, newest: &Version, seen: bool) -> Result<bool> {
    let last = newest.description.valid_to;
    if row.state != ServiceState::Closed.as_str() || last.is_some_and(|day| day < riga_date(tx.now())) {
        return Ok(false);
    }
    Ok(seen || !sender::part(tx, ServiceId::new(row.id), newest.line.version).await?.is_closed_by_another())
}

/// What is not taken from senders: the day of the check, which only a recorded confirmation sets (CAT-16).
fn passed_over(description: &Description, kept: Option<NaiveDate>) -> Vec<&'static str> {
    let other = description.checked_on.is_some() && description.checked_on != kept;
    if other { vec!["description/checked_on"] } else { Vec::new() }
}

/// What a key stands for.
#[derive(serde::Serialize)]
struct Content<'a> {
    external_id: &'a str,
    code: Option<&'a str>,
    provider: Option<InstitutionId>,
    description: &'a Description,
    publish: bool,
    from: Option<NaiveDate>,
}

impl<'a> Content<'a> {
    fn of(input: &'a ReceiveService) -> Self {
        Self {
            external_id: &input.external_id,
            code: input.code.as_deref(),
            provider: input.provider,
            description: &input.description,
            publish: input.publish,
            from: input.from,
        }
    }
}
