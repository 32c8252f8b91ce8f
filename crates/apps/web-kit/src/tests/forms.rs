//! Where people are led back to, and what is wrong with a form.

use axum::body::Bytes;
use kernel::{Error, Locale};
use rstest::rstest;

use crate::{FormErrors, safe_return, zero};

#[rstest]
#[case("/lv/cases", true)]
#[case("//elsewhere.example", false)]
#[case("https://elsewhere.example", false)]
#[case("/\\elsewhere.example", false)]
#[case("", false)]
#[case("/lv\r\nset-cookie: x", false)]
#[case("/\t/elsewhere.example", false)]
#[case("/lv\u{1}", false)]
#[case("/lv\u{7f}", false)]
#[case("/lv/search?q=bērns", true)]
fn only_own_addresses_are_returned_to(#[case] path: &str, #[case] allowed: bool) {
    assert_eq!(safe_return(path).is_some(), allowed);
}

#[rstest]
#[case(Locale::Lv, 10 << 20, "par 10 MB.")]
#[case(Locale::Lv, 3 << 19, "par 1,5 MB.")]
#[case(Locale::En, 3 << 19, "than 1.5 MB.")]
#[case(Locale::En, 64 << 10, "than 64 KB.")]
#[case(Locale::En, 5000, "than 4 KB.")]
fn an_amount_of_data_is_told_as_people_read_it(#[case] locale: Locale, #[case] bytes: usize, #[case] told: &str) {
    let catalog = i18n::Catalog::load().unwrap();
    let error = || Error::too_large("file-too-large").arg("name", "a.pdf").arg("bytes", bytes);
    let text = FormErrors::of(&catalog, locale, error()).unwrap().items[0].text.clone();
    assert!(text.ends_with(told), "{text}");
    let body = crate::problem_body(&catalog, locale, &error());
    assert_eq!(body["detail"], text);
}

#[test]
fn an_error_that_cannot_be_corrected_is_given_back() {
    let catalog = i18n::Catalog::load().unwrap();
    assert!(FormErrors::of(&catalog, Locale::Lv, Error::forbidden("csrf")).is_err());
    let error = Error::invalid("bad-form").field("role", "unknown-role");
    let errors = FormErrors::of(&catalog, Locale::En, error).unwrap();
    assert_eq!((errors.count, errors.by_field.contains_key("role")), (1, true));
}

#[test]
fn lines_of_the_summary_begin_with_the_name_of_the_field_and_words_beside_it_do_not() {
    let mut general = FormErrors::none();
    general.add(Some("lv"), "Write a text");
    general.add(None, "Nothing was kept");
    let general = general.named(|field| (field == "lv").then(|| "Name".to_owned()));
    let mut errors = FormErrors::none();
    errors.add(Some("en"), "Write the name");
    errors.append(general);
    let lines: Vec<&str> = errors.items.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(lines, ["Write the name", "Name – Write a text", "Nothing was kept"]);
    assert_eq!((errors.count, errors.by_field["lv"].as_str()), (3, "Write a text"));
}

// req: OPN-01
#[test]
fn a_program_is_not_sent_to_pages() {
    let catalog = i18n::Catalog::load().unwrap();
    for (locale, title, next) in
        [(Locale::Lv, "Nav atrasts", "/api/v1/cases"), (Locale::En, "Not found", "/api/v1/cases")]
    {
        let body = crate::problem_body(&catalog, locale, &Error::not_found("case"));
        let word = |name: &str| body[name].as_str().unwrap().to_owned();
        assert!(word("title") == title && word("next").contains(next), "{body:?}");
    }
}

// req: OPN-01
#[rstest]
#[case(Error::invalid("bad-json"), Some("error-bad-json"))]
#[case(Error::internal("database"), Some("kind-internal"))]
#[case(Error::not_found("session"), None)]
fn a_problem_says_what_to_do_next_in_the_words_of_its_key(#[case] error: Error, #[case] key: Option<&str>) {
    let catalog = i18n::Catalog::load().unwrap();
    for locale in Locale::ALL {
        let body = crate::problem_body(&catalog, locale, &error);
        let words = key.map(|key| catalog.attribute(locale, key, "next", &i18n::Args::new()).unwrap());
        assert_eq!(body.get("next").map(|next| next.as_str().unwrap()), words.as_deref());
    }
}

#[rstest]
#[case("x=1&y=%2500", "x=1&y=%2500")]
#[case("x=a%00b", "x=ab")]
#[case("x=\0a%000", "x=a0")]
#[case("x=%0%000", "x=")]
fn a_form_is_freed_of_the_character_that_cannot_be_kept(#[case] sent: &'static str, #[case] kept: &str) {
    assert_eq!(zero::without_in_form(Bytes::from(sent)), kept);
}
