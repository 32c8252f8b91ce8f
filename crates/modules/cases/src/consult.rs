//! Consultations: advice given, in a few keys (CSS-04, REG-08).

use crate::{change, once, policy, store};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Channel, ConsultationId, Error, FieldError, InstitutionId, Result};
use serde::Serialize;
use storage::{Claim, Expected, NewEvent, Read, Stream, Write};

/// One's own consultation can be taken back for this long.
const UNDO: TimeDelta = TimeDelta::seconds(30);
/// So many of one's last ones are shown beside the panel.
const RECENT: u64 = 5;

kernel::words! {
    /// How a consultation ended.
    ConsultationOutcome {
        /// Answered at once.
        Answered = "answered",
        /// Led to a request.
        Requested = "requested",
        /// Handed to the holder.
        Forwarded = "forwarded",
        /// Could not be helped.
        Unresolved = "unresolved",
    }
}

/// A consultation about to be registered.
#[derive(Debug, Clone)]
pub struct RegisterConsultation {
    /// Code of the service it was about.
    pub service: String,
    /// By which channel.
    pub channel: Channel,
    /// How it ended.
    pub outcome: ConsultationOutcome,
    /// Words; may be empty. No special-category data.
    pub note: String,
    /// The same key twice is one consultation.
    pub idempotency_key: Option<String>,
}

/// A registered consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Id.
    pub id: ConsultationId,
    /// Code of the service.
    pub service: String,
    /// Who answers for the service.
    pub holder: InstitutionId,
    /// By which channel.
    pub channel: Channel,
    /// How it ended.
    pub outcome: ConsultationOutcome,
    /// Words.
    pub note: String,
    /// When.
    pub registered_at: DateTime<Utc>,
}

/// A consultation that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registered {
    /// Id.
    pub id: ConsultationId,
    /// Whether this very consultation had been received before.
    pub repeated: bool,
}

#[derive(Serialize)]
struct Fact<'a> {
    service: &'a str,
    holder: InstitutionId,
    channel: Channel,
    outcome: &'static str,
    registered_at: DateTime<Utc>,
}

/// Registers a consultation of an anonymous client.
///
/// # Errors
/// Forbidden for everybody but officers, specialists and institutions' systems; not found for an unknown service;
/// invalid for a note over 2,000 characters or with a personal code, and `bad-idempotency-key` for a key over 200;
/// conflict `key-reused` for a key used for another one.
pub async fn register_consultation(tx: &mut Write, input: RegisterConsultation) -> Result<Registered> {
    policy::check_consult(tx.caller())?;
    let institution = tx.caller().require_institution()?;
    let note = worded(&input.note)?;
    let service = catalogue::service(tx, &input.service).await?;
    let id = ConsultationId::new(tx.ids().uuid());
    if let Some(key) = &input.idempotency_key {
        let scope = format!("consultations {institution}");
        let content = format!("{} {} {} {note}", input.service, input.channel, input.outcome.as_str());
        if let Claim::Done { result, .. } = once::claim(tx, &scope, key, &content, id.uuid()).await? {
            return Ok(Registered { id: ConsultationId::new(result), repeated: true });
        }
    }
    let consultation = Consultation {
        id,
        service: input.service,
        holder: service.holder,
        channel: input.channel,
        outcome: input.outcome,
        note,
        registered_at: tx.now(),
    };
    store::insert_consultation(tx, &consultation, institution).await?;
    tx.append(Stream::consultation(id), Expected::New, vec![fact("consultation.registered", &consultation)?]).await?;
    Ok(Registered { id, repeated: false })
}

fn worded(note: &str) -> Result<String> {
    let note = change::fitting_text("note", note, 2000)?;
    change::without_personal_code("note", &note)?;
    Ok(note)
}

/// What is wrong with the note of a consultation, for a door that tells it together with what is wrong beside it.
#[must_use]
pub fn consultation_faults(note: &str) -> Vec<FieldError> {
    change::faults_of(worded(note))
}

/// Takes back one's own consultation within 30 seconds.
///
/// # Errors
/// Gone when the time is over, it is somebody else's, or it is taken back already.
pub async fn undo_consultation(tx: &mut Write, id: ConsultationId) -> Result<()> {
    policy::check_consult(tx.caller())?;
    let me = tx.caller().require_person()?;
    let undone = store::consultation_undone(tx, id, me, tx.now() - UNDO).await?;
    let consultation = undone.ok_or_else(|| Error::gone("consultation-kept"))?;
    tx.append(Stream::consultation(id), Expected::At(1), vec![fact("consultation.undone", &consultation)?]).await?;
    Ok(())
}

/// The caller's last consultations, newest first.
///
/// # Errors
/// Forbidden for everybody but officers and specialists; unauthenticated for institutions' systems, which are nobody.
pub async fn recent_consultations(tx: &Read) -> Result<Vec<Consultation>> {
    policy::check_consult(tx.caller())?;
    store::own_consultations(tx, tx.caller().require_person()?, RECENT).await
}

fn fact(kind: &'static str, consultation: &Consultation) -> Result<NewEvent> {
    let data = Fact {
        service: &consultation.service,
        holder: consultation.holder,
        channel: consultation.channel,
        outcome: consultation.outcome.as_str(),
        registered_at: consultation.registered_at,
    };
    Ok(NewEvent::new(kind, 1, &data)?.channel(consultation.channel))
}
