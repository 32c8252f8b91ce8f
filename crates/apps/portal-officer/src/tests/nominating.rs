//! Services that somebody wants to be e-services, at the workplace.

use super::house::{Browser, House};
use http::StatusCode;
use jobs::{Reader, run_reader};
use kernel::{Caller, Locale, Role};
use std::sync::Arc;

const REASON: &str = "Klienti no reģioniem <brauc> uz Rīgu.";

/// The workplace with the register judged, Dace of VSAA and Juris of the ministry.
async fn house() -> (House, Browser, Browser) {
    let house = House::open().await;
    let reader: Arc<dyn Reader> = Arc::new(catalogue::QualityReader);
    run_reader(&house.db, &reader).await.unwrap();
    let dace = house.staff("320000-00020", "Dace", Role::ContactPerson).await;
    let juris = of(&house, "VARAM", "320000-00022", "Juris", Role::PlatformAdministrator).await;
    (house, dace, juris)
}

async fn of(house: &House, institution: &str, code: &str, name: &str, role: Role) -> Browser {
    let found = institutions::by_code(&house.db.reading(&Caller::engine()).await, institution).await.unwrap();
    house.staff_of(found.unwrap().id, code, name, role).await
}

/// The address of a new nomination, without what was done.
async fn nominated(who: &Browser, service: &str, criterion: &str) -> String {
    let fields = [("service", service), ("criteria", criterion), ("criteria", "equality"), ("reason", REASON)];
    let made = who.post("/lv/work/candidates", &fields).await;
    made.location().strip_suffix("?done=nomination-made").unwrap().to_owned()
}

// req: CAT-27
#[tokio::test]
async fn the_holder_and_the_ministry_nominate_and_the_list_says_who_when_and_why() {
    let (house, dace, juris) = house().await;
    let list = "/lv/work/candidates";
    assert_eq!(dace.get(&format!("{list}/new?service=1009")).await.attribute("option[selected]", "value"), "1009");
    let path = nominated(&dace, "1009", "access").await;
    let second = nominated(&juris, "1010", "burden").await;
    let page = juris.get(list).await;
    assert_eq!(page.count("tbody tr"), 2, "{}", page.text("main"));
    let row = page.text("tbody tr");
    for told in ["1009", "Valsts sociālās apdrošināšanas aģentūra", "23.11.2026", "Pieejamība", "vienlīdzība", REASON]
    {
        assert!(row.contains(told), "{told} in {row}");
    }
    let narrowed = juris.get(&format!("{list}?criterion=burden")).await;
    assert!(narrowed.count("tbody tr") == 1 && narrowed.text("tbody tr").contains("1010"));
    assert_eq!(juris.get(&format!("{list}?criterion=many-cases")).await.count("tbody tr"), 0);
    assert_eq!(juris.get(&format!("{list}?criterion=x")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let csv = juris.get("/en/work/candidates.csv?criterion=access").await.body;
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines.len() == 2 && lines[0].ends_with(",nominated_by,nominated_on,nominated_criteria,nomination_reasons"));
    assert!(lines[1].contains(",2026-11-23,access equality,Klienti no reģioniem <brauc> uz Rīgu."), "{}", lines[1]);

    // Those of the own institution only, for its contact person; auditors read.
    assert_eq!(dace.get(list).await.count("tbody tr"), 2);
    let nva = of(&house, "NVA", "320000-00030", "Aija", Role::ContactPerson).await;
    assert_eq!(nva.get(list).await.count("tbody tr"), 0);
    assert_eq!(nva.get(&path).await.status, StatusCode::NOT_FOUND);
    let inese = of(&house, "VARAM", "320000-00015", "Inese", Role::Auditor).await;
    let seen = inese.get(&second).await;
    assert!(seen.body.contains("Juris Izdomāts") && seen.count("form[action$='/withdraw']") == 0);
    assert_eq!(inese.get(list).await.count("a[href$='/candidates/new']"), 0);
    for who in [&inese, &house.officer().await] {
        assert_eq!(who.post(list, &[("service", "1009")]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(house.officer().await.get(list).await.status, StatusCode::FORBIDDEN);
}

// req: CAT-27
#[tokio::test]
async fn wrong_nominations_are_shown_again_with_what_was_typed() {
    let (_house, dace, _) = house().await;
    let list = "/lv/work/candidates";
    let nothing = dace.post(list, &[("reason", "<īss>")]).await;
    assert_eq!(nothing.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(nothing.text("#f-reason"), "<īss>");
    let ticked = dace.post(list, &[("criteria", "process"), ("reason", REASON)]).await;
    assert_eq!((ticked.count("#f-service-error"), ticked.count("input[value='process'][checked]")), (1, 1));
    let counted = [("service", "1009"), ("criteria", "many-cases"), ("reason", REASON)];
    assert_eq!(dace.post(list, &counted).await.count("#f-criteria-error"), 1);
    let online = [("service", "1007"), ("criteria", "access"), ("reason", REASON)];
    let refused = dace.post(list, &online).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text(".dv-errsum").contains("jau var pieprasīt tiešsaistē"), "{}", refused.text(".dv-errsum"));
    // A service of another holder is a wrong choice.
    let foreign = [("service", "1002"), ("criteria", "access"), ("reason", REASON)];
    let refused = dace.post(list, &foreign).await;
    assert_eq!((refused.status, refused.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    nominated(&dace, "1009", "access").await;
    let twice = [("service", "1009"), ("criteria", "burden"), ("reason", REASON)];
    assert_eq!(dace.post(list, &twice).await.status, StatusCode::CONFLICT);
}

// req: CAT-27
#[tokio::test]
async fn a_nomination_is_withdrawn_with_a_reason_that_can_be_read_afterwards() {
    let (_house, dace, juris) = house().await;
    let path = nominated(&juris, "1009", "access").await;
    assert_eq!(dace.get(&path).await.count("form[action$='/withdraw']"), 0, "the ministry's own");
    let end = format!("{path}/withdraw");
    assert_eq!(dace.post(&end, &[("reason", REASON)]).await.status, StatusCode::FORBIDDEN);
    let short = juris.post(&end, &[("reason", "Nē")]).await;
    assert_eq!((short.status, short.count("#f-reason-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(short.text("#f-reason"), "Nē");
    let done = juris.post(&end, &[("reason", "Risinājums ir pārāk dārgs.")]).await;
    assert_eq!(done.location(), format!("{path}?done=nomination-withdrawn"));
    assert_eq!(juris.post(&end, &[("reason", "Risinājums ir pārāk dārgs.")]).await.status, StatusCode::CONFLICT);
    assert_eq!(juris.get("/lv/work/candidates").await.count("tbody tr"), 0);
    let kept = juris.get("/lv/work/candidates/withdrawn").await;
    assert!(kept.text("tbody").contains("Risinājums ir pārāk dārgs."), "{}", kept.text("main"));
    assert_eq!(dace.get("/lv/work/candidates/withdrawn").await.count("tbody tr"), 1);
    assert!(dace.get(&path).await.text("main").contains("Pieteikums ir atsaukts"));
    assert_eq!(juris.get("/lv/work/candidates/zzz").await.status, StatusCode::NOT_FOUND);
}

/// Words that are put together at run time.
// req: CAT-27
#[test]
fn every_criterion_has_a_word() {
    let catalog = i18n::Catalog::load().unwrap();
    let criteria = indicators::Criterion::ALL.iter().map(|one| format!("work-criterion-{}", one.as_str()));
    let done = ["done-nomination-made", "done-nomination-withdrawn"].map(str::to_owned);
    for key in criteria.chain(done) {
        assert!(Locale::ALL.iter().all(|locale| catalog.has(*locale, &key)), "{key}");
    }
}
