//! A sign-in that failed says why, and still leads to the page that was wanted; one that is not sure enough says so.

use http::StatusCode;
use identity::{ProfileChoice, SignIn};
use kernel::{Assurance, Caller};
use web_kit::percent;

use super::browser::{Portal, Register};
use super::journey::fill;
use crate::sign_in::{again, begin_address};

// req: ACC-01
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
    // Known to the provider from before, they would come back refused as often as they press.
    assert_eq!(begin_address(true, "?return=%2Flv%2Fcases"), "/sign-in/begin?anew=yes&return=%2Flv%2Fcases");
    assert_eq!(begin_address(true, ""), "/sign-in/begin?anew=yes");
    assert_eq!(begin_address(false, "?return=%2Flv%2Fcases"), "/sign-in/begin?return=%2Flv%2Fcases");
}

// req: ACC-01
#[tokio::test]
async fn who_signs_out_is_asked_anew_by_the_provider() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let page = anna.get("/lv").await;
    let out = anna.post("/lv/sign-out", &page.form("/lv/sign-out")).await;
    let cookies: Vec<&str> = out.headers.get_all("set-cookie").iter().filter_map(|one| one.to_str().ok()).collect();
    let set = |begins: &str| cookies.iter().filter(|cookie| cookie.starts_with(begins)).count();
    assert_eq!((set("__Host-durvis=;"), set("__Host-durvis-left=yes;")), (1, 1), "{cookies:?}");
}

// req: CAT-28, AUT-09
#[tokio::test]
async fn who_is_signed_in_less_surely_than_a_service_asks_for_is_told_so_and_keeps_the_draft() {
    let portal = Portal::open(Register { down: false }).await;
    let service = portal.service("P.11").await;
    let (sure, person) = portal.resident("320000-00002", "Anna").await;
    let check = fill(&sure, &service, "childbirth-benefit").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::Low };
    let token = identity::sign_in(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let unsure = portal.visitor().with_cookie(&format!("__Host-durvis={}", token.reveal()));
    let apply = format!("/lv/services/{service}/apply");
    let page = unsure.get(&check).await;
    for (refused, address) in [
        (unsure.submit(&page, &check, &[("truth", "yes")]).await, &check),
        (unsure.get(&apply).await, &apply),
        (unsure.post(&apply, &page.form("/lv/sign-out")).await, &apply),
    ] {
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.text("main").contains("vajadzīga drošāka pieslēgšanās"), "{}", refused.text("main"));
        let anew = format!("/lv/sign-in?failed=sign-in-stronger&return={}", percent(address));
        assert!(refused.has(&format!("main a[href='{anew}']")), "{}", refused.body);
        assert!(unsure.get(&anew).await.text("main [role=alert]").contains("ar drošāku līdzekli"));
    }
    // Signed in surely enough, they go on where they were.
    let page = sure.get(&check).await;
    let done = sure.submit(&page, &check, &[("truth", "yes")]).await;
    assert!(done.location().ends_with("/submitted"), "{}", done.location());
}
