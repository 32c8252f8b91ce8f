//! A description that an institution's system sends: the service is registered the first time and changed after that
//! (CAT-20). A writer gets no further than an editor would: own services only, the same gate before publishing.

use crate::events::{SERVICE_WRITE_REFUSED, WriteRefusal};
use crate::store::{edit, refusal_rows, service_rows, services, sources, versions};
use crate::{
    Description, PublishService, RegisterService, ServiceState, VersionState, links, policy, publish, quality,
    register_service,
};
use chrono::NaiveDate;
use kernel::{ApiClientId, Error, FieldError, InstitutionId, Result, ServiceId, digest_hex};
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
    /// Who provides it as a whole; as it was when not said.
    pub provider: Option<InstitutionId>,
    /// The whole description.
    pub description: Description,
    /// Whether to publish it; a draft otherwise.
    pub publish: bool,
    /// Published from this day.
    pub from: Option<NaiveDate>,
    /// What changed and why.
    pub note: String,
    /// The tag that the sender saw: [`edition`].
    pub seen: Option<String>,
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
    },
    /// Another holder's service. That somebody tried is on the record and must be committed; the error is for the
    /// sender.
    Refused(Error),
}

/// Takes a description over.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; not found for an unknown code; stale when
/// `seen` is not what there is; conflict when the name belongs to another service, or the key was used for other content;
/// invalid for a wrong name, an unknown institution, or (when published) a description with gaps.
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
    check_institutions(tx, &input).await?;
    if input.publish {
        quality::require_publishable(&input.description)?;
    }
    let id = row.as_ref().map_or_else(|| tx.ids().uuid(), |row| row.id);
    if let Some(key) = &input.idempotency_key {
        let digest = digest_hex(serde_json::to_string(&Content::of(&input))?.as_bytes());
        let scope = format!("services:{institution}");
        if let Claim::Done(id) = tx.claim_key(&scope, key, &digest, id).await? {
            let row = services::by_id(tx, ServiceId::new(id)).await?.ok_or_else(|| Error::not_found("service"))?;
            return Ok(Received::Kept { code: row.code, done: Done::Repeated });
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
pub fn edition(revision: i64, version: i32, latest: i32) -> String {
    if latest == version { revision.to_string() } else { format!("{revision}.{latest}") }
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

/// Every institution that is named must be there.
async fn check_institutions(tx: &Write, input: &ReceiveService) -> Result<()> {
    let providers = input.description.providers.iter().enumerate();
    let named = providers.map(|(place, one)| (format!("description/providers/{place}/institution"), one.institution));
    let mut wrong = Vec::new();
    for (path, id) in named.chain(input.provider.map(|id| ("provider".to_owned(), id))) {
        match institutions::find(tx, id).await {
            Ok(_) => {}
            Err(error) if error.kind() == kernel::ErrorKind::NotFound => {
                wrong.push(FieldError { path, key: "institution".to_owned(), args: Vec::new() });
            }
            Err(error) => return Err(error),
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid("form-has-errors").fields(wrong)) }
}

async fn create(tx: &mut Write, institution: InstitutionId, id: ServiceId, input: ReceiveService) -> Result<Received> {
    if input.seen.is_some() {
        return Err(Error::stale("service-changed").arg("code", &input.external_id));
    }
    let new = RegisterService {
        id: Some(id),
        holder: institution,
        provider: input.provider.unwrap_or(institution),
        form_key: None,
        pilot: None,
        external_id: None,
        description: input.description,
    };
    let code = register_service(tx, new).await?;
    sources::add(tx, institution, &input.external_id, id).await?;
    if input.publish {
        let now = PublishService { from: input.from, note: input.note, ..PublishService::now(&code, 1, None) };
        publish(tx, now).await?;
    }
    Ok(Received::Kept { code, done: Done::Created })
}

async fn update(
    tx: &mut Write,
    institution: InstitutionId,
    row: service_rows::Model,
    input: ReceiveService,
) -> Result<Received> {
    let (id, code) = (ServiceId::new(row.id), row.code.clone());
    if input.seen.as_ref().is_some_and(|seen| *seen != edition(row.revision, row.version, row.latest)) {
        return Err(Error::stale("service-changed").arg("code", &code));
    }
    if sources::find(tx, institution, &input.external_id).await?.is_none() {
        sources::add(tx, institution, &input.external_id, id).await?;
    }
    let mut done = Done::Unchanged;
    if let Some(provider) = input.provider.filter(|provider| provider.uuid() != row.provider) {
        edit::set_provider(tx, id, provider).await?;
        links::touch(tx, std::slice::from_ref(&code)).await?;
        done = Done::Updated;
    }
    // What was just touched has another revision.
    let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
    if write(tx, &row, input.description, input.publish, input.from, input.note).await? {
        done = Done::Updated;
    }
    Ok(Received::Kept { code, done })
}

/// Makes `description` the newest one, published or as a draft; `false` when it is so already.
pub(super) async fn write(
    tx: &mut Write,
    row: &service_rows::Model,
    description: Description,
    to_publish: bool,
    from: Option<NaiveDate>,
    note: String,
) -> Result<bool> {
    let newest = versions::find(tx, ServiceId::new(row.id), row.latest).await?;
    let newest = newest.ok_or_else(|| Error::not_found("service-version"))?.line;
    let same = newest.digest == edit::digest(&description)?;
    let in_force = row.latest == row.version && row.state != ServiceState::Draft.as_str();
    // The same text that waits for the same day, or is in force (also of a service that was closed since), is no change.
    let waits = newest.state == VersionState::Scheduled && newest.valid_from == from.map(worktime::start_of_day);
    if same && (!to_publish || in_force || waits) {
        return Ok(false);
    }
    if to_publish {
        let input =
            PublishService { code: row.code.clone(), version: row.latest, description: Some(description), from, note };
        publish(tx, input).await?;
    } else {
        edit::add_version(tx, row, &description, &note).await?;
    }
    Ok(true)
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
