//! Context of the page of an institution.

use super::chosen::{about, chosen};
use crate::checks::Notice;
use crate::parts::{Choice, LINES, Paging, choices, page_asked};
use chrono::{DateTime, Utc};
use institutions::Membership;
use kernel::{InstitutionId, Party, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};

/// The roles that an institution's administrator gives, and last those that only the platform gives.
const GIVEN: [Role; 6] = [
    Role::Officer,
    Role::Specialist,
    Role::ContactPerson,
    Role::InstitutionAdministrator,
    Role::Auditor,
    Role::PlatformAdministrator,
];

/// The roles that `by` takes away, and gives where nothing says otherwise.
pub fn given(by: Role) -> &'static [Role] {
    if by == Role::PlatformAdministrator { &GIVEN } else { &GIVEN[..4] }
}

/// The roles that the caller gives in `institution`: the platform's own only where the platform is run.
pub async fn offered(visit: &Visit, tx: &Read, institution: InstitutionId) -> Result<&'static [Role]> {
    let roles = given(visit.caller().role);
    match roles.split_last() {
        Some((Role::PlatformAdministrator, others)) => {
            Ok(if institutions::gives_platform_role(tx, institution).await? { roles } else { others })
        }
        _ => Ok(roles),
    }
}

/// Context of `work/institution/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct InstitutionPage {
    pub(super) institution: Name,
    /// The code that the address names; empty for the caller's own institution.
    pub(super) of: String,
    /// That checks of descriptions are due: administrators begin their day here.
    pub(super) notices: Vec<Notice>,
    pub(super) members: Vec<Member>,
    pub(super) paging: Paging,
    pub(super) roles: Vec<Choice>,
    pub(super) typed: TypedMember,
    pub(super) errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) code: String,
}

/// A role that somebody holds, will hold or held.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) me: bool,
    pub(super) role: &'static str,
    pub(super) unit: Option<String>,
    pub(super) from: DateTime<Utc>,
    pub(super) to: Option<DateTime<Utc>>,
    pub(super) holds: bool,
    /// Where the role is taken away; none for a role that is over and for one's own.
    pub(super) revoke: Option<String>,
}

/// What was typed into the form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedMember {
    pub(super) code: String,
    pub(super) family_name: String,
    pub(super) role: String,
    pub(super) unit: String,
}

impl InstitutionPage {
    /// Reads the institution that the address names.
    pub async fn read(visit: &Visit, tx: &Read, asked: &Fields) -> Result<Self> {
        let of = asked.text("of").to_owned();
        let institution = chosen(visit, tx, &of).await?;
        let request = page_asked(asked, LINES)?;
        let page = institutions::members_of(tx, institution.id, &request).await?;
        let people: Vec<Party> = page.items.iter().map(|member| Party::Person(member.person)).collect();
        let names = identity::names_of(tx, &people).await?;
        let roles = offered(visit, tx, institution.id).await?;
        // The platform reads of every institution what is late in the oversight.
        let notices = match visit.caller().role {
            Role::InstitutionAdministrator => Notice::begun(visit, tx, institution.id).await?,
            _ => Vec::new(),
        };
        Ok(Self {
            notices,
            institution: Name { name: institution.name.get(visit.locale()).to_owned(), code: institution.code },
            paging: Paging::at(visit, &format!("/work/institution?of={of}"), &request, &page),
            members: page.items.into_iter().map(|member| line(visit, &of, member, &names)).collect(),
            roles: choices(visit, "role", roles.iter().map(|role| role.as_str())),
            of,
            typed: TypedMember::default(),
            errors: FormErrors::none(),
        })
    }
}

fn line(visit: &Visit, of: &str, member: Membership, names: &BTreeMap<Party, String>) -> Member {
    let me = visit.caller().person == Some(member.person);
    let over = member.valid_to.is_some_and(|end| end <= visit.now());
    let revoke = || visit.url(&about(&format!("/work/institution/members/{}/revoke", member.id), of));
    Member {
        name: names.get(&Party::Person(member.person)).cloned().unwrap_or_default(),
        me,
        role: member.role.as_str(),
        from: member.valid_from,
        to: member.valid_to,
        holds: !over,
        revoke: (!over && !me && given(visit.caller().role).contains(&member.role)).then(revoke),
        unit: member.unit,
    }
}
