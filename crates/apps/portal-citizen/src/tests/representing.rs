//! Company management lets somebody in and assigns services; what they see and may do follows at once.

use cases::{Origin, Purpose, SubmitCase};
use http::StatusCode;
use identity::RegistrationNumber;
use kernel::{Caller, Channel, Party};
use web_kit::percent;

use super::browser::{Browser, Page, Portal, Register};

const LIST: &str = "/lv/representatives";

/// The management of the invented company, and somebody it has let in: their browser and the page about them.
async fn let_in(portal: &Portal) -> (Browser, Browser, String) {
    let liga = portal.company("320000-00002", "Līga").await;
    let (_, person) = portal.resident("320000-00010", "Jānis").await;
    let list = liga.get(LIST).await;
    let fields = [("code", "320000-00010"), ("family_name", "izdomata")];
    let added = liga.submit(&list, LIST, &fields).await;
    let page = added.location().strip_suffix("?done=representative-added").unwrap().to_owned();
    (liga, portal.acting(person).await, page)
}

// req: POR-10
#[tokio::test]
async fn who_tries_one_code_and_name_after_another_is_asked_to_wait() {
    let portal = Portal::open(Register { down: false }).await;
    let liga = portal.company("320000-00002", "Līga").await;
    portal.resident("320000-00010", "Jānis").await;
    let list = liga.get(LIST).await;
    for _ in 0..identity::MOST_SOUGHT_AN_HOUR {
        let wrong = liga.submit(&list, LIST, &[("code", "320000-00010"), ("family_name", "Cits")]).await;
        assert!(wrong.has("#f-code-error"));
    }
    let right = [("code", "320000-00010"), ("family_name", "Izdomāta")];
    let refused = liga.submit(&list, LIST, &right).await;
    assert_eq!((refused.status, refused.has("#f-code-error")), (StatusCode::UNPROCESSABLE_ENTITY, false));
    assert!(refused.body.contains("Mēģiniet vēlreiz pēc stundas"));
    assert!(refused.form(LIST).contains(&("code".to_owned(), "320000-00010".to_owned())), "what was typed stays");
    assert!(!liga.get(LIST).await.body.contains("Jānis"));
}

/// Presses a button of the page: what its form sends beside the mark and the revision.
async fn press(browser: &Browser, page: &Page, action: &str, name: &str, value: &str) -> Page {
    let mut fields = page.form(action);
    fields.retain(|(known, _)| known == "csrf" || known == "revision");
    fields.push((name.to_owned(), value.to_owned()));
    browser.post(action, &fields).await
}

// req: POR-10, ACC-07, ACC-08
#[tokio::test]
async fn management_lets_somebody_in_and_assigns_services_by_words_and_by_code() {
    let portal = Portal::open(Register { down: false }).await;
    let (funeral, birth) = (portal.service("P.08").await, portal.service("P.11").await);
    let liga = portal.company("320000-00002", "Līga").await;
    portal.resident("320000-00010", "Jānis").await;
    let list = liga.get(LIST).await;
    assert!(list.body.contains("Līga Izdomāta") && list.body.contains("32••••-•••02"));
    assert!(!list.body.contains("320000-00002"), "no code is shown whole");
    assert!(liga.get("/lv").await.has("a[href='/lv/representatives']"));
    assert!(liga.get("/lv/profile").await.has("main a[href='/lv/representatives']"));
    let empty = liga.submit(&list, LIST, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.has("#f-code-error") && empty.has("#f-family_name-error"));
    let wrong = liga.submit(&list, LIST, &[("code", "320000-00010"), ("family_name", "Cits")]).await;
    assert_eq!((wrong.status, wrong.has("#f-code-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    assert!(wrong.form(LIST).contains(&("family_name".to_owned(), "Cits".to_owned())), "what was typed stays");
    assert!(!wrong.body.contains("Jānis"), "a code tells nobody whose it is");
    let added = liga.submit(&wrong, LIST, &[("family_name", "izdomata")]).await;
    let path = added.location().strip_suffix("?done=representative-added").unwrap().to_owned();
    let services = format!("{path}/services");
    let found = liga.get(&format!("{path}?q={}", percent("apbedīšanas pabalsts"))).await;
    assert!(found.has(&format!("#find button[name=add][value='{funeral}']")), "{}", found.text("main"));
    let assigned = press(&liga, &found, &services, "add", &funeral).await;
    assert_eq!(assigned.location(), format!("{path}?done=services-assigned"));
    let by_code = liga.get(&format!("{path}?q={birth}")).await;
    assert!(by_code.has(&format!("button[name=remove][value='{funeral}']")));
    assert_eq!(by_code.text("#find li h3"), "Bērna piedzimšanas pabalsts", "the code itself comes first");
    let nothing = liga.get(&format!("{path}?q=qqqqzzzz")).await;
    assert!(nothing.text("#find [role=status]").contains("qqqqzzzz"));
    assert_eq!(press(&liga, &by_code, &services, "add", "999999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(press(&liga, &by_code, &services, "add", &birth).await.status, StatusCode::SEE_OTHER);
    let stale = press(&liga, &by_code, &services, "remove", &funeral).await;
    let not_done =
        |page: &Page| page.body.contains("darbība nav izpildīta") && !page.body.contains("Nekas nav pazudis");
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "changed in another window");
    assert!(not_done(&stale) && stale.text("main").contains("vēlreiz atveriet šo cilvēku"), "{}", stale.text("main"));
    let ended = press(&liga, &by_code, &format!("{path}/end"), "seen", "yes").await;
    assert!(ended.status == StatusCode::PRECONDITION_FAILED && not_done(&ended), "{}", ended.text("main"));
    let unsaid = press(&liga, &liga.get(&path).await, &services, "q", "pabalsts").await;
    assert_eq!((unsaid.status, unsaid.has("#f-scope-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    assert!(liga.get(LIST).await.body.contains("2 pakalpojumi"));
    let all = press(&liga, &liga.get(&path).await, &services, "scope", "all").await;
    assert_eq!(all.status, StatusCode::SEE_OTHER);
    let page = liga.get(&path).await;
    assert!(!page.has("#find") && page.form(&services).contains(&("scope".to_owned(), "all".to_owned())));
}

// req: POR-10
#[tokio::test]
async fn who_acts_for_a_company_sees_and_uses_what_was_assigned_and_reads_why_not_the_rest() {
    let portal = Portal::open(Register { down: false }).await;
    let (funeral, birth) = (portal.service("P.08").await, portal.service("P.11").await);
    let (liga, janis, path) = let_in(&portal).await;
    let services = format!("{path}/services");
    let none = janis.get("/lv").await;
    assert!(none.text("#h-company").contains("uzņēmuma vārdā") && none.body.contains("vēl nav piešķīrusi nevienu"));
    press(&liga, &liga.get(&path).await, &services, "add", &funeral).await;

    let home = janis.get("/lv").await;
    let company = "section[aria-labelledby=h-company]";
    assert!(home.has(&format!("{company} a[href='/lv/services/{funeral}']")), "{}", home.text(company));
    assert!(!home.has(&format!("{company} a[href='/lv/services/{birth}']")));
    assert!(!home.has("a[href='/lv/representatives']"), "who is let in does not manage");
    assert!(janis.get("/lv/browse").await.has("a[href='/lv/browse/clients/assigned']"));
    let own = janis.get("/lv/browse/clients/assigned").await;
    assert_eq!(own.body.matches("<li><h2 class=\"dv-h3\">").count(), 1);
    let everything = janis.get("/lv/browse/channel/electronic?all=1").await;
    assert!(everything.body.matches("Jums nav piešķirts").count() >= 10, "the others are marked");
    let listed = janis.get("/lv/services?q=pabalsts").await;
    assert!(listed.body.contains("Jums nav piešķirts"));
    for list in ["/lv/institutions/VSAA", "/lv/life/childbirth"] {
        assert!(janis.get(list).await.body.contains("Jums nav piešķirts"), "{list}");
    }

    let with = janis.get(&format!("/lv/services/{funeral}")).await;
    assert!(with.has(&format!("main a[href='/lv/services/{funeral}/apply']")));
    let without = janis.get(&format!("/lv/services/{birth}")).await;
    assert!(!without.has("main a[href$='/apply']"));
    assert!(without.body.contains("(SIA „Rīta Rasa”) pieteikt nevarat"), "{}", without.text("main"));
    let way = janis.get(&format!("/lv/services/{birth}/channels?request=electronic&receipt=electronic")).await;
    assert!(!way.has("main a[href$='/apply']"), "{}", way.text("main"));
    assert!(way.text("ol.dv-servicelist").contains("pieteikt nevarat"), "{}", way.text("main"));
    let apply = format!("/lv/services/{birth}/apply");
    let refused = janis.get(&apply).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("Lūdziet uzņēmuma vadībai"), "it says whom to ask: {}", refused.text("main"));
    let mark = with.form("/lv/sign-out").into_iter().filter(|(name, _)| name == "csrf").collect::<Vec<_>>();
    let sent = janis.post(&apply, &mark).await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    assert!(sent.body.contains("Lūdziet uzņēmuma vadībai"), "{}", sent.text("main"));

    // A draft of an assigned service is theirs until the service is taken away.
    let begin = janis.get(&format!("/lv/services/{funeral}/apply")).await;
    let draft = janis.submit(&begin, &format!("/lv/services/{funeral}/apply"), &[]).await.location();
    assert!(janis.get("/lv/drafts").await.has(&format!("a[href='{draft}']")));
    press(&liga, &liga.get(&path).await, &services, "remove", &funeral).await;
    assert_eq!(janis.get(&draft).await.status, StatusCode::FORBIDDEN);
    assert!(!janis.get("/lv/drafts").await.has(&format!("a[href='{draft}']")));
    // Without a limit nothing is marked and there is no list of assigned services.
    press(&liga, &liga.get(&path).await, &services, "scope", "all").await;
    assert!(!janis.get("/lv/services?q=pabalsts").await.body.contains("Jums nav piešķirts"));
    assert_eq!(janis.get("/lv/browse/clients/assigned").await.status, StatusCode::NOT_FOUND);
    assert_eq!(portal.visitor().get("/lv/browse/clients/assigned").await.status, StatusCode::NOT_FOUND);

    let over = press(&liga, &liga.get(&path).await, &format!("{path}/end"), "seen", "yes").await;
    assert_eq!(over.location(), "/lv/representatives?done=representative-ended");
    let next = janis.get("/lv/cases").await;
    assert_eq!(next.status, StatusCode::SEE_OTHER);
    assert!(next.location().starts_with("/lv/sign-in"), "the right ended at the next request");
    assert_eq!(liga.get(&path).await.status, StatusCode::NOT_FOUND);
}

// req: POR-10
#[tokio::test]
async fn only_management_comes_to_the_pages_about_representatives() {
    let portal = Portal::open(Register { down: false }).await;
    let (liga, janis, path) = let_in(&portal).await;
    let (anna, _) = portal.resident("320000-00036", "Anna").await;
    for browser in [&janis, &anna] {
        for address in [LIST, path.as_str()] {
            let page = browser.get(address).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{address}");
            assert!(page.body.contains("tikai uzņēmuma vadība"), "{}", page.text("main"));
        }
    }
    let visitor = portal.visitor().get(LIST).await;
    assert!(visitor.location().starts_with("/lv/sign-in"));
    for missing in ["/lv/representatives/1", "/lv/representatives/01900000-0000-7000-8000-00000000dead"] {
        assert_eq!(liga.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    let english = liga.get(&path.replacen("/lv/", "/en/", 1)).await;
    assert!(english.body.contains("Assign another service") && english.body.contains("None yet."));
}

/// What a company answers that asks for the funeral benefit.
fn of_company() -> forms::Answers {
    let mut answers = forms::example("funeral-benefit").unwrap();
    answers.remove("relation");
    for (field, told) in [
        ("on_behalf", "organisation"),
        ("organisation_name", "SIA „Rīta Rasa”"),
        ("registration_number", "40003189718"),
    ] {
        answers.insert(field.to_owned(), told.into());
    }
    answers
}

// req: PRF-03, POR-10
#[tokio::test]
async fn management_sees_who_looked_at_a_case_that_somebody_else_sent_for_the_company() {
    let portal = Portal::open(Register { down: false }).await;
    let funeral = portal.service("P.08").await;
    let (liga, janis, path) = let_in(&portal).await;
    press(&liga, &liga.get(&path).await, &format!("{path}/services"), "add", &funeral).await;
    let (_, sender) = portal.resident("320000-00010", "Jānis").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let number = RegistrationNumber::parse("40003189718").unwrap();
    let firm = identity::ensure_organisation(&mut tx, &number, "SIA „Rīta Rasa”").await.unwrap();
    tx.act_as(Caller::client_for(sender, Party::Organisation(firm), "authorised"));
    let origin = Origin::Answers { service: funeral.clone(), answers: of_company() };
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let number = cases::submit(&mut tx, input).await.unwrap().number;
    tx.commit().await.unwrap();

    let mut tx = portal.db.writing(&portal.officer(&funeral).await).await;
    cases::open_case(&mut tx, &number, Purpose::Handle).await.unwrap();
    tx.commit().await.unwrap();
    let address = format!("/lv/cases/{}", number.slug());
    for (browser, who) in [(&janis, "who sent it"), (&liga, "management")] {
        let page = browser.get(&address).await;
        let why = page.text("#h-views + div tbody td:nth-of-type(3)");
        assert_eq!(why, "Iesnieguma izskatīšana", "{who}: {}", page.text("main"));
    }
    let own = liga.get("/lv/views").await;
    assert!(!own.body.contains("Iesnieguma izskatīšana"), "her own data were not looked at");
}
