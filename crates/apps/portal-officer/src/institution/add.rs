//! Gives somebody a role: in the administrator's own institution, or in the one that the platform names.

use super::chosen::{chosen, done};
use super::page::{InstitutionPage, TypedMember, offered};
use crate::parts::Asked;
use axum::extract::Query;
use identity::PersonalCode;
use institutions::AddMembership;
use kernel::{Caller, Error, ErrorKind, PersonId, Result, Role};
use web_kit::{Answer, Fields, Visit};

/// Gives the role and leads back to the staff.
pub async fn add(visit: Visit, Query(asked): Asked, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/institution");
    let asked = Fields(asked);
    let text = |name: &str| sent.text(name).to_owned();
    let typed =
        TypedMember { code: text("code"), family_name: text("family_name"), role: text("role"), unit: text("unit") };
    match keep(&visit, asked.text("of"), &typed).await {
        Ok(()) => visit.redirect(&done("/work/institution", "role-given", asked.text("of"))),
        Err(error) => again(&visit, &asked, typed, error).await,
    }
}

async fn keep(visit: &Visit, named: &str, typed: &TypedMember) -> Result<()> {
    let tx = visit.read().await?;
    let institution = chosen(visit, &tx, named).await?.id;
    let (code, role) = input(typed, offered(visit, &tx, institution).await?)?;
    drop(tx);
    let person = holder_of(visit, &code, &typed.family_name).await?;
    let unit = Some(typed.unit.clone()).filter(|unit| !unit.is_empty());
    let mut tx = visit.write().await?;
    let input = AddMembership { unit, ..AddMembership::new(person, institution, role) };
    institutions::add_membership(&mut tx, input).await?;
    tx.commit().await
}

/// The code and the role, which is one of those `offered`; everything that is wrong is told at once.
fn input(typed: &TypedMember, offered: &[Role]) -> Result<(PersonalCode, Role)> {
    let code = PersonalCode::parse(&typed.code);
    let role = offered.iter().copied().find(|role| role.as_str() == typed.role);
    let (nameless, long) = (typed.family_name.is_empty(), typed.unit.chars().count() > 200);
    match (code, role) {
        (Ok(code), Some(role)) if !nameless && !long => Ok((code, role)),
        (code, role) => {
            let mut wrong = Error::invalid("form-has-errors");
            if let Err(error) = code {
                wrong = wrong.field("code", error.key());
            }
            if nameless {
                wrong = wrong.field("family_name", "work-family-name");
            }
            if role.is_none() {
                wrong = wrong.field("role", "work-role");
            }
            if long {
                wrong = wrong.field("unit", "work-unit");
            }
            Err(wrong)
        }
    }
}

/// Whose code it is. Administrators may not search people; here the platform finds the one colleague who is named, and tells
/// not which of the two is wrong.
async fn holder_of(visit: &Visit, code: &PersonalCode, family_name: &str) -> Result<PersonId> {
    let tx = visit.state().database().read(&Caller::engine()).await?;
    let found = identity::find_person_named(&tx, code, family_name).await?;
    found.ok_or_else(|| Error::invalid("form-has-errors").field("code", "work-person-unknown"))
}

async fn again(visit: &Visit, asked: &Fields, typed: TypedMember, error: Error) -> Answer {
    if error.kind() != ErrorKind::Invalid {
        return Err(error.into());
    }
    let errors = visit.form_errors(error)?;
    let tx = visit.read().await?;
    let page = InstitutionPage::read(visit, &tx, asked).await?;
    visit.render_invalid(&InstitutionPage { typed, errors, ..page })
}
