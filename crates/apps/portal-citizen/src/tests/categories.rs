//! Search by category: what is found beside the services, the directory of institutions, own cases and documents.

use super::browser::{Page, Portal, Register};
use cases::{Answer, Ask, CaseNumber, Origin, SubmitCase};
use http::StatusCode;
use kernel::{Caller, Channel, PersonId, Role};
use scraper::{Html, Selector};

/// A small real PDF, enough for the check of the content.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

async fn portal() -> Portal {
    Portal::open(Register { down: false }).await
}

/// The categories that a page offers: address, words, and whether it is the present one.
fn tabs(page: &Page) -> Vec<(String, String, bool)> {
    let html = Html::parse_document(&page.body);
    let links = Selector::parse("nav.dv-tabs a").unwrap();
    let tab = |link: scraper::ElementRef<'_>| {
        let words = link.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        (link.value().attr("href").unwrap().to_owned(), words, link.value().attr("aria-current").is_some())
    };
    html.select(&links).map(tab).collect()
}

fn links(page: &Page, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let selector = Selector::parse(selector).unwrap();
    let found = html.select(&selector).filter_map(|link| link.value().attr("href"));
    found.map(str::to_owned).collect()
}

/// A request for the childbirth benefit.
async fn submitted(portal: &Portal, client: &Caller) -> CaseNumber {
    let mut answers = forms::example("childbirth-benefit").unwrap();
    answers.insert("applicant_personal_code".to_owned(), "320000-00002".into());
    let origin = Origin::Answers { service: portal.service("P.11").await, answers };
    let mut tx = portal.db.writing(client).await;
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let number = cases::submit(&mut tx, input).await.unwrap().number;
    tx.commit().await.unwrap();
    number
}

/// The client's answer to a question about the case, with a file of this name.
async fn with_file(portal: &Portal, client: &Caller, number: &CaseNumber, name: &str) {
    let officer = portal.officer(&portal.service("P.11").await).await;
    let mut tx = portal.db.writing(&officer).await;
    assert_eq!(cases::take_next(&mut tx).await.unwrap().as_ref(), Some(number));
    let revision = cases::open_case(&mut tx, number, cases::Purpose::Handle).await.unwrap().case.revision;
    let question = "Lūdzu, pievienojiet izziņu.".to_owned();
    cases::ask(&mut tx, Ask { number: number.clone(), revision, question, days: None }).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = portal.db.writing(client).await;
    let files = vec![documents::inspect(name, PDF.into(), 1 << 20).unwrap()];
    let text = "Pievienoju.".to_owned();
    cases::answer(&mut tx, Answer { number: number.clone(), text, files, seen: None }).await.unwrap();
    tx.commit().await.unwrap();
}

// req: POR-14
#[tokio::test]
async fn the_list_of_services_leads_to_the_other_categories_with_the_counts_that_it_knows() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/services?q=pabalsts").await;
    let found = tabs(&page);
    let addresses: Vec<&str> = found.iter().map(|(href, ..)| href.as_str()).collect();
    let expected = [
        "/lv/services?q=pabalsts",
        "/lv/services?in=services&seen=yes&q=pabalsts",
        "/lv/search/life?q=pabalsts",
        "/lv/search/articles?q=pabalsts",
        "/lv/search/institutions?q=pabalsts",
    ];
    assert_eq!(addresses, expected);
    assert!(found[0].2 && found.iter().filter(|(.., current)| *current).count() == 1, "{found:?}");
    assert_eq!(found[0].1, "Viss");
    let total = page.body.matches("data-code=").count();
    assert_eq!(found[1].1, format!("Pakalpojumi {total}"));
    // The services alone: the same list without what stands above it, also on the way to further pages.
    let only = visitor.get("/lv/services?in=services&q=b%C4%93rna+piedzim%C5%A1ana").await;
    assert!(tabs(&only)[1].2 && !only.has("#h-guides") && only.has("input[type=hidden][name=in][value=services]"));
    assert!(visitor.get("/lv/services?q=b%C4%93rna+piedzim%C5%A1ana").await.has("#h-guides"));
    // What is narrowed is the services, whose number the link to all of them does not know.
    let narrowed = tabs(&visitor.get("/lv/services?q=pabalsts&channel=electronic").await);
    assert!(narrowed[1].2 && narrowed[1].1 == "Pakalpojumi", "{narrowed:?}");
}

// req: POR-14
#[tokio::test]
async fn life_situations_and_articles_are_searched_by_themselves() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let life = visitor.get("/lv/search/life?q=bernu+piedzimsana").await;
    assert!(
        links(&life, "ul.dv-servicelist h2 a").contains(&"/lv/life/childbirth".to_owned()),
        "{}",
        life.text("main")
    );
    assert!(tabs(&life)[2].2 && life.text("[role=status]").contains("atradām"));
    assert!(links(&life, "ul.dv-servicelist h2 a").iter().all(|href| href.starts_with("/lv/life/")));
    let help = visitor.get("/en/search/articles?q=how+to+apply").await;
    assert_eq!(links(&help, "ul.dv-servicelist h2 a")[0], "/en/help/how-to-apply", "{}", help.text("main"));
    // Without words everything, page by page; each once.
    let first = visitor.get("/lv/search/life").await;
    let mut all = links(&first, "ul.dv-servicelist h2 a");
    let mut next = links(&first, "main nav a[rel=next]").pop();
    while let Some(address) = next {
        let page = visitor.get(&address).await;
        all.extend(links(&page, "ul.dv-servicelist h2 a"));
        next = links(&page, "main nav a[rel=next]").pop();
    }
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let published = catalogue::list_situations(&tx, None).await.unwrap().len();
    let shown = all.len();
    all.sort();
    all.dedup();
    assert_eq!((shown, all.len()), (published, published));
    let nothing = visitor.get("/lv/search/life?q=%3Cqqqqzzzz%3E").await;
    assert!(nothing.text("[role=status]").contains("neko neatradām") && !nothing.body.contains("<qqqq"));
    for wrong in ["/lv/search/life?after=zz", "/lv/search/institutions?after=63617365731f31"] {
        assert_eq!(visitor.get(wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

// req: POR-14
#[tokio::test]
async fn institutions_are_found_by_name_code_and_place_with_endings_marks_and_typing_errors() {
    let portal = portal().await;
    let visitor = portal.visitor();
    let asked = [
        ("sociālās apdrošināšanas aģentūra", "/lv/institutions/VSAA"),
        ("socialas apdrosinasanas agenturai", "/lv/institutions/VSAA"),
        ("apdrosinashanas agentura", "/lv/institutions/VSAA"),
        ("vsaa", "/lv/institutions/VSAA"),
        ("90001669496", "/lv/institutions/VSAA"),
        ("LV-022", "/lv/institutions/LV-022"),
        ("Cēsu novads", "/lv/institutions/LV-022"),
        ("Raunas iela", "/lv/institutions/VPVKAC-CESIS"),
    ];
    for (words, href) in asked {
        let page = visitor.get(&format!("/lv/search/institutions?q={}", web_kit::percent(words))).await;
        let found = links(&page, "ul.dv-servicelist h2 a");
        assert!(found.iter().take(3).any(|found| found == href), "{words}: {found:?}");
    }
    let page = visitor.get("/lv/search/institutions?q=vsaa").await;
    for contact in ["tel:+37164507020", "mailto:pasts@vsaa.gov.lv", "https://www.vsaa.gov.lv"] {
        assert!(page.has(&format!("main a[href='{contact}']")), "{contact}: {}", page.text("main"));
    }
    assert!(page.text("main").contains("Valsts iestāde") && page.text("main").contains("Lāčplēša iela 70a"));
    // Institutions have a category of their own: above the services they would stand in the way.
    let services = visitor.get("/lv/services?q=agentura").await;
    assert!(!services.has("#h-guides a[href*='/institutions/']") && !services.has("section a[href*='/institutions/']"));
}

// req: POR-14
#[tokio::test]
async fn an_institution_that_is_new_is_found_when_the_index_has_looked() {
    let portal = portal().await;
    portal.db.test_clock().advance(chrono::TimeDelta::seconds(1));
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let name = kernel::LangText::new("", "Municipality of Molendrecht");
    institutions::ensure_sample(&mut tx, name).await.unwrap();
    tx.commit().await.unwrap();
    portal.guides.refresh(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    let page = portal.visitor().get("/lv/search/institutions?q=molendrecht").await;
    let found = links(&page, "ul.dv-servicelist h2 a");
    assert_eq!(found.len(), 1, "{}", page.text("main"));
    assert!(page.has("h2 a[lang=en]"), "a name in one language says so");
    let shown = portal.visitor().get(&found[0]).await;
    assert!(shown.status == StatusCode::OK && shown.text("main").contains("Ievesti testa dati"), "{}", found[0]);
}

// req: ADM-07, POR-13, POR-14
#[tokio::test]
async fn what_an_institution_changes_is_on_its_page_at_once_and_found_when_the_index_has_looked() {
    let portal = portal().await;
    portal.db.test_clock().advance(chrono::TimeDelta::seconds(1));
    let (_, person) = portal.resident("328000-00088", "Dzintra").await;
    let vsaa = institutions::by_code(&portal.db.reading(&Caller::engine()).await, "VSAA").await.unwrap().unwrap().id;
    let mut tx = portal.db.writing(&Caller::staff(person, Role::ContactPerson, vsaa)).await;
    let (known, record) = institutions::institution_to_edit(&tx, "VSAA").await.unwrap();
    let contacts = institutions::Contacts {
        phone: Some("+371 64000077".to_owned()),
        address: Some("Zvaigžņu iela 7, Rīga".to_owned()),
        hours: kernel::LangText::new("Otrdienās 9–12", "Tuesdays 9–12"),
        ..record.contacts
    };
    let input =
        institutions::ChangeInstitution { institution: vsaa, revision: known.revision, identity: None, contacts };
    institutions::change_institution(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let page = portal.visitor().get("/lv/institutions/VSAA").await;
    assert!(page.has("main a[href='tel:+37164000077']"), "{}", page.text("main"));
    for words in ["Zvaigžņu iela 7", "Otrdienās 9–12"] {
        assert!(page.text("main").contains(words), "{words}: {}", page.text("main"));
    }
    portal.guides.refresh(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    let found = portal.visitor().get("/lv/search/institutions?q=Zvaig%C5%BE%C5%86u").await;
    assert_eq!(links(&found, "ul.dv-servicelist h2 a"), ["/lv/institutions/VSAA"]);
}

/// A branch of the institution, written by its contact person.
async fn with_branch(portal: &Portal, person: PersonId, institution: kernel::InstitutionId) {
    let text = institutions::BranchText {
        name: kernel::LangText::new("Talsu <nodaļa>", "Talsi <branch>"),
        address: "Lielā iela 1, Talsi".to_owned(),
        position: institutions::Position { latitude: 57.245, longitude: 22.588 },
        phone: Some("+371 60000000".to_owned()),
        hours: kernel::LangText::new("Otrdienās 9–17", "Tuesdays 9–17"),
        opening: Vec::new(),
    };
    let mut tx = portal.db.writing(&Caller::staff(person, Role::ContactPerson, institution)).await;
    institutions::add_branch(&mut tx, institution, text).await.unwrap();
    tx.commit().await.unwrap();
}

// req: POR-14, POR-05, POR-16
#[tokio::test]
async fn the_page_of_an_institution_tells_how_to_reach_it_and_nothing_of_its_people() {
    let portal = portal().await;
    let visitor = portal.visitor();
    for (lang, name) in [("lv", "Valsts sociālās apdrošināšanas aģentūra"), ("en", "State Social Insurance Agency")]
    {
        let page = visitor.get(&format!("/{lang}/institutions/VSAA")).await;
        assert_eq!((page.status, page.text("h1").as_str()), (StatusCode::OK, name));
        assert!(page.has("main a[href='tel:+37164507020']") && page.has("a[href*='/contact?institution=']"));
        assert!(page.has(&format!("a[href='/{lang}/institutions/LM']")), "the ministry above it");
        assert!(links(&page, "section[aria-labelledby=h-services] h3 a").len() > 1, "{}", page.text("main"));
    }
    let before = visitor.get("/lv/institutions/VSAA").await;
    assert!(!before.body.contains("Kas atbild par saturu"));
    let (_, person) = portal.resident("328000-00088", "Dzintra").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
    institutions::ensure_membership(&mut tx, person, vsaa, Role::ContactPerson).await.unwrap();
    tx.commit().await.unwrap();
    let after = visitor.get("/lv/institutions/VSAA").await;
    assert!(after.body.contains("Kas atbild par saturu") && !after.body.contains("Dzintra"), "{}", after.body);
    let municipality = visitor.get("/lv/institutions/LV-022").await;
    let places = links(&municipality, "section[aria-labelledby=h-places] h3 a");
    assert!(places.contains(&"/lv/institutions/VPVKAC-CESIS".to_owned()), "{places:?}");
    with_branch(&portal, person, vsaa).await;
    let served = visitor.get("/lv/institutions/VSAA").await.text("section[aria-labelledby=h-places]");
    for words in ["Talsu <nodaļa>", "Lielā iela 1, Talsi", "+371 60000000", "Otrdienās"] {
        assert!(served.contains(words), "{words}: {served}");
    }
    let called = "section[aria-labelledby=h-places] a[href='tel:+37160000000']";
    assert!(visitor.get("/lv/institutions/VSAA").await.has(called));
    let centre = visitor.get("/lv/institutions/VPVKAC-CESIS").await;
    assert!(centre.text("main").contains("Izdomāts paraugs") && !centre.has("a[href*='/contact?institution=']"));
    for missing in ["NOBODY", "vsaa%20", "%3Cx%3E"] {
        let page = visitor.get(&format!("/lv/institutions/{missing}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

// req: POR-14
#[tokio::test]
async fn own_cases_and_documents_are_found_by_words_and_anothers_never() {
    let portal = portal().await;
    let (anna, person) = portal.resident("320000-00002", "Anna").await;
    let (other, _) = portal.resident("320000-00003", "Jānis").await;
    let client = Caller::client(person);
    let number = submitted(&portal, &client).await;
    with_file(&portal, &client, &number, "Izziņa_par ienākumiem.pdf").await;
    let slug = number.slug();
    let case = format!("/lv/cases/{slug}");
    for words in
        ["pabalsts", "piedzimsanas pabalstu", slug.as_str(), number.as_str(), "pabal", "izzina", "ienākumi pabalsts"]
    {
        let path = format!("/lv/search/own?q={}", web_kit::percent(words));
        let page = anna.get(&path).await;
        assert_eq!(
            links(&page, "ul.dv-servicelist h2 a"),
            std::slice::from_ref(&case),
            "{words}: {}",
            page.text("main")
        );
        assert!(tabs(&page)[5].2, "{words}");
        let foreign = other.get(&path).await;
        assert_eq!((foreign.status, links(&foreign, "main a[href*='/cases/']").len()), (StatusCode::OK, 0), "{words}");
        assert!(foreign.text("[role=status]").contains("neko neatradām"), "{words}");
    }
    // The file whose name has one of the words is opened from here.
    let page = anna.get("/lv/search/own?q=izzi%C5%86a").await;
    let files = links(&page, "ul.dv-linklist a");
    assert!(files.len() == 1 && files[0].starts_with(&format!("{case}/documents/")), "{files:?}");
    assert_eq!(anna.get(&files[0]).await.status, StatusCode::OK);
    assert_eq!(other.get(&files[0]).await.status, StatusCode::NOT_FOUND);
    // It is in the list of own documents, and in nobody else's.
    let listed = "main td a[href*='/documents/'], main th a[href*='/documents/']";
    assert_eq!(links(&anna.get("/lv/documents").await, listed), files);
    assert!(links(&other.get("/lv/documents").await, listed).is_empty());
    assert!(links(&anna.get("/lv/search/own?q=pabalsts").await, "ul.dv-linklist a").is_empty());
    // By the state in words; nothing for what it is not.
    assert!(anna.get("/lv/search/own?q=izskat%C4%81m").await.has(&format!("a[href='{case}']")));
    assert!(!anna.get("/lv/search/own?q=atsaukts").await.has(&format!("a[href='{case}']")));
    let empty = anna.get("/lv/search/own").await;
    assert!(empty.status == StatusCode::OK && !empty.has("ul.dv-servicelist") && !empty.has("[role=status]"));
}

// req: POR-14, POR-10
#[tokio::test]
async fn a_company_finds_its_own_cases_and_its_people_do_not_find_them_as_themselves() {
    let portal = portal().await;
    let company = portal.company("320000-00004", "Līga").await;
    let (herself, person) = portal.resident("320000-00004", "Līga").await;
    let number = submitted(&portal, &acting_for_company(&portal, person).await).await;
    let path = format!("/lv/search/own?q={}", number.slug());
    let case = format!("a[href='/lv/cases/{}']", number.slug());
    assert!(company.get(&path).await.has(&case));
    assert!(!herself.get(&path).await.has(&case));
}

async fn acting_for_company(portal: &Portal, person: PersonId) -> Caller {
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let number = identity::RegistrationNumber::parse("40003189718").unwrap();
    let firm = identity::ensure_organisation(&mut tx, &number, "").await.unwrap();
    tx.commit().await.unwrap();
    Caller::client_for(person, kernel::Party::Organisation(firm), "board-member")
}

// req: POR-14, AUT-11
#[tokio::test]
async fn own_cases_are_offered_to_clients_alone() {
    let portal = portal().await;
    let visitor = portal.visitor();
    assert!(!visitor.get("/lv/services?q=x").await.has("a[href*='/search/own']"));
    assert!(visitor.get("/lv/search/own?q=x").await.location().starts_with("/lv/sign-in"));
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    assert!(anna.get("/lv/services?q=x").await.has("nav.dv-tabs a[href='/lv/search/own?q=x']"));
}
