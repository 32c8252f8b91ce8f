//! Requests that came to the institution another way, from the form to the case.

use super::house::{ANNAS_CODE, Browser, House, changed};
use catalogue::ServiceFilter;
use http::StatusCode;
use kernel::{Caller, PageRequest, Role};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A service of VSAA that has no form here.
async fn without_form(house: &House) -> String {
    let tx = house.db.reading(&Caller::engine()).await;
    let filter = ServiceFilter { holder: Some(house.vsaa), ..ServiceFilter::default() };
    let page = catalogue::list_services(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    page.items.into_iter().find(|item| item.form_key.is_none()).unwrap().code
}

/// A service of another institution.
async fn foreign(house: &House) -> String {
    let tx = house.db.reading(&Caller::engine()).await;
    let page = catalogue::list_services(&tx, &ServiceFilter::default(), &PageRequest::first(100)).await.unwrap();
    page.items.into_iter().find(|item| item.holder != house.vsaa).unwrap().code
}

async fn specialist(house: &House) -> Browser {
    house.staff("320000-00012", "Ilze", Role::Specialist).await
}

/// Anna's letter.
fn letter(service: &str) -> Vec<(&str, &str)> {
    vec![
        ("service", service),
        ("channel", "post"),
        ("received", "12.11.2026"),
        ("client", "person"),
        ("personal_code", ANNAS_CODE),
        ("family_name", "bērziņa"),
        ("registration_number", ""),
        ("note", "Lūdz atbildi pa pastu."),
        ("key", "k"),
    ]
}

// req: CSS-03, EFR-24, REG-01, CEN-01, PRF-03
#[tokio::test]
async fn a_letter_becomes_a_case_in_the_queue_with_its_scan() {
    let house = House::open().await;
    let specialist = specialist(&house).await;
    let service = without_form(&house).await;
    let desk = specialist.get("/lv/work/desk").await;
    assert_eq!(desk.attribute("a[href$='/work/cases/new']", "href"), "/lv/work/cases/new");
    let page = specialist.get(&format!("/lv/work/cases/new?service={service}")).await;
    assert_eq!(page.attribute("#f-service option[selected]", "value"), service);
    assert_eq!(page.attribute("#f-received", "value"), "23.11.2026", "today, unless another day is typed");
    let action = page.attribute("main form", "action");

    let kept = specialist.upload(&action, &letter(&service), ("iesniegums.pdf", PDF)).await;
    assert_eq!(kept.location(), format!("/lv/work/cases/{service}-1?done=case-registered"));
    let again = specialist.upload(&action, &letter(&service), ("iesniegums.pdf", PDF)).await;
    assert_eq!(again.location(), kept.location(), "the same form twice is one request");
    assert_eq!(house.views().await.len(), 0, "registering shows nobody's data");

    let case = specialist.get(kept.location()).await;
    assert_eq!(case.text("#h-client"), "Anna Bērziņa");
    assert!(case.text("main").contains("Iesniegums reģistrēts iestādē; atbildes nav ievadītas."));
    assert!(case.text("main").contains("Lūdz atbildi pa pastu.") && case.text("main").contains("iesniegums.pdf"));
    assert_eq!(case.count("#h-answers"), 0, "there is one word about the answers that are not there");
    let course = case.text("section[aria-labelledby=h-course]");
    assert!(course.contains("12.11.2026.") && !course.contains("plkst."), "no hour that nobody knows: {course}");
    assert!(specialist.get("/en/work/cases/new").await.text("h1").contains("Register a received application"));
    let english = specialist.get(&format!("/en/work/cases/{service}-1")).await;
    assert!(
        english.text("main").contains("The application was registered by the institution; no answers were entered.")
    );
    assert_eq!(house.views().await.len(), 2, "each opening is on Anna's record");

    let officer = house.officer().await;
    let taken = officer.post("/lv/work/desk/next", &[]).await;
    assert_eq!(taken.location(), format!("/lv/work/cases/{service}-1?done=case-taken"));
    let page = officer.get(taken.location()).await;
    assert_eq!((page.count("form[action$='/ask']"), page.count("form[action$='/decide']")), (1, 1));
}

// req: REG-04
#[tokio::test]
async fn a_call_of_somebody_unknown_is_a_case_without_a_client() {
    let house = House::open().await;
    let officer = house.officer().await;
    let fields = letter(&house.benefit);
    let fields = changed(&fields, &[("client", "unknown"), ("channel", "phone"), ("received", ""), ("note", "")]);
    let kept = officer.post("/lv/work/cases", &fields).await;
    let page = officer.get(kept.location()).await;
    assert_eq!(page.text("#h-client"), "Klients nav zināms");
    assert!(page.text("#client").contains("tāpēc skatījums nav jāreģistrē"));
    officer.post("/lv/work/desk/next", &[]).await;
    let taken = officer.get(kept.location()).await;
    assert_eq!(taken.count("form[action$='/decide'] input[type=file]"), 0, "there is nobody to keep a file for");
    assert!(taken.text("#f-question-hint").contains("portālā neredzēs"), "{}", taken.text("#f-question-hint"));
    let refused =
        officer.upload("/lv/work/cases", &changed(&fields, &[("key", "other")]), ("iesniegums.pdf", PDF)).await;
    assert_eq!((refused.refused(), refused.count("#f-file-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));
}

#[tokio::test]
async fn wrong_input_is_told_at_once_and_stays_as_it_was_typed() {
    let house = House::open().await;
    let officer = house.officer().await;
    let service = foreign(&house).await;
    let wrong = [
        ("channel", ""),
        ("received", "rīt"),
        ("personal_code", "32"),
        ("family_name", ""),
        ("note", "Kods 320000-00002"),
    ];
    let fields = letter("nav tāda");
    for (lang, words) in [("lv", "Ierakstiet klienta uzvārdu"), ("en", "Write the family name of the client")] {
        let path = format!("/{lang}/work/cases");
        let refused = officer.upload(&path, &changed(&fields, &wrong), ("piezīmes.exe", b"MZ".as_slice())).await;
        assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 7), "{}", refused.text(".dv-errsum"));
        for field in ["service", "channel", "received", "personal_code", "family_name", "note", "file"] {
            assert_eq!(refused.count(&format!("#f-{field}-error")), 1, "{field}");
        }
        assert!(refused.text(".dv-errsum").contains(words));
        assert_eq!(refused.attribute("input[name=received]", "value"), "rīt");
        assert_eq!(refused.attribute("input[name=personal_code]", "value"), "32");
        assert_eq!(refused.attribute("input[name=client][checked]", "value"), "person");
        assert_eq!(refused.attribute("input[name=key]", "value"), "k");
        assert_eq!(refused.text("textarea[name=note]"), "Kods 320000-00002");
    }
    for (changes, field) in [
        (("service", service.as_str()), "service"),
        (("family_name", "Cita"), "personal_code"),
        (("client", ""), "client"),
        (("received", "24.11.2026"), "received"),
        (("received", "01.01.2026"), "received"),
    ] {
        let fields = letter(&house.benefit);
        let refused = officer.post("/lv/work/cases", &changed(&fields, &[changes])).await;
        assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{changes:?}");
        assert_eq!(refused.count(&format!("#f-{field}-error")), 1, "{changes:?}");
    }
    let changes = [("received", "24.11.2026"), ("family_name", ""), ("note", "Kods 320000-00002")];
    let fields = letter(&house.benefit);
    let refused =
        officer.upload("/lv/work/cases", &changed(&fields, &changes), ("piezīmes.exe", b"MZ".as_slice())).await;
    for (place, field) in ["received", "family_name", "note", "file"].iter().enumerate() {
        let link = format!(".dv-errsum li:nth-child({}) a", place + 1);
        assert_eq!(refused.attribute(&link, "href"), format!("#f-{field}"), "in the order of the form");
    }
    assert_eq!(officer.get("/lv/work/desk?tab=team").await.count("tr[data-row]"), 0, "nothing was kept");
}

#[tokio::test]
async fn another_request_from_a_form_that_was_sent_is_told_and_can_be_sent() {
    let house = House::open().await;
    let officer = house.officer().await;
    let fields = letter(&house.benefit);
    assert_eq!(officer.post("/lv/work/cases", &fields).await.status, StatusCode::SEE_OTHER);
    let other = changed(&fields, &[("note", "Otra vēstule")]);
    for (lang, words) in [("lv", "jau ir nosūtīta ar citu saturu"), ("en", "was already sent with other content")] {
        let told = officer.post(&format!("/{lang}/work/cases"), &other).await;
        assert_eq!((told.status, told.text("textarea[name=note]")), (StatusCode::CONFLICT, "Otra vēstule".to_owned()));
        assert!(told.text(".dv-errsum").contains(words), "{}", told.text(".dv-errsum"));
        let key = told.attribute("main input[name=key]", "value");
        let kept = officer.post("/lv/work/cases", &changed(&other, &[("key", key.as_str())])).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "with the key of that page it is another request");
    }
    assert_eq!(officer.get("/lv/work/desk?tab=team").await.count("tr[data-row]"), 3);
}

// req: A11-01
#[tokio::test]
async fn a_scan_that_a_refused_form_lost_is_to_be_chosen_again() {
    let house = House::open().await;
    let officer = house.officer().await;
    let fields = changed(&letter(&house.benefit), &[("channel", "")]);
    for (lang, words) in [("lv", "„vēstule.pdf” vēlreiz"), ("en", "“vēstule.pdf” again")] {
        let refused = officer.upload(&format!("/{lang}/work/cases"), &fields, ("vēstule.pdf", PDF)).await;
        assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2), "{}", refused.text(".dv-errsum"));
        assert!(refused.text("#f-file-error").contains(words), "{}", refused.text("#f-file-error"));
    }
    let refused = officer.post("/lv/work/cases", &fields).await;
    assert_eq!(refused.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1), "where no file was chosen, none is asked for");
}

// req: AUD-03
#[tokio::test]
async fn others_find_no_door_to_the_register() {
    let house = House::open().await;
    let dace = house.dace().await;
    assert_eq!(dace.get("/lv/work/cases/new").await.status, StatusCode::FORBIDDEN);
    let refused = dace.post("/lv/work/cases", &letter(&house.benefit)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let tx = house.db.reading(&Caller::engine()).await;
    let ministry = institutions::by_code(&tx, "VARAM").await.unwrap().unwrap().id;
    drop(tx);
    let ilze = house.staff_of(ministry, "320000-00013", "Ilze", Role::Specialist).await;
    assert_eq!(ilze.get("/lv/work/desk").await.count("a[href$='/work/cases/new']"), 0);
    let refused = ilze.post("/lv/work/cases", &changed(&letter(&house.benefit), &[("channel", "centre")])).await;
    assert_eq!((refused.refused(), refused.count("#f-service-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));
}

// req: CSS-03, CSS-09, AUD-03, PRF-03
#[tokio::test]
async fn a_centre_hands_on_what_came_to_it_and_goes_on_with_the_next() {
    let house = House::open().await;
    let tx = house.db.reading(&Caller::engine()).await;
    let centre = institutions::by_code(&tx, "VPVKAC-CESIS").await.unwrap().unwrap().id;
    drop(tx);
    let liga = house.staff_of(centre, "320000-00014", "Līga", Role::Specialist).await;
    assert_eq!(liga.get("/lv/work/desk").await.count("a[href$='/work/cases/new']"), 1);
    let empty = liga.get("/lv/work/cases/new").await;
    assert_eq!(empty.attribute("input[name=channel][checked]", "value"), "centre", "its own channel is chosen");
    let post = liga.post("/lv/work/cases", &letter(&house.benefit)).await;
    assert_eq!((post.refused(), post.count("#f-channel-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));

    let fields = changed(&letter(&house.benefit), &[("channel", "centre")]);
    let kept = liga.post("/lv/work/cases", &fields).await;
    let place = format!("/lv/work/cases/new?registered={}-1", house.benefit);
    assert_eq!(kept.location(), place);
    assert_eq!(liga.post("/lv/work/cases", &fields).await.location(), place, "the same form twice is one request");
    for (lang, words) in
        [("lv", "izskata Valsts sociālās apdrošināšanas aģentūra"), ("en", "Tell the client the number")]
    {
        let page = liga.get(&place.replacen("/lv/", &format!("/{lang}/"), 1)).await;
        assert!(page.text("main").contains(words) && page.text("main").contains(&format!("{} 1", house.benefit)));
        assert_eq!(page.attribute("#f-personal_code", "value"), "", "nothing of the last client is left");
    }
    let case = format!("/lv/work/cases/{}-1", house.benefit);
    assert_eq!(liga.get(&case).await.status, StatusCode::NOT_FOUND, "it is not the case of the centre");
    assert_eq!(house.views().await.len(), 0);
    let other = house.staff_of(centre, "320000-00015", "Ieva", Role::Specialist).await;
    for number in [format!("{}-1", house.benefit), "x".to_owned(), "1-1".to_owned()] {
        let page = other.get(&format!("/lv/work/cases/new?registered={number}")).await;
        assert_eq!((page.status, page.count("main .ds-alert")), (StatusCode::OK, 0), "{number}");
    }
    let officer = house.officer().await;
    let taken = officer.post("/lv/work/desk/next", &[]).await;
    assert_eq!(taken.location(), format!("{case}?done=case-taken"), "VSAA has it");
}
