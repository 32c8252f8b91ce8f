//! The first page, browsing, the own municipality, acting for a company.

use catalogue::{ClientCircle, RegisterService, Territory};
use http::StatusCode;
use kernel::{Caller, LangText};

use super::browser::{DECLARED, Page, Portal, Register};

/// Publishes a service like P.11's; gives its code.
async fn added(portal: &Portal, name: &str, circle: ClientCircle, territory: Territory, internal: bool) -> String {
    let model = portal.service("P.11").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let model = catalogue::service(&tx, &model).await.unwrap();
    let mut description = (*model.description).clone();
    description.name = LangText::new(name, format!("{name} (en)"));
    (description.client_circle, description.territory) = (circle, territory);
    description.flags.internal = internal;
    description.form = catalogue::FormChoice::default();
    let holder = model.holder;
    let input = RegisterService { id: None, holder, pilot: None, external_id: None, description };
    let code = catalogue::register_service(&mut tx, input).await.unwrap();
    catalogue::publish(&mut tx, catalogue::PublishService::now(&code, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    code
}

async fn municipality(portal: &Portal, name: &str) -> String {
    let tx = portal.db.reading(&Caller::engine()).await;
    let all = crate::own::municipalities(&tx, kernel::Locale::Lv).await.unwrap();
    all.into_iter().find(|one| one.name.lv.starts_with(name)).and_then(|one| one.atvk).unwrap()
}

// req: POR-01, POR-08, POR-15, A11-04
#[tokio::test]
async fn the_first_page_leads_to_everything() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for lang in ["lv", "en"] {
        let home = visitor.get(&format!("/{lang}")).await;
        assert_eq!(home.status, StatusCode::OK);
        for link in [
            "/life/childbirth",
            "/life/starting-business",
            "/browse/theme/10",
            "/browse/institution",
            "/news",
            "/help",
            "/municipality",
        ] {
            assert!(home.has(&format!("main a[href='/{lang}{link}']")), "{lang} {link}");
        }
        assert!(home.has("form[role=search] input[name=q]"));
    }
}

// req: POR-08
#[tokio::test]
async fn services_are_browsed_by_theme_institution_municipality_channel_and_client() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let lines = async |path: &str| {
        let page = visitor.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.body.matches("<li><h2 class=\"dv-h3\">").count()
    };
    assert_eq!(lines("/lv/browse/theme/10").await, 14);
    assert_eq!(lines("/en/browse/theme/01").await, 2);
    assert_eq!(lines("/lv/browse/theme/02").await, 0);
    assert_eq!(lines("/lv/browse/channel/electronic").await, 16);
    assert_eq!(lines("/lv/browse/clients/person").await, 16);
    assert_eq!(lines("/lv/browse/clients/company").await, 1);
    assert_eq!(lines("/lv/browse/municipality/LV").await, 16);
    let institutions = visitor.get("/lv/browse/institution").await;
    let vid = institutions.body.split("href=\"").find(|part| part.contains("Valsts ieņēmumu dienests")).unwrap();
    assert_eq!(lines(vid.split('"').next().unwrap()).await, 2);
    assert_eq!(visitor.get("/lv/browse/municipality").await.body.matches("/lv/browse/municipality/").count(), 42);
    assert_eq!(visitor.get("/lv/browse/theme").await.location(), "/lv/browse");
    for unknown in [
        "theme/77",
        "theme/x",
        "nekas/1",
        "channel/pigeon",
        "institution/1",
        "clients/all",
        "municipality/9",
        "internal/x",
    ] {
        assert_eq!(visitor.get(&format!("/lv/browse/{unknown}")).await.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    assert_eq!(visitor.get("/lv/browse/nekas").await.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.get("/lv/browse/theme/10?after=zz").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: POR-09
#[tokio::test]
async fn a_visitors_municipality_is_remembered_by_the_browser_and_changes_what_is_shown() {
    let portal = Portal::open(Register { down: false }).await;
    let (cesis, riga) = (municipality(&portal, "Cēsu").await, municipality(&portal, "Rīgas").await);
    let own =
        added(&portal, "Cēsu talka", ClientCircle::Any, Territory::Municipalities(vec![cesis.clone()]), false).await;
    let other = added(&portal, "Rīgas talka", ClientCircle::Any, Territory::Municipalities(vec![riga]), false).await;
    let visitor = portal.visitor();
    let form = visitor.get("/lv/municipality").await;
    let wrong = visitor.submit(&form, "/lv/municipality", &[("municipality", "9999999")]).await;
    assert_eq!((wrong.status, wrong.has("#f-municipality-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let kept = visitor.submit(&form, "/lv/municipality", &[("municipality", &cesis)]).await;
    assert_eq!(kept.location(), "/lv?done=place-kept");
    let visitor = visitor.with_cookie(kept.headers.get("set-cookie").unwrap().to_str().unwrap());
    let home = visitor.get("/lv").await;
    assert!(home.has("#h-own") && home.body.contains("Cēsu talka") && !home.body.contains("Rīgas talka"));
    let theme = visitor.get("/lv/browse/theme/10").await;
    assert!(theme.body.contains(&format!("/services/{own}")) && !theme.body.contains(&format!("/services/{other}")));
    assert!(theme.has("a[href='/lv/browse/theme/10?all=1']"));
    let everything = visitor.get("/lv/browse/theme/10?all=1").await;
    assert!(everything.body.contains(&format!("/services/{other}")));
    let place = visitor.get(&format!("/lv/browse/municipality/{cesis}")).await;
    assert!(place.body.contains("Cēsu talka") && !place.body.contains("Bērna piedzimšanas"));
    // Who came from the categories goes back to them, and nobody is sent away to another site.
    let browse = visitor.get("/lv/browse").await;
    assert!(browse.has("main a[href='/lv/municipality?return=/browse']"), "{}", browse.text("main"));
    // The counts are those of the whole register: beside lists that show less they would be wrong.
    assert!(!browse.has("main .dv-count") && !home.has("main .dv-count"), "{}", browse.text("main"));
    assert!(portal.visitor().get("/lv/browse").await.has("main .dv-count"));
    let form = visitor.get("/lv/municipality?return=/browse").await;
    let back = visitor.submit(&form, "/lv/municipality", &[("municipality", &cesis)]).await;
    assert_eq!(back.location(), "/lv/browse?done=place-kept");
    let form = visitor.get("/lv/municipality?return=//evil.example").await;
    assert_eq!(visitor.submit(&form, "/lv/municipality", &[]).await.location(), "/lv?done=place-kept");
    let outside =
        visitor.submit(&form, "/lv/municipality", &[("municipality", ""), ("return", "//evil.example")]).await;
    assert_eq!(outside.location(), "/lv?done=place-dropped");
    assert!(outside.headers.get("set-cookie").unwrap().to_str().unwrap().contains("Max-Age=0"));
}

// req: POR-09
#[tokio::test]
async fn who_is_signed_in_keeps_the_municipality_in_the_profile() {
    let portal = Portal::open(Register { down: false }).await;
    let cesis = municipality(&portal, "Cēsu").await;
    let (anna, person) = portal.resident("320000-00002", "Anna").await;
    let form = anna.get("/lv/municipality").await;
    let kept = anna.submit(&form, "/lv/municipality", &[("municipality", &cesis), ("return", "/browse")]).await;
    assert_eq!(kept.location(), "/lv/browse?done=place-kept");
    assert!(kept.headers.get("set-cookie").is_none(), "nothing is left in the browser");
    let tx = portal.db.reading(&Caller::client(person)).await;
    assert_eq!(identity::profile(&tx).await.unwrap().municipality, Some(cesis));
    drop(tx);
    assert!(anna.get("/lv").await.body.contains("Cēsu novada pašvaldība"));
    assert!(anna.get("/lv/browse/theme/10").await.body.contains("iedzīvotājiem"));
}

// req: POR-09
#[tokio::test]
async fn the_municipality_of_the_declared_residence_is_proposed_and_kept_only_when_it_is_chosen() {
    let portal = Portal::open(Register { down: false }).await;
    let (cesis, riga) = (municipality(&portal, "Cēsu").await, municipality(&portal, "Rīgas").await);
    let (anna, person) = portal.resident(DECLARED, "Anna").await;
    let chosen = |page: &Page, atvk: &str| page.has(&format!("option[value='{atvk}'][selected]"));
    let form = anna.get("/lv/municipality").await;
    assert!(chosen(&form, &cesis), "{}", form.text("main"));
    assert!(form.text("#f-municipality-source").contains("Izdomāts reģistrs"), "where it comes from");
    assert!(form.text("main").contains("deklarēta jūsu dzīvesvieta") && !form.body.contains("Ozolu iela"));
    let tx = portal.db.reading(&Caller::client(person)).await;
    assert_eq!(identity::profile(&tx).await.unwrap().municipality, None, "looking keeps nothing");
    drop(tx);
    anna.submit(&form, "/lv/municipality", &[("municipality", &riga)]).await;
    let own = anna.get("/lv/municipality").await;
    assert!(chosen(&own, &riga) && !own.has("#f-municipality-source"), "the own choice is not asked about again");
    // Who is not signed in, and whose register does not answer, choose by themselves.
    assert!(!portal.visitor().get("/lv/municipality").await.has("#f-municipality-source"));
    let down = Portal::open(Register { down: true }).await;
    let (anna, _) = down.resident(DECLARED, "Anna").await;
    let form = anna.get("/lv/municipality").await;
    assert!(form.status == StatusCode::OK && !form.has("#f-municipality option[selected]"));
}

// req: POR-01, POR-08, CAT-10
#[tokio::test]
async fn for_a_company_services_and_situations_of_companies_come_first() {
    let portal = Portal::open(Register { down: false }).await;
    let licence = added(&portal, "Licence", ClientCircle::LegalPerson, Territory::WholeCountry, false).await;
    let company = portal.company("320000-00002", "Līga").await;
    let home = company.get("/lv").await;
    assert!(home.has("#h-company") && home.body.contains(&format!("/services/{licence}")));
    let at = |mark: &str| home.body.find(mark).unwrap_or_else(|| panic!("no {mark}"));
    assert!(at("id=\"h-businesses\"") < at("id=\"h-residents\""));
    let theme = company.get("/lv/browse/theme/10").await;
    assert_eq!(theme.body.matches("<li><h2 class=\"dv-h3\">").count(), 2, "with the funeral benefit");
    assert_eq!(company.get("/lv/browse/theme/10?all=1").await.body.matches("<li><h2 class=\"dv-h3\">").count(), 15);
    assert!(!portal.visitor().get("/lv").await.has("#h-company"));
}

// req: POR-11, CAT-22
#[tokio::test]
async fn outsiders_find_internal_services_nowhere() {
    let portal = Portal::open(Register { down: false }).await;
    let code = added(&portal, "Zirnekļtīkls", ClientCircle::Any, Territory::WholeCountry, true).await;
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    let holder = {
        let tx = portal.db.reading(&Caller::engine()).await;
        catalogue::service(&tx, &code).await.unwrap().holder
    };
    for browser in [portal.visitor(), anna, portal.company("320000-00010", "Līga").await] {
        assert_eq!(browser.get(&format!("/lv/services/{code}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&format!("/lv/services/{code}?lang=uk")).await.status, StatusCode::NOT_FOUND);
        for path in [
            "/lv".to_owned(),
            "/lv/services".into(),
            "/lv/services?q=zirnekltikls".into(),
            "/lv/browse".into(),
            "/lv/browse/theme/10?all=1".into(),
            format!("/lv/browse/institution/{holder}?all=1"),
            "/lv/browse/channel/electronic?all=1".into(),
            "/lv/browse/clients/person".into(),
            "/lv/browse/municipality/LV".into(),
        ] {
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.body.contains("Zirnekļtīkls") && !page.body.contains(&format!("/services/{code}")), "{path}");
        }
    }
}

// req: CAT-06, POR-12
#[tokio::test]
async fn a_service_that_is_requested_on_the_institutions_own_site_leads_there() {
    let portal = Portal::open(Register { down: false }).await;
    let code = added(&portal, "Ar formu citur", ClientCircle::Any, Territory::WholeCountry, false).await;
    let visitor = portal.visitor();
    let path = format!("/lv/services/{code}");
    assert!(!visitor.get(&path).await.has("main .dv-cta a"), "no form and no link");
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &code).await.unwrap();
    let mut description = (*before.description).clone();
    let offer = description.channels.iter_mut().find(|offer| offer.channel == kernel::Channel::Electronic).unwrap();
    offer.link = Some("https://www.example.lv/pieteikums".to_owned());
    catalogue::publish(&mut tx, catalogue::PublishService::now(&code, before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let page = visitor.get(&path).await;
    assert!(page.has("main .dv-cta a[href='https://www.example.lv/pieteikums'][rel=external]"));
    assert!(page.body.contains("Internetā un citādi") && !page.body.contains("pieteikt vēl nevar"));
    let filled_in = "aizpildīsim tās jūsu vietā";
    assert!(page.has("#h-documents") && !page.body.contains(filled_in), "another site's form is not filled in by us");
    assert!(visitor.get("/lv/services/1007").await.body.contains(filled_in));
}
