//! Services and institutions chosen in forms and for the queue among more than a list can hold.

use super::house::{House, Page, changed};
use super::picking::many;
use http::StatusCode;
use kernel::{Caller, LangText, Role};

// req: CSS-04
#[tokio::test]
async fn a_consultation_names_any_service_by_code_or_words() {
    let house = House::open().await;
    let last = many(&house).await;
    let specialist = house.staff("320000-00012", "Ilze", Role::Specialist).await;
    for said in [last.clone(), format!("{last} Dārziņa noslēgums"), "closing garden".to_owned()] {
        let fields = [("consulted", "phone"), ("consultation-service", said.as_str()), ("result", "answered")];
        let kept = specialist.post("/lv/work/consultations", &fields).await;
        assert_eq!(kept.location(), "/lv/work/desk?done=consultation-registered", "{said}");
        let page = specialist.get("/lv/work/desk").await;
        assert!(page.text("#consultation .dv-list li").starts_with("Dārziņa noslēgums"), "{said}");
        house.db.test_clock().advance(chrono::TimeDelta::minutes(1));
    }
    let words =
        [("consulted", "post"), ("consultation-service", "PARAUGS DARZINA"), ("result", "forwarded"), ("note", "Rīt")];
    let several = specialist.post("/lv/work/consultations?tab=team", &words).await;
    assert_eq!((several.status, several.count("#f-consultation-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let match_of = "button[name=consultation-service-chosen]";
    assert_eq!((several.count(match_of), several.text("#f-note")), (20, "Rīt".to_owned()));
    assert_eq!(several.attribute(".dv-quick button", "class"), "dv-default", "Enter sends what is typed");
    let code = several.attribute(match_of, "value");
    let pressed = [words.as_slice(), &[("consultation-service-chosen", code.as_str())]].concat();
    let kept = specialist.post("/lv/work/consultations?tab=team", &pressed).await;
    assert_eq!(kept.location(), "/lv/work/desk?tab=team&done=consultation-registered");
    let page = specialist.get(kept.location()).await;
    assert!(page.text("#consultation .dv-list li").starts_with("Dārziņa paraugs 1 "), "{}", page.text("#consultation"));
    // The search knows other endings too: what it finds by them is shown and not taken for what was meant.
    let endings = [words[0], ("consultation-service", "darzinam noslegumam"), words[2]];
    let page = specialist.post("/lv/work/consultations", &endings).await;
    assert_eq!((page.status, page.count(match_of)), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(page.attribute(match_of, "value"), last);
    let nothing = [words[0], ("consultation-service", "zzz yyy"), words[2]];
    let page = specialist.post("/lv/work/consultations", &nothing).await;
    assert_eq!((page.status, page.count(match_of)), (StatusCode::UNPROCESSABLE_ENTITY, 0));
    assert_eq!(page.attribute("#f-consultation-service", "value"), "zzz yyy");
}

// req: CSS-01
#[tokio::test]
async fn the_queue_is_narrowed_to_any_service() {
    let house = House::open().await;
    house.submitted().await;
    let officer = house.officer().await;
    let short = officer.get("/lv/work/desk?tab=team").await;
    assert_eq!((short.count("select[name=service]"), short.count("input[name=service]")), (1, 0));
    assert!(short.count("#services option") > 0, "a short list is suggested");
    many(&house).await;
    let several = officer.get("/lv/work/desk?tab=team&service=paraugs+darzina").await;
    assert_eq!((several.count("input[type=search][name=service]"), several.count("tr[data-row]")), (1, 1));
    assert_eq!(several.count("#h-found-service + ul a"), 20);
    let first = several.attribute("#h-found-service + ul a", "href");
    assert!(first.contains("tab=team") && first.contains("&service="), "{first}");
    let followed = officer.get(&first).await;
    assert!(followed.attribute("#f-service", "value").ends_with(" Dārziņa paraugs 1"));
    assert_eq!((followed.count("#h-found-service"), followed.count("tr[data-row]")), (0, 0));
    let one = officer.get(&format!("/lv/work/desk?tab=team&service={}", house.benefit)).await;
    assert_eq!(one.count("tr[data-row]"), 1);
    let nothing = officer.get("/lv/work/desk?tab=team&service=zzz+%22%26yyy").await;
    assert_eq!((nothing.status, nothing.count("tr[data-row]")), (StatusCode::OK, 0));
    assert_eq!(nothing.attribute("#f-service", "value"), "zzz \"&yyy");
    assert_eq!(nothing.attribute("main .ds-alert a", "href"), "/lv/work/desk?tab=team");
}

// req: UNI-02, UNI-08
#[tokio::test]
async fn a_service_beyond_the_list_is_attached_and_measured() {
    let house = House::with_unified().await;
    many(&house).await;
    let dace = house.dace().await;
    let measured = [
        ("channel", "phone"),
        ("stage", "request"),
        ("name_lv", "Gaidīšana"),
        ("name_en", "Waiting"),
        ("unit_lv", "min"),
        ("better", "lower"),
        ("wanted", "5"),
    ];
    let attached = [("words", "own"), ("deviation-lv", "Citādi")];
    let forms = [
        ("/lv/work/indicators/own/new", "/lv/work/indicators/own/new", measured.as_slice(), "done=own-set"),
        ("/lv/work/templates/V109", "/lv/work/templates/V109/attach", attached.as_slice(), "done=template-attached"),
    ];
    for (form, action, fields, done) in forms {
        let page = dace.get(form).await;
        assert_eq!((page.count("input#f-service"), page.count("select#f-service")), (1, 0), "{form}");
        for (said, matches) in [("darzina", 20), ("", 0), ("zzz", 0)] {
            let page = dace.post(action, &[fields, &[("service", said)]].concat()).await;
            assert_eq!((page.status, page.count("#f-service-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1), "{form}");
            assert_eq!(page.count("button[name=service-chosen]"), matches, "{form} {said}");
            assert_eq!(page.attribute("#f-service", "value"), said, "{form}");
        }
        let pressed = [("service", "darzina"), ("service-chosen", house.benefit.as_str())];
        let kept = dace.post(action, &[fields, &pressed].concat()).await;
        assert!(kept.location().ends_with(done), "{form}: {}", kept.location());
    }
}

// req: POR-03
#[tokio::test]
async fn any_institution_answers_for_a_situation_or_provides_a_service() {
    let house = House::open().await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    for number in 1..=110 {
        let name = LangText::new(format!("Izdomāta aģentūra {number}"), format!("Invented agency {number}"));
        institutions::ensure_sample(&mut tx, name).await.unwrap();
    }
    let name = LangText::new("Zvirgzdiņu pārvalde", "Gravel office");
    let last = institutions::ensure_sample(&mut tx, name).await.unwrap();
    tx.commit().await.unwrap();
    let platform = house.staff("320000-00031", "Edgars", Role::PlatformAdministrator).await;
    let form = platform.get("/lv/work/situations/new").await;
    assert_eq!((form.count("input#f-responsible"), form.count("select#f-responsible")), (1, 0));
    let fields = |slug: &'static str| [("slug", slug), ("title-lv", "Jauna"), ("branch", "residents")];
    let words = [fields("pirma").as_slice(), &[("responsible", "izdomata agentura")]].concat();
    let several = platform.post("/lv/work/situations", &words).await;
    assert_eq!((several.status, several.count("#f-responsible-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let chosen = several.attribute("button[name=responsible-chosen]", "value");
    let pressed = [words.as_slice(), &[("responsible-chosen", chosen.as_str())]].concat();
    let begun = platform.post("/lv/work/situations", &pressed).await;
    assert_eq!(begun.location(), "/lv/work/situations/pirma?done=situation-begun");
    let by_words = [fields("otra").as_slice(), &[("responsible", "zvirgzdinu")]].concat();
    let begun = platform.post("/lv/work/situations", &by_words).await;
    let page = platform.get(begun.location()).await;
    assert!(page.text("main").contains("Zvirgzdiņu pārvalde"), "{}", page.text("main"));
    assert_eq!(page.count(&format!("select[name=step-0-institution] option[value='{last}']")), 1);
}

#[tokio::test]
async fn the_lines_above_the_form_of_an_indicator_say_which_field_each_is_about() {
    let house = House::open().await;
    let empty = house.dace().await.post("/lv/work/indicators/own/new", &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = empty.text(".dv-errsum");
    for line in ["Kanāls – ", "Nosaukums latviski – ", "Mērvienība latviski – ", "Vēlamā vērtība – "] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!empty.text("#f-name_lv-error").contains("–"), "beside the field its name is not said again");
}

// req: CAT-05, CAT-12
#[tokio::test]
async fn who_provides_a_stage_is_found_by_words_and_chosen_by_name() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/providers", house.benefit);
    let list = "select[name='providers/0/institution']";
    let page = dace.get(&path).await;
    assert_eq!((page.count("datalist"), page.count(&format!("{list} option[value='NVA']"))), (0, 0));
    assert!(page.text(list).contains("Valsts sociālās apdrošināšanas aģentūra"), "{}", page.text(list));
    let look = async |page: &Page, words: &str, changes: &[(&str, &str)]| {
        let fields = page.inputs("form.dv-edit-form");
        let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        dace.post(&path, &changed(&sent, &[[("find", words)].as_slice(), changes].concat())).await
    };
    let found = look(&page, "nodarbinātības aģentūra", &[]).await;
    assert_eq!((found.status, found.count(&format!("{list} option[value='NVA']"))), (StatusCode::OK, 1));
    assert!(found.text("#f-find-hint").contains("atrastās iestādes: 1"), "{}", found.text("main"));
    let saved = look(&found, "nodarbinātības aģentūra", &[("providers/0/institution", "NVA")]).await;
    assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
    let page = dace.get(&path).await;
    assert_eq!(page.count(&format!("{list} option[value='NVA'][selected]")), 1);
    let nothing = look(&page, "neviena tāda", &[]).await;
    assert_eq!(nothing.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(nothing.text("#f-find-finding").contains("neviena tāda"), "{}", nothing.text("main"));
    let unchosen = look(&nothing, "", &[("providers/0/institution", "")]).await;
    assert_eq!(unchosen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unchosen.text("main").contains("Iestāde nav izvēlēta"), "{}", unchosen.text("main"));
}
