//! Company management decides who acts for the company, and for which services (POR-10, ACC-08).

use crate::events::{REPRESENTATION_CHANGED, record_representation, record_search};
use crate::model::{Ground, Representation};
use crate::person::{holder_named, require};
use crate::personal_code::PersonalCode;
use crate::policy::Action;
use crate::representation::{end, give};
use crate::store::{organisations, people};
use chrono::{NaiveDate, TimeDelta};
use kernel::{
    Caller, Cursor, Error, ErrorKind, OrganisationId, Page, PageRequest, Party, PersonId, Remit, RepresentationId,
    Result, riga_date,
};
use std::collections::BTreeMap;
use std::fmt;
use storage::{Read, Write, events_of_stream};

/// So many services are assigned one by one at most; who needs more is given all.
pub const MOST_SERVICES: usize = 200;

/// For so many people one company looks by code and name within an hour; more are tried and not known.
pub const MOST_SOUGHT_AN_HOUR: i64 = 30;

/// The longest code of a service, in characters.
const LONGEST_CODE: usize = 40;

/// Somebody who acts for the caller's company, as its management sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// Stable id of the right.
    pub id: RepresentationId,
    /// The person's name.
    pub name: String,
    /// The personal code, masked.
    pub code: Option<String>,
    /// On what ground.
    pub ground: Ground,
    /// For which services.
    pub remit: Remit,
    /// Since which day.
    pub since: NaiveDate,
    /// Revision for changes.
    pub revision: i64,
    /// Whether it is the caller.
    pub me: bool,
}

/// Whom to let act for the company: somebody who has signed in before. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct AddRepresentative {
    /// The personal code, as typed.
    pub code: String,
    /// The family name: a code alone tells nobody who that is, and a slip in it names nobody else.
    pub family_name: String,
}

impl fmt::Debug for AddRepresentative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AddRepresentative(…)")
    }
}

/// Which services somebody may use from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignServices {
    /// Whose right.
    pub id: RepresentationId,
    /// The services; the caller of this function has checked that they exist.
    pub remit: Remit,
    /// What the caller has seen.
    pub revision: i64,
}

/// Whether the caller manages the company that they act for.
#[must_use]
pub fn manages_company(caller: &Caller) -> bool {
    company_of(caller).is_ok()
}

/// A page of those who act for the caller's company now, in the order in which they were given the right.
///
/// # Errors
/// Forbidden `company-management-only`; invalid `bad-cursor`.
pub async fn representatives(tx: &Read, page: &PageRequest) -> Result<Page<Representative>> {
    let company = company_of(tx.caller())?;
    let after = page.after.as_ref().map(Cursor::one).transpose()?;
    let rows = organisations::representations_of(tx, company, riga_date(tx.now()), after, page.probe()).await?;
    let rows = Page::from_probe(rows, page, |row| Cursor::from_parts(&[&row.id.to_string()]));
    Ok(Page { items: shown(tx, rows.items).await?, next: rows.next })
}

/// One of them.
///
/// # Errors
/// Not found `representation` for one of another company, one that has ended and a missing one; forbidden
/// `company-management-only`.
pub async fn representative(tx: &Read, id: RepresentationId) -> Result<Representative> {
    let found = of_company(tx, id).await?;
    shown(tx, vec![found]).await?.pop().ok_or_else(missing)
}

/// Notes that the caller's company looks for somebody by code and name. The door commits it before it asks
/// [`add_representative`], so that what is refused counts as well: whoever knows a name and a day of birth must not
/// find the code by trying.
///
/// # Errors
/// Rate limited `representative-too-many` after [`MOST_SOUGHT_AN_HOUR`] within an hour; forbidden
/// `company-management-only`.
pub async fn seek_representative(tx: &mut Write) -> Result<()> {
    let company = company_of(tx.caller())?;
    let (stream, number) = record_search(tx, company).await?;
    let before = number - MOST_SOUGHT_AN_HOUR;
    if before < 1 {
        return Ok(());
    }
    let hour = tx.now() - TimeDelta::hours(1);
    let full = events_of_stream(tx, &stream, before - 1, 1).await?.iter().any(|event| event.at > hour);
    if full { Err(Error::rate_limited("representative-too-many")) } else { Ok(()) }
}

/// Lets somebody act for the caller's company from now on, for no service yet: those are assigned next. Doors call
/// [`seek_representative`] before.
///
/// # Errors
/// Invalid `representative-invalid` with one error per field: what [`PersonalCode::parse`] says, `representative-name`,
/// `representative-unknown` (nobody of this code and name: which of them is wrong is not told), `representative-known`;
/// forbidden `company-management-only`.
pub async fn add_representative(tx: &mut Write, input: AddRepresentative) -> Result<RepresentationId> {
    let company = company_of(tx.caller())?;
    let code = checked(&input)?;
    let person = holder_of(tx, &code, &input.family_name).await?;
    let open = organisations::represented_by(tx, person, riga_date(tx.now())).await?;
    if open.iter().any(|given| given.organisation.id == company) {
        return Err(wrong("code", "representative-known"));
    }
    let organisation = organisations::find(tx, company).await?.ok_or_else(|| Error::not_found("organisation"))?;
    let given = give(tx, person, organisation, Ground::Authorised, Remit::only([])).await;
    given.map_err(|error| match error.kind() {
        ErrorKind::Conflict => wrong("code", "representative-known"),
        _ => error,
    })
}

/// Assigns services to somebody who acts for the caller's company, in place of those before; answers the new revision.
/// It counts from the person's next request on.
///
/// # Errors
/// Not found `representation`, as [`representative`]; conflict `representation-of-management` for who may do
/// everything; stale `changed-meanwhile`; invalid `representative-services-many` for more than [`MOST_SERVICES`]; not
/// found `service` for what cannot be a code; forbidden `company-management-only`.
pub async fn assign_services(tx: &mut Write, input: AssignServices) -> Result<i64> {
    let mut given = changeable(tx, input.id, input.revision).await?;
    check_codes(&input.remit)?;
    given.remit = input.remit;
    given.revision = record_representation(tx, REPRESENTATION_CHANGED, &given).await?;
    organisations::update_representation(tx, &given).await?;
    Ok(given.revision)
}

/// Ends somebody's right to act for the caller's company, at once.
///
/// # Errors
/// As [`assign_services`].
pub async fn end_representative(tx: &mut Write, id: RepresentationId, revision: i64) -> Result<()> {
    let given = changeable(tx, id, revision).await?;
    end(tx, given).await
}

/// The company that the caller manages.
fn company_of(caller: &Caller) -> Result<OrganisationId> {
    let refused = || Error::forbidden("company-management-only");
    let ground = caller.mandate.as_deref().and_then(|word| word.parse::<Ground>().ok());
    let management = ground.is_some_and(Ground::is_management);
    require(caller, Action::ManageRepresentatives { management }).map_err(|error| match error.kind() {
        ErrorKind::Forbidden => refused(),
        _ => error,
    })?;
    match caller.party {
        Some(Party::Organisation(id)) => Ok(id),
        _ => Err(refused()),
    }
}

async fn of_company(tx: &Read, id: RepresentationId) -> Result<Representation> {
    let company = company_of(tx.caller())?;
    organisations::representation(tx, company, id, riga_date(tx.now())).await?.ok_or_else(missing)
}

/// What management changes here: the right that it gave itself. Its own comes from the register of enterprises.
async fn changeable(tx: &Read, id: RepresentationId, revision: i64) -> Result<Representation> {
    let given = of_company(tx, id).await?;
    if given.ground.is_management() {
        return Err(Error::conflict("representation-of-management"));
    }
    if given.revision != revision {
        return Err(Error::stale("changed-meanwhile"));
    }
    Ok(given)
}

fn checked(input: &AddRepresentative) -> Result<PersonalCode> {
    match (PersonalCode::parse(&input.code), input.family_name.trim().is_empty()) {
        (Ok(code), false) => Ok(code),
        (Ok(_), true) => Err(wrong("family_name", "representative-name")),
        (Err(error), false) => Err(wrong("code", error.key())),
        (Err(error), true) => Err(wrong("code", error.key()).field("family_name", "representative-name")),
    }
}

/// The person of this code, if that is their name.
async fn holder_of(tx: &Read, code: &PersonalCode, family_name: &str) -> Result<PersonId> {
    holder_named(tx, code, family_name).await?.ok_or_else(|| wrong("code", "representative-unknown"))
}

fn check_codes(remit: &Remit) -> Result<()> {
    let Some(codes) = remit.codes() else { return Ok(()) };
    if codes.len() > MOST_SERVICES {
        return Err(Error::invalid("representative-services-many").arg("most", MOST_SERVICES));
    }
    let plain = |code: &str| {
        let signs = code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        signs && !code.is_empty() && code.len() <= LONGEST_CODE
    };
    // What storage would read as something else, as every service, is no code either.
    let kept = Remit::parse(&remit.to_string()) == *remit;
    if kept && codes.iter().all(|code| plain(code)) { Ok(()) } else { Err(Error::not_found("service")) }
}

async fn shown(tx: &Read, rows: Vec<Representation>) -> Result<Vec<Representative>> {
    let ids: Vec<_> = rows.iter().map(|row| row.person.uuid()).collect();
    let names: BTreeMap<_, _> = people::names(tx, &ids).await?.into_iter().collect();
    let codes = people::newest_codes(tx, &ids).await?;
    let me = tx.caller().person;
    let one = |row: Representation| Representative {
        name: names.get(&row.person.uuid()).cloned().unwrap_or_default(),
        code: codes.get(&row.person).map(PersonalCode::masked),
        me: me == Some(row.person),
        id: row.id,
        ground: row.ground,
        remit: row.remit,
        since: row.valid_from,
        revision: row.revision,
    };
    Ok(rows.into_iter().map(one).collect())
}

fn missing() -> Error {
    Error::not_found("representation")
}

fn wrong(field: &str, key: &str) -> Error {
    Error::invalid("representative-invalid").field(field, key)
}
