//! Templates of unified services in the workplace.

use super::house::{Browser, House, Page, changed};
use http::StatusCode;
use kernel::{Caller, Role};

async fn municipality(house: &House, code: &str) -> kernel::InstitutionId {
    let tx = house.db.reading(&Caller::engine()).await;
    institutions::by_code(&tx, code).await.unwrap().unwrap().id
}

// req: UNI-01, UNI-07
#[tokio::test]
async fn the_platform_writes_a_template_and_takes_it_into_use() {
    let house = House::with_unified().await;
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let form = platform.get("/lv/work/templates/new").await;
    assert_eq!((form.status, form.count("form[action='/lv/work/templates']")), (StatusCode::OK, 1));
    // How a template is written is told where it is written, and so are the words for those who will attach to it.
    let guidance = form.text("main");
    for words in ["Rakstiet tikai to, kas visur ir vienāds", "Norādes iestādēm", "Kas jāapraksta katrai iestādei"]
    {
        assert!(guidance.contains(words), "{words}: {guidance}");
    }
    let nameless = platform.post("/lv/work/templates", &[("cofog", "05.4.0"), ("scope", "both")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nameless.attribute("#f-cofog option[selected]", "value"), "05.4.0", "what was chosen stays");
    let typed = [
        ("name-lv", "Suņa reģistrācija"),
        ("name-en", "Dog registration"),
        ("client_circle", "any"),
        ("scope", "municipalities"),
        ("steps-0-stage", "request"),
        ("steps-0-title-lv", "Piesakiet suni"),
        ("laws-1-title-lv", "Likums"),
        ("conditions-lv", "Suns ir jūsu.\nSuns ir čipēts."),
    ];
    let made = platform.post("/lv/work/templates", &typed).await;
    assert_eq!(made.location(), "/lv/work/templates/V110?done=template-begun");
    let page = platform.get("/lv/work/templates/V110").await;
    assert!(page.text("main").contains("Melnraksts"), "{}", page.text("main"));
    let revision = page.attribute("form[action$='/publish'] input[name='revision']", "value");
    let early = platform.post("/lv/work/templates/V110/publish", &[("revision", &revision)]).await;
    assert_eq!((early.status, early.count(".dv-errsum li") > 3), (StatusCode::UNPROCESSABLE_ENTITY, true));
    // A second editor who saw the first version loses nothing.
    let edit = platform.get("/lv/work/templates/V110/edit").await;
    let seen = edit.attribute("input[name='revision']", "value");
    let mut change = typed.to_vec();
    change.push(("revision", &seen));
    change[0] = ("name-lv", "Suņa vai kaķa reģistrācija");
    assert!(platform.post("/lv/work/templates/V110/edit", &change).await.location().ends_with("done=template-saved"));
    change[0] = ("name-lv", "Mājdzīvnieka reģistrācija");
    change[3] = ("scope", "both");
    let late = platform.post("/lv/work/templates/V110/edit", &change).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(late.attribute("#f-name-lv", "value"), "Mājdzīvnieka reģistrācija");
    assert!(late.text(".dv-errsum").contains("saglabāja kāds cits"), "{}", late.text(".dv-errsum"));
    // Both texts are shown, with choices in words, and the next save is of the newest revision.
    assert_eq!(late.count("table.dv-data tbody tr"), 2, "{}", late.text("main"));
    let differs = late.text("table.dv-data");
    for words in ["nosaukums · lv", "Mājdzīvnieka reģistrācija", "Suņa vai kaķa reģistrācija", "Pašvaldībām"]
    {
        assert!(differs.contains(words), "{words}: {differs}");
    }
    let newest = late.attribute("input[name='revision']", "value");
    assert_ne!(newest, seen);
    let last = change.len() - 1;
    change[last] = ("revision", newest.as_str());
    assert!(platform.post("/lv/work/templates/V110/edit", &change).await.location().ends_with("done=template-saved"));
    let kept = platform.get("/lv/work/templates/V110/edit").await;
    assert_eq!(kept.attribute("#f-name-lv", "value"), "Mājdzīvnieka reģistrācija");
    let wrong = platform.post("/lv/work/templates/V110/edit", &[("scope", "moon")]).await;
    assert_eq!((wrong.status, wrong.count("#f-scope-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
}

// req: UNI-01, A11-01
#[tokio::test]
async fn the_form_of_a_template_says_what_is_filled_in_and_stands_open_where_something_is_wrong() {
    let house = House::with_unified().await;
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let open = |page: &Page| {
        let parts = ["words", "class", "local", "steps", "documents", "laws"];
        parts.into_iter().filter(|part| page.count(&format!("#part-{part}[open]")) == 1).collect::<Vec<_>>()
    };
    let edit = platform.get("/lv/work/templates/V101/edit").await;
    assert_eq!(open(&edit), [""; 0], "a list of parts, each opened when it is wanted");
    for (part, filled) in [("words", "5 no 5"), ("class", "5 no 5"), ("steps", "3 soļi"), ("laws", "3 tiesību akti")]
    {
        let line = edit.text(&format!("#part-{part} > summary"));
        assert!(line.contains(filled), "{part}: {line}");
    }
    let rows = edit.text("#part-steps");
    assert!(rows.contains("1. solis Piesakiet bērnu") && rows.contains("Pievienot soli"), "{rows}");
    assert!(platform.get("/en/work/templates/V101/edit").await.text("#part-steps").contains("3 steps"));
    let new = platform.get("/lv/work/templates/new").await;
    assert_eq!(open(&new), ["words"], "there one begins");
    assert!(new.text("#part-laws > summary").contains("Tiesību aktu vēl nav"), "{}", new.text("#part-laws"));

    let wrong = platform.post("/lv/work/templates/V101/edit", &[("scope", "moon")]).await;
    assert_eq!((wrong.status, open(&wrong)), (StatusCode::UNPROCESSABLE_ENTITY, vec!["class"]));
    // What is wrong is told in the order of the form, in whatever order it was found.
    let two =
        [("client_circle", "any"), ("scope", "both"), ("laws-0-title-lv", "Likums"), ("laws-0-link", "likumi.lv")];
    let told = platform.post("/lv/work/templates", &two).await.text(".dv-errsum");
    assert!(told.find("Nosaukums –").unwrap() < told.find("1. tiesību akts: Adrese –").unwrap(), "{told}");
    let typed = [
        ("name-lv", "Suņa reģistrācija"),
        ("client_circle", "any"),
        ("scope", "both"),
        ("steps-0-stage", "request"),
        ("steps-0-title-lv", "Piesakiet suni"),
        ("steps-0-title-en", "Apply"),
        ("steps-0-text-lv", "Rakstiet mums."),
        ("steps-0-text-en", "Write to us."),
        ("steps-1-stage", "receipt"),
        ("steps-1-title-lv", "Saņemiet zīmi"),
    ];
    platform.post("/lv/work/templates", &typed).await;
    let early = platform.post("/lv/work/templates/V110/publish", &[("revision", "1")]).await;
    assert_eq!(
        (early.status, open(&early)),
        (StatusCode::UNPROCESSABLE_ENTITY, vec!["words", "class", "steps", "laws"])
    );
    let told = early.text(".dv-errsum");
    for line in ["2. solis: Soļa nosaukums – ", "Īsais apraksts – ", "1. tiesību akts: Tiesību akta nosaukums – "]
    {
        assert!(told.contains(line), "{line}: {told}");
    }
    for (row, stands) in [("steps-0", 0), ("steps-1", 1), ("steps-2", 0), ("laws-0", 1)] {
        assert_eq!(early.count(&format!("details[open] > fieldset #f-{row}-title-lv")), stands, "{row}");
    }
}

/// Sends these fields with some of them changed; those that the form did not have are added.
async fn send(browser: &Browser, path: &str, fields: &[(String, String)], changes: &[(&str, &str)]) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &changed(&fields, changes)).await
}

/// The name of a service as everybody reads it.
async fn name_of(house: &House, code: &str) -> String {
    catalogue::service(&house.db.reading(&Caller::anonymous()).await, code).await.unwrap().name().lv.clone()
}

// req: UNI-01, UNI-03
#[tokio::test]
async fn a_template_in_use_changes_after_what_it_changes_was_shown_and_confirmed() {
    let house = House::with_unified().await;
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let tx = house.db.reading(&Caller::engine()).await;
    let family = catalogue::family(&tx, "V102").await.unwrap();
    drop(tx);
    let (name, summary) = (&family.template.text.name, &family.template.text.summary);
    let same = |member: &&catalogue::Member| {
        let own = &member.service.description;
        own.name == *name && own.summary == *summary
    };
    let follow: Vec<String> = family.members.iter().filter(same).map(|member| member.service.code.clone()).collect();
    assert!(!follow.is_empty() && follow.len() < 50, "{follow:?}");

    let path = "/lv/work/templates/V102/edit";
    let typed = platform.get(path).await.inputs(&format!("form[action='{path}']"));
    let change = [("name-lv", "Atļauja būvēt jaunā kārtībā"), ("note", "Īsāk")];
    let asked = send(&platform, path, &typed, &change).await;
    assert_eq!(asked.status, StatusCode::OK);
    let told = asked.text("main");
    let count = format!("mainīs {} aprakst", follow.len());
    assert!(told.contains(&count) && told.contains(&format!("no {} pievienotajiem", family.members.len())), "{told}");
    for code in &follow {
        assert_eq!(asked.count(&format!("#h-services ~ ul a[href='/lv/services/{code}']")), 1, "{code}");
    }
    assert_eq!(asked.count("#h-services ~ ul > li"), follow.len());
    assert!(asked.count(".dv-changes del") > 0 && asked.text(".dv-changes").contains("jaunā kārtībā"), "{told}");
    // Nothing is kept, and going back loses nothing.
    assert_eq!(platform.get(path).await.attribute("#f-name-lv", "value"), name.lv);
    let hidden = asked.inputs(&format!("form[action='{path}']"));
    let back = send(&platform, path, &hidden, &[("back", "yes")]).await;
    assert_eq!((back.status, back.attribute("#f-name-lv", "value")), (StatusCode::OK, change[0].1.to_owned()));
    assert_eq!(back.attribute("#f-note", "value"), "Īsāk");
    assert_eq!(back.count("fieldset"), platform.get(path).await.count("fieldset"), "rows stay as they were");
    // What was confirmed for another text, or for other services, is asked again.
    let seen = asked.attribute("button[name='seen']", "value");
    let other = send(&platform, path, &hidden, &[("seen", "0f3a")]).await;
    assert_eq!((other.status, other.count("button[name='seen']")), (StatusCode::PRECONDITION_FAILED, 1));
    assert!(other.text("main").contains("viss ierakstītais ir paturēts"), "{}", other.text("main"));
    let changed_text = send(&platform, path, &hidden, &[("seen", &seen), ("name-lv", "Pavisam cits")]).await;
    assert_eq!(changed_text.status, StatusCode::PRECONDITION_FAILED);
    let kept = send(&platform, path, &hidden, &[("seen", &seen)]).await;
    assert_eq!(kept.location(), "/lv/work/templates/V102?done=template-saved");
    assert_eq!(platform.get(path).await.attribute("#f-name-lv", "value"), change[0].1);
    // Confirming once more is confirming a text that is not there any more: both are shown.
    let twice = send(&platform, path, &hidden, &[("seen", &seen), ("name-lv", "Vēl cits")]).await;
    assert_eq!(twice.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(
        (twice.attribute("#f-name-lv", "value"), twice.count("button[name='seen']")),
        ("Vēl cits".to_owned(), 0)
    );
    assert!(twice.text("table.dv-data").contains("jaunā kārtībā"), "{}", twice.text("main"));
    let mut tx = house.db.writing(&Caller::engine()).await;
    catalogue::carry_template(&mut tx, family.template.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(name_of(&house, &follow[0]).await, change[0].1);
    // A change of steps alone reaches nobody's description, and says so.
    let typed = platform.get(path).await.inputs(&format!("form[action='{path}']"));
    let steps = send(&platform, path, &typed, &[("steps-0-title-lv", "Cits solis")]).await;
    assert!(steps.text("main").contains("nemainīs nevienu pievienotā"), "{}", steps.text("main"));
    let nobody = send(&platform, "/lv/work/templates/V999/edit", &typed, &[("back", "yes")]).await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

// req: UNI-01
#[tokio::test]
async fn life_situations_of_a_template_are_ticked_in_a_list() {
    let house = House::filled("unified-situations", async |tx| {
        catalogue::install_template_services(tx).await.unwrap();
        catalogue::install_life_situations(tx).await.unwrap();
    })
    .await;
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let boxes = "input[type='checkbox'][name='life_events']";
    let page = platform.get("/lv/work/templates/V101/edit").await;
    assert_eq!((page.count(boxes), page.count("input[type='text'][name='life_events']")), (20, 0));
    assert_eq!(page.count(&format!("{boxes}[value='parenting'][checked]")), 1);
    let typed = [
        ("name-lv", "Suņa reģistrācija"),
        ("client_circle", "any"),
        ("scope", "municipalities"),
        ("life_events", "parenting"),
        ("life_events", "moon"),
    ];
    let wrong = platform.post("/lv/work/templates", &typed).await;
    assert_eq!((wrong.status, wrong.count("#f-life_events-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(wrong.text("#f-life_events-error").contains("moon"), "{}", wrong.text("main"));
    assert_eq!(wrong.count(&format!("{boxes}[checked]")), 2, "what was ticked stays");
    assert_eq!(wrong.attribute("#f-name-lv", "value"), "Suņa reģistrācija");
    let made = platform.post("/lv/work/templates", &typed[..4]).await;
    assert_eq!(made.location(), "/lv/work/templates/V110?done=template-begun");
    let path = "/lv/work/templates/V110/edit";
    let fields = platform.get(path).await.inputs(&format!("form[action='{path}']"));
    assert_eq!(fields.iter().filter(|(name, _)| name == "life_events").count(), 1);
    let late = send(&platform, path, &fields, &[("life_events", "moon")]).await;
    assert_eq!((late.status, late.count("#f-life_events-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let bare: Vec<(String, String)> = fields.into_iter().filter(|(name, _)| name != "life_events").collect();
    assert!(send(&platform, path, &bare, &[]).await.location().ends_with("done=template-saved"));
    assert_eq!(platform.get(path).await.count(&format!("{boxes}[checked]")), 0);
}

// req: UNI-02, UNI-08
#[tokio::test]
async fn a_contact_person_attaches_detaches_and_begins_from_a_template() {
    let house = House::with_unified().await;
    let dace = house.staff("320000-00032", "Dace", Role::ContactPerson).await;
    let page = dace.get("/lv/work/templates/V109").await;
    assert_eq!((page.status, page.count("#f-service option[value='1007']")), (StatusCode::OK, 1));
    let path = "/lv/work/templates/V109/attach";
    let none = dace.post(path, &[("words", "own")]).await;
    assert_eq!((none.status, none.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let wrong = dace.post("/lv/work/templates/V102/attach", &[("service", "1007"), ("words", "own")]).await;
    assert_eq!((wrong.status, wrong.count(".dv-errsum li")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let done = dace.post(path, &[("service", "1007"), ("words", "own"), ("deviation-lv", "Citādi")]).await;
    assert_eq!(done.location(), "/lv/work/templates/V109?done=template-attached");
    let page = dace.get("/lv/work/templates/V109").await;
    assert!(page.text("main").contains("Cits nosaukums"), "{}", page.text("main"));
    assert_eq!(page.count("form[action$='/detach']"), 1, "others' services are theirs");
    let kept = page.text("#h-own ~ p a[href='/lv/work/services/1007']");
    assert!(kept.starts_with("1007 ") && kept.len() > "1007 ".len(), "{}", page.text("main"));
    assert_eq!(dace.get("/lv/work/services/1007").await.status, StatusCode::OK);
    let detached = dace.post("/lv/work/templates/V109/detach", &[("service", "1007")]).await;
    assert_eq!(detached.location(), "/lv/work/templates/V109?done=template-detached");
    let begun = dace.post("/lv/work/templates/V109/create-service", &[]).await;
    let place = begun.location().to_owned();
    assert!(place.starts_with("/lv/work/services/1") && place.ends_with("?done=template-service-begun"), "{place}");
    let twice = dace.post("/lv/work/templates/V109/create-service", &[]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert_eq!(dace.get("/lv/work/templates/V110").await.status, StatusCode::NOT_FOUND);
    assert_eq!(dace.get("/lv/work/templates/%3Cb%3E").await.status, StatusCode::NOT_FOUND);
}

// req: UNI-04, UNI-06
#[tokio::test]
async fn the_platform_sees_the_whole_matrix_and_a_holder_the_own_row() {
    let house = House::with_unified().await;
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let matrix = platform.get("/lv/work/templates/coverage").await;
    assert_eq!(
        (matrix.status, matrix.count(".dv-matrix tbody tr"), matrix.count(".dv-narrow details")),
        (StatusCode::OK, 48, 48)
    );
    assert!(matrix.count(".dv-matrix td[data-cell='missing']") > 100);
    assert!(matrix.count("#alone tbody tr") >= 4);
    assert_eq!(matrix.text("#alone option[value='']"), "Visas iestādes", "the list is not of municipalities alone");
    let csv = platform.get("/lv/work/templates/coverage.csv").await;
    assert!(csv.body.lines().count() == 49 && csv.body.starts_with("\u{feff}holder,name"), "{}", csv.body);
    let one = platform.get("/lv/work/templates/coverage?holder=LV-097").await;
    assert_eq!(one.count("#alone tbody tr"), 1);
    assert_eq!(platform.get("/lv/work/templates/coverage?holder=x").await.status, StatusCode::NOT_FOUND);
    let cesis = municipality(&house, "LV-022").await;
    let contact = house.staff_of(cesis, "320000-00033", "Ilze", Role::ContactPerson).await;
    let own = contact.get("/lv/work/templates/coverage").await;
    assert_eq!((own.count(".dv-matrix tbody tr"), own.count("#alone tbody tr")), (1, 0));
    let template = contact.get("/lv/work/templates/V102").await;
    assert!(template.text("#h-local").contains("Kas jāapraksta"));
}

// req: UNI-04
#[tokio::test]
async fn a_matrix_wider_than_a_page_says_so_and_leads_to_the_rest() {
    let house = House::with_unified().await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    let text = catalogue::template(&tx, "V102").await.unwrap().text;
    for _ in 0..17 {
        let code = catalogue::create_template(&mut tx, (*text).clone()).await.unwrap();
        catalogue::publish_template(&mut tx, &code, 1).await.unwrap();
    }
    tx.commit().await.unwrap();
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let first = platform.get("/lv/work/templates/coverage?holder=LV-097").await;
    assert_eq!(first.count(".dv-matrix thead th"), 1 + 25 + 1);
    assert!(first.text(".ds-alert").contains("tikai daļa paraugu"), "{}", first.text("main"));
    let rest = platform.get(&first.attribute("nav[aria-label='Paraugu lapas'] a[rel=next]", "href")).await;
    assert_eq!((rest.count(".dv-matrix thead th"), rest.count("#alone tbody tr")), (1 + 1 + 1, 1));
    assert!(rest.text("main").contains("Šīs lapas paraugiem pievienoti 0 no"), "{}", rest.text("main"));
    // Whoever chooses another holder below stays at these templates.
    let here = rest.attribute("#alone input[name=templates]", "value");
    let other = platform.get(&format!("/lv/work/templates/coverage?templates={here}&holder=LV-022")).await;
    assert_eq!(other.count(".dv-matrix thead th"), 3);
    let wrong = platform.get("/lv/work/templates/coverage?templates=zz").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let csv = platform.get("/lv/work/templates/coverage.csv").await;
    let head = csv.body.lines().next().unwrap();
    assert!((101..=126).all(|number| head.contains(&format!("V{number} "))), "{head}");
}

// req: UNI-05
#[tokio::test]
async fn similar_services_are_decided_side_by_side() {
    let house = House::with_unified().await;
    catalogue::rebuild_similar(&house.db, |_| ()).await.unwrap();
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let page = platform.get("/lv/work/templates/similar?kind=permit").await;
    assert_eq!(page.status, StatusCode::OK);
    let before = page.count("form[action$='/decide']");
    assert!(before >= 2, "{}", page.text("main"));
    // Each service stands once, whatever is like it.
    let services = page.count("section.dv-panel h2");
    assert!(services <= before && services == page.count("section.dv-panel"), "{}", page.text("main"));
    let value = |name: &str| page.attribute(&format!("form[action$='/decide'] input[name='{name}']"), "value");
    let (service, other) = (value("service"), value("other"));
    let aside = platform.post("/lv/work/templates/similar/decide", &[("service", &service), ("other", &other)]).await;
    assert_eq!(aside.location(), "/lv/work/templates/similar?done=similar-aside");
    let back = platform.get("/lv/work/templates/similar?state=dismissed").await;
    assert_eq!(back.count("section.dv-panel"), 1);
    let attach = platform.get("/lv/work/templates/similar").await;
    let value = |name: &str| attach.attribute(&format!("form[action$='/attach'] input[name='{name}']"), "value");
    let (template, service) = (value("template"), value("service"));
    let fields = [("template", template.as_str()), ("service", service.as_str())];
    let done = platform.post("/lv/work/templates/similar/attach", &fields).await;
    assert_eq!(done.location(), "/lv/work/templates/similar?done=template-attached");
    // Pressed twice, it leads to the template that was begun; of another pair the service that stands in the way is named.
    let make = async |one: &str| {
        platform.post("/lv/work/templates/similar/template", &[("service", "1007"), ("service", one)]).await
    };
    let begun = make("1002").await.location().to_owned();
    assert!(begun.ends_with("?done=template-begun"), "{begun}");
    assert_eq!(make("1002").await.location(), begun.trim_end_matches("?done=template-begun"));
    let other = make("1001").await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(other.text("main").contains("Pakalpojums 1007 jau ir pievienots paraugam"), "{}", other.text("main"));
    let none = platform.post("/lv/work/templates/similar/template", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(platform.get("/lv/work/templates/similar?state=moon").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let contact = house.staff("320000-00032", "Dace", Role::ContactPerson).await;
    assert_eq!(contact.get("/lv/work/templates/similar").await.status, StatusCode::FORBIDDEN);
}
