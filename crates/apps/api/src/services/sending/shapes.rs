//! What a system sends, in the shape in which a service is given out.

use catalogue::{Description, ReceiveService, Seen};
use chrono::NaiveDate;
use kernel::{FieldError, InstitutionId};
use serde::Deserialize;
use serde::de::IgnoredAny;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A service as an institution's system sends it: what `GET /api/v1/services/{code}` gives may be sent back. Only
/// `description` must be there; what the register itself says of a service (name, state, times) is passed over. `revision`,
/// `version` and `newest` say what the sender has seen: a service that has changed since is not written over. Who sends
/// none of them, and no `If-Match`, changes only what it sent last itself.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentService {
    /// The name of the service in the sender's system; only in a feed of many, where the address does not say it.
    #[serde(default)]
    pub external_id: Option<String>,
    /// Code of the service, to give an existing one a name in the sender's system.
    #[serde(default)]
    pub code: Option<String>,
    /// Who answers for it: the sender's institution.
    #[serde(default)]
    pub holder: Option<Uuid>,
    /// Who carries it out: need not be said, and must be the institution that the description names for execution.
    #[serde(default)]
    pub provider: Option<Uuid>,
    /// The description: everything that MK 399 p.9 asks. Each channel has its ordinary `fee` (`"free"`, `"stated"` or
    /// `{"amount": 3420}` in cents) and, where some pay something else, `tiers`: each with a `fee` of the same kind,
    /// the `condition` in words and `added` where it is paid on top. `payment` says how to pay. `checked_on` is passed
    /// over: only the confirmation in the register sets it. Without `form` the service keeps the form of the portal
    /// that it has; `none` takes it away, and a key that no form has is refused.
    #[schema(value_type = Object)]
    pub description: Description,
    /// The revision of the service that the sender has seen.
    #[serde(default)]
    #[schema(example = 7)]
    pub revision: Option<i64>,
    /// Number of the description in force that the sender has seen.
    #[serde(default)]
    #[schema(example = 3)]
    pub version: Option<i32>,
    /// Number of the newest description that the sender has seen, where that is not in force; `version` otherwise.
    #[serde(default)]
    pub newest: Option<i32>,
    /// Places of the description of which nothing was said; nobody sends them.
    #[serde(skip)]
    #[schema(ignore)]
    pub gaps: Vec<String>,
    /// Places of the description that cannot be read, and why; nobody sends them.
    #[serde(skip)]
    #[schema(ignore)]
    pub unread: Vec<FieldError>,
    #[serde(default, rename = "name")]
    #[schema(ignore)]
    _name: IgnoredAny,
    #[serde(default, rename = "state")]
    #[schema(ignore)]
    _state: IgnoredAny,
    #[serde(default, rename = "valid_from")]
    #[schema(ignore)]
    _valid_from: IgnoredAny,
    #[serde(default, rename = "updated_at")]
    #[schema(ignore)]
    _updated_at: IgnoredAny,
    #[serde(default, rename = "address")]
    #[schema(ignore)]
    _address: IgnoredAny,
    #[serde(default, rename = "answers_schema")]
    #[schema(ignore)]
    _answers_schema: IgnoredAny,
    #[serde(default, rename = "digest")]
    #[schema(ignore)]
    _digest: IgnoredAny,
}

/// What is to become of it.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wish {
    /// Publish it, so that its elements must be complete; `false` keeps a draft. Yes unless said.
    publish: Option<bool>,
    /// Published from this day, `2027-01-01`; at once unless said.
    from: Option<NaiveDate>,
    /// What changed and why, for those who read the history; up to 500 characters.
    note: Option<String>,
}

impl SentService {
    /// As the use case takes it.
    pub fn wished(self, external_id: String, wish: &Wish) -> ReceiveService {
        let (revision, version) = (self.revision, self.newest.or(self.version));
        let told = revision.is_some() || version.is_some();
        ReceiveService {
            external_id,
            code: self.code,
            holder: self.holder.map(InstitutionId::new),
            provider: self.provider.map(InstitutionId::new),
            description: self.description,
            gaps: self.gaps,
            unread: self.unread,
            publish: wish.publish.unwrap_or(true),
            from: wish.from,
            note: wish.note.clone().unwrap_or_default(),
            seen: told.then_some(Seen::Numbers { revision, version }),
            idempotency_key: None,
        }
    }
}
