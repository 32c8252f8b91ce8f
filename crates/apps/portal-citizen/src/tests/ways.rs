//! Ways to a service: combined channels, a day that is still to come, another site without a second sign-in.

use super::browser::{ISSUER, Page, Portal, Register};
use catalogue::{CloseService, Description, Fee, FormChoice, PublishService, Stage, Tally, place_lookups};
use chrono::{Days, NaiveDate};
use http::StatusCode;
use kernel::{Caller, Channel, LangText, Money};

async fn portal() -> Portal {
    Portal::open(Register { down: false }).await
}

/// Publishes a changed description of a service.
async fn changed(portal: &Portal, code: &str, from: Option<NaiveDate>, change: impl FnOnce(&mut Description)) {
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, code).await.unwrap();
    let mut description = (*before.description).clone();
    change(&mut description);
    let input = PublishService { from, ..PublishService::now(code, before.latest, Some(description)) };
    catalogue::publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

async fn close(portal: &Portal, code: &str) {
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let version = catalogue::service(&tx, code).await.unwrap().latest;
    catalogue::close_service(&mut tx, CloseService { code: code.to_owned(), version }).await.unwrap();
    tx.commit().await.unwrap();
}

fn today(portal: &Portal) -> NaiveDate {
    kernel::riga_date(portal.db.clock().now())
}

/// What was counted about the service: by municipality, and combinations.
async fn counted(portal: &Portal) -> (i64, i64) {
    let tally: &Tally = portal.index.tally();
    let mut tx = portal.db.writing(&Caller::engine()).await;
    tally.write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let lines = place_lookups(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    lines.first().map_or((0, 0), |line| (line.by_municipality, line.combined))
}

fn steps(page: &Page) -> String {
    page.text("ol.dv-servicelist")
}

// req: POR-16, POR-17, POR-18
#[tokio::test]
async fn channels_of_advice_request_and_receipt_are_combined_and_it_is_counted() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    let path = format!("/lv/services/{code}/channels");
    assert!(visitor.get(&format!("/lv/services/{code}")).await.has(&format!("a[href='{path}']")));
    let empty = visitor.get(&path).await;
    assert_eq!((empty.status, empty.has("#h-way")), (StatusCode::OK, false));
    assert!(empty.has("option[value=electronic][selected]"), "a choice to begin with");
    assert!(!empty.has("#f-receipt option[value=phone]"), "what cannot be received there is not offered");
    assert_eq!(counted(&portal).await, (0, 0), "nobody was told anything yet");

    let query = "?advice=phone&request=electronic&receipt=centre&municipality=LV-022";
    let page = visitor.get(&format!("{path}{query}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let main = page.text("main");
    assert!(main.contains("Bez maksas") && main.contains("10 darba dienas"), "{main}");
    let told = steps(&page);
    let order = ["Zvaniet un prasiet padomu", "+371 64507020", "Piesakieties internetā", "Cēsu VPVKAC"];
    let places: Vec<Option<usize>> = order.iter().map(|words| told.find(words)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{told}");
    assert!(page.has("a[href='tel:+37164507020']") && page.has(&format!("a[href='/lv/services/{code}/apply']")));
    assert!(page.has("#f-receipt option[value=centre][selected]"), "what was chosen stays chosen");
    assert_eq!(counted(&portal).await, (1, 1));

    let post = visitor.get(&format!("{path}?request=post&receipt=post")).await;
    assert!(post.text("main").contains("1 mēnesis") && steps(&post).contains("Lāčplēša iela 70a"), "{}", steps(&post));
    assert_eq!(counted(&portal).await, (1, 2), "no place was looked up");
    let english = visitor.get(&format!("/en/services/{code}/channels{query}")).await;
    assert!(english.text("main").contains("Call and ask for advice"), "{}", english.text("main"));
}

// req: POR-17
#[tokio::test]
async fn a_combination_that_is_not_offered_is_refused_and_stays_as_it_was_chosen() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    for (query, field) in [
        ("request=electronic&receipt=phone", "receipt"),
        ("request=fakss&receipt=centre", "request"),
        ("request=electronic", "receipt"),
        ("request=electronic&receipt=post&advice=post", "advice"),
        ("request=electronic&receipt=post&municipality=LV-999", "municipality"),
    ] {
        let page = visitor.get(&format!("/lv/services/{code}/channels?{query}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(page.has(&format!("#f-{field}-error")) && !page.has("#h-way"), "{query}");
    }
    let kept = visitor.get(&format!("/lv/services/{code}/channels?request=post&receipt=phone")).await;
    assert!(kept.has("#f-request option[value=post][selected]"));
    assert_eq!(visitor.get("/lv/services/9999/channels").await.status, StatusCode::NOT_FOUND);
    assert_eq!(counted(&portal).await, (0, 0));
}

// req: CAT-17, CAT-31
#[tokio::test]
async fn a_service_that_is_not_offered_yet_says_from_which_day_and_a_closed_one_what_there_is_instead() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let (code, other) = (portal.service("P.12").await, portal.service("P.13").await);
    let first = today(&portal).checked_add_days(Days::new(20)).unwrap();
    changed(&portal, &code, None, |d| d.valid_from = Some(first)).await;
    let path = format!("/lv/services/{code}");
    for (locale, words) in [("lv", "Pieteikties varēs no"), ("en", "Can be requested from")] {
        let page = visitor.get(&format!("/{locale}/services/{code}")).await;
        let day = i18n::date(locale.parse().unwrap(), first);
        assert!(page.text(".dv-hero .ds-alert").contains(&format!("{words} {day}")), "{}", page.text(".dv-hero"));
        assert!(!page.has(".dv-cta"));
        let card = visitor.get(&format!("/{locale}/embed/services/{code}")).await;
        assert!(card.text(".closed").contains(&day), "{}", card.body);
    }
    let way = visitor.get(&format!("{path}/channels?request=electronic&receipt=post")).await;
    assert!(way.text("main").contains("Pieteikties varēs no") && !way.has("a[href$='/apply']"));

    // Closed since today; a new description waits for its day.
    changed(&portal, &code, None, |d| (d.valid_from, d.related) = (None, vec![other.clone()])).await;
    close(&portal, &code).await;
    changed(&portal, &code, Some(first), |d| d.minutes_to_fill = Some(4)).await;
    let told = visitor.get(&path).await.text(".dv-hero .ds-alert");
    let day = |day| i18n::date(kernel::Locale::Lv, day);
    assert!(told.contains(&format!("Kopš {}", day(today(&portal)))), "{told}");
    assert!(told.contains(&format!("Atkal pieteikties varēs no {}", day(first))), "{told}");
    assert!(visitor.get(&path).await.has(&format!(".dv-hero .ds-alert a[href='/lv/services/{other}']")));
    // What is closed itself replaces nothing.
    close(&portal, &other).await;
    assert!(!visitor.get(&path).await.has(&format!(".dv-hero .ds-alert a[href='/lv/services/{other}']")));
}

// req: CAT-31, A11-04
#[tokio::test]
async fn what_there_is_instead_stands_in_the_order_of_the_alphabet_and_says_its_language() {
    let portal = portal().await;
    let code = portal.service("P.12").await;
    let (first, last) = (portal.service("P.11").await, portal.service("P.13").await);
    changed(&portal, &first, None, |d| d.name.lv = "Ārsta atzinums".to_owned()).await;
    changed(&portal, &last, None, |d| d.name.lv = "Zāļu kompensācija".to_owned()).await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let holder = catalogue::service(&tx, &code).await.unwrap().holder;
    let name = LangText::new("", "Board licence");
    let english = catalogue::ensure_sample(&mut tx, holder, name, LangText::default()).await.unwrap();
    tx.commit().await.unwrap();
    changed(&portal, &code, None, |d| d.related = vec![last.clone(), english.clone(), first.clone()]).await;
    close(&portal, &code).await;
    let page = portal.visitor().get(&format!("/lv/services/{code}")).await;
    let told = page.text(".dv-hero .ds-alert");
    let places = ["Ārsta atzinums", "Board licence", "Zāļu kompensācija"].map(|name| told.find(name));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{told}");
    assert!(page.has(&format!(".dv-hero .ds-alert a[href='/lv/services/{english}'][lang=en]")), "{}", page.body);
    assert!(!page.has(&format!(".dv-hero .ds-alert a[href='/lv/services/{first}'][lang]")));
}

// req: CAT-07, CAT-25, POR-12
#[tokio::test]
async fn fee_and_term_above_the_description_are_those_of_channels_that_can_be_used() {
    let portal = portal().await;
    let code = portal.service("P.11").await;
    let path = format!("/lv/services/{code}");
    let priced = |d: &mut Description| {
        for offer in &mut d.channels {
            let cents = match offer.channel {
                Channel::Electronic => 1250,
                Channel::Centre => 500,
                _ => 0,
            };
            offer.fee = Fee::Amount(Money::cents(cents));
        }
    };
    changed(&portal, &code, None, priced).await;
    let facts = portal.visitor().get(&path).await.text(".dv-facts");
    assert!(facts.contains("12,50\u{a0}€") && facts.contains("10 darba dienas"), "{facts}");
    assert!(facts.contains("Pieslēgšanās") && facts.contains("Internetā un citādi"), "{facts}");

    changed(&portal, &code, None, |d| d.form = FormChoice::NoForm).await;
    let page = portal.visitor().get(&path).await;
    let facts = page.text(".dv-facts");
    assert!(facts.contains("Bez maksas līdz 5,00\u{a0}€") && facts.contains("1 mēnesis"), "{facts}");
    for false_now in ["12,50", "10 darba dienas", "Pieslēgšanās", "minūtes", "Internetā"] {
        assert!(!facts.contains(false_now), "{false_now}: {facts}");
    }
    let row = page.text("#h-channels ~ div tbody tr");
    assert!(row.contains("Internetā pieteikties vēl nevar. Var saņemt rezultātu"), "{row}");
    assert!(!page.text("main").contains("Pietiek ar pieslēgšanos"), "nobody signs what cannot be sent");
    let card = portal.visitor().get(&format!("/lv/embed/services/{code}")).await;
    assert!(card.text("main > dl").contains("Atbildīgā iestāde"), "as on the page: {}", card.body);
    assert!(card.text("main > dl").contains("Bez maksas līdz 5,00\u{a0}€"), "{}", card.body);
    assert!(card.text("details").contains("Internetā pieteikties vēl nevar"), "{}", card.body);
}

// req: POR-12
#[tokio::test]
async fn who_was_signed_in_by_the_provider_goes_on_to_another_site_without_a_second_sign_in() {
    let portal = portal().await;
    let code = portal.service("P.12").await;
    changed(&portal, &code, None, |d| {
        let offer = d.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
        offer.stages.push(Stage::Request);
        offer.link = Some("https://e.example.lv/pieteikums?veids=1".to_owned());
        offer.sign_in = Some("https://e.example.lv/login".to_owned());
    })
    .await;
    let path = format!("/lv/services/{code}");
    let plain = "a[href='https://e.example.lv/pieteikums?veids=1']";
    let direct = "a[href='https://e.example.lv/login?iss=https%3A%2F%2Flogin.example.lv%2Fop\
                  &target_link_uri=https%3A%2F%2Fe.example.lv%2Fpieteikums%3Fveids%3D1']";
    let anna = portal.resident_by("320000-00002", "Anna", ISSUER).await;
    let page = anna.get(&path).await;
    assert!(page.has(&format!(".dv-cta {direct}")), "{}", page.body);
    assert!(page.text(".dv-cta").contains("No jauna tur nebūs jāpieslēdzas"));
    assert!(!page.body.contains("login_hint"), "who it is stays here");
    let (persona, _) = portal.resident("320000-00002", "Anna").await;
    let others = portal.resident_by("320000-00002", "Anna", "https://other.example.lv").await;
    for browser in [portal.visitor(), persona, others] {
        let page = browser.get(&path).await;
        assert!(page.has(&format!(".dv-cta {plain}")) && !page.has(direct), "{}", page.body);
    }
}
