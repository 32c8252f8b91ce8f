//! Finding a service, narrowing the list, saying whether it helped, and the nearest place.

use super::browser::{Page, Portal, Register};
use catalogue::{PublishService, WithdrawSituation, search_report};
use chrono::TimeDelta;
use http::StatusCode;
use kernel::{Caller, Channel};
use serde_json::Value;

async fn portal() -> Portal {
    Portal::open(Register { down: false }).await
}

// req: POR-13, POR-14, POR-15
#[tokio::test]
async fn life_situations_news_and_help_are_found_beside_the_services_until_they_are_withdrawn() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let found = visitor.get("/lv/services?q=b%C4%93rna+piedzim%C5%A1ana").await;
    assert!(found.has("section[aria-labelledby=h-guides] a[href='/lv/life/childbirth']"), "{}", found.text("main"));
    let english = visitor.get("/en/services?q=how+to+apply").await;
    assert!(
        english.has("section[aria-labelledby=h-guides] a[href='/en/help/how-to-apply']"),
        "{}",
        english.text("main")
    );
    for without in ["/lv/services", "/lv/services?q=b%C4%93rns&client=natural_person", "/lv/services?q=qqqqzzzz"] {
        assert!(!visitor.get(without).await.has("#h-guides"), "{without}");
    }
    portal.db.test_clock().advance(TimeDelta::seconds(1));
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let draft = catalogue::situation_draft(&tx, "childbirth").await.unwrap();
    catalogue::withdraw_situation(&mut tx, WithdrawSituation { slug: "childbirth".into(), revision: draft.revision })
        .await
        .unwrap();
    tx.commit().await.unwrap();
    portal.guides.refresh(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    assert!(!visitor.get("/lv/services?q=b%C4%93rna+piedzim%C5%A1ana").await.has("a[href='/lv/life/childbirth']"));
}

// req: POR-14, POR-15
#[tokio::test]
async fn an_institution_whose_name_or_code_is_typed_stands_above_the_services() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let found = async |words: &str| visitor.get(&format!("/lv/services?q={}", web_kit::percent(words))).await;
    let link = "#h-guides + ul a[href='/lv/institutions/VSAA']";
    for words in ["VSAA", "vsaa", "valsts socialas apdrosinasanas agentura", "State Social Insurance Agency"] {
        let page = found(words).await;
        assert!(page.has(link), "{words}: {}", page.text("main"));
        assert!(!page.text("[role=status]").contains("neatradām"), "{words}: {}", page.text("[role=status]"));
    }
    assert!(!found("apdrošināšanas aģentūra").await.has(link), "a part of the name names no institution");
    let suggested = visitor.get("/lv/services/suggest?q=vsaa").await;
    assert!(suggested.body.contains("/lv/institutions/VSAA"), "{}", suggested.body);
}

// req: POR-15
#[tokio::test]
async fn signs_alone_are_no_search() {
    let portal = portal().await;
    let page = portal.visitor().get("/lv/services?q=%3F%3F%3F").await;
    let everything = portal.visitor().get("/lv/services").await;
    assert_eq!(page.text("[role=status]"), everything.text("[role=status]"));
    assert!(!page.has("section[aria-labelledby=h-helped]"), "{}", page.text("main"));
}

// req: POR-08, POR-15
#[tokio::test]
async fn a_list_is_narrowed_by_boxes_that_need_no_script_and_widened_again() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let list = visitor.get("/lv/services?q=pabalsts").await;
    assert!(list.has("input[form=find][name=life][value=childbirth]"), "{}", list.body);
    assert!(list.text("[role=status]").contains("atradām"), "{}", list.body);
    let narrowed = visitor.get("/lv/services?q=pabalsts&life=childbirth&channel=electronic").await;
    assert!(narrowed.has("input[name=life][value=childbirth][checked]"));
    assert!(narrowed.body.matches("data-code=").count() < list.body.matches("data-code=").count());
    assert!(
        narrowed.body.contains("/lv/services?q=pabalsts&amp;channel=electronic\"")
            || narrowed.body.contains("/lv/services?q=pabalsts&channel=electronic\""),
        "{}",
        narrowed.body
    );
    let nothing = visitor.get("/lv/services?client=legal_person&life=childbirth").await;
    assert!(nothing.body.contains("Noņemiet kādu izvēli"), "{}", nothing.body);
    // What a list cannot be narrowed by is passed over: an old address still leads to a page.
    let odd = visitor.get("/lv/services?q=pabalsts&channel=pigeon&life=%3Cx%3E&holder=1").await;
    assert_eq!(odd.status, StatusCode::OK);
    assert!(!odd.has(".dv-chip"));
    // What the Single Digital Gateway is told of is an address for other portals and no box for people.
    assert!(!list.has("input[name=sdg]"));
    let told = visitor.get("/lv/services?sdg=yes").await;
    assert_eq!(told.body.matches("data-code=").count(), 1, "{}", told.body);
    assert!(told.has(".dv-chip") && told.has("input[name=sdg][checked]"));
}

// req: POR-08, POR-12
#[tokio::test]
async fn a_list_says_of_each_service_what_the_box_on_line_says() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let tags = |page: &Page| page.body.matches("dv-tag\" data-color=\"success\"").count();
    let before = tags(&visitor.get("/lv/life/childbirth").await);
    let code = portal.service("P.12").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let known = catalogue::service(&tx, &code).await.unwrap();
    let mut description = (*known.description).clone();
    let electronic = description.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
    electronic.stages.push(catalogue::Stage::Request);
    electronic.link = Some("https://www.vsaa.gov.lv/veidlapa".to_owned());
    catalogue::publish(&mut tx, PublishService::now(&code, known.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    portal.index.rebuild(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    let yes = visitor.get("/lv/services?online=yes").await;
    let shown = yes.body.matches("data-code=").count();
    assert!(yes.has(&format!("a[data-code='{code}']")) && shown > 1, "{}", yes.body);
    assert_eq!(tags(&yes), shown, "{}", yes.body);
    let no = visitor.get("/lv/services?online=no").await;
    assert!(no.has("a[data-code]") && tags(&no) == 0, "{}", no.body);
    assert!(tags(&visitor.get("/lv/life/childbirth").await) > before);
}

#[tokio::test]
async fn pages_keep_the_words_and_what_was_picked() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let first = visitor.get("/lv/services?channel=electronic&channel=phone").await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(
        first.has("input[name=channel][value=electronic][checked]")
            && first.has("input[name=channel][value=phone][checked]")
    );
}

// req: POR-09, POR-08
#[tokio::test]
async fn who_has_a_municipality_is_led_to_what_is_given_there_and_back_to_everything() {
    let portal = Portal::with_unified().await;
    let tx = portal.db.reading(&Caller::engine()).await;
    let cesis = institutions::by_code(&tx, "LV-022").await.unwrap().unwrap();
    let atvk = cesis.atvk.unwrap();
    let visitor = portal.visitor();
    let everything = visitor.get("/lv/services").await;
    assert!(!everything.has("a[href*='territory=']"), "no municipality is known");
    // Every municipality can be ticked, the less frequent ones unfolded.
    let all = everything.body.matches("name=\"territory\"").count();
    assert!(all > 12 && everything.has("details.dv-facet__more input[name=territory]"), "{all}");
    let alone = visitor.get(&format!("/lv/services?territory={atvk}")).await;
    let both = format!("/lv/services?territory={atvk}&territory=LV");
    assert!(alone.has(&format!("a[href='{both}']")), "{}", alone.text("main"));
    let visitor = visitor.with_cookie(&format!("__Host-municipality={atvk}; Path=/"));
    let led = visitor.get("/lv/services?q=pabalsts").await;
    let narrow = format!("/lv/services?q=pabalsts&territory={atvk}&territory=LV");
    assert!(led.has(&format!("a[href='{narrow}']")), "{}", led.text("main"));
    assert!(led.text("main").contains("Cēsu novada pašvaldība un visa Latvija"));
    let narrowed = visitor.get(&narrow).await;
    assert!(narrowed.has("a[data-code]") && narrowed.has("a[href='/lv/services?q=pabalsts']"));
    let benefit = portal.service("P.11").await;
    for page in ["places", "channels"] {
        let page = visitor.get(&format!("/lv/services/{benefit}/{page}")).await;
        assert!(page.has("select[name=municipality] option[value='LV-022'][selected]"), "{}", page.text("main"));
    }
}

// req: POR-15, POR-07
#[tokio::test]
async fn words_are_counted_under_every_tab_but_not_where_they_came_along() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let tab = visitor.get("/lv/services?q=zilonis").await;
    assert!(tab.has("a[href='/lv/services?in=services&seen=yes&q=zilonis']"), "{}", tab.text("main"));
    for (path, searches) in [
        ("/lv/services?in=services&seen=yes&q=zilonis", 1),
        ("/lv/services?in=services&q=zilonis", 2),
        ("/lv/services?in=services&q=zilonis&channel=phone", 2),
    ] {
        visitor.get(path).await;
        let mut tx = portal.db.writing(&Caller::engine()).await;
        portal.index.tally().write(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let report = search_report(&portal.db.reading(&Caller::engine()).await, 30).await.unwrap();
        let counted = report.frequent.iter().find(|line| line.query == "zilonis").map(|line| line.searches);
        assert_eq!(counted, Some(searches), "{path}");
    }
}

// req: POR-15
#[tokio::test]
async fn names_are_suggested_while_somebody_types() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let answer = visitor.get("/en/services/suggest?q=bern").await;
    let names: Value = serde_json::from_str(&answer.body).unwrap();
    let first = &names[0];
    assert!(first["href"].as_str().unwrap().starts_with("/en/services/"), "{names}");
    assert!(!first["title"].as_str().unwrap().is_empty());
    for empty in ["/lv/services/suggest", "/lv/services/suggest?q=", "/lv/services/suggest?q=%3C%3E"] {
        assert_eq!(visitor.get(empty).await.body, "[]", "{empty}");
    }
}

// req: POR-14, POR-15
#[tokio::test]
async fn life_situations_and_institutions_are_suggested_after_the_services_and_say_what_they_are() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let suggested = async |path: &str| {
        let answer = visitor.get(path).await;
        let lines: Vec<Value> = serde_json::from_str(&answer.body).unwrap();
        let text = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
        lines.iter().map(|line| (text(line, "title"), text(line, "href"))).collect::<Vec<_>>()
    };
    let life = ("Slimība – Dzīves situācija".to_owned(), "/lv/life/illness".to_owned());
    assert!(suggested("/lv/services/suggest?q=slim%C4%AB").await.contains(&life));
    assert!(suggested("/lv/services/suggest?q=slimi").await.contains(&life), "without marks");
    let english = suggested("/en/services/suggest?q=illn").await;
    assert!(english.contains(&("Illness – Life situation".to_owned(), "/en/life/illness".to_owned())), "{english:?}");
    let agency = suggested("/lv/services/suggest?q=valsts+soci%C4%81l%C4%81s").await;
    let name = "Valsts sociālās apdrošināšanas aģentūra – Iestāde".to_owned();
    let named = (name, "/lv/institutions/VSAA".to_owned());
    assert!(agency.contains(&named), "{agency:?}");
    // People write the abbreviation, in small letters and before it is whole; codes of municipalities are none.
    for typed in ["VSAA", "vsa"] {
        let lines = suggested(&format!("/lv/services/suggest?q={typed}")).await;
        assert!(lines.contains(&named), "{typed}: {lines:?}");
    }
    let lines = suggested("/lv/services/suggest?q=lv-").await;
    assert!(lines.iter().all(|(_, href)| !href.contains("/institutions/LV-")), "{lines:?}");
    // Services come first and keep most of the seven lines.
    let lines = suggested("/lv/services/suggest?q=b%C4%93rn").await;
    let kinds: Vec<bool> = lines.iter().map(|(_, href)| href.starts_with("/lv/services/")).collect();
    assert!(lines.len() <= 7 && kinds[0] && kinds.is_sorted_by(|one, next| one >= next), "{lines:?}");
    assert!(lines.iter().any(|(_, href)| href == "/lv/life/childbirth"), "{lines:?}");
    assert!(kinds.iter().filter(|service| !**service).count() <= 3, "{lines:?}");
    // News are no place to go to, and what is withdrawn is suggested no more.
    assert!(lines.iter().all(|(_, href)| !href.contains("/news/") && !href.contains("/help/")), "{lines:?}");
    portal.db.test_clock().advance(TimeDelta::seconds(1));
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let revision = catalogue::situation_draft(&tx, "illness").await.unwrap().revision;
    catalogue::withdraw_situation(&mut tx, WithdrawSituation { slug: "illness".into(), revision }).await.unwrap();
    tx.commit().await.unwrap();
    portal.guides.refresh(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    assert!(!suggested("/lv/services/suggest?q=slim%C4%AB").await.contains(&life));
}

// req: POR-07
#[tokio::test]
async fn people_say_whether_they_found_it_without_saying_who_they_are() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let list = visitor.get("/lv/services?q=pabalsts").await;
    let personal = [("comment", "mans kods 010190-12345"), ("found", "no")];
    let again = visitor.submit(&list, "/lv/services/feedback", &personal).await;
    assert_eq!(
        (again.status, again.has("#f-comment-error")),
        (StatusCode::UNPROCESSABLE_ENTITY, true),
        "{}",
        again.body
    );
    assert_eq!(again.text("textarea"), "mans kods 010190-12345");
    let kept =
        visitor.submit(&again, "/lv/services/feedback", &[("comment", "Meklēju bērnudārzu"), ("found", "no")]).await;
    assert_eq!(kept.location(), "/lv/services?q=pabalsts&done=feedback");
    let thanks = visitor.get(&kept.location()).await;
    assert!(thanks.body.contains("Paldies") && !thanks.has("form[action=\"/lv/services/feedback\"]"));
    let report = search_report(&portal.db.reading(&Caller::engine()).await, 30).await.unwrap();
    assert_eq!(report.feedback.len(), 1);
    assert_eq!((report.feedback[0].query.as_str(), report.feedback[0].found), ("pabalsts", false));
}

// req: POR-16
#[tokio::test]
async fn the_nearest_places_are_found_by_municipality_or_position() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    let page = visitor.get(&format!("/lv/services/{code}")).await;
    let path = format!("/lv/services/{code}/places");
    assert!(page.has(&format!("a[href=\"{path}\"]")));
    let empty = visitor.get(&path).await;
    assert_eq!(empty.body.matches("<option").count(), 43, "a choice of 42 and none");
    assert!(!empty.has("#h-near"));
    let near = visitor.get(&format!("{path}?municipality=LV-022")).await;
    assert!(near.text("ol.dv-servicelist h3").contains("Cēsu VPVKAC"), "{}", near.body);
    assert_eq!(near.body.matches("<li><h3").count(), 5);
    let unknown = visitor.get(&format!("{path}?municipality=LV-999")).await;
    assert_eq!((unknown.status, unknown.has("#f-municipality-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let given = [("latitude".to_owned(), "57.54".to_owned()), ("longitude".to_owned(), "25.42".to_owned())];
    let by_position = visitor.post(&path, &given).await;
    assert!(by_position.text("ol.dv-servicelist h3").contains("Valmieras"), "{}", by_position.body);
    assert!(!by_position.body.contains("57.54"), "the position is not written into the page");
    for wrong in [("latitude", "ziemeļi"), ("latitude", "91"), ("longitude", "NaN")] {
        let mut sent = given.to_vec();
        sent.iter_mut().filter(|(name, _)| name == wrong.0).for_each(|field| field.1 = wrong.1.to_owned());
        assert_eq!(visitor.post(&path, &sent).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
    assert_eq!(visitor.get("/lv/services/9999/places").await.status, StatusCode::NOT_FOUND);
}
