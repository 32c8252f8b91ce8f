//! Life situations, reported mistakes, articles and internal services at the workplace.

use super::house::{Browser, House, Page};
use catalogue::{ReportCorrection, report_correction, situation};
use http::StatusCode;
use kernel::{Caller, Locale, Role};
use storage::Write;

/// The house with the life situations and articles that come with the program; Dace writes for VSAA.
async fn house() -> (House, Browser) {
    let content = async |tx: &mut Write| {
        catalogue::install_life_situations(tx).await.unwrap();
        knowledge::install_articles(tx).await.unwrap();
    };
    let house = House::filled("content", content).await;
    let dace = house.staff("320000-00014", "Dace", Role::ContactPerson).await;
    (house, dace)
}

async fn platform(house: &House) -> Browser {
    let vdaa = institutions::by_code(&house.db.reading(&Caller::engine()).await, "VDAA").await.unwrap().unwrap().id;
    house.staff_of(vdaa, "320000-00020", "Raimonds", Role::PlatformAdministrator).await
}

/// The contact person of the agency that coordinates what is written for residents.
async fn coordinator(house: &House) -> Browser {
    of(house, "VDAA", "320000-00057", "Laura").await
}

/// The contact person of an institution.
async fn of(house: &House, institution: &str, code: &str, name: &str) -> Browser {
    let found = institutions::by_code(&house.db.reading(&Caller::engine()).await, institution).await.unwrap();
    house.staff_of(found.unwrap().id, code, name, Role::ContactPerson).await
}

fn revision(page: &Page) -> String {
    page.attribute("input[name=revision]", "value")
}

/// What the form of a page would send, changed.
async fn save(browser: &Browser, path: &str, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut fields: Vec<(String, String)> = vec![("revision".into(), revision(page))];
    let html = scraper::Html::parse_document(&page.body);
    let own = ["input", "textarea", "select"].map(|kind| format!("form[action='{path}'] {kind}"));
    let form = scraper::Selector::parse(&own.join(", ")).unwrap();
    for element in html.select(&form) {
        let Some(name) = element.attr("name").filter(|name| !["csrf", "revision"].contains(name)) else { continue };
        let ticked = !matches!(element.attr("type"), Some("radio" | "checkbox")) || element.attr("checked").is_some();
        let chosen = scraper::Selector::parse("option[selected]").unwrap();
        let value = match element.value().name() {
            "textarea" => element.text().collect(),
            "select" => element.select(&chosen).next().and_then(|one| one.attr("value")).unwrap_or_default().to_owned(),
            _ => element.attr("value").unwrap_or_default().to_owned(),
        };
        if ticked {
            fields.push((name.to_owned(), value));
        }
    }
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &pairs).await
}

// req: POR-03, POR-04, POR-05, POR-06
#[tokio::test]
async fn the_institution_writes_and_checks_a_life_situation_and_the_coordinator_publishes_it() {
    let (house, dace) = house().await;
    let laura = coordinator(&house).await;
    let list = dace.get("/lv/work/situations").await;
    assert!(list.text("table").contains("Slimība") && !list.text("table").contains("Darba zaudēšana"));
    assert!(laura.get("/lv/work/situations").await.text("table").contains("Darba zaudēšana"));
    let path = "/lv/work/situations/illness";
    let page = dace.get(path).await;
    let saved = save(&dace, path, &page, &[("title-lv", "Slimošana"), ("step-0-place", "9")]).await;
    assert_eq!(saved.location(), format!("{path}?done=situation-saved"));
    let tx = house.db.reading(&Caller::anonymous()).await;
    let before = situation(&tx, "illness").await.unwrap();
    assert_eq!(before.text.title.lv, "Slimība", "saving is not publishing");
    let page = dace.get(path).await;
    assert_eq!((page.count("[formaction$='/publish']"), page.count("form[action$='/hand-over']")), (0, 0));
    assert!(page.text("main").contains("gaida, kad koordinators to publicēs"), "{}", page.text("main"));
    let seen = [("revision", revision(&page)), ("note", "Īsāk".to_owned())];
    let seen: Vec<(&str, &str)> = seen.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(dace.post(&format!("{path}/publish"), &seen).await.status, StatusCode::FORBIDDEN);
    assert!(laura.get("/lv/work/situations").await.text("table").contains("nepublicētas izmaiņas"));
    let published = laura.post(&format!("{path}/publish"), &seen).await;
    assert_eq!(published.location(), format!("{path}?done=situation-published"));
    let after = situation(&house.db.reading(&Caller::anonymous()).await, "illness").await.unwrap();
    assert_eq!((after.text.title.lv.as_str(), after.version), ("Slimošana", 2));
    assert_eq!(after.text.steps.last(), before.text.steps.first(), "the number gives the order");
    assert_eq!((after.text.steps.len(), &after.text.deadlines), (before.text.steps.len(), &before.text.deadlines));
    let page = laura.get(path).await;
    assert_eq!((page.count("[formaction$='/check']"), page.count("[formaction$='/withdraw']")), (0, 1));
    let check = [("revision", revision(&page)), ("check-note", "Viss labi".to_owned())];
    let check: Vec<(&str, &str)> = check.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(laura.post(&format!("{path}/check"), &check).await.status, StatusCode::FORBIDDEN);
    let checked = dace.post(&format!("{path}/check"), &check).await;
    assert_eq!(checked.location(), format!("{path}?done=situation-checked"));
    let page = dace.get(path).await;
    assert!(page.body.contains("Viss labi") && page.body.contains("/lv/life/illness?version=1"));
    let withdrawn = laura.post(&format!("{path}/withdraw"), &[("revision", &revision(&page))]).await;
    assert_eq!(withdrawn.location(), format!("{path}?done=situation-withdrawn"));
    let stale = laura.post(&format!("{path}/withdraw"), &[("revision", "0")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
}

// req: POR-06
#[tokio::test]
async fn of_two_editors_the_second_sees_both_texts_and_loses_nothing() {
    let (house, dace) = house().await;
    let other = platform(&house).await;
    let path = "/lv/work/situations/illness";
    let (mine, theirs) = (dace.get(path).await, other.get(path).await);
    save(&other, path, &theirs, &[("title-lv", "Viņu virsraksts")]).await;
    let conflict = save(&dace, path, &mine, &[("title-lv", "Mans virsraksts")]).await;
    assert_eq!(conflict.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(conflict.attribute("#f-title-lv", "value"), "Mans virsraksts");
    let table = conflict.text("table");
    assert!(table.contains("Mans virsraksts") && table.contains("Viņu virsraksts"), "{table}");
    let again = save(&dace, path, &conflict, &[]).await;
    assert_eq!(again.location(), format!("{path}?done=situation-saved"));
}

// req: POR-06
#[tokio::test]
async fn wrong_texts_are_shown_again_and_gaps_keep_them_back() {
    let (house, dace) = house().await;
    let laura = coordinator(&house).await;
    let path = "/lv/work/situations/illness";
    let page = dace.get(path).await;
    let wrong = save(&dace, path, &page, &[("title-lv", ""), ("summary-lv", &"a".repeat(401))]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
    save(&dace, path, &page, &[("summary-en", ""), ("step-1-services", "1007, 9999")]).await;
    let page = dace.get(path).await;
    let refused = laura.post(&format!("{path}/publish"), &[("revision", &revision(&page))]).await;
    assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
    assert_eq!((refused.count("#f-summary-en-error"), refused.count("#f-step-1-services-error")), (1, 1));
    let long =
        laura.post(&format!("{path}/publish"), &[("revision", &revision(&page)), ("note", &"a".repeat(501))]).await;
    assert_eq!((long.status, long.count("#f-note-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
}

// req: POR-03, POR-04, POR-05
#[tokio::test]
async fn the_coordinator_begins_a_situation_and_hands_it_to_the_institution_that_answers_for_it() {
    let (house, dace) = house().await;
    let laura = coordinator(&house).await;
    let id = async |code: &str| {
        let found = institutions::by_code(&house.db.reading(&Caller::engine()).await, code).await.unwrap();
        found.unwrap().id.to_string()
    };
    let (vdaa, vsaa) = (id("VDAA").await, id("VSAA").await);
    assert_eq!(dace.get("/lv/work/situations/new").await.status, StatusCode::FORBIDDEN);
    assert_eq!(dace.get("/lv/work/situations").await.count("a[href='/lv/work/situations/new']"), 0);
    let form = laura.get("/lv/work/situations/new").await;
    assert_eq!((form.count("input[name='branch']"), form.count("#f-responsible")), (1, 1));
    let wrong = laura.post("/lv/work/situations", &[("slug", "Ar Atstarpi"), ("title-lv", "x")]).await;
    // All that is wrong or not chosen is told at once; of one branch there is nothing to choose.
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(wrong.attribute("#f-slug", "value"), "Ar Atstarpi");
    assert_eq!(form.count("input[name='branch'][checked]"), 1);
    let unknown = [("slug", "jauna"), ("title-lv", "Jauna"), ("branch", "residents"), ("responsible", "cita")];
    let unchosen = laura.post("/lv/work/situations", &unknown).await;
    assert_eq!((unchosen.status, unchosen.count("#f-responsible-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let mut fields = unknown;
    fields[3].1 = &vdaa;
    assert_eq!(dace.post("/lv/work/situations", &fields).await.status, StatusCode::FORBIDDEN);
    fields[2].1 = "businesses";
    assert_eq!(laura.post("/lv/work/situations", &fields).await.status, StatusCode::FORBIDDEN);
    fields[2].1 = "residents";
    let begun = laura.post("/lv/work/situations", &fields).await;
    assert_eq!(begun.location(), "/lv/work/situations/jauna?done=situation-begun");

    let path = "/lv/work/situations/jauna";
    let page = laura.get(path).await;
    assert!(page.status == StatusCode::OK && page.count("[formaction$='/publish']") == 1);
    assert_eq!(dace.get(path).await.status, StatusCode::NOT_FOUND);
    let hand = format!("{path}/hand-over");
    let seen = revision(&page);
    for responsible in ["", &vdaa, "zzz"] {
        let wrong = laura.post(&hand, &[("revision", &seen), ("responsible", responsible)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{responsible}");
        assert_eq!(wrong.count("#f-responsible-error"), 1, "{responsible}");
    }
    assert_eq!(dace.post(&hand, &[("revision", &seen), ("responsible", &vsaa)]).await.status, StatusCode::NOT_FOUND);
    let handed = laura.post(&hand, &[("revision", &seen), ("responsible", &vsaa)]).await;
    assert_eq!(handed.location(), format!("{path}?done=situation-handed-over"));
    assert_eq!(dace.get(path).await.status, StatusCode::OK);
    let stranger = of(&house, "NVA", "320000-00030", "Aija").await;
    assert_eq!(stranger.get(path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get("/lv/work/situations/nav").await.status, StatusCode::NOT_FOUND);
    let officer = house.officer().await;
    assert_eq!(officer.get("/lv/work/situations").await.status, StatusCode::FORBIDDEN);
}

// req: POR-04
#[tokio::test]
async fn the_platform_names_coordinators_and_they_order_their_branch() {
    let (house, dace) = house().await;
    let (raimonds, laura) = (platform(&house).await, coordinator(&house).await);
    let path = "/lv/work/situations/coordinators";
    for other in [&dace, &laura] {
        assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN);
        assert_eq!(other.post(path, &[("branch", "residents")]).await.status, StatusCode::FORBIDDEN);
    }
    let page = raimonds.get(path).await;
    let now = "section[aria-labelledby='h-businesses'] p";
    assert_eq!(page.text(now), "Koordinē: Ekonomikas ministrija");
    let seen = page.attribute("section[aria-labelledby='h-businesses'] input[name='revision']", "value");
    let wrong = raimonds.post(path, &[("branch", "businesses"), ("revision", &seen)]).await;
    assert_eq!((wrong.status, wrong.count("#f-institution-businesses-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let named = |revision: &str| {
        [("branch", "businesses"), ("revision", revision), ("institution-businesses", "UR")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |revision: &str| {
        let fields = named(revision);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        raimonds.post(path, &fields).await
    };
    assert_eq!(send("9").await.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(send(&seen).await.location(), format!("{path}?done=coordinator-set"));
    assert_eq!(raimonds.get(path).await.text(now), "Koordinē: Latvijas Republikas Uzņēmumu reģistrs");

    let order = "/lv/work/situations/order";
    let businesses = format!("{order}?branch=businesses");
    assert_eq!(laura.get(&businesses).await.status, StatusCode::FORBIDDEN);
    assert_eq!(dace.post(order, &[("branch", "businesses")]).await.status, StatusCode::FORBIDDEN);
    let ruta = of(&house, "UR", "320000-00049", "Rūta").await;
    let page = ruta.get(&businesses).await;
    assert_eq!(page.count("input[name^='place-']"), 4);
    let seen = revision(&page);
    let place = "place-running-business";
    let wrong = ruta.post(order, &[("branch", "businesses"), ("revision", &seen), (place, "pirmā")]).await;
    assert_eq!((wrong.status, wrong.count("#f-place-running-business-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(wrong.attribute("#f-place-running-business", "value"), "pirmā");
    let stale = ruta.post(order, &[("branch", "businesses"), ("revision", "0"), (place, "0")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    // The typed number stays, and the present one stands beside it.
    assert_eq!(stale.attribute("#f-place-running-business", "value"), "0");
    let beside = |page: &Page| page.text("form[action$='/order'] .ds-field");
    assert!(beside(&stale).contains("Tagad: 1."), "{}", beside(&stale));
    assert!(stale.text(".dv-errsum").contains("Salīdziniet"), "{}", stale.text(".dv-errsum"));
    assert!(!beside(&wrong).contains("Tagad"), "{}", beside(&wrong));
    let kept = ruta.post(order, &[("branch", "businesses"), ("revision", &seen), (place, "0")]).await;
    assert_eq!(kept.location(), format!("{businesses}&done=situations-ordered"));
    let first = ruta.get(&businesses).await.attribute("input[name^='place-']", "name");
    assert_eq!(first, place);
    assert_eq!(ruta.get(&format!("{order}?branch=x")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: POR-03, POR-06
#[tokio::test]
async fn a_report_is_passed_on_and_dealt_with() {
    let (house, dace) = house().await;
    let mut tx = house.db.writing(&Caller::anonymous()).await;
    let text = "Otrajā solī ir kļūda <b>.".to_owned();
    let report = ReportCorrection { slug: "illness".into(), report: text, language: Locale::Lv };
    let id = report_correction(&mut tx, report).await.unwrap();
    tx.commit().await.unwrap();
    let path = format!("/lv/work/corrections/{id}");
    // The coordinator of the branch has it before it; the platform would do for a branch without one.
    let laura = coordinator(&house).await;
    let list = laura.get("/lv/work/corrections").await;
    assert!(list.text("table").contains("Otrajā solī ir kļūda <b>."), "{}", list.text("table"));
    assert_eq!(dace.get("/lv/work/corrections").await.count("table"), 0, "not passed on yet");
    assert_eq!(dace.post(&format!("{path}/forward"), &[]).await.status, StatusCode::FORBIDDEN);
    let forwarded = laura.post(&format!("{path}/forward"), &[]).await;
    assert_eq!(forwarded.location(), format!("{path}?done=correction-forwarded"));
    assert_eq!(laura.post(&format!("{path}/forward"), &[]).await.status, StatusCode::CONFLICT);
    assert!(dace.get("/lv/work/corrections").await.text("table").contains("Slimība"));
    // Where her day begins she is told, and led to it.
    let begin = dace.get("/lv/work/services").await;
    let told = begin.text(".ds-alert[data-color=warning]");
    assert!(told.contains("ziņojumi par kļūdām: 1. Pirmais jāizskata līdz 26.11.2026"), "{told}");
    let waiting = dace.get(&begin.attribute(".ds-alert a[href*=corrections]", "href")).await;
    assert!(waiting.text("table").contains("Otrajā solī ir kļūda"), "{}", waiting.text("main"));
    let administrator = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    assert_eq!(administrator.get("/lv/work/services").await.count("a[href*='corrections?']"), 0);
    assert_eq!(laura.get("/lv/work/services").await.count(".ds-alert a[href*=corrections]"), 0);
    let unchosen = dace.post(&format!("{path}/resolve"), &[("answer", "Izlabots")]).await;
    assert_eq!((unchosen.status, unchosen.text("#f-answer").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "Izlabots"));
    let unexplained = dace.post(&format!("{path}/resolve"), &[("resolution", "refused")]).await;
    assert_eq!((unexplained.status, unexplained.count("#f-answer-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    // The text is still the one in which the mistake was found: what was typed stays.
    let typed = [("resolution", "corrected"), ("answer", "Izlabots, <b> goda vārds")];
    let unpublished = dace.post(&format!("{path}/resolve"), &typed).await;
    assert_eq!(
        (unpublished.status, unpublished.count("input[value=corrected][checked]")),
        (StatusCode::UNPROCESSABLE_ENTITY, 1)
    );
    assert_eq!(unpublished.text("#f-answer"), "Izlabots, <b> goda vārds");
    let told = unpublished.text(".dv-errsum");
    assert!(told.contains("jaunāks teksts nav publicēts"), "{told}");
    let unnamed = dace.post(&format!("{path}/resolve"), &[("resolution", "elsewhere")]).await;
    assert_eq!((unnamed.status, unnamed.count("#f-answer-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let named = [("resolution", "elsewhere"), ("answer", "Izlabots pakalpojuma aprakstā")];
    let done = dace.post(&format!("{path}/resolve"), &named).await;
    assert_eq!(done.location(), format!("{path}?done=correction-resolved"));
    let page = dace.get(&path).await;
    assert!(page.count("form[action$='/resolve']") == 0 && page.body.contains("Labots citur"));
    assert!(page.text("section[aria-labelledby=h-answer]").contains("Izlabots pakalpojuma aprakstā"));
    assert_eq!(dace.get("/lv/work/corrections?state=elsewhere").await.count("tbody tr"), 1);
    assert_eq!(dace.get("/lv/work/services").await.count(".ds-alert a[href*=corrections]"), 0);
    assert_eq!(dace.get("/lv/work/corrections?state=corrected").await.count("tbody tr"), 0);
    assert_eq!(dace.get("/lv/work/corrections/nav").await.status, StatusCode::NOT_FOUND);
    assert_eq!(dace.get("/lv/work/corrections?state=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: POR-04, POR-05
#[tokio::test]
async fn an_article_is_begun_written_shown_and_taken_away() {
    let (_house, dace) = house().await;
    let wrong = dace.post("/lv/work/articles", &[("slug", "jauns"), ("title-lv", "Jauns")]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
    let empty = dace.post("/lv/work/articles", &[]).await;
    assert_eq!(empty.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 4), "{}", empty.text(".dv-errsum"));
    let fields = [("kind", "news"), ("slug", "jauns"), ("audience", "public"), ("title-lv", "Jauns")];
    let path = "/lv/work/articles/news/jauns";
    assert_eq!(dace.post("/lv/work/articles", &fields).await.location(), format!("{path}?done=article-begun"));
    let page = dace.get(path).await;
    let gaps = dace.post(&format!("{path}/publish"), &[("revision", &revision(&page))]).await;
    assert_eq!(gaps.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 5));
    let text =
        [("title-en", "New"), ("lead-lv", "Īsi"), ("lead-en", "Short"), ("body-lv", "Gari"), ("body-en", "Long")];
    assert_eq!(save(&dace, path, &page, &text).await.location(), format!("{path}?done=article-saved"));
    let stale = save(&dace, path, &page, &[("title-lv", "Cits")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    assert!(stale.text("table").contains("Cits") && stale.text("table").contains("Jauns"));
    let page = dace.get(path).await;
    let bad = dace.post(&format!("{path}/publish"), &[("revision", &revision(&page)), ("from", "rīt")]).await;
    assert_eq!((bad.status, bad.attribute("#f-from", "value").as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "rīt"));
    let times = [("revision", revision(&page)), ("from", "23.11.2026".into()), ("to", "2026-11-22".into())];
    let times: Vec<(&str, &str)> = times.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(dace.post(&format!("{path}/publish"), &times).await.count("#f-to-error"), 1);
    let shown = dace.post(&format!("{path}/publish"), &[("revision", &revision(&page))]).await;
    assert_eq!(shown.location(), format!("{path}?done=article-published"));
    let page = dace.get(path).await;
    let hidden = save(&dace, path, &page, &[("audience", "staff")]).await;
    assert_eq!(hidden.status, StatusCode::CONFLICT);
    let taken = dace.post(&format!("{path}/withdraw"), &[("revision", &revision(&page))]).await;
    assert_eq!(taken.location(), format!("{path}?done=article-withdrawn"));
    assert_eq!(dace.get("/lv/work/articles/help/your-data").await.status, StatusCode::FORBIDDEN);
    assert_eq!(dace.get("/lv/work/articles/x/y").await.status, StatusCode::NOT_FOUND);
}

// req: POR-11, CAT-22
#[tokio::test]
async fn staff_of_any_institution_find_internal_services() {
    let (house, dace) = house().await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    let model = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*model.description).clone();
    description.name = kernel::LangText::new("Piekļuve reģistram", "Access to a register");
    description.flags.internal = true;
    description.form = catalogue::FormChoice::default();
    let input =
        catalogue::RegisterService { id: None, holder: model.holder, pilot: None, external_id: None, description };
    let code = catalogue::register_service(&mut tx, input).await.unwrap();
    catalogue::publish(&mut tx, catalogue::PublishService::now(&code, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    for browser in [dace.clone(), house.officer().await] {
        let list = browser.get("/lv/work/internal").await;
        assert!(list.body.contains(&format!("/lv/services/{code}")) && list.body.contains("Piekļuve reģistram"));
        assert_eq!(browser.get("/lv/work/internal?q=registra").await.count(".dv-servicelist li"), 1);
    }
    let nothing = dace.get("/lv/work/internal?q=%3Cx%3E").await;
    assert!(nothing.status == StatusCode::OK && nothing.count(".dv-servicelist") == 0);
}

/// Words that are put together at run time.
#[test]
fn every_state_and_act_has_a_word() {
    let catalog = i18n::Catalog::load().unwrap();
    let states = catalogue::SituationState::ALL.iter().map(|one| format!("work-content-{}", one.as_str()));
    let corrections = catalogue::CorrectionState::ALL.iter().map(|one| format!("work-correction-{}", one.as_str()));
    let resolutions = catalogue::Resolution::ALL.iter().map(|one| format!("work-resolution-{}", one.as_str()));
    let done = [
        "situation-begun",
        "situation-saved",
        "situation-published",
        "situation-withdrawn",
        "situation-checked",
        "situation-handed-over",
        "situations-ordered",
        "coordinator-set",
        "correction-forwarded",
        "correction-resolved",
        "article-begun",
        "article-saved",
        "article-published",
        "article-withdrawn",
    ];
    let keys = states.chain(corrections).chain(resolutions).chain(done.map(|word| format!("done-{word}")));
    let missing: Vec<String> = keys.filter(|key| !Locale::ALL.iter().all(|locale| catalog.has(*locale, key))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
