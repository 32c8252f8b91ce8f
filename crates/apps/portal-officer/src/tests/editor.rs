//! The editor of descriptions, as a browser without scripts uses it.

use super::house::{Browser, House, Page};
use http::StatusCode;
use kernel::Role;

/// All inputs of the form of a section as the page has them.
pub(super) fn inputs(page: &Page) -> Vec<(String, String)> {
    page.inputs("form.dv-edit-form")
}

/// Sends the form of a page with some inputs changed.
async fn send(browser: &Browser, path: &str, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut fields = inputs(page);
    for (name, value) in changes {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

const SECTIONS: [&str; 10] =
    ["basics", "steps", "documents", "conditions", "law", "channels", "providers", "digital", "links", "plan"];

// req: CAT-04, CAT-05, CAT-06, CAT-07, CAT-08, CAT-09, CAT-10, CAT-11, CAT-14, CAT-15
#[tokio::test]
async fn every_section_shows_the_whole_description_and_saving_it_changes_nothing() {
    let house = House::open().await;
    let dace = house.dace().await;
    for section in SECTIONS {
        for lang in ["lv", "en"] {
            let path = format!("/{lang}/work/services/{}/sections/{section}", house.benefit);
            let page = dace.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let saved = send(&dace, &path, &page, &[]).await;
            assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
        }
    }
    let changes = dace.get(&format!("/lv/work/services/{}/changes", house.benefit)).await;
    assert_eq!((changes.count(".dv-changes"), changes.count(".ds-alert")), (0, 1), "{}", changes.text("main"));
    let overview = dace.get(&format!("/lv/work/services/{}", house.benefit)).await;
    assert_eq!(overview.count(".dv-sections > li"), 10);
    assert!(overview.body.contains("Publicēt tagad"), "{}", overview.text("aside"));
}

// req: CAT-15, CAT-18
#[tokio::test]
async fn wrong_input_is_kept_told_and_corrected_later() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/channels", house.benefit);
    let page = dace.get(&path).await;
    let wrong = send(&dace, &path, &page, &[("channels/1/fee", "amount"), ("channels/1/fee/amount", "<pieci>")]).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(wrong.text(".dv-errsum").contains("2. kanāls: Summa eiro – "), "{}", wrong.text(".dv-errsum"));
    assert_eq!(wrong.count("details[open] #f-channels-1-fee-amount"), 1, "what is wrong is not closed away");
    let again = dace.get(&path).await;
    assert_eq!(again.attribute("#f-channels-1-fee-amount", "value"), "<pieci>");
    assert!(again.text("#f-channels-1-fee-amount-finding").contains("12,50"));
    let overview = dace.get(&format!("/lv/work/services/{}", house.benefit)).await;
    assert!(overview.text("#f-section-channels").contains("1 kļūda"), "{}", overview.text("main"));
    let refused = dace.post(&format!("/lv/work/services/{}/publish", house.benefit), &[("revision", "2")]).await;
    assert_eq!((refused.status, refused.count(".dv-errsum li")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let right = send(&dace, &path, &again, &[("channels/1/fee/amount", "5")]).await;
    assert!(right.location().ends_with("done=section-saved"));
    let autosaved =
        send(&dace, &format!("{path}/autosave"), &dace.get(&path).await, &[("channels/0/link", "nav")]).await;
    assert_eq!(autosaved.status, StatusCode::OK);
    let told: serde_json::Value = serde_json::from_str(&autosaved.body).unwrap();
    assert!(told["text"].as_str().unwrap().starts_with("Saglabāts ") && told["revision"] == 3, "{told}");
    assert_eq!(told["notes"]["channels/0/link"]["severity"], "wrong");
}

// req: CAT-18, CAT-26
#[tokio::test]
async fn what_misleads_clients_is_counted_and_told_beside_the_button_and_a_contradiction_blocks() {
    let house = House::open().await;
    let dace = house.dace().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    let channels = format!("{here}/sections/channels");
    let page = dace.get(&channels).await;
    assert!(send(&dace, &channels, &page, &[("channels/1/fee", "stated")]).await.location().ends_with("section-saved"));
    let overview = dace.get(&here).await;
    let line = overview.text("#f-section-channels");
    assert!(line.contains("1 brīdinājums") && !line.contains("Kārtībā"), "{line}");
    let aside = overview.text("aside");
    assert!(aside.contains("Maksa bez summas") && aside.contains("2. kanāls"), "{aside}");
    assert_eq!(overview.count("form[action$='/publish']"), 1);
    let digital = format!("{here}/sections/digital");
    let page = dace.get(&digital).await;
    send(&dace, &digital, &page, &[("digital", "digital_only")]).await;
    let overview = dace.get(&here).await;
    assert_eq!(overview.count("form[action$='/publish']"), 0, "{}", overview.text("aside"));
    let revision = dace.get(&format!("{here}/discard")).await.attribute("main input[name=revision]", "value");
    let refused = dace.post(&format!("{here}/publish"), &[("revision", &revision)]).await;
    assert_eq!((refused.status, refused.count(".dv-errsum li")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert!(refused.text(".dv-errsum").contains("tikai digitāls"), "{}", refused.text(".dv-errsum"));
}

// req: CAT-15, CAT-18
#[tokio::test]
async fn each_remark_is_a_line_that_says_how_serious_it_is_and_quotes_the_words() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/basics", house.benefit);
    let hard = "Pabalsts tiek veikts saskaņā ar likumu.";
    let told = send(&dace, &format!("{path}/autosave"), &dace.get(&path).await, &[("summary/lv", hard)]).await;
    let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
    let note = &told["notes"]["summary"];
    let lines: Vec<&str> = note["text"].as_str().unwrap().lines().collect();
    assert!(
        lines.len() > 2
            && lines.iter().all(|line| line.starts_with("Brīdinājums: ") || line.starts_with("Ieteikums: "))
    );
    assert!(lines.iter().any(|line| line.contains("„saskaņā ar”") && line.contains("kā noteikts")), "{lines:?}");
    assert_eq!(note["severity"], "warning", "too short warns, the others advise: {lines:?}");
}

// req: CAT-15
#[tokio::test]
async fn lists_and_languages_are_changed_by_buttons_alone() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/steps", house.benefit);
    let first = dace.get(&path).await;
    let titles = |page: &Page| -> Vec<String> {
        inputs(page).into_iter().filter(|(name, _)| name.ends_with("title/lv")).map(|(_, value)| value).collect()
    };
    let before = titles(&first);
    let added = send(&dace, &path, &first, &[("steps/0/title/lv", "Mans pirmais"), ("add", "steps")]).await;
    assert_eq!(added.location(), format!("{path}?at=steps%2F3#f-steps-3"));
    let page = dace.get(&path).await;
    assert_eq!((titles(&page).len(), titles(&page)[0].as_str()), (4, "Mans pirmais"));
    let moved = send(&dace, &path, &page, &[("up", "steps/1")]).await;
    assert_eq!(moved.location(), format!("{path}?at=steps%2F0#f-steps-0"));
    // What was moved stands open, and so does what lacks something; the others say in a line what is in them.
    let page = dace.get(moved.location().split('#').next().unwrap()).await;
    assert_eq!(titles(&page)[..2], [before[1].clone(), "Mans pirmais".to_owned()]);
    for (step, open) in [(0, 1), (1, 0), (2, 0), (3, 1)] {
        assert_eq!(page.count(&format!("details.dv-fold[open] #f-steps-{step}")), open, "step {step}");
        assert_eq!(page.count(&format!("details.dv-fold #f-steps-{step}-title-lv")), 1, "step {step}");
    }
    assert!(page.text("main").contains("Pieprasīšana · Mans pirmais"), "{}", page.text("main"));
    let page = {
        send(&dace, &path, &page, &[("remove", "steps/3")]).await;
        dace.get(&path).await
    };
    assert_eq!(titles(&page).len(), 3);
    let tongue = send(&dace, &path, &page, &[("add-language", "yes"), ("new-language", "uk")]).await;
    // One goes on writing in the language that was added.
    assert_eq!(tongue.location(), format!("{path}?at=steps%2F0%2Ftitle%2Fuk#f-steps-0-title-uk"));
    let page = dace.get(&path).await;
    assert_eq!(page.attribute("#f-steps-0-title-uk", "name"), "steps/0/title/uk");
    assert_eq!(page.count("[name='steps/0/title/uk'][lang='uk']"), 1);
    send(&dace, &path, &page, &[("steps/0/title/uk", "Крок")]).await;
    let page = dace.get(&path).await;
    assert_eq!(page.attribute("[name='steps/0/title/uk']", "value"), "Крок");
    let without = send(&dace, &path, &page, &[("remove-language", "uk")]).await;
    assert_eq!(without.location(), format!("{path}#f-language"));
    assert_eq!(dace.get(&path).await.count("[name='steps/0/title/uk']"), 0);
}

// req: CAT-15
#[tokio::test]
async fn the_second_writer_of_a_section_gets_both_texts_and_chooses() {
    let house = House::open().await;
    let dace = house.dace().await;
    let ilze = house.staff("320000-00026", "Ilze", Role::ContactPerson).await;
    let path = format!("/lv/work/services/{}/sections/basics", house.benefit);
    let (hers, mine) = (ilze.get(&path).await, dace.get(&path).await);
    send(&dace, &path, &mine, &[("name/lv", "Daces nosaukums")]).await;
    let refused = send(&ilze, &path, &hers, &[("name/lv", "Ilzes nosaukums")]).await;
    let place = refused.location().to_owned();
    assert!(place.contains("/refused/"), "{place}");
    let both = ilze.get(&place).await;
    assert!(both.text("main").contains("Daces nosaukums") && both.text("main").contains("Ilzes nosaukums"));
    assert_eq!((both.count("ins"), both.count("del")), (1, 1));
    let overview = dace.get(&format!("/lv/work/services/{}", house.benefit)).await;
    assert_eq!(overview.count(&format!("a[href='{place}']")), 1);
    let revision = both.attribute("input[name=revision]", "value");
    let chosen =
        [("revision", revision.as_str()), ("choice", "merged"), ("pick/name/lv", "both"), ("both/name/lv", "Kopā")];
    assert!(ilze.post(&place, &chosen).await.location().ends_with("/sections/basics?done=text-chosen"));
    assert_eq!(dace.get(&path).await.attribute("#f-name-lv", "value"), "Kopā");
    assert_eq!(ilze.get("/lv/work/services/1007/refused/nothing").await.status, StatusCode::NOT_FOUND);
}

// req: CAT-01, CAT-02, CAT-15
#[tokio::test]
async fn a_service_is_registered_reviewed_sent_back_and_found() {
    let house = House::open().await;
    let dace = house.dace().await;
    let ilze = house.staff("320000-00026", "Ilze", Role::ContactPerson).await;
    let nameless = dace.post("/lv/work/services/new", &[("name/en", "Benefit")]).await;
    assert_eq!((nameless.status, nameless.count("#f-name-lv-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let registered = dace.post("/lv/work/services/new", &[("name/lv", "Jaunais pabalsts")]).await;
    let code = registered.location().split(['/', '?']).nth(4).unwrap().to_owned();
    let list = dace.get("/lv/work/services?q=jaunais&state=draft").await;
    assert_eq!((list.count("tbody tr"), list.count(&format!("a[href='/lv/work/services/{code}']"))), (1, 1));
    assert_eq!(dace.get("/lv/work/services?q=zzz").await.count("tbody tr"), 0);

    let here = format!("/lv/work/services/{}", house.benefit);
    let path = format!("{here}/sections/basics");
    send(&dace, &path, &dace.get(&path).await, &[("name/lv", "Cits nosaukums")]).await;
    let revision = |page: &Page| page.attribute("aside input[name=revision]", "value");
    let overview = dace.get(&here).await;
    assert_eq!(overview.count("form[action$='/publish']"), 0);
    let sent = dace.post(&format!("{here}/submit"), &[("revision", &revision(&overview))]).await;
    assert!(sent.location().ends_with("done=draft-submitted"));
    assert_eq!(dace.get(&here).await.count("form[action$='/publish']"), 0);
    // Nobody types where nothing would be kept.
    for section in SECTIONS {
        let page = dace.get(&format!("{here}/sections/{section}")).await;
        let open = ":not([type=hidden]):not([readonly]):not([disabled])";
        let inputs = ["input", "textarea", "select"].map(|one| format!(".dv-edit-form[data-frozen] {one}{open}"));
        let buttons = page.count(".dv-edit-form button") + page.count("form.dv-edit-form");
        assert_eq!((page.count(&inputs.join(", ")), buttons), (0, 0), "{section}");
        assert!(page.text("main").contains("izskata kolēģis"), "{section}");
    }
    let page = ilze.get(&here).await;
    assert_eq!(page.count("form[action$='/publish']"), 1);
    let empty = ilze.post(&format!("{here}/return"), &[("revision", &revision(&page))]).await;
    assert_eq!((empty.status, empty.count("#f-comment-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let changes = ilze.get(&format!("{here}/changes")).await;
    assert!(changes.text(".dv-changes").contains("Nosaukums (latviešu)"), "{}", changes.text("main"));
    let back = ilze.post(&format!("{here}/return"), &[("revision", &revision(&page)), ("comment", "Īsāk")]).await;
    assert!(back.location().ends_with("done=draft-returned"));
    let overview = dace.get(&here).await;
    assert!(overview.text("main").contains("Īsāk") && overview.text("main").contains("Ilze"));
    assert_eq!(dace.get("/lv/work/services/copies?state=returned").await.count("tbody tr"), 1);
    dace.post(&format!("{here}/submit"), &[("revision", &revision(&overview))]).await;
    let page = ilze.get(&here).await;
    let published = ilze.post(&format!("{here}/publish"), &[("revision", &revision(&page))]).await;
    let version = published.location().strip_prefix(&format!("{here}?published=")).unwrap();
    let said = ilze.get(published.location()).await.text("[role='status']");
    assert!(said.contains(&format!("{version}. redakcija ir publicēta")) && !said.contains("gaida"), "{said}");
    assert_eq!(ilze.get(&format!("{here}?published=99")).await.count(".ds-alert[role='status']"), 0);
    let stale = ilze.post(&format!("{here}/publish"), &[("revision", &revision(&page))]).await;
    assert_eq!(stale.status, StatusCode::NOT_FOUND);
}

// req: CAT-15
#[tokio::test]
async fn what_was_never_published_is_not_said_to_be_in_force() {
    let house = House::open().await;
    let dace = house.dace().await;
    let registered = dace.post("/lv/work/services/new", &[("name/lv", "Jaunais pabalsts")]).await;
    let code = registered.location().split(['/', '?']).nth(4).unwrap().to_owned();
    let here = format!("/lv/work/services/{code}");
    let ask = dace.get(&format!("{here}/discard")).await;
    assert!(!ask.text("main").contains("Publicētais apraksts"), "{}", ask.text("main"));
    let revision = ask.attribute("main input[name=revision]", "value");
    dace.post(&format!("{here}/discard"), &[("revision", &revision)]).await;
    let next = dace.get(&here).await.text("aside");
    assert!(next.contains("vēl nekad nav publicēts") && !next.contains("ir spēkā"), "{next}");
    let published = dace.get(&format!("/lv/work/services/{}", house.benefit)).await;
    assert!(published.text("aside").contains("Publicētais apraksts ir spēkā"));
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_text_is_planned_withdrawn_given_up_and_a_service_closed_and_opened() {
    let house = House::open().await;
    let dace = house.dace().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    let plan = format!("{here}/sections/plan");
    let planned =
        send(&dace, &plan, &dace.get(&plan).await, &[("plan/from", "1.1.2027."), ("plan/note", "Grozījumi")]).await;
    assert!(planned.location().ends_with("done=section-saved"));
    let overview = dace.get(&here).await;
    assert!(overview.text("aside").contains("Publicēt no 01.01.2027."), "{}", overview.text("aside"));
    let revision = overview.attribute("aside input[name=revision]", "value");
    let published = dace.post(&format!("{here}/publish"), &[("revision", &revision)]).await;
    let page = dace.get(published.location()).await;
    let said = page.text("[role='status']");
    assert!(said.contains(". redakcija gaida savu dienu") && said.contains("01.01.2027."), "{said}");
    assert!(page.text("main").contains("Grozījumi"));
    let withdraw = page.attribute("form[action$='/withdraw']", "action");
    assert!(dace.post(&withdraw, &[]).await.location().ends_with("done=version-withdrawn"));

    let basics = format!("{here}/sections/basics");
    send(&dace, &basics, &dace.get(&basics).await, &[("name/lv", "Cits")]).await;
    let ask = dace.get(&format!("{here}/discard")).await;
    let revision = ask.attribute("main input[name=revision]", "value");
    assert!(dace.post(&format!("{here}/discard"), &[("revision", &revision)]).await.location().ends_with("given-up"));
    assert_eq!(dace.get(&format!("{here}/discard")).await.status, StatusCode::NOT_FOUND);

    let form = dace.get(&format!("{here}/opening")).await;
    let version = form.attribute("input[name=version]", "value");
    let empty = dace.post(&format!("{here}/close"), &[("version", &version)]).await;
    assert_eq!((empty.status, empty.count("#f-reason-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let closed = dace.post(&format!("{here}/close"), &[("version", &version), ("reason", "Likums")]).await;
    assert!(closed.location().ends_with("done=service-closed"));
    let opened = dace.post(&format!("{here}/reopen"), &[("version", &version), ("reason", "Atkal")]).await;
    assert!(opened.location().ends_with("done=service-opened"));
}

// req: CAT-15
#[tokio::test]
async fn others_read_what_they_may_and_write_nothing() {
    let house = House::open().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let page = administrator.get(&format!("{here}/sections/basics")).await;
    assert_eq!((page.status, page.count("form.dv-edit-form button")), (StatusCode::OK, 0));
    assert_eq!(administrator.post(&format!("{here}/sections/basics"), &[]).await.status, StatusCode::FORBIDDEN);
    let tx = house.db.reading(&kernel::Caller::engine()).await;
    let nva = institutions::by_code(&tx, "NVA").await.unwrap().unwrap().id;
    drop(tx);
    let stranger = house.staff_of(nva, "320000-00036", "Juris", Role::ContactPerson).await;
    for path in [here.clone(), format!("{here}/sections/law"), format!("{here}/changes"), format!("{here}/opening")] {
        assert_eq!(stranger.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(house.officer().await.get(&here).await.status, StatusCode::FORBIDDEN);
    assert_eq!(administrator.get(&format!("{here}/sections/nothing")).await.status, StatusCode::NOT_FOUND);
}

// req: CAT-06
#[tokio::test]
async fn a_kind_of_evidence_is_chosen_from_the_shared_list_or_written_in_own_words() {
    let house = House::open().await;
    let dace = house.dace().await;
    let path = format!("/lv/work/services/{}/sections/documents", house.benefit);
    let page = dace.get(&path).await;
    let input = "[name='documents/0/evidence_type']";
    assert_eq!(page.attribute(input, "list"), "evidence-types");
    assert_eq!(page.text("#evidence-types option[value='birth-certificate']"), "Dzimšanas apliecība");
    for kind in ["birth-certificate", "Sava izziņa / citāda"] {
        let saved = send(&dace, &path, &dace.get(&path).await, &[("documents/0/evidence_type", kind)]).await;
        assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
        assert_eq!(dace.get(&path).await.attribute(input, "value"), kind);
    }
    let steps = dace.get(&format!("/lv/work/services/{}/sections/steps", house.benefit)).await;
    assert_eq!(steps.count("#evidence-types"), 0);
}

// req: CAT-04, CAT-15, CAT-25
#[tokio::test]
async fn payments_come_and_go_by_buttons_alone_and_a_wrong_amount_is_kept() {
    let house = House::open().await;
    let dace = house.dace().await;
    let here = format!("/lv/work/services/{}", house.benefit);
    let path = format!("{here}/sections/channels");
    for number in 0..2 {
        let added = send(&dace, &path, &dace.get(&path).await, &[("add", "channels/1/tiers")]).await;
        assert_eq!(added.location(), format!("{path}?at=channels%2F1%2Ftiers%2F{number}#f-channels-1-tiers-{number}"));
    }
    let (amount, conditions) =
        ("#f-channels-1-tiers-0-fee-amount", "[name^='channels/1/tiers/'][name$='/condition/lv']");
    let page = dace.get(&path).await;
    assert_eq!(page.count(conditions), 2);
    assert!(page.text(&format!("{amount}-finding")).contains("summu"), "{}", page.text("main"));
    let words = [
        ("channels/1/fee", "amount"),
        ("channels/1/fee/amount", "34,20"),
        ("channels/1/tiers/0/fee", "amount"),
        ("channels/1/tiers/0/fee/amount", "-14,25"),
        ("channels/1/tiers/0/condition/lv", "Bērniem <b>"),
        ("channels/1/tiers/0/condition/en", "For children"),
        ("channels/1/tiers/1/fee", "free"),
        ("channels/1/tiers/1/condition/lv", "Visiem"),
    ];
    let wrong = send(&dace, &path, &page, &words).await;
    assert_eq!(wrong.refused(), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let again = dace.get(&path).await;
    assert_eq!(again.attribute(amount, "value"), "-14,25");
    assert_eq!(again.attribute("#f-channels-1-tiers-0-condition-lv", "value"), "Bērniem <b>");
    let letters = [("channels/1/tiers/0/fee/amount", "četrpadsmit")];
    let autosaved = send(&dace, &format!("{path}/autosave"), &again, &letters).await;
    let told: serde_json::Value = serde_json::from_str(&autosaved.body).unwrap();
    assert_eq!(told["notes"]["channels/1/tiers/0/fee/amount"]["severity"], "wrong", "{told}");
    let again = dace.get(&path).await;
    assert_eq!(again.attribute(amount, "value"), "četrpadsmit");
    let right = [("remove", "channels/1/tiers/1"), ("channels/1/tiers/0/fee/amount", "14,25")];
    let removed = send(&dace, &path, &again, &right).await;
    assert_eq!(removed.location(), format!("{path}?at=channels%2F1%2Ftiers#f-channels-1-tiers"));
    let page = dace.get(&path).await;
    assert_eq!(page.count(conditions), 1);
    let saved = send(&dace, &path, &page, &[("payment/lv", "Internetbankā."), ("payment/en", "Bank.")]).await;
    assert_eq!(saved.location(), format!("{path}?done=section-saved"), "{}", saved.body);
    // What differs is told in euro and in words.
    let changes = dace.get(&format!("{here}/changes")).await.text("main");
    for words in ["34,20 €", "14,25 €", "Bez maksas", "Bērniem <b>", "Kā samaksāt", "Internetbankā."] {
        assert!(changes.contains(words), "{words}: {changes}");
    }
    assert!(!changes.contains("3420") && !changes.contains("Visiem"), "{changes}");
}
