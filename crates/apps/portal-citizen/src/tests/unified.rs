//! Unified services: described once, then the chosen municipality.

use http::StatusCode;
use kernel::Caller;
use translation::{DemoTranslator, Source, sources, translate_missing};

use super::browser::Portal;

// req: UNI-03
#[tokio::test]
async fn the_service_is_described_once_and_the_chosen_municipality_is_remembered() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/unified/V102").await;
    assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, "Būvatļauja"));
    assert!(page.has("#h-steps") && page.has("#compare table") && !page.has("#chosen"));
    assert_eq!(page.text("#h-compare"), "Maksa un termiņš pēc iestādes", "nothing is chosen that others differ from");
    assert!(page.headers.get("set-cookie").is_none(), "nothing was chosen");

    let chosen = visitor.get("/lv/unified/V102?municipality=LV-022").await;
    assert_eq!(chosen.text("#h-chosen"), "Cēsu novada pašvaldība");
    assert_eq!(chosen.text("#h-compare"), "Maksa un termiņš citur");
    assert!(chosen.has("#chosen .dv-facts") && chosen.has("#chosen a[href^='tel:']"));
    assert!(chosen.text("#chosen").contains("Izdomāts paraugs"), "invented, and says so");
    for part in ["tbody th", "details .dv-terms dd", "h4 + p"] {
        assert!(chosen.has(&format!("#chosen {part}")), "{part}");
    }
    let told = chosen.text("#chosen");
    for words in ["Var pieteikties un saņemt rezultātu", "Tiem, kas nelieto internetu.", "Pieņem iesniegumus"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let cookie = chosen.headers.get("set-cookie").unwrap().to_str().unwrap();
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let all = crate::own::municipalities(&tx, kernel::Locale::Lv).await.unwrap();
    let atvk = all.iter().find(|one| one.code == "LV-022").unwrap().atvk.clone().unwrap();
    assert!(cookie.contains(&format!("municipality={atvk};")) && cookie.contains("HttpOnly"), "{cookie}");
    // It is the visitor's own municipality from now on, on the other pages too.
    let again = visitor.with_cookie(cookie);
    assert_eq!(again.get("/lv/unified/V102").await.text("#h-chosen"), "Cēsu novada pašvaldība");
    assert!(again.get("/lv/municipality").await.has(&format!("option[value='{atvk}'][selected]")));
    let english = visitor.get("/en/unified/V102?municipality=LV-022").await;
    assert_eq!(english.text("h1"), "Building permit");
}

// req: UNI-03, POR-09
#[tokio::test]
async fn who_is_signed_in_sees_the_municipality_of_the_profile_and_looking_elsewhere_does_not_change_it() {
    let portal = Portal::with_unified().await;
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let all = crate::own::municipalities(&tx, kernel::Locale::Lv).await.unwrap();
    drop(tx);
    let atvk = all.iter().find(|one| one.code == "LV-022").unwrap().atvk.clone().unwrap();
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let form = anna.get("/lv/municipality").await;
    anna.submit(&form, "/lv/municipality", &[("municipality", &atvk)]).await;
    assert_eq!(anna.get("/lv/unified/V102").await.text("#h-chosen"), "Cēsu novada pašvaldība");
    let elsewhere = anna.get("/lv/unified/V102?municipality=LV-RIX").await;
    assert!(elsewhere.text("#h-chosen").starts_with("Rīgas") && elsewhere.headers.get("set-cookie").is_none());
    assert_eq!(anna.get("/lv/unified/V102").await.text("#h-chosen"), "Cēsu novada pašvaldība");
}

// req: UNI-03
#[tokio::test]
async fn who_has_not_attached_it_is_named_with_where_to_ask() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/unified/V102").await;
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let family = catalogue::family(&tx, "V102").await.unwrap();
    let filter =
        institutions::InstitutionFilter { kind: Some(institutions::InstitutionKind::Municipality), parent: None };
    let all = institutions::list(&tx, &filter, &kernel::PageRequest::first(100)).await.unwrap().items;
    let absent: Vec<_> = all.iter().filter(|one| family.of_holder(one.id).is_none()).collect();
    assert_eq!(all.len() - absent.len(), family.members.len());
    for one in &absent {
        assert!(page.body.contains(&format!("municipality={}#chosen", one.code)), "{} is missing", one.code);
    }
    let chosen = visitor.get(&format!("/lv/unified/V102?municipality={}", absent[0].code)).await;
    let text = chosen.text("#chosen");
    assert!(text.contains("vēl nav pievienojusi") && !chosen.has("#chosen .dv-facts"), "{text}");
}

#[tokio::test]
async fn wrong_choices_and_codes_are_answered_in_words() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/unified/V102?municipality=%3Cb%3E").await;
    assert_eq!((page.status, page.has("#municipality-error")), (StatusCode::OK, true));
    assert!(!page.body.contains("<b>") && page.headers.get("set-cookie").is_none());
    assert!(!visitor.get("/lv/unified/V102?municipality=").await.has("#municipality-error"));
    assert_eq!(visitor.get("/lv/unified/V999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.get("/lv/unified?after=zz").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: UNI-03
#[tokio::test]
async fn a_family_is_one_line_of_the_list_and_its_services_lead_to_it() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let all = visitor.get("/lv/unified").await;
    assert_eq!(all.body.matches("/lv/unified/V1").count(), 9);
    let mut path = "/lv/services".to_owned();
    let (mut families, mut services) = (std::collections::BTreeSet::new(), 0);
    loop {
        let page = visitor.get(&path).await;
        let shown = page.body.split("href=\"/lv/unified/V").skip(1).filter_map(|rest| rest.split('"').next());
        families.extend(shown.map(str::to_owned));
        services += page.body.matches("class=\"dv-link\" href=\"/lv/services/1").count();
        let Some((before, _)) = page.body.split_once("\" rel=\"next\"") else { break };
        path = before.rsplit("href=\"").next().unwrap().to_owned();
    }
    assert_eq!(families.len(), 9);
    assert!((16..40).contains(&services), "{services}");
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let member = catalogue::family(&tx, "V106").await.unwrap().members.remove(0);
    let page = visitor.get(&format!("/lv/services/{}", member.service.code)).await;
    assert!(page.has("#h-family") && page.has("a[href='/lv/unified/V106#compare']"));
    let alone = visitor.get(&format!("/lv/services/{}", portal.service("P.11").await)).await;
    assert!(!alone.has("#h-family"));
}

// req: UNI-03, POR-15
#[tokio::test]
async fn a_family_is_suggested_as_itself_and_told_apart_where_one_place_or_institution_is_meant() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let family = catalogue::family(&tx, "V106").await.unwrap();
    let member = &family.members[0].service;
    let holder = institutions::find(&tx, member.holder).await.unwrap();
    let words = web_kit::percent(&family.template.text.name.lv);
    let answer = visitor.get(&format!("/lv/services/suggest?q={words}")).await;
    let lines: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    let here: Vec<_> = lines.as_array().unwrap().iter().filter(|line| line["href"] == "/lv/unified/V106").collect();
    assert_eq!(here.len(), 1, "{lines}");
    assert_eq!(here[0]["title"], family.template.text.name.lv.as_str());
    let atvk = holder.atvk.as_deref().unwrap();
    for list in [format!("municipality/{atvk}"), format!("institution/{}", holder.id)] {
        let page = visitor.get(&format!("/lv/browse/{list}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has(&format!("a[href='/lv/services/{}']", member.code)), "{list}: {}", page.text("main"));
        assert!(!page.body.contains("/lv/unified/V"), "{list} is of one holder");
    }
}

// req: UNI-03, POR-08
#[tokio::test]
async fn a_family_is_one_line_of_a_category_on_whatever_page_its_services_would_stand() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    let mut path = "/lv/browse/channel/institution".to_owned();
    let (mut families, mut pages) = (Vec::new(), 0);
    loop {
        let page = visitor.get(&path).await;
        pages += 1;
        let shown = page.body.split("href=\"/lv/unified/V").skip(1).filter_map(|rest| rest.split('"').next());
        families.extend(shown.map(str::to_owned));
        let Some((before, _)) = page.body.split_once("\" rel=\"next\"") else { break };
        assert_eq!(page.body.matches("<li><h2 class=\"dv-h3\">").count(), 20, "a page with a next one is full");
        path = before.rsplit("href=\"").next().unwrap().replace("&amp;", "&");
    }
    let told: std::collections::BTreeSet<_> = families.iter().collect();
    assert!(families.len() > 3 && told.len() == families.len(), "{families:?} on {pages} pages");
}

// req: A11-05, UNI-03
#[tokio::test]
async fn a_unified_service_is_read_in_a_further_language_with_its_municipality() {
    let portal = Portal::with_unified().await;
    let visitor = portal.visitor();
    assert!(!visitor.get("/lv/unified/V102").await.has(".dv-spoken"), "offered before it is there");
    assert_eq!(visitor.get("/lv/unified/V102?lang=uk").await.status, StatusCode::NOT_FOUND);
    let tx = portal.db.reading(&Caller::engine()).await;
    let cesis = institutions::by_code(&tx, "LV-022").await.unwrap().unwrap().id;
    let family = catalogue::family(&tx, "V102").await.unwrap();
    drop(tx);
    let member = family.of_holder(cesis).unwrap();
    let mut texts = sources(&*family.template.text, "uk").unwrap();
    texts.extend(sources(&*member.service.description, "uk").unwrap());
    translate_missing(&portal.db, &DemoTranslator::default(), &texts, "uk").await.unwrap();

    let own = visitor.get("/lv/unified/V102").await;
    assert!(own.has(".dv-spoken a[href='/lv/unified/V102?lang=uk'][lang=uk]"));
    assert!(!own.body.contains("Mašīntulkojums"), "people wrote it");
    let page = visitor.get("/lv/unified/V102?lang=uk").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("html[lang=lv]") && page.has("[lang=uk] h1") && page.has(".dv-lead[lang=uk]"));
    assert!(page.text(".ds-alert").contains("Mašīntulkojums, nav pārbaudīts."), "{}", page.text(".ds-alert"));
    // The choice of a municipality keeps the language.
    assert!(page.has("input[type=hidden][name=lang][value=uk]"));
    assert!(page.has("#compare a[href*='lang=uk&municipality=LV-022']"));
    let chosen = visitor.get("/lv/unified/V102?lang=uk&municipality=LV-022").await;
    assert_eq!((chosen.status, chosen.text("#h-chosen").as_str()), (StatusCode::OK, "Cēsu novada pašvaldība"));
    assert!(chosen.has("#chosen [lang=uk]") && chosen.has("#chosen .dv-facts"), "{}", chosen.text("#chosen"));
    // What is the same as in the template is not told again because it is translated.
    let plain = visitor.get("/lv/unified/V102?municipality=LV-022").await;
    assert_eq!(chosen.body.matches("<h3").count(), plain.body.matches("<h3").count());
    assert_eq!(visitor.get("/lv/unified/V102?lang=fr").await.status, StatusCode::NOT_FOUND);
}

// req: A11-05, UNI-03
#[tokio::test]
async fn the_latvian_text_is_the_original_as_soon_as_an_engine_said_some_of_the_page() {
    let portal = Portal::with_unified().await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let family = catalogue::family(&tx, "V102").await.unwrap();
    let mut text = (*family.template.text).clone();
    text.name.other.insert("uk".to_owned(), "Дозвіл на будівництво".to_owned());
    let (code, revision) = (family.template.code.clone(), family.template.revision);
    let change = catalogue::ChangeTemplate { code, revision, text, note: String::new() };
    catalogue::change_template(&mut tx, change).await.unwrap();
    let cesis = institutions::by_code(&tx, "LV-022").await.unwrap().unwrap().id;
    tx.commit().await.unwrap();
    let notice = family.of_holder(cesis).unwrap().service.description.notice.clone().unwrap();
    let notice = [Source::new(notice.lv, "lv")];
    translate_missing(&portal.db, &DemoTranslator::default(), &notice, "uk").await.unwrap();
    let visitor = portal.visitor();
    let written = visitor.get("/en/unified/V102?lang=uk").await;
    assert!(written.has(".ds-alert a[href='/en/unified/V102']"), "people wrote it: {}", written.text(".ds-alert"));
    let mixed = visitor.get("/en/unified/V102?lang=uk&municipality=LV-022").await;
    assert!(mixed.text(".ds-alert").contains("Machine translation"), "{}", mixed.text(".ds-alert"));
    assert!(mixed.has(".ds-alert a[href='/lv/unified/V102'][hreflang=lv]"), "{}", mixed.text(".ds-alert"));
}

// req: UNI-03, POR-03
#[tokio::test]
async fn a_step_of_a_life_situation_leads_to_a_unified_service_in_one_line() {
    let portal = Portal::with_unified().await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let tree = catalogue::family(&tx, "V106").await.unwrap().members[0].service.code.clone();
    let permit = catalogue::family(&tx, "V102").await.unwrap().members[1].service.code.clone();
    let draft = catalogue::situation_draft(&tx, "parenting").await.unwrap();
    let mut text = (*draft.situation.text).clone();
    // The unified service itself, two services that are attached to it or to another one, and a single one.
    text.steps[0].services = ["V102", &permit, &tree, "1007"].map(str::to_owned).to_vec();
    let save = catalogue::SaveSituation { slug: "parenting".into(), revision: draft.revision, text };
    let revision = catalogue::save_situation(&mut tx, save).await.unwrap();
    let publish = catalogue::PublishSituation { slug: "parenting".into(), revision, note: String::new() };
    catalogue::publish_situation(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
    let visitor = portal.visitor();
    for lang in ["lv", "en"] {
        let page = visitor.get(&format!("/{lang}/life/parenting")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.body.matches(&format!("href=\"/{lang}/unified/V102\"")).count(), 1, "once, whoever is named");
        for there in ["unified/V106", "services/1007"] {
            assert!(page.has(&format!(".dv-steplinks a[href='/{lang}/{there}']")), "{there}");
        }
        assert!(!page.body.contains(&format!("/{lang}/services/{permit}\"")), "it stands under its family");
        let holders = if lang == "lv" { "iestādēs" } else { "institutions" };
        assert!(page.text(".dv-steplinks").contains(holders), "{}", page.text(".dv-steplinks"));
    }
    for page in ["unified/V102".to_owned(), format!("services/{permit}"), format!("services/{tree}")] {
        let shown = visitor.get(&format!("/lv/{page}")).await;
        assert!(shown.has("aside a[href='/lv/life/parenting']"), "{page} does not lead back");
    }
}
