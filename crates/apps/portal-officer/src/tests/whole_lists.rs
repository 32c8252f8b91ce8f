//! Bulk changes, approval of the list, proposals, instructions.

use super::house::{Browser, House, Page};
use catalogue::{Opening, PublishService, RegisterService, Weekday};
use http::StatusCode;
use kernel::{Caller, Channel, Role};
use web_kit::percent;

// req: CAT-05, CAT-15
#[tokio::test]
async fn a_telephone_is_shown_everywhere_then_changed_and_reported() {
    let house = House::open().await;
    let dace = house.dace().await;
    assert_eq!(dace.get("/lv/work/services/bulk").await.count("form[method=post] input[name=kind]"), 0);
    let values = dace.get("/lv/work/services/bulk?kind=phone").await;
    let place = values.attribute("main .dv-linklist a", "href");
    let found = dace.get(&place).await;
    let all = found.count("input[name=code]");
    assert!(all > 3 && found.body.contains("1. sniedzējs"), "{}", found.text("main"));
    let old = found.attribute("input[name=old]", "value");
    let fields = [("kind", "phone"), ("channel", ""), ("old", old.as_str()), ("code", house.benefit.as_str())];
    let wrong = dace
        .post("/lv/work/services/bulk", &[&fields[..], &[("new", "zvaniet"), ("from", "1.1.2027.")]].concat())
        .await;
    assert_eq!((wrong.status, wrong.count("#f-new-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(
        (wrong.attribute("#f-new", "value"), wrong.count("input[name=code][checked]")),
        ("zvaniet".to_owned(), 1)
    );
    let none = dace.post("/lv/work/services/bulk", &[&fields[..3], &[("new", "+371 60000001")]].concat()).await;
    assert_eq!((none.status, none.count(".dv-errsum a[href='#f-code']")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    // Several mistakes are told at once, and a day that is over is one: nothing would be published for it.
    let mistakes = [("new", "zvaniet"), ("from", "1.1.2020."), ("note", "Jauns")];
    let all_wrong = dace.post("/lv/work/services/bulk", &[&fields[..3], &mistakes[..]].concat()).await;
    assert_eq!(all_wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 3));
    assert_eq!(all_wrong.attribute("#f-from", "value"), "1.1.2020.");
    assert!(all_wrong.text("#f-from-error").contains("jau ir pagājusi"), "{}", all_wrong.text("main"));
    let report = dace.post("/lv/work/services/bulk", &[&fields[..], &[("new", "+371 60000001")]].concat()).await;
    assert!(
        report.status == StatusCode::OK && report.text(".dv-sections").contains("Publicēts"),
        "{}",
        report.text("main")
    );
    let again = dace.post("/lv/work/services/bulk", &[&fields[..], &[("new", "+371 60000001")]].concat()).await;
    assert!(again.text(".dv-sections").contains("vairs nekas nebija jāmaina"), "{}", again.text("main"));
    let left = dace.get(&format!("/lv/work/services/bulk?kind=phone&old={}", percent(&old))).await;
    assert_eq!(left.count("input[name=code]"), all - 1);
    assert_eq!(dace.get("/lv/work/services/bulk?kind=fax").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Registers drafts like the childbirth benefit, each with a telephone of its own.
async fn drafts(house: &House, count: usize) {
    let mut tx = house.db.writing(&Caller::engine()).await;
    let like = catalogue::service(&tx, &house.benefit).await.unwrap();
    for number in 0..count {
        let mut description = (*like.description).clone();
        description.name = kernel::LangText::new(format!("Pakalpojums {number}"), format!("Service {number}"));
        for provider in &mut description.providers {
            provider.contact.phone = Some(format!("+371 6{number:07}"));
        }
        let input = RegisterService { id: None, holder: house.vsaa, pilot: None, external_id: None, description };
        catalogue::register_service(&mut tx, input).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn more_services_than_one_request_changes_are_shown_in_turn_and_never_cut_in_silence() {
    let house = House::open().await;
    let dace = house.staff("320000-00016", "Dace", Role::ContactPerson).await;
    drafts(&house, 110).await;
    let path = "/lv/work/services/bulk";
    // Not every value is offered: the page says so, and another one can be written.
    let values = dace.get(&format!("{path}?kind=phone")).await;
    assert_eq!(values.count("main .dv-linklist li"), 50);
    assert!(values.text("main .ds-alert").contains("Te nav visu vērtību"), "{}", values.text("main"));
    assert_eq!(values.count("main form[method=get] input[name=old]"), 1);
    let written = dace.get(&format!("{path}?kind=phone&old={}", percent("+371 60000109"))).await;
    assert_eq!(written.count("input[name=code]"), 1);

    let first = dace.get(&format!("{path}?kind=notice")).await;
    assert_eq!(first.count("input[name=code]"), 100);
    let second = first.attribute("main form a", "href");
    let shown = dace.get(&second).await;
    let rest = shown.count("input[name=code]");
    assert!(rest >= 11 && shown.count("main form a") == 0, "{}", shown.text("main"));
    // A form that is shown again shows the same services.
    let after = shown.attribute("input[name=after]", "value");
    let notice = [("kind", "notice"), ("old", ""), ("channel", "")];
    let empty = dace.post(path, &[&notice[..], &[("after", after.as_str())]].concat()).await;
    assert_eq!((empty.status, empty.count("input[name=code]")), (StatusCode::UNPROCESSABLE_ENTITY, rest));

    let words = [("new", "Ziņa"), ("new_en", "News")];
    let many = vec![("code", house.benefit.as_str()); 101];
    let refused = dace.post(path, &[&notice[..], &words[..], &many[..]].concat()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text(".dv-errsum").contains("ne vairāk kā 100"), "{}", refused.text(".dv-errsum"));
    let tx = house.db.reading(&Caller::engine()).await;
    let kept = catalogue::service(&tx, &house.benefit).await.unwrap();
    assert!(kept.description.notice.as_ref().is_none_or(|notice| notice.lv != "Ziņa"), "nothing was changed");
    drop(tx);
    // What was not looked through yet is told with the report.
    let next = first.attribute("input[name=next]", "value");
    let one = [("code", house.benefit.as_str()), ("next", next.as_str())];
    let report = dace.post(path, &[&notice[..], &words[..], &one[..]].concat()).await;
    assert!(report.text("main .ds-alert").contains("vēl nekas nav mainīts"), "{}", report.text("main"));
    assert_eq!(report.count(&format!("main a[href='{second}']")), 1);
}

// req: CAT-07
#[tokio::test]
async fn hours_by_day_that_new_words_leave_behind_are_reported_or_taken_away() {
    let house = House::open().await;
    let dace = house.staff("320000-00016", "Dace", Role::ContactPerson).await;
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let old = before.offer(Channel::Phone).unwrap().hours.lv.clone();
    let mut description = (*before.description).clone();
    let hours = Opening { days: vec![Weekday::Monday], opens: "08:30".to_owned(), closes: "17:00".to_owned() };
    let phone = description.channels.iter_mut().find(|offer| offer.channel == Channel::Phone);
    phone.unwrap().opening = vec![hours];
    let input = PublishService::now(&house.benefit, before.latest, Some(description));
    catalogue::publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();

    let path = "/lv/work/services/bulk";
    let page = dace.get(&format!("{path}?kind=hours&channel=phone&old={}", percent(&old))).await;
    assert_eq!(page.count("input[name=clear_opening][checked]"), 1, "{}", page.text("main"));
    let meant = [("kind", "hours"), ("channel", "phone"), ("code", house.benefit.as_str()), ("new_en", "Working days")];
    let (first, second) = ("Darba dienās 8–17", "Darba dienās 9–18");
    let kept = dace.post(path, &[&meant[..], &[("old", old.as_str()), ("new", first)]].concat()).await;
    let told = kept.text(".dv-sections");
    assert!(told.contains("palika nemainīts: Pa tālruni"), "{told}");
    let without = [("old", first), ("new", second), ("clear_opening", "true")];
    let taken = dace.post(path, &[&meant[..], &without[..]].concat()).await;
    let told = taken.text(".dv-sections");
    assert!(told.contains("izņemts: Pa tālruni"), "{told}");
    let tx = house.db.reading(&Caller::engine()).await;
    let now = catalogue::service(&tx, &house.benefit).await.unwrap();
    let phone = now.offer(Channel::Phone).unwrap();
    assert_eq!((phone.hours.lv.as_str(), phone.opening.len()), (second, 0));
    // What is not told to programs asks nothing.
    let page = dace.get(&format!("{path}?kind=hours&channel=phone&old={}", percent(second))).await;
    assert_eq!((page.count("input[name=code]"), page.count("input[name=clear_opening]")), (1, 0));
}

// req: CAT-01
#[tokio::test]
async fn the_administrator_approves_the_list_and_sets_the_rule_of_four_eyes() {
    let house = House::open().await;
    let dace = house.dace().await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let path = "/lv/work/services/approval";
    assert_eq!(dace.get(path).await.count("input[name=digest]"), 0);
    let page = administrator.get(path).await;
    assert!(page.text("main").contains("vēl nav apstiprināts"));
    let digest = page.attribute("input[name=digest]", "value");
    dace.post("/lv/work/services/new", &[("name/lv", "Jauns")]).await;
    let late = administrator.post(path, &[("digest", &digest)]).await;
    assert_eq!((late.status, late.count(".dv-errsum")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let digest = late.attribute("input[name=digest]", "value");
    assert!(administrator.post(path, &[("digest", &digest)]).await.location().ends_with("done=list-approved"));
    assert!(dace.get(path).await.text("main").contains("nekas nav mainījies"));
    // What differs from the approved text is one link away.
    let mut tx = house.db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(77);
    let input = PublishService::now(&house.benefit, before.latest, Some(description));
    let after = catalogue::publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let compare = administrator.get(path).await.attribute("#h-changed ~ ul .dv-sections__state a", "href");
    let versions = format!("/lv/services/{}/versions/compare", house.benefit);
    assert_eq!(compare, format!("{versions}?from={}&to={after}", before.version));
    let waived = administrator.post("/lv/work/services/four-eyes", &[("four_eyes", "no")]).await;
    assert!(waived.location().ends_with("done=rule-saved"));
    assert!(administrator.get(path).await.text("aside").contains("drīkst publicēt bez otra"));
    assert_eq!(dace.post(path, &[("digest", &digest)]).await.status, StatusCode::FORBIDDEN);
}

// req: CAT-32
#[tokio::test]
async fn a_centre_proposes_and_reads_the_answer() {
    let house = House::open().await;
    let tx = house.db.reading(&Caller::engine()).await;
    let centre = institutions::by_code(&tx, "VPVKAC-CESIS").await.unwrap().unwrap().id;
    drop(tx);
    let ilze = house.staff_of(centre, "320000-00046", "Ilze", Role::Specialist).await;
    let dace = house.dace().await;
    let about = format!("/lv/work/services/{}/proposals", house.benefit);
    let empty = ilze.post(&about, &[("text", " ")]).await;
    assert_eq!((empty.status, empty.count("#f-text-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let sent = ilze.post(&about, &[("text", "Klienti jautā par <termiņu>.")]).await;
    assert!(sent.location().ends_with("done=proposal-sent"));
    let waiting = dace.get("/lv/work/services/proposals").await;
    assert!(waiting.text("main").contains("Klienti jautā par <termiņu>."), "{}", waiting.text("main"));
    let action = waiting.attribute("main form[method=post]", "action");
    assert_eq!(dace.post(&action, &[("answer", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(dace.post(&action, &[("answer", "Labosim.")]).await.location().ends_with("done=proposal-answered"));
    assert!(ilze.get(&about).await.text("main").contains("Labosim."));
    assert_eq!(dace.get("/lv/work/services/proposals?answered=yes").await.count(".dv-servicelist > li"), 1);
    assert_eq!(house.officer().await.get(&about).await.status, StatusCode::FORBIDDEN);
}

/// Sends the form of instructions.
async fn issue(who: &Browser, here: &str, key: &str, day: &str) -> Page {
    who.post(here, &[("key", key), ("text_lv", "Pieņemiet <kopijas>."), ("valid_from", day)]).await
}

// req: CAT-32
#[tokio::test]
async fn a_holder_instructs_and_sees_that_a_centre_has_read() {
    let house = House::open().await;
    let tx = house.db.reading(&kernel::Caller::engine()).await;
    let centre = institutions::by_code(&tx, "VPVKAC-CESIS").await.unwrap().unwrap().id;
    drop(tx);
    let ilze = house.staff_of(centre, "320000-00046", "Ilze", Role::Specialist).await;
    let dace = house.staff("320000-00016", "Dace", Role::ContactPerson).await;
    let here = format!("/lv/work/services/{}/instructions", house.benefit);
    let form = dace.get(&here).await;
    let key = form.attribute("input[name=key]", "value");
    let wrong = issue(&dace, &here, &key, "rīt").await;
    assert_eq!((wrong.status, wrong.count("#f-valid_from-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(wrong.text("#f-text_lv"), "Pieņemiet <kopijas>.");
    // Sent twice it is issued once.
    for _ in 0..2 {
        let issued = issue(&dace, &here, &key, "01.12.2026").await;
        assert!(issued.location().ends_with("done=instruction-issued"));
    }
    let proposals = ilze.get(&format!("/lv/work/services/{}/proposals", house.benefit)).await;
    assert_eq!(proposals.attribute(".ds-alert[data-color=warning] a", "href"), here);
    let seen = ilze.get(&here).await;
    assert_eq!((seen.count(".dv-servicelist > li"), seen.count("textarea")), (1, 0));
    assert!(seen.text("main").contains("Pieņemiet <kopijas>."), "{}", seen.text("main"));
    assert!(!seen.text("main").contains("Kas ir izlasījis"), "a provider does not see who else has read");
    let mark = seen.attribute("main form[method=post]", "action");
    assert!(ilze.post(&mark, &[]).await.location().ends_with("done=instruction-read"));
    assert!(ilze.get(&here).await.text("main").contains("Izlasīts"));

    let holder = dace.get(&here).await;
    let readers = holder.text(".ds-details");
    assert!(readers.contains("Cēsu VPVKAC") && readers.contains("Ilze Izdomāts"), "{readers}");
    let replace = holder.attribute("a[href*='replace=']", "href");
    let form = dace.get(replace.split('#').next().unwrap()).await;
    assert_eq!(form.text("#f-text_lv"), "Pieņemiet <kopijas>.");
    let replaces = form.attribute("input[name=replaces]", "value");
    let other = [("text_lv", "Kopijas nepieņemiet."), ("valid_from", "15.12.2026"), ("replaces", replaces.as_str())];
    assert!(dace.post(&here, &other).await.location().ends_with("done=instruction-issued"));
    let late = dace.post(&here, &other).await;
    assert_eq!(
        (late.status, late.attribute("input[name=replaces]", "value")),
        (StatusCode::UNPROCESSABLE_ENTITY, String::new())
    );
    assert_eq!(late.text("#f-text_lv"), "Kopijas nepieņemiet.");
    let both = ilze.get(&here).await.text("main");
    assert!(both.contains("vairs nav spēkā no 15.12.2026") && both.contains("Stāsies spēkā 15.12.2026"), "{both}");
    let withdraw = dace.get(&here).await.attribute("form[action$='/withdraw']", "action");
    assert!(dace.post(&withdraw, &[]).await.location().ends_with("done=instruction-withdrawn"));
    assert!(ilze.get(&here).await.text("main").contains("Atsauca: Dace"));
    assert_eq!(house.officer().await.get(&here).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ilze.post(&withdraw, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(dace.post("/lv/work/services/instructions/x/withdraw", &[]).await.status, StatusCode::NOT_FOUND);
}

// req: CAT-32
#[tokio::test]
async fn an_officer_of_a_provider_is_led_from_a_case_to_the_instructions() {
    let house = House::open().await;
    let mut tx = house.db.writing(&kernel::Caller::engine()).await;
    let nva = institutions::by_code(&tx, "NVA").await.unwrap().unwrap().id;
    let before = catalogue::service(&tx, &house.benefit).await.unwrap();
    let mut description = (*before.description).clone();
    for provider in &mut description.providers {
        provider.institution = nva;
    }
    let publish = catalogue::PublishService::now(house.benefit.clone(), before.latest, Some(description));
    catalogue::publish(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
    let case = format!("/lv/work/cases/{}", house.submitted().await.slug());
    let officer = house.staff_of(nva, "320000-00047", "Jānis", Role::Officer).await;
    officer.post("/lv/work/desk/next", &[]).await;
    let here = format!("/lv/work/services/{}/instructions", house.benefit);
    let link = format!("main a[href='{here}']");
    let quiet = officer.get(&case).await;
    assert_eq!((quiet.status, quiet.count(&link)), (StatusCode::OK, 0), "there are none yet");
    let dace = house.staff("320000-00016", "Dace", Role::ContactPerson).await;
    let key = dace.get(&here).await.attribute("input[name=key]", "value");
    assert!(issue(&dace, &here, &key, "01.12.2026").await.location().ends_with("done=instruction-issued"));
    let told = officer.get(&case).await;
    assert!(told.count(&link) == 1 && told.text("main").contains("Neizlasīti: 1"), "{}", told.text("main"));
    let mark = officer.get(&here).await.attribute("main form[method=post]", "action");
    officer.post(&mark, &[]).await;
    assert!(!officer.get(&case).await.text("main").contains("Neizlasīti"));
}
