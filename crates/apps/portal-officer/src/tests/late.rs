//! Forms that staff send after their session ran out: what was typed comes back, and nothing is done with it.

use super::house::{Browser, House, Page};
use chrono::TimeDelta;
use http::StatusCode;
use kernel::Role;
use scraper::{Html, Selector};
use web_kit::{Access, percent};

const TEXT: &str = "Nolemju <b>piešķirt</b> \"visu\" & vēl.";

/// A case whose officer's session ran out over the form of the decision.
struct Late {
    house: House,
    officer: Browser,
    path: String,
    fields: Vec<(String, String)>,
}

async fn late(lang: &str) -> Late {
    let house = House::open().await;
    let number = house.submitted().await;
    let officer = house.officer().await;
    officer.post("/lv/work/desk/next", &[]).await;
    let path = format!("/{lang}/work/cases/{}", number.slug());
    let revision = officer.get(&path).await.attribute("input[name=revision]", "value");
    house.db.test_clock().advance(TimeDelta::minutes(31));
    let fields = [("csrf", officer.mark()), ("revision", &revision), ("outcome", "granted"), ("text", TEXT)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    Late { house, officer, path, fields }
}

impl Late {
    /// The decision, sent too late from the page of the case, with a field more.
    async fn send(&self, more: Option<(&str, &str)>) -> Page {
        let more = more.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let fields: Vec<_> = self.fields.iter().cloned().chain(more).collect();
        self.officer.send_from(&here(&self.path), &format!("{}/decide", self.path), &fields).await
    }

    fn sign_in(&self) -> String {
        format!("{}/sign-in?return={}", &self.path[..3], percent(&self.path))
    }

    /// The open page in the browser where the officer has signed in again.
    async fn signed_in(&self) -> Browser {
        self.officer.now_of(&self.house.officer().await)
    }
}

fn here(path: &str) -> String {
    format!("https://here.example{path}")
}

/// The address and the fields of the form of a page.
fn form(page: &Page) -> (String, Vec<(String, String)>) {
    let html = Html::parse_document(&page.body);
    let inputs = Selector::parse("main form input[name]").unwrap();
    let of = |name: &str, element: scraper::ElementRef<'_>| element.attr(name).unwrap_or_default().to_owned();
    let fields = html.select(&inputs).map(|input| (of("name", input), of("value", input))).collect();
    (page.attribute("main form", "action"), fields)
}

/// Presses the button of the page.
async fn press(browser: &Browser, page: &Page, at: &str) -> Page {
    let (action, fields) = form(page);
    browser.send_from(&here(at), &action, &fields).await
}

// req: A11-01
#[tokio::test]
async fn what_an_officer_typed_too_late_comes_back_and_is_sent_after_signing_in() {
    for (lang, title) in [("lv", "Veidlapa nav nosūtīta"), ("en", "The form was not sent")] {
        let late = late(lang).await;
        let page = late.send(None).await;
        assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::UNAUTHORIZED, title));
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.text("textarea[readonly]"), TEXT);
        assert!(page.text("main details dd").contains("granted"));
        assert!(!page.body.contains("<b>") && !page.body.contains(late.officer.mark()), "{}", page.body);
        assert_eq!(page.attribute("main ol a", "href"), late.sign_in());
        let act = format!("{}/decide", late.path);
        assert_eq!(form(&page).0, format!("{act}?late=again"));
        for not_yet in [late.officer.clone(), late.officer.signed_out()] {
            let early = press(&not_yet, &page, &act).await;
            assert_eq!((early.status, early.text("textarea[readonly]").as_str()), (StatusCode::UNAUTHORIZED, TEXT));
            assert_eq!(early.attribute("main ol a", "href"), late.sign_in(), "no page is at the form's own address");
        }
        let signed_in = late.signed_in().await;
        assert_eq!(signed_in.get(&late.path).await.count("form[action$='/decide']"), 1, "nothing is decided yet");
        let ready = press(&signed_in, &page, &act).await;
        assert_eq!((ready.status, ready.text("textarea[readonly]").as_str()), (StatusCode::FORBIDDEN, TEXT));
        assert_eq!((ready.headers["cache-control"].to_str().unwrap(), form(&ready).0), ("no-store", act.clone()));
        let done = press(&signed_in, &ready, &act).await;
        assert_eq!(done.location(), format!("{}?done=case-decided", late.path));
        assert!(signed_in.get(&late.path).await.body.contains("Nolemju &lt;b&gt;piešķirt"));
    }
}

// req: A11-01
#[tokio::test]
async fn a_form_of_the_session_before_comes_back_to_whoever_signed_in_again() {
    let late = late("lv").await;
    let open = late.signed_in().await;
    let fields: Vec<(&str, &str)> = late.fields.iter().skip(1).map(|(name, value)| (&**name, &**value)).collect();
    let page = open.post(&format!("{}/decide", late.path), &fields).await;
    assert_eq!((page.status, page.text("textarea[readonly]").as_str()), (StatusCode::FORBIDDEN, TEXT));
    assert_eq!(page.count("main form[data-typed] input[name=csrf]"), 1);
    let auditor = late.house.staff("320000-00036", "Aija", Role::Auditor).await;
    let given_back = late.send(None).await;
    let other = press(&late.officer.now_of(&auditor), &given_back, &late.path).await;
    assert_eq!((other.status, other.text("textarea[readonly]").as_str()), (StatusCode::FORBIDDEN, TEXT));
    assert_eq!(other.attribute("main ol a", "href"), "/lv/profile", "in another role nothing can be sent");
    assert_eq!(other.attribute("main form", "action"), format!("{}/decide?late=again", late.path));
}

// req: A11-01
#[tokio::test]
async fn what_the_script_sent_is_not_laid_open_and_never_carried_out() {
    let late = late("lv").await;
    let page = late.send(Some(("late-by-itself", "yes"))).await;
    assert_eq!((page.status, page.count("textarea")), (StatusCode::UNAUTHORIZED, 0));
    assert!(!page.text("main").contains("Nolemju"));
    let signed_in = late.signed_in().await;
    let back = press(&signed_in, &page, &late.path).await;
    assert_eq!((back.text("textarea[readonly]").as_str(), back.count("main form")), (TEXT, 0), "to be copied");
    assert_eq!(back.attribute("main .dv-actions a", "href"), late.path);
    let officer = late.house.officer().await;
    let mut fields: Vec<(&str, &str)> = late.fields.iter().skip(1).map(|(name, value)| (&**name, &**value)).collect();
    fields.push(("late-by-itself", "yes"));
    let refused = officer.post(&format!("{}/decide", late.path), &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "whatever mark it has");
    assert_eq!(officer.get(&late.path).await.count("form[action$='/decide']"), 1);
}

// req: A11-01
#[tokio::test]
async fn files_are_told_by_name_and_the_form_is_not_sent_without_them() {
    let late = late("lv").await;
    let fields: Vec<(&str, &str)> = late.fields.iter().skip(1).map(|(name, value)| (&**name, &**value)).collect();
    let act = format!("{}/decide", late.path);
    let page = late.officer.upload(&act, &fields, ("lemums.pdf", b"%PDF-1.4 secret".as_slice())).await;
    assert_eq!((page.status, page.text("main ul li").as_str()), (StatusCode::UNAUTHORIZED, "lemums.pdf"));
    assert_eq!(page.attribute("main ol a", "href"), late.sign_in(), "found without knowing the page before");
    assert!(page.text("main").contains("būs jāpievieno no jauna") && !page.body.contains("%PDF"));
    let back = press(&late.signed_in().await, &page, &act).await;
    assert_eq!((back.text("textarea[readonly]").as_str(), back.text("main ul li").as_str()), (TEXT, "lemums.pdf"));
    assert_eq!(back.count("main form"), 0);
}

// req: A11-01
#[tokio::test]
async fn the_way_back_leads_nowhere_else() {
    let late = late("lv").await;
    let act = format!("{}/decide", late.path);
    for before in [
        "https://elsewhere.example/lv/work/desk",
        "https://here.example//elsewhere.example/lv",
        "https://here.example/\\elsewhere.example",
        "javascript:alert(1)",
    ] {
        let page = late.officer.send_from(before, &act, &late.fields).await;
        assert_eq!(page.attribute("main ol a", "href"), late.sign_in(), "{before}");
        assert!(!page.body.contains("elsewhere.example"), "{before}");
    }
    let desk = late.officer.send_from(&here("/lv/work/desk?x=1"), &act, &late.fields).await;
    assert_eq!(desk.attribute("main ol a", "href"), format!("/lv/sign-in?return={}", percent("/lv/work/desk?x=1")));
}

#[tokio::test]
async fn where_nothing_was_typed_or_nobody_knows_whose_form_it_is_signing_in_is_all() {
    let late = late("lv").await;
    let pressed = late.officer.post("/lv/work/desk/next", &[]).await;
    assert!(pressed.location().ends_with("&ended=unsent"), "{}", pressed.location());
    let act = format!("{}/decide", late.path);
    let unknown = late.officer.signed_out().send_from(&here(&late.path), &act, &late.fields).await;
    assert_eq!(unknown.location(), format!("{}&ended=unsent", late.sign_in()), "told also to who signed out");
    late.house.db.test_clock().advance(TimeDelta::hours(12));
    assert!(late.send(None).await.location().ends_with("&ended=unsent"));
}

#[test]
fn every_form_of_the_workplace_is_one_of_staff() {
    // The script of the session sends a form of its own accord only there: no such form may be open to visitors.
    let table = crate::routes().table();
    let work = table.iter().filter(|row| row.path.starts_with("/{lang}/work/"));
    let others: Vec<&str> =
        work.filter(|row| !matches!(row.access, Access::Staff(_))).map(|row| row.path.as_str()).collect();
    assert!(others.is_empty(), "{others:?}");
}
