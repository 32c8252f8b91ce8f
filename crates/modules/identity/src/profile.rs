//! A person's own contact data (ACC-05).

use crate::iban::Iban;
use crate::model::Person;
use crate::person::require;
use crate::policy::Action;
use crate::store::people;
use kernel::{Error, FieldError, Locale, Result};
use std::fmt;
use storage::{Read, Write};

/// What a person may change about themselves. Empty text means: none. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct UpdateProfile {
    /// Language of letters and notices.
    pub locale: Locale,
    /// Contact e-mail.
    pub email: String,
    /// Contact telephone.
    pub phone: String,
    /// Account for payments to the person.
    pub iban: String,
    /// Contact address.
    pub address: String,
}

impl fmt::Debug for UpdateProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UpdateProfile(…)")
    }
}

/// The caller's own data.
///
/// # Errors
/// Unauthenticated for visitors.
pub async fn profile(tx: &Read) -> Result<Person> {
    require(tx.caller(), Action::ReadPerson { own: true })?;
    let id = tx.caller().require_person()?;
    people::find(tx, id).await?.ok_or_else(|| Error::not_found("person"))
}

/// Changes the caller's own contact data if nobody changed them since `revision`; answers the new revision.
///
/// # Errors
/// Stale `stale-revision`; invalid `profile-invalid` with one error per field (`email-form`, `phone-form`, `iban-form`,
/// `iban-check`, `text-too-long`); unauthenticated for visitors.
pub async fn update_profile(tx: &mut Write, input: UpdateProfile, revision: i64) -> Result<i64> {
    require(tx.caller(), Action::EditProfile { own: true })?;
    let mut person = profile(tx).await?;
    if person.revision != revision {
        return Err(Error::stale("stale-revision"));
    }
    take_over(&mut person, &input)?;
    if !people::update(tx, &person, revision).await? {
        return Err(Error::stale("stale-revision"));
    }
    Ok(revision + 1)
}

fn take_over(person: &mut Person, input: &UpdateProfile) -> Result<()> {
    let mut wrong = Vec::new();
    let mut take = |path: &str, text: &str, check: fn(&str) -> Result<String, &'static str>| {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        check(text).map_err(|key| wrong.push(FieldError::new(path, key))).ok()
    };
    let email = take("email", &input.email, checked_email);
    let phone = take("phone", &input.phone, checked_phone);
    let iban = take("iban", &input.iban, checked_iban);
    let address = take("address", &input.address, checked_address);
    if !wrong.is_empty() {
        return Err(Error::invalid("profile-invalid").fields(wrong));
    }
    person.locale = input.locale;
    (person.email, person.phone, person.iban, person.address) = (email, phone, iban, address);
    Ok(())
}

fn checked_email(text: &str) -> Result<String, &'static str> {
    if kernel::is_email(text) { Ok(text.to_owned()) } else { Err("email-form") }
}

/// Kept in international form.
fn checked_phone(text: &str) -> Result<String, &'static str> {
    kernel::phone(text).ok_or("phone-form")
}

fn checked_iban(text: &str) -> Result<String, &'static str> {
    Iban::parse(text).map(|iban| iban.as_str().to_owned()).map_err(|error| error.key())
}

fn checked_address(text: &str) -> Result<String, &'static str> {
    if text.chars().count() <= 300 {
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Err("text-too-long")
    }
}
