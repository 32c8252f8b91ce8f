//! Consultations from the panel beside the queue.

use super::house::House;
use http::StatusCode;
use kernel::Role;

// req: CSS-04, REG-08
#[tokio::test]
async fn a_consultation_takes_a_few_keys_counts_once_and_can_be_undone() {
    let house = House::open().await;
    let specialist = house.staff("320000-00012", "Ilze", Role::Specialist).await;
    let page = specialist.get("/lv/work/desk?tab=waiting").await;
    let key = page.attribute("input[name=key]", "value");
    let action = page.attribute(".dv-quick", "action");
    let service = format!("{} Bērna piedzimšanas pabalsts", house.benefit);
    let fields = [
        ("consulted", "phone"),
        ("consultation-service", service.as_str()),
        ("result", "answered"),
        ("note", ""),
        ("key", key.as_str()),
    ];
    let kept = specialist.post(&action, &fields).await;
    assert_eq!(kept.location(), "/lv/work/desk?tab=waiting&done=consultation-registered");
    specialist.post(&action, &fields).await;
    let page = specialist.get(kept.location()).await;
    assert_eq!(page.count("#consultation .dv-list li"), 1, "the same form twice is one consultation");
    assert_eq!(page.attribute("input[name=consulted][checked]", "value"), "phone");
    let undo = page.attribute("form[action*='/undo?']", "action");
    let undone = specialist.post(&undo, &[]).await;
    assert_eq!(undone.location(), "/lv/work/desk?tab=waiting&done=consultation-undone", "the tab one was on");
    assert_eq!(specialist.get("/lv/work/desk").await.count("#consultation .dv-list li"), 0);
    assert_eq!(specialist.post(&undo, &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn another_consultation_from_a_panel_that_was_sent_is_told_and_can_be_sent() {
    let house = House::open().await;
    let officer = house.officer().await;
    let send = async |note: &str, key: &str| {
        let fields = [
            ("consulted", "phone"),
            ("consultation-service", house.benefit.as_str()),
            ("result", "answered"),
            ("note", note),
            ("key", key),
        ];
        officer.post("/lv/work/consultations", &fields).await
    };
    assert_eq!(send("Pirmā", "k").await.status, StatusCode::SEE_OTHER);
    let told = send("Otrā", "k").await;
    assert_eq!((told.status, told.text("#f-note")), (StatusCode::CONFLICT, "Otrā".to_owned()));
    assert!(told.text(".dv-errsum").contains("jau ir nosūtīta ar citu saturu"), "{}", told.text(".dv-errsum"));
    assert_eq!(send("Otrā", &told.attribute("input[name=key]", "value")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(officer.get("/lv/work/desk").await.count("#consultation .dv-list li"), 2);
}

// req: CSS-04
#[tokio::test]
async fn after_half_a_minute_a_consultation_stays() {
    let house = House::open().await;
    let officer = house.officer().await;
    let fields = [("consulted", "centre"), ("consultation-service", house.benefit.as_str()), ("result", "forwarded")];
    officer.post("/lv/work/consultations", &fields).await;
    let undo = officer.get("/lv/work/desk").await.attribute("form[action*='/undo?']", "action");
    house.db.test_clock().advance(chrono::TimeDelta::seconds(31));
    assert_eq!(officer.get("/lv/work/desk").await.count("form[action*='/undo?']"), 0);
    assert_eq!(officer.post(&undo, &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_wrong_consultation_keeps_what_was_typed() {
    let house = House::open().await;
    let officer = house.officer().await;
    let empty = officer.post("/lv/work/consultations?tab=team", &[("note", "Piezīme")]).await;
    assert_eq!((empty.status, empty.text("#f-note")), (StatusCode::UNPROCESSABLE_ENTITY, "Piezīme".to_owned()));
    assert_eq!(empty.attribute("a[hreflang=en]", "href"), "/en/work/desk?tab=team", "the queue in the other language");
    for id in ["f-consulted-error", "f-consultation-service-error", "f-result-error"] {
        assert_eq!(empty.count(&format!("#{id}")), 1, "{id}");
    }
    let told = officer.post("/lv/work/consultations", &[("note", "Zvanīja 320000-00002")]).await;
    let fields = ["consulted", "consultation-service", "result", "note"];
    assert_eq!(told.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 4), "the note too is judged at once");
    for (place, field) in fields.iter().enumerate() {
        let link = format!(".dv-errsum li:nth-child({}) a", place + 1);
        assert_eq!(told.attribute(&link, "href"), format!("#f-{field}"), "in the order of the panel");
    }
    let fields = [("consulted", "phone"), ("consultation-service", "9999"), ("result", "answered")];
    let unknown = officer.post("/lv/work/consultations", &fields).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.attribute("#f-consultation-service", "value"), "9999");
    let long = "x".repeat(2001);
    let fields = [fields[0], ("consultation-service", house.benefit.as_str()), fields[2], ("note", long.as_str())];
    let refused = officer.post("/lv/work/consultations", &fields).await;
    assert_eq!((refused.status, refused.count("#f-note-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
}

#[tokio::test]
async fn services_that_the_words_fit_are_told_apart_by_their_holders() {
    let house = House::open().await;
    super::picking::many(&house).await;
    let fields = [("consulted", "phone"), ("consultation-service", "paraugs dārziņa"), ("result", "answered")];
    for (lang, holder) in [("lv", "Valsts sociālās apdrošināšanas aģentūra"), ("en", "State Social Insurance Agency")]
    {
        let several = house.officer().await.post(&format!("/{lang}/work/consultations"), &fields).await;
        assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
        let first = several.text("[aria-labelledby=h-found-consultation-service] li");
        assert!(first.ends_with(&format!("· {holder}")), "{first}");
    }
}
