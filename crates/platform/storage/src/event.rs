//! An event, its actor and its place.

use crate::LogPosition;
use chrono::{DateTime, Utc};
use kernel::{
    ApiClientId, Assurance, Caller, CaseId, Channel, ConsultationId, DraftId, Error, InstitutionId, PersonId, Result,
    Role, ServiceId,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The events of one thing, numbered from 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stream {
    /// What kind of thing: `case`, `person` …
    pub kind: String,
    /// Which one.
    pub id: Uuid,
}

impl Stream {
    /// The stream of any thing.
    #[must_use]
    pub fn new(kind: &str, id: Uuid) -> Self {
        Self { kind: kind.to_owned(), id }
    }

    /// Everything that happens to a case.
    #[must_use]
    pub fn case(id: CaseId) -> Self {
        Self::new("case", id.uuid())
    }

    /// Everything that happens to an application before it is sent.
    #[must_use]
    pub fn draft(id: DraftId) -> Self {
        Self::new("draft", id.uuid())
    }

    /// Who looked at a person's data.
    #[must_use]
    pub fn person(id: PersonId) -> Self {
        Self::new("person", id.uuid())
    }

    /// Who looked at a case whose client is not known. It is a stream of its own: the last number of the case's is its
    /// revision, and a look changes nothing.
    #[must_use]
    pub fn viewings_of_case(id: CaseId) -> Self {
        Self::new("case_viewings", id.uuid())
    }

    /// Everything that happens to a service description.
    #[must_use]
    pub fn service(id: ServiceId) -> Self {
        Self::new("service", id.uuid())
    }

    /// A consultation.
    #[must_use]
    pub fn consultation(id: ConsultationId) -> Self {
        Self::new("consultation", id.uuid())
    }

    /// An institution's users and settings.
    #[must_use]
    pub fn institution(id: InstitutionId) -> Self {
        Self::new("institution", id.uuid())
    }
}

/// Who did it, in which role, on whose mandate, from which institution (AUD-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The capacity.
    pub role: Role,
    /// The human being.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// On whose behalf, when not their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<kernel::Party>,
    /// On what ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<String>,
    /// From which institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<InstitutionId>,
    /// Which system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_client: Option<ApiClientId>,
    /// How sure the identity was.
    #[serde(default)]
    pub assurance: Assurance,
}

impl From<&Caller> for Actor {
    fn from(caller: &Caller) -> Self {
        Self {
            role: caller.role,
            person: caller.person,
            party: caller.party.filter(|party| caller.person.is_none_or(|person| party.uuid() != person.uuid())),
            mandate: caller.mandate.clone(),
            institution: caller.institution,
            api_client: caller.api_client,
            assurance: caller.assurance,
        }
    }
}

/// A fact about to be recorded.
#[derive(Debug, Clone)]
pub struct NewEvent {
    pub(crate) kind: &'static str,
    pub(crate) version: i32,
    pub(crate) data: String,
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) channel: Option<Channel>,
}

impl NewEvent {
    /// A fact of `kind` whose data have the shape `version`. The data carry ids and facts, never names, codes or
    /// answers: the log is for ever, personal data are not.
    ///
    /// # Errors
    /// Internal when the data cannot be written as JSON.
    pub fn new(kind: &'static str, version: i32, data: &impl Serialize) -> Result<Self> {
        Ok(Self { kind, version, data: serde_json::to_string(data)?, at: None, channel: None })
    }

    /// When it happened, if not now: a report from another system, an import.
    #[must_use]
    pub fn at(mut self, at: DateTime<Utc>) -> Self {
        self.at = Some(kernel::whole_micros(at));
        self
    }

    /// By which channel, if not the caller's.
    #[must_use]
    pub const fn channel(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }
}

/// A recorded fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Place in the whole log.
    pub place: LogPosition,
    /// Whose event.
    pub stream: Stream,
    /// Place in the stream, from 1.
    pub sequence: i64,
    /// What happened.
    pub kind: String,
    /// Shape of the data.
    pub version: i32,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// When it was written down.
    pub recorded_at: DateTime<Utc>,
    /// Who did it.
    pub actor: Actor,
    /// By which channel.
    pub channel: Channel,
    /// The facts.
    pub data: serde_json::Value,
    /// The link of the chain, as hexadecimal.
    pub hash: String,
}

impl Event {
    /// A text among the data.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.data.get(name).and_then(serde_json::Value::as_str)
    }

    /// The data as a typed value.
    ///
    /// # Errors
    /// Internal `event-data` when they have another shape.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        T::deserialize(&self.data).map_err(|error| {
            Error::internal("event-data").arg("kind", &self.kind).arg("position", self.place.position).source(error)
        })
    }
}

/// What a link of the chain covers, exactly as it is stored.
pub(crate) struct Link<'a> {
    pub stream_kind: &'a str,
    pub stream_id: Uuid,
    pub sequence: i64,
    pub kind: &'a str,
    pub version: i32,
    pub at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    pub actor: &'a str,
    pub channel: &'a str,
    pub data: &'a str,
}

impl Link<'_> {
    /// SHA-256 over the previous hash and every field; each text is preceded by its length, so that no two different
    /// events have the same bytes.
    pub fn hash(&self, previous: &[u8]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        hasher.update(previous);
        hasher.update(self.stream_id.as_bytes());
        for number in
            [self.sequence, i64::from(self.version), self.at.timestamp_micros(), self.recorded_at.timestamp_micros()]
        {
            hasher.update(number.to_be_bytes());
        }
        for text in [self.stream_kind, self.kind, self.actor, self.channel, self.data] {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.finalize().to_vec()
    }
}
