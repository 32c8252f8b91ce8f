//! Whose request it is that came to an institution on paper, by phone or in its own system.

use crate::person::{holder_named, require};
use crate::personal_code::PersonalCode;
use crate::policy::Action;
use crate::registration_number::RegistrationNumber;
use crate::store::organisations;
use kernel::{Error, Party, Result};
use std::fmt;
use storage::Read;

/// How an institution names a client, as typed. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub enum NamedClient {
    /// Somebody who has signed in before.
    Person {
        /// The personal code.
        code: String,
        /// The family name: most codes have no check, and a slip in one must not hand a case to somebody else.
        family_name: String,
    },
    /// A company that somebody has acted for before.
    Organisation {
        /// The registration number.
        number: String,
    },
}

impl fmt::Debug for NamedClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NamedClient(…)")
    }
}

/// Who is named so. Nobody is entered: what officials type proves nothing about a person.
///
/// # Errors
/// Invalid `form-has-errors` for the fields `personal_code`, `family_name` and `registration_number`: what
/// [`PersonalCode::parse`] and [`RegistrationNumber::parse`] say, `client-name`, `client-unknown` (nobody of this code
/// and name: which of them is wrong is not told), `client-company-unknown`; forbidden for clients.
pub async fn find_client(tx: &Read, named: &NamedClient) -> Result<Party> {
    require(tx.caller(), Action::FindByCode)?;
    match named {
        NamedClient::Person { code, family_name } => {
            let code = checked(code, family_name)?;
            let holder = holder_named(tx, &code, family_name).await?;
            holder.map(Party::Person).ok_or_else(|| wrong("personal_code", "client-unknown"))
        }
        NamedClient::Organisation { number } => {
            let number =
                RegistrationNumber::parse(number).map_err(|error| wrong("registration_number", error.key()))?;
            let found = organisations::find_by_number(tx, &number).await?;
            let found = found.ok_or_else(|| wrong("registration_number", "client-company-unknown"))?;
            Ok(Party::Organisation(found.id))
        }
    }
}

/// The code, where a name stands beside it; everything that is wrong is told at once.
fn checked(code: &str, family_name: &str) -> Result<PersonalCode> {
    let code = PersonalCode::parse(code).map_err(|error| wrong("personal_code", error.key()));
    if !family_name.trim().is_empty() {
        return code;
    }
    let refused = code.err().unwrap_or_else(|| Error::invalid("form-has-errors"));
    Err(refused.field("family_name", "client-name"))
}

fn wrong(field: &str, key: &str) -> Error {
    Error::invalid("form-has-errors").field(field, key)
}
