//! A sign-in that failed says why, and still leads to the page that was wanted.

use http::StatusCode;

use super::browser::{Portal, Register};
use crate::sign_in::again;

// req: ACC-01, AUT-09
#[tokio::test]
async fn the_page_for_signing_in_says_why_it_failed_and_what_helps() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for (reason, text, advice) in [
        ("sign-in-no-code", "derīgu personas kodu", "kas apliecina Latvijas personas kodu"),
        ("sign-in-no-name", "vārdu un uzvārdu", "ar citu līdzekli"),
        ("sign-in-refused", "to neapstiprināja", "Mēģiniet vēlreiz"),
    ] {
        let page = visitor.get(&format!("/lv{}", again(reason, Some("/lv/cases")))).await;
        let said = page.text("main [role=alert]");
        assert!(page.status == StatusCode::OK && said.contains(text) && said.contains(advice), "{said}");
    }
    for word in ["yes", "not-found", "%3Cb%3Eread+this"] {
        let page = visitor.get(&format!("/lv/sign-in?failed={word}")).await;
        assert_eq!(page.text("main [role=alert]"), "Pieslēgties neizdevās. Mēģiniet vēlreiz.");
    }
    assert!(!visitor.get("/lv/sign-in").await.has("main [role=alert]"));
}

// req: ACC-01
#[test]
fn a_failed_sign_in_keeps_a_known_reason_and_a_path_of_this_site() {
    assert_eq!(
        again("sign-in-no-code", Some("/lv/cases?a=1")),
        "/sign-in?failed=sign-in-no-code&return=%2Flv%2Fcases%3Fa%3D1"
    );
    assert_eq!(again("sign-in-expired", None), "/sign-in?failed=sign-in-expired");
    assert_eq!(again("something-else", Some("//evil.example")), "/sign-in?failed=yes");
}
