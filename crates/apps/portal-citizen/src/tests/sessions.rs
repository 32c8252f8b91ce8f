//! Where somebody is signed in, and ending that.

use http::StatusCode;
use identity::{ProfileChoice, SignIn};
use kernel::{Assurance, Caller, Role};
use scraper::{Html, Selector};

use super::browser::{Page, Portal, Register};

const PAGE: &str = "/lv/profile/sessions";

/// Where the forms of the page send the end of one session each.
fn ends(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let forms = Selector::parse("form[action$=\"/end\"]").unwrap();
    html.select(&forms).filter_map(|form| form.value().attr("action")).map(str::to_owned).collect()
}

// req: AUT-01, ACC-01
#[tokio::test]
async fn people_see_where_they_are_signed_in_and_end_one() {
    let portal = Portal::open(Register { down: false }).await;
    let (here, _) = portal.resident("320000-00002", "Anna").await;
    let alone = here.get(PAGE).await;
    assert_eq!((alone.status, ends(&alone)), (StatusCode::OK, Vec::new()));
    assert!(alone.body.contains("Citu pieslēgumu nav") && alone.text("#h-here ~ p").contains("Savā vārdā"));
    assert!(here.get("/lv/profile").await.has("a[href=\"/lv/profile/sessions\"]"));

    let (phone, _) = portal.resident("320000-00002", "Anna").await;
    let page = here.get(PAGE).await;
    let [phones]: [String; 1] = ends(&page).try_into().expect("one other session");
    let done = here.submit(&page, &phones, &[]).await;
    assert_eq!(done.location(), "/lv/profile/sessions?done=session-ended");
    assert!(here.get(&done.location()).await.body.contains("Pieslēgums ir izbeigts"));
    assert!(phone.get("/lv/cases").await.location().starts_with("/lv/sign-in"));
    assert_eq!(here.submit(&page, &phones, &[]).await.status, StatusCode::NOT_FOUND, "it is over already");
}

// req: AUT-01
#[tokio::test]
async fn the_session_of_somebody_else_is_not_found() {
    let portal = Portal::open(Register { down: false }).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let (other, _) = portal.resident("328000-00030", "Ilze").await;
    let _also_signed_in = portal.resident("328000-00030", "Ilze").await;
    let [theirs]: [String; 1] = ends(&other.get(PAGE).await).try_into().expect("one other session");
    let mark = anna.get(PAGE).await.form("/lv/sign-out");
    let missing = "/lv/profile/sessions/01900000-0000-7000-8000-00000000dead/end";
    for path in [theirs.as_str(), missing, "/lv/profile/sessions/none/end"] {
        assert_eq!(anna.post(path, &mark).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(ends(&other.get(PAGE).await), [theirs], "nothing was ended");
    assert!(portal.visitor().get(PAGE).await.location().starts_with("/lv/sign-in"));
}

// req: AUT-01, ACC-02
#[tokio::test]
async fn all_others_are_ended_and_each_says_for_whom_it_acts() {
    let portal = Portal::open(Register { down: false }).await;
    let code = portal.service("P.11").await;
    let officer = portal.officer(&code).await;
    let (person, institution) = (officer.person.unwrap(), officer.institution.unwrap());
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let profile = ProfileChoice::Staff(institution, Role::Officer);
    let token = identity::sign_in(&mut tx, SignIn { person, profile, assurance: Assurance::High }).await.unwrap();
    tx.commit().await.unwrap();
    let desk = portal.visitor().with_cookie(&format!("__Host-durvis={}", token.reveal()));
    let firm = portal.company("328000-00099", "Pēteris").await;
    let page = desk.get(PAGE).await;
    assert!(page.text("#h-here ~ p").contains("sociālās apdrošināšanas aģentūra – Amatpersona"), "{}", page.body);
    assert!(page.text(".dv-servicelist").contains("SIA „Rīta Rasa”"), "{}", page.body);
    assert_eq!(ends(&page).len(), 3, "the company, and twice for themselves");
    let done = desk.submit(&page, "/lv/profile/sessions/end-others", &[]).await;
    assert_eq!(done.location(), "/lv/profile/sessions?done=sessions-ended");
    assert!(firm.get("/lv/cases").await.location().starts_with("/lv/sign-in"));
    let left = desk.get(&done.location()).await;
    assert_eq!((left.status, ends(&left)), (StatusCode::OK, Vec::new()));
}
