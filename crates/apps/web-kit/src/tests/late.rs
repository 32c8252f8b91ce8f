//! Forms that are refused and come back: what of them may be shown, and from which page they came.

use axum::response::IntoResponse;
use rstest::rstest;

use crate::pages::Pages;
use crate::typed::{Typed, as_first_sent, given_back, was_given_back};
use crate::{Access, Answer, Fields, Routes, Visit};

async fn page(_visit: Visit) -> Answer {
    Ok("page".into_response())
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[rstest]
#[case("/lv/cases/7", "/lv/cases/7")]
#[case("/en/cases/7?tab=1", "/en/cases/7?tab=1")]
#[case("/lv/cases/7/decide", "/lv/cases/7")]
#[case("/lv/cases/7/decide?late=again", "/lv/cases/7")]
#[case("/lv/cases//decide", "/lv/cases")]
#[case("/lv/cases/7/files/8/remove", "/lv/cases/7")]
#[case("/lv/desk/next", "/lv")]
#[case("/de/cases", "")]
#[case("//elsewhere.example/lv", "")]
#[case("", "")]
fn a_form_leads_back_to_the_nearest_page_that_can_be_opened(#[case] address: &str, #[case] expected: &str) {
    let routes = Routes::new()
        .get("/", Access::Public, page)
        .get("/cases", Access::Public, page)
        .get("/cases/{number}", Access::Public, page)
        .post("/cases/{number}/decide", Access::Public, page)
        .post("/desk/next", Access::Public, page);
    assert_eq!(Pages::of(&routes).at_or_above(address), expected);
}

#[test]
fn no_mark_and_no_secret_goes_back_into_a_page_or_a_log() {
    let sent = fields(&[("csrf", "mark"), ("text", "Nolemju."), ("new_Password", "x"), ("access-token", "x")]);
    let typed = Typed::of(&sent, vec!["a.pdf".to_owned()]);
    assert_eq!(typed.fields, [("text".to_owned(), "Nolemju.".to_owned())]);
    assert_eq!((typed.files.join(" "), typed.by_itself), ("a.pdf".to_owned(), false));
    assert_eq!(format!("{typed:?}"), "Typed(1 fields, 1 files)");
    let carried = fields(&[("revision", "3"), ("late-file", "b.pdf"), ("late-by-itself", "yes"), ("text", " ")]);
    let typed = Typed::of(&carried, Vec::new());
    assert_eq!((typed.fields.len(), typed.files.join(" "), typed.by_itself), (2, "b.pdf".to_owned(), true));
    assert!(!typed.is_empty() && Typed::of(&fields(&[("csrf", "m"), ("revision", "3")]), Vec::new()).is_empty());
}

#[rstest]
#[case("/lv/x", "/lv/x?late=again")]
#[case("/lv/x?a=1", "/lv/x?a=1&late=again")]
#[case("/lv/x?late=again", "/lv/x?late=again")]
fn the_address_says_that_a_form_was_given_back(#[case] address: &str, #[case] expected: &str) {
    let again = given_back(address);
    assert_eq!(again, expected);
    assert!(was_given_back(again.split_once('?').map(|(_, query)| query)));
    assert!(!was_given_back(as_first_sent(&again).split_once('?').map(|(_, query)| query)));
}
