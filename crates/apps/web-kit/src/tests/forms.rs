//! Where people are led back to, and what is wrong with a form.

use kernel::{Error, Locale};
use rstest::rstest;

use crate::{FormErrors, safe_return};

#[rstest]
#[case("/lv/cases", true)]
#[case("//elsewhere.example", false)]
#[case("https://elsewhere.example", false)]
#[case("/\\elsewhere.example", false)]
#[case("", false)]
#[case("/lv\r\nset-cookie: x", false)]
fn only_own_addresses_are_returned_to(#[case] path: &str, #[case] allowed: bool) {
    assert_eq!(safe_return(path).is_some(), allowed);
}

#[test]
fn an_error_that_cannot_be_corrected_is_given_back() {
    let catalog = i18n::Catalog::load().unwrap();
    assert!(FormErrors::of(&catalog, Locale::Lv, Error::forbidden("csrf")).is_err());
    let error = Error::invalid("bad-form").field("role", "unknown-role");
    let errors = FormErrors::of(&catalog, Locale::En, error).unwrap();
    assert_eq!((errors.count, errors.by_field.contains_key("role")), (1, true));
}
