//! Sessions: kept on the server, found by the SHA-256 of a random token, limited in time.

use crate::model::ProfileChoice;
use crate::profiles::caller_of;
use crate::secret::{Secret, hash, same};
use crate::store::session::Model as Row;
use crate::store::sessions::Found;
use crate::store::{organisations, sessions};
use crate::{model::Ground, staff};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Assurance, Caller, Error, InstitutionId, LangText, Locale, OrganisationId, Party, PersonId, Remit, Result, Role,
    riga_date,
};
use std::str::FromStr;
use storage::{Read, Write};
use uuid::Uuid;

/// A client's session ends after so many minutes without a request.
pub const CLIENT_IDLE_MINUTES: i64 = 15;
/// A staff session ends after so many minutes without a request.
pub const STAFF_IDLE_MINUTES: i64 = 30;
/// Every session ends so many hours after sign-in.
pub const ABSOLUTE_HOURS: i64 = 12;
/// For so many hours after its end a session that ran out still tells whose a form is that was sent too late.
pub const LAPSED_HOURS: i64 = 12;
/// A session is marked as used at most once in so many seconds.
const TOUCH_SECONDS: i64 = 60;

/// Somebody who proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Who.
    pub person: PersonId,
    /// In which capacity they begin.
    pub profile: ProfileChoice,
    /// How sure the identity is.
    pub assurance: Assurance,
}

/// A session in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Public id, for the list of own sessions; not the token.
    pub id: Uuid,
    /// Who acts, and how.
    pub caller: Caller,
    /// The person's name.
    pub display_name: String,
    /// Name of the organisation they act for.
    pub acting_for: Option<String>,
    /// For staff: the institution's name.
    pub institution_name: Option<LangText>,
    /// Token that forms carry against forgery.
    pub csrf: String,
    /// The person's language.
    pub locale: Locale,
    /// The OpenID Connect provider that said who it is; none when somebody else did.
    pub issuer: Option<String>,
    /// Whether the door should call [`touch_session`] now.
    pub needs_touch: bool,
    /// When it ends if nothing is asked from now on.
    pub ends_at: DateTime<Utc>,
    /// How long it may be idle.
    pub idle: TimeDelta,
    /// When it ends whatever is asked.
    pub expires_at: DateTime<Utc>,
}

impl Session {
    /// Whether a form that carries this mark was opened in the session. How long it takes says nothing of the right mark.
    #[must_use]
    pub fn has_mark(&self, mark: &str) -> bool {
        !self.csrf.is_empty() && same(mark, &self.csrf)
    }
}

/// Begins a session for somebody whose identity the door has checked; the token is shown to the browser alone. (AUT-01)
///
/// # Errors
/// Forbidden `profile-not-yours`; not found `person`; forbidden unless the engine calls.
pub async fn sign_in(tx: &mut Write, input: SignIn) -> Result<Secret> {
    tx.caller().require_role(&[Role::Engine])?;
    anew(tx, input, None).await
}

/// The same for somebody whom a provider of OpenID Connect has recognised: the session remembers which, so that systems
/// which it signs people in to need no second sign-in (POR-12).
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_by(tx: &mut Write, input: SignIn, issuer: &str) -> Result<Secret> {
    tx.caller().require_role(&[Role::Engine])?;
    anew(tx, input, Some(issuer.to_owned())).await
}

async fn anew(tx: &mut Write, input: SignIn, issuer: Option<String>) -> Result<Secret> {
    let caller = caller_of(tx, input.person, input.profile, input.assurance).await?;
    let until = tx.now() + TimeDelta::hours(ABSOLUTE_HOURS);
    let begun = Begun { signed_in_at: tx.now(), until, issuer };
    begin(tx, &caller, begun).await
}

/// Continues the session of `token` in another capacity: the old token ends, a new one begins, the absolute limit of
/// the sign-in stays.
///
/// # Errors
/// Unauthenticated `sign-in-needed` when the session is over; forbidden `profile-not-yours`.
pub async fn switch_profile(tx: &mut Write, token: &str, choice: ProfileChoice) -> Result<Secret> {
    let over = || Error::unauthenticated("sign-in-needed");
    let session = session_by_token(tx, token).await?.ok_or_else(over)?;
    let row = sessions::find(tx, &hash(token)).await?.ok_or_else(over)?.session;
    let person = session.caller.require_person()?;
    tx.act_as(session.caller.clone());
    let caller = caller_of(tx, person, choice, session.caller.assurance).await?;
    sessions::end(tx, sessions::of_token(&row.token_hash)).await?;
    let begun = Begun { signed_in_at: row.signed_in_at, until: row.expires_at, issuer: row.issuer };
    begin(tx, &caller, begun).await
}

/// The session of a token, if it is in force: not ended, within both limits, and the capacity still held (so that a
/// revoked role or representation ends at the next request, and services assigned or taken away count from it on).
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn session_by_token(tx: &Read, token: &str) -> Result<Option<Session>> {
    let Some(found) = sessions::find(tx, &hash(token)).await? else { return Ok(None) };
    if found.session.ended_at.is_some() || tx.now() >= end_of(&found.session) {
        return Ok(None);
    }
    held(tx, found).await
}

/// The session of a token that ran out by itself, not longer than [`LAPSED_HOURS`] ago: nobody ended it, and the capacity
/// is still held. It opens nothing; a door may keep what its holder had typed, where that shows nothing to anybody.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn lapsed_session(tx: &Read, token: &str) -> Result<Option<Session>> {
    let Some(found) = sessions::find(tx, &hash(token)).await? else { return Ok(None) };
    let end = end_of(&found.session);
    let lapsed = (end..end + TimeDelta::hours(LAPSED_HOURS)).contains(&tx.now());
    if found.session.ended_at.is_some() || !lapsed {
        return Ok(None);
    }
    held(tx, found).await
}

fn end_of(row: &Row) -> DateTime<Utc> {
    row.expires_at.min(row.last_seen_at + idle_limit(&row.role))
}

/// The session of a row, if its capacity is still held.
async fn held(tx: &Read, found: Found) -> Result<Option<Session>> {
    let row = &found.session;
    let caller = caller_from_row(row)?;
    let Some(held) = still_held(tx, &caller).await? else { return Ok(None) };
    Ok(Some(Session {
        id: row.id,
        display_name: format!("{} {}", found.given_name, found.family_name),
        acting_for: found.organisation_name,
        institution_name: held.institution_name,
        csrf: row.csrf.clone(),
        locale: Locale::from_str(&found.locale).unwrap_or_default(),
        issuer: row.issuer.clone(),
        needs_touch: tx.now() - row.last_seen_at >= TimeDelta::seconds(TOUCH_SECONDS),
        ends_at: end_of(row),
        idle: idle_limit(&row.role),
        expires_at: row.expires_at,
        caller: Caller { remit: held.remit, ..caller },
    }))
}

/// Marks a session as used; call it when [`Session::needs_touch`] says so.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn touch_session(tx: &mut Write, token: &str) -> Result<()> {
    sessions::touch(tx, &hash(token)).await
}

/// Ends the session of a token; one that is over already stays so.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn sign_out(tx: &mut Write, token: &str) -> Result<()> {
    sessions::end(tx, sessions::of_token(&hash(token))).await.map(drop)
}

/// The sign-in that a session belongs to.
struct Begun {
    signed_in_at: DateTime<Utc>,
    until: DateTime<Utc>,
    issuer: Option<String>,
}

async fn begin(tx: &mut Write, caller: &Caller, begun: Begun) -> Result<Secret> {
    let token = Secret::new(tx.ids());
    let organisation = match caller.party {
        Some(Party::Organisation(id)) => Some(id.uuid()),
        _ => None,
    };
    let row = Row {
        token_hash: token.hash(),
        id: tx.ids().uuid(),
        person_id: caller.require_person()?.uuid(),
        role: caller.role.to_string(),
        institution_id: caller.institution.map(InstitutionId::uuid),
        organisation_id: organisation,
        ground: caller.mandate.clone(),
        assurance: assurance_word(caller.assurance).to_owned(),
        csrf: Secret::new(tx.ids()).reveal().to_owned(),
        signed_in_at: begun.signed_in_at,
        last_seen_at: tx.now(),
        expires_at: begun.until,
        ended_at: None,
        issuer: begun.issuer,
    };
    sessions::insert(tx, row).await?;
    Ok(token)
}

pub(crate) fn idle_limit(role: &str) -> TimeDelta {
    let client = role == Role::Client.as_str();
    TimeDelta::minutes(if client { CLIENT_IDLE_MINUTES } else { STAFF_IDLE_MINUTES })
}

fn caller_from_row(row: &Row) -> Result<Caller> {
    let capacity = Capacity {
        person: row.person_id,
        role: &row.role,
        institution: row.institution_id,
        organisation: row.organisation_id,
        ground: row.ground.as_deref(),
    };
    Ok(Caller { assurance: assurance_of(&row.assurance), ..capacity.caller()? })
}

/// The columns that sessions and persona tokens share.
pub struct Capacity<'a> {
    /// Who.
    pub person: Uuid,
    /// In which role.
    pub role: &'a str,
    /// Staff of which institution.
    pub institution: Option<Uuid>,
    /// For which organisation.
    pub organisation: Option<Uuid>,
    /// On what ground.
    pub ground: Option<&'a str>,
}

impl Capacity<'_> {
    /// The caller they stand for.
    pub fn caller(&self) -> Result<Caller> {
        let person = PersonId::new(self.person);
        let role = Role::from_str(self.role)?;
        Ok(match (self.institution, self.organisation) {
            (Some(institution), _) => Caller::staff(person, role, InstitutionId::new(institution)),
            (None, Some(id)) => {
                let ground = Ground::from_str(self.ground.unwrap_or_default())?;
                Caller::client_for(person, Party::Organisation(OrganisationId::new(id)), ground.as_str())
            }
            (None, None) => Caller::client(person),
        })
    }
}

/// What a capacity is now.
#[derive(Default)]
pub struct Held {
    /// For staff: the institution's name.
    pub institution_name: Option<LangText>,
    /// For who acts for a company: the services that they may use.
    pub remit: Remit,
}

/// What the capacity is now, if it is still held.
pub async fn still_held(tx: &Read, caller: &Caller) -> Result<Option<Held>> {
    let Some(person) = caller.person else { return Ok(None) };
    if let Some(institution) = caller.institution {
        let name = staff::holds(tx, person, institution, caller.role).await?;
        return Ok(name.map(|name| Held { institution_name: Some(name), ..Held::default() }));
    }
    if let Some(Party::Organisation(id)) = caller.party {
        let given = organisations::represented_by(tx, person, riga_date(tx.now())).await?;
        let held = given
            .into_iter()
            .find(|given| given.organisation.id == id && caller.mandate.as_deref() == Some(given.ground.as_str()));
        return Ok(held.map(|given| Held { remit: given.remit, ..Held::default() }));
    }
    Ok(Some(Held::default()))
}

const fn assurance_word(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::None => "none",
        Assurance::Low => "low",
        Assurance::Substantial => "substantial",
        Assurance::High => "high",
    }
}

pub(crate) fn assurance_of(word: &str) -> Assurance {
    match word {
        "high" => Assurance::High,
        "substantial" => Assurance::Substantial,
        "low" => Assurance::Low,
        _ => Assurance::None,
    }
}
