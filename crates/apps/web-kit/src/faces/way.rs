//! Where the page of an error leads: to the service that it is about, to signing in more surely, to the profile where a
//! role is chosen, or to the page above an address that has none.

use kernel::{Error, Locale};

use crate::download::percent;
use crate::pages::Pages;

/// The key of what is told at an address that only takes forms.
pub(super) const FORM_ADDRESS: &str = "form-address";

/// The key of what is told to who is signed in less surely than a service asks for; the page for signing in knows it.
const STRONGER: &str = "sign-in-stronger";

/// What somebody is told who opens a page: an address that takes no `GET` is that of a form, opened anew by a tab that is
/// restored, or written down.
pub(super) fn of_opened(error: &Error) -> Option<Error> {
    (error.key() == "method").then(|| Error::invalid(FORM_ADDRESS))
}

/// The address that the words `.way` of an error lead to.
pub(super) fn way_of(pages: &Pages, locale: Locale, uri: &str, error: &Error) -> Option<String> {
    if error.key() == FORM_ADDRESS {
        let above = pages.at_or_above(uri);
        return (!above.is_empty()).then(|| above.to_owned());
    }
    if error.key() == STRONGER {
        let back = percent(pages.at_or_above(uri));
        return Some(format!("/{locale}/sign-in?failed={STRONGER}&return={back}"));
    }
    // Whoever signs in anew begins as themselves, and is led back to the page of their work.
    if error.key() == "role-not-allowed" {
        return Some(format!("/{locale}/profile"));
    }
    let (_, code) = error.args().iter().find(|(name, _)| *name == "code")?;
    Some(format!("/{locale}/services/{}", percent(code)))
}
