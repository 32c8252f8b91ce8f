//! Pages in further languages.

use http::StatusCode;
use kernel::{Caller, LangText};
use translation::{DemoTranslator, sources, translate_missing};

use super::browser::{Portal, Register};

/// Translates a service and a life situation into Ukrainian.
async fn translated(portal: &Portal) -> String {
    let code = portal.service("P.11").await;
    let tx = portal.db.reading(&Caller::engine()).await;
    let service = catalogue::service(&tx, &code).await.unwrap();
    let situation = catalogue::situation(&tx, "childbirth").await.unwrap();
    let mut texts = sources(&*service.description, "uk").unwrap();
    texts.extend(sources(&*situation.text, "uk").unwrap());
    drop(tx);
    translate_missing(&portal.db, &DemoTranslator::default(), &texts, "uk").await.unwrap();
    code
}

// req: A11-05
#[tokio::test]
async fn translated_texts_are_shown_with_their_language_and_marked() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    assert!(!visitor.get(&format!("/lv/services/{code}")).await.has(".dv-spoken"), "offered before it is there");
    translated(&portal).await;
    for (path, words) in
        [(format!("/lv/services/{code}"), "Допомога при народженні"), ("/lv/life/childbirth".to_owned(), "Очікування")]
    {
        let own = visitor.get(&path).await;
        assert!(own.has(&format!(".dv-spoken a[href='{path}?lang=uk'][lang=uk]")), "{path}");
        let page = visitor.get(&format!("{path}?lang=uk")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("html[lang=lv]") && page.text("[lang=uk] h1").contains(words), "{}", page.text("h1"));
        assert!(page.text(".ds-alert").contains("Mašīntulkojums, nav pārbaudīts."), "{}", page.text(".ds-alert"));
        assert!(page.text(".ds-alert").contains("paraugs"), "the engine is not named");
    }
    // It is the whole page: only what is translated is marked as such.
    let page = visitor.get(&format!("/lv/services/{code}?lang=uk")).await;
    for part in ["#h-outputs", "#h-channels", "#h-law", "aside a[href^='tel:']", ".dv-cta a[href$='/apply']"] {
        assert!(page.has(part), "{part}");
    }
    assert!(page.has("main .dv-kv") && !page.has("[lang=uk] .dv-kv"));
    assert!(visitor.get("/en/life/childbirth?lang=uk").await.text(".ds-alert").contains("Machine translation"));
    // Who reads neither of our languages is told in their own, and the original is the Latvian one.
    let english = visitor.get(&format!("/en/services/{code}?lang=uk")).await;
    let told = english.text(".ds-alert");
    assert!(english.text(".ds-alert p[lang=uk]").contains("Машинний переклад"), "{told}");
    assert!(told.contains("replaces single words") && !told.contains("paraugs"), "{told}");
    assert!(english.has(&format!(".ds-alert a[href='/lv/services/{code}'][hreflang=lv]")), "{told}");
    assert!(!page.has("[aria-labelledby=h-law] [lang=uk]"), "titles of laws are not translated");
    // What is not translated is shown as it is, and never made on the way.
    let plain = visitor.get("/lv/life/illness?lang=uk").await;
    assert!(plain.status == StatusCode::OK && plain.text("h1") == "Slimība" && !plain.has(".ds-alert"));
    for wrong in ["xx", "%3Cscript%3E", "uk-uk-uk-uk-uk", "lv"] {
        let page = visitor.get(&format!("/lv/life/childbirth?lang={wrong}")).await;
        assert!(page.status == StatusCode::OK && page.text("h1").starts_with("Bērna"), "{wrong}");
    }
    assert_eq!(visitor.get(&format!("/lv/services/{code}?lang=fr")).await.status, StatusCode::NOT_FOUND);
}

// req: A11-05
#[tokio::test]
async fn what_a_person_wrote_in_a_language_is_shown_without_the_mark() {
    let portal = Portal::open(Register { down: false }).await;
    let code = translated(&portal).await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let service = catalogue::service(&tx, &code).await.unwrap();
    let mut description = (*service.description).clone();
    let name = LangText { other: [("pl".to_owned(), "Zasiłek porodowy".to_owned())].into(), ..description.name };
    description.name = name;
    let publish = catalogue::PublishService::now(&code, service.latest, Some(description));
    catalogue::publish(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
    let page = portal.visitor().get(&format!("/lv/services/{code}?lang=pl")).await;
    assert_eq!(page.text("[lang=pl] h1"), "Zasiłek porodowy");
    assert!(page.has(".dv-lead") && !page.has(".dv-lead[lang]"), "the rest is in the language of the page");
    assert!(!page.text(".ds-alert").contains("Mašīntulkojums") && page.text(".ds-alert").contains("Polski"));
}
