//! Internal rules and own indicators as people see them.

use super::house::{House, changed};
use http::StatusCode;
use kernel::{Locale, Role};

const POINT: &str = "/lv/work/norms/20.1";
const SATISFACTION: &str = "/lv/work/norms/satisfaction";

/// A right statement with some fields replaced.
fn statement<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let right = [
        ("revision", "0"),
        ("state", "in-force"),
        ("title", "Klientu <apkalpošanas> noteikumi"),
        ("number", "1-2/3"),
        ("document_from", "02.01.2024."),
        ("link", "https://www.example.lv/noteikumi"),
        ("note", "Par kļūdu atvainojas."),
        ("valid_from", "2025-01-01"),
    ];
    changed(&right, changes)
}

// req: CAT-34
#[tokio::test]
async fn a_contact_person_states_a_rule_and_wrong_input_stays_as_typed() {
    let house = House::open().await;
    let dace = house.dace().await;
    let empty = dace.get("/lv/work/norms").await;
    assert_eq!((empty.status, empty.count("tbody tr")), (StatusCode::OK, 8));
    assert!(empty.text("main").contains("No 8 prasībām spēkā: 0.") && empty.text("main").contains("Neviens mērījums"));
    assert_eq!(empty.count(".dv-nav a[href='/lv/work/norms'][aria-current=page]"), 1);

    let wrong = statement(&[("state", ""), ("document_from", "vakar"), ("link", "noteikumi"), ("valid_from", "")]);
    let page = dace.post(POINT, &wrong).await;
    assert_eq!(page.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 4));
    let order = ["#f-state", "#f-document_from", "#f-link", "#f-valid_from"];
    for (place, id) in order.into_iter().enumerate() {
        assert_eq!(page.attribute(&format!(".dv-errsum li:nth-child({}) a", place + 1), "href"), id);
    }
    assert_eq!(page.attribute("#f-document_from", "value"), "vakar");
    assert_eq!(page.attribute("#f-title", "value"), "Klientu <apkalpošanas> noteikumi");
    let untitled = dace.post(POINT, &statement(&[("title", " ")])).await;
    assert_eq!(untitled.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));

    let kept = dace.post(POINT, &statement(&[])).await;
    assert_eq!(kept.location(), "/lv/work/norms?done=norm-stated");
    let list = dace.get("/lv/work/norms").await;
    assert!(list.text("main").contains("No 8 prasībām spēkā: 1."), "{}", list.text("main"));
    assert_eq!(list.attribute("tbody td a", "href"), "https://www.example.lv/noteikumi");
    let late = dace.post(POINT, &statement(&[("note", "Mans teksts")])).await;
    assert_eq!((late.status, late.text("#f-note")), (StatusCode::PRECONDITION_FAILED, "Mans teksts".to_owned()));
    let revision = late.attribute("input[name=revision]", "value");
    let next = dace.post(POINT, &statement(&[("revision", &revision), ("state", "not-yet"), ("title", "")])).await;
    assert_eq!(next.status, StatusCode::SEE_OTHER, "{}", next.text("main"));
    let history = dace.get(POINT).await;
    assert_eq!(history.count("#h-history + div tbody tr"), 2);
    assert!(history.text("#h-history + div").contains("Dace Izdomāts"));
    assert!(dace.get("/en/work/norms/20.1").await.text("main").contains("Not yet"));
    for missing in ["/lv/work/norms/20.9", "/lv/work/norms/27"] {
        assert_eq!(dace.get(missing).await.status, StatusCode::NOT_FOUND);
        assert_eq!(dace.post(missing, &statement(&[])).await.status, StatusCode::NOT_FOUND);
    }
}

// req: CAT-34
#[tokio::test]
async fn measurements_are_stated_and_told_when_late() {
    let house = House::open().await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let wrong = [("revision", "0"), ("ended_on", "31.12.2099."), ("published_on", "x"), ("link", "x")];
    let page = administrator.post(SATISFACTION, &wrong).await;
    assert_eq!(page.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(page.attribute("#f-published_on", "value"), "x");
    let old = [("revision", "0"), ("ended_on", "31.05.2021."), ("published_on", ""), ("link", "")];
    let kept = administrator.post(SATISFACTION, &old).await;
    assert_eq!(kept.location(), "/lv/work/norms?done=measurement-stated");
    let late = administrator.get("/lv/work/norms").await;
    assert!(late.text("main").contains("Mērījums bija jāpabeidz līdz 31.05.2024."), "{}", late.text("main"));
    assert_eq!(administrator.post(SATISFACTION, &old).await.status, StatusCode::PRECONDITION_FAILED);

    let platform = house.staff("320000-00022", "Juris", Role::PlatformAdministrator).await;
    let oversight = platform.get("/lv/work/oversight?kind=state_institution").await;
    let link = format!("a[href='/lv/work/norms?holder={}']", house.vsaa);
    assert!(oversight.text(&link).starts_with("0 no 8"), "{}", oversight.text(&link));
    assert!(oversight.text("tbody").contains("31.05.2021. Nokavēts"), "{}", oversight.text("tbody"));
    let csv = platform.get("/lv/work/oversight.csv").await.body;
    assert!(csv.lines().next().unwrap().contains(",norms_stated,norms_in_force,satisfaction_measured,satisfaction,"));
    let vsaa = csv.lines().find(|line| line.starts_with("VSAA,")).unwrap();
    assert!(vsaa.ends_with(",0,0,2021-05-31,measure-late,0,0,"), "{vsaa}");
    let other = csv.lines().find(|line| line.starts_with("NVA,")).unwrap();
    assert!(other.ends_with(",0,0,,never-stated,0,0,"), "{other}");
}

// req: CAT-34
#[tokio::test]
async fn overseers_read_the_rules_of_any_institution_on_any_day_and_others_none() {
    let house = House::open().await;
    house.dace().await.post(POINT, &statement(&[])).await;
    let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
    let of = |path: &str| format!("{path}?holder={}", house.vsaa);
    let list = auditor.get(&of("/lv/work/norms")).await;
    assert_eq!(list.attribute("tbody th a", "href"), of(POINT));
    let one = auditor.get(&of(POINT)).await;
    assert_eq!((one.status, one.count("main form"), one.count("tbody tr")), (StatusCode::OK, 0, 1));
    assert_eq!(auditor.get(&of(SATISFACTION)).await.count("main form"), 0);
    let before = auditor.get(&format!("{}&on=01.01.2026.", of("/lv/work/norms"))).await;
    assert!(before.text("main").contains("Tā bija norādīts 01.01.2026."), "{}", before.text("main"));
    assert!(before.text("main").contains("No 8 prasībām spēkā: 0."));
    let wrong = auditor.get(&format!("{}&on=rit", of("/lv/work/norms"))).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(wrong.attribute("#f-on", "value"), "rit");
    for path in ["/lv/work/norms", POINT, SATISFACTION] {
        assert_eq!(auditor.get(path).await.location(), "/lv/work/oversight");
        assert_eq!(auditor.get(&format!("{path}?holder=x")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(auditor.post(POINT, &statement(&[])).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.officer().await.get("/lv/work/norms").await.status, StatusCode::FORBIDDEN);
}

// req: CAT-29
#[tokio::test]
async fn a_contact_person_sets_an_indicator_and_records_values() {
    let house = House::open().await;
    let dace = house.dace().await;
    let new = "/lv/work/indicators/own/new";
    let right = [
        ("service", house.benefit.as_str()),
        ("channel", "phone"),
        ("stage", "request"),
        ("name_lv", "Gaidīšana <pa tālruni>"),
        ("name_en", "Waiting"),
        ("unit_lv", "min"),
        ("better", "lower"),
        ("wanted", "5"),
    ];
    let with = |changes: &[(&'static str, &'static str)]| changed(&right, changes);
    let wrong = with(&[("service", ""), ("stage", "x"), ("name_en", ""), ("better", ""), ("wanted", "daudz")]);
    let page = dace.post(new, &wrong).await;
    assert_eq!(page.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 5));
    assert_eq!(page.attribute("#f-wanted", "value"), "daudz");
    assert_eq!(page.attribute("#f-name_lv", "value"), "Gaidīšana <pa tālruni>");
    let elsewhere = dace.post(new, &with(&[("stage", "receipt")])).await;
    assert_eq!((elsewhere.refused(), elsewhere.count("#f-channel-error")), ((StatusCode::UNPROCESSABLE_ENTITY, 1), 1));
    let strange = dace.post(new, &with(&[("service", "9999")])).await;
    assert_eq!((strange.status, strange.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let set = dace.post(new, &right).await;
    let here = format!("/lv/work/indicators/own/{}-R1", house.benefit);
    assert_eq!(set.location(), format!("{here}?done=own-set"));

    let values = format!("{here}/values");
    let wrong = dace.post(&values, &[("month", "2099-01"), ("value", "daudz")]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
    assert_eq!((wrong.attribute("#f-month", "value"), wrong.count("#f-month-error")), ("2099-01".to_owned(), 1));
    for value in ["6,5", "4,25"] {
        let kept = dace.post(&values, &[("month", "2026-10"), ("value", value)]).await;
        assert_eq!(kept.location(), format!("{here}?done=own-recorded"));
    }
    let page = dace.get(&here).await;
    assert_eq!(page.count("#h-values + div tbody tr"), 1);
    assert!(page.text("#h-values + div").contains("4,25 min Sasniegts"), "{}", page.text("#h-values + div"));

    let officer = house.officer().await;
    let shown = officer.get("/lv/work/indicators").await;
    let text = shown.text("section[aria-labelledby=h-own]");
    assert!(text.contains("ne vairāk kā 5 min 2026-10: 4,25 min Sasniegts"), "{text}");
    assert_eq!(shown.count("a[href='/lv/work/indicators/own']"), 0);
    assert_eq!(dace.get("/en/work/indicators").await.count("a[href='/en/work/indicators/own']"), 1);
    let csv = officer.get("/lv/work/indicators.csv").await.body;
    let line = format!("{}-R1,electronic", house.benefit);
    assert!(!csv.contains(&line) && csv.contains("-R1,phone,request,Gaidīšana <pa tālruni>,min,4.25,5,lower"), "{csv}");
    assert_eq!(officer.get("/lv/work/indicators/own").await.status, StatusCode::FORBIDDEN);

    let change = [&right[3..], &[("revision", "1"), ("closed", "true")]].concat();
    assert!(dace.post(&here, &change).await.location().ends_with("done=own-changed"));
    let stale = dace.post(&here, &[&change[..], &[("unit_en", "m")]].concat()).await;
    assert_eq!(
        (stale.status, stale.attribute("#f-unit_en", "value")),
        (StatusCode::PRECONDITION_FAILED, "m".to_owned())
    );
    assert_eq!(dace.get(&here).await.count("form[action$='/values']"), 0);
    assert_eq!(dace.get("/lv/work/indicators/own/9999-R1").await.status, StatusCode::NOT_FOUND);
}

// req: CAT-29
#[tokio::test]
async fn many_values_come_by_table_all_or_none() {
    let house = House::open().await;
    let dace = house.dace().await;
    let right = [
        ("service", house.benefit.as_str()),
        ("channel", "electronic"),
        ("stage", "receipt"),
        ("name_lv", "Klientu skaits"),
        ("name_en", "Clients"),
        ("unit_lv", "klienti"),
        ("better", "higher"),
        ("wanted", "10"),
    ];
    dace.post("/lv/work/indicators/own/new", &right).await;
    let (path, code) = ("/lv/work/indicators/own/values", format!("{}-R1", house.benefit));
    let bad = format!("{code};2026-10;8\n{code};2099-01;daudz");
    let page = dace.post(path, &[("values", &bad)]).await;
    assert_eq!(page.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 2));
    assert!(page.text(".dv-errsum").contains("2099-01, daudz”: Tas nav skaitlis"), "{}", page.text(".dv-errsum"));
    assert!(page.text("#f-values").contains("2099-01;daudz") && !page.text("table").contains("2026-10"));
    let half = dace.post(path, &[("values", "tikai")]).await;
    assert!(half.text(".dv-errsum").contains("1. rindā jābūt trim daļām"), "{}", half.text(".dv-errsum"));
    assert_eq!(dace.post(path, &[("values", " ")]).await.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let good = format!("{code};2026-09;8\r\n{code};2026-10;12");
    assert!(dace.post(path, &[("values", &good)]).await.location().ends_with("own?done=own-many-recorded"));
    let list = dace.get("/lv/work/indicators/own").await;
    assert!(list.text("tbody").contains("2026-10: 12 klienti Sasniegts 2026-09: 8 klienti"), "{}", list.text("tbody"));
    let other = house.staff("320000-00021", "Ilze", Role::InstitutionAdministrator).await;
    assert_eq!(other.post(path, &[("values", &good)]).await.status, StatusCode::FORBIDDEN);
}

// req: CAT-29
#[tokio::test]
async fn many_indicators_have_pages_and_none_is_left_out() {
    let house = House::open().await;
    let dace = house.dace().await;
    let right = [
        ("service", house.benefit.as_str()),
        ("channel", "phone"),
        ("stage", "request"),
        ("name_lv", "Gaidīšana"),
        ("name_en", "Waiting"),
        ("unit_lv", "min"),
        ("better", "lower"),
        ("wanted", "5"),
    ];
    let mut table = Vec::new();
    for number in 1..=26 {
        assert_eq!(dace.post("/lv/work/indicators/own/new", &right).await.status, StatusCode::SEE_OTHER);
        table.extend(["2026-09", "2026-10"].map(|month| format!("{}-R{number};{month};{number}", house.benefit)));
    }
    let kept = dace.post("/lv/work/indicators/own/values", &[("values", &table.join("\n"))]).await;
    assert!(kept.location().ends_with("own?done=own-many-recorded"));
    let section = "section[aria-labelledby=h-own]";
    for (path, place) in [("/lv/work/indicators/own", "main"), ("/lv/work/indicators?months=3", section)] {
        let first = dace.get(path).await;
        assert_eq!(first.count(&format!("{place} tbody tr")), 25, "{path}");
        let rest = dace.get(&first.attribute(&format!("{place} a[rel=next]"), "href")).await;
        let text = rest.text(&format!("{place} tbody"));
        assert!(
            text.contains("-R26") && text.contains("2026-10: 26 min") && text.contains("2026-09: 26 min"),
            "{text}"
        );
        assert_eq!((rest.count(&format!("{place} tbody tr")), rest.count(&format!("{place} a[rel=next]"))), (1, 0));
    }
    let wrong = dace.get("/lv/work/indicators?own=zz").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn every_state_and_stage_has_its_words() {
    let catalog = i18n::Catalog::load().unwrap();
    let mut keys: Vec<String> = ["in-force", "not-yet", "not-stated"].map(|word| format!("norms-state-{word}")).into();
    let due = ["never-stated", "in-time", "to-publish", "publish-late", "measure-late"];
    keys.extend(due.map(|word| format!("norms-due-{word}")));
    keys.extend(indicators::OwnStage::ALL.iter().map(|stage| format!("own-stage-{}", stage.as_str())));
    keys.extend(indicators::Better::ALL.iter().map(|better| format!("own-better-{}", better.as_str())));
    for item in institutions::norm_items().unwrap() {
        keys.push(format!("norms-group-{}", item.point.split('.').next().unwrap()));
    }
    for key in keys {
        for locale in Locale::ALL {
            assert!(catalog.has(locale, &key), "{locale} {key}");
        }
    }
}
