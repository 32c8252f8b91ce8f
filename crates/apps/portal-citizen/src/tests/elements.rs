//! Everything that a description says is on its page; what it does not say leaves no heading and no line.

use std::collections::BTreeMap;

use catalogue::{Description, PublishService, publish};
use http::StatusCode;
use i18n::{Args, Catalog};
use kernel::{Caller, InstitutionId, LangText, Locale};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::browser::{Page, Portal, Register};
use super::full::full;

/// A published description with every element filled.
struct Told {
    code: String,
    holder: InstitutionId,
    description: Value,
    /// Names of institutions by id, of municipalities by ATVK code.
    names: BTreeMap<String, LangText>,
    catalog: Catalog,
}

impl Told {
    /// Publishes it; `change` may do something to it before.
    async fn publish(portal: &Portal, change: impl FnOnce(&mut Value)) -> Self {
        let (code, related) = (portal.service("P.11").await, portal.service("P.02").await);
        let mut tx = portal.db.writing(&Caller::engine()).await;
        let (own, other) =
            (catalogue::service(&tx, &code).await.unwrap(), catalogue::service(&tx, &related).await.unwrap());
        let places = crate::own::municipalities(&tx, Locale::Lv).await.unwrap();
        let atvk: Vec<String> = places.iter().filter_map(|one| one.atvk.clone()).take(5).collect();
        let description = full([own.holder, other.holder], atvk, related);
        let mut description = serde_json::to_value(&description).unwrap();
        change(&mut description);
        let whole: Description = serde_json::from_value(description.clone()).unwrap();
        publish(&mut tx, PublishService::now(&code, own.latest, Some(whole))).await.unwrap();
        tx.commit().await.unwrap();
        let tx = portal.db.reading(&Caller::engine()).await;
        let institutions = institutions::names_of(&tx, &[own.holder, other.holder]).await.unwrap();
        let names = institutions.into_iter().map(|(id, name)| (id.to_string(), name));
        let places = places.into_iter().filter_map(|one| Some((one.atvk?, one.name)));
        let names = names.chain(places).collect();
        Self { code, holder: own.holder, description, names, catalog: Catalog::load().unwrap() }
    }

    /// What the page in `locale` with the texts in `tongue` does not say.
    fn missing(&self, page: &Page, locale: Locale, tongue: &str) -> Vec<String> {
        let shown = page.text("main");
        let mut leaves = Vec::new();
        collect(&self.description, "", &mut leaves);
        assert!(leaves.len() > 100, "only {} leaves", leaves.len());
        let words = leaves.iter().filter_map(|(path, leaf)| Some((path, self.words(path, leaf, locale, tongue)?)));
        let missing = words.filter(|(_, text)| !shown.contains(text.as_str()) && !page.body.contains(text.as_str()));
        missing.map(|(path, text)| format!("{path}: {text}")).collect()
    }

    /// The words for one value of the description; none for what is said by saying nothing. A new element has no words
    /// here until somebody decides how the page says it.
    fn words(&self, path: &str, leaf: &Value, locale: Locale, tongue: &str) -> Option<String> {
        let word = leaf.as_str().unwrap_or_default();
        let last = path.rsplit('/').next().unwrap_or_default();
        if ["lv", "en", "pl"].contains(&last) {
            return (last == tongue).then(|| word.to_owned());
        }
        let text = |key: &str| self.text(locale, key, &Args::new());
        let count = |key: &str, name: &'static str| {
            let mut args = Args::new();
            args.set(name, leaf.as_i64().unwrap());
            self.text(locale, key, &args)
        };
        let name = || self.names[word].get(locale).to_owned();
        Some(match path {
            "cofog" => format!("{word} – {}", text("cofog-10-4")),
            "client_circle" => text(&format!("service-circle-{word}")),
            "territory/municipalities" | "providers/institution" => name(),
            "steps/stage" => text(&format!("catalogue-stage-{word}")),
            "documents/kind" if word == "document" => return None,
            "documents/kind" => text("catalogue-document-form"),
            "documents/required" if leaf.as_bool() == Some(true) => return None,
            "documents/required" => text("service-document-optional"),
            "documents/proves" => {
                let number = usize::try_from(leaf.as_u64().unwrap()).unwrap();
                self.description["conditions"][number - 1][tongue].as_str().unwrap().to_owned()
            }
            "documents/channels" => text(&format!("channel-{word}")).to_lowercase(),
            "outputs/kind" => text(&format!("open-output-{word}")),
            "providers/stage" => text(&format!("service-provides-{word}")),
            "channels/channel" => text(&format!("channel-{word}")),
            "channels/stages" => text(&format!("service-can-{word}")),
            "channels/fee" => text(&format!("service-fee-{word}")),
            "channels/tiers/fee" => text(&format!("service-fee-added-{word}")),
            "channels/fee/amount" | "channels/tiers/fee/amount" => i18n::money(locale, leaf.as_i64().unwrap()),
            "channels/tiers/added" => {
                let mut args = Args::new();
                args.set("amount", i18n::money(locale, 999));
                self.text(locale, "service-fee-added", &args)
            }
            "channels/deadline/working_days" => count("deadline-working-days", "days"),
            "channels/deadline/months" => count("deadline-months", "months"),
            "channels/opening/days" => text(&format!("service-day-{word}")),
            "channels/opening/opens" | "channels/opening/closes" if locale == Locale::Lv => {
                word.trim_start_matches('0').replace(':', ".")
            }
            // Where a sign-in begins is told to browsers that are signed in, and to nobody else.
            "channels/sign_in" => return None,
            "channels/places" => text("service-some-places"),
            "form" => text("service-start"),
            "channels/reason" => text(&format!("channel-reason-{word}")),
            "identification" => text(&format!("identification-{word}")),
            "signature" => text(&format!("signature-{word}")),
            "digital/mode" => text(&format!("digital-{word}")),
            "digital/since" | "valid_from" | "valid_to" | "checked_on" => i18n::date(locale, word.parse().unwrap()),
            "minutes_to_fill" => count("service-minutes", "count"),
            "life_events" => text(&format!("life-event-{word}")),
            "related" => format!("href=\"/{locale}/services/{word}\""),
            "documents/link" | "legal_basis/link" | "channels/link" => format!("href=\"{word}\""),
            "documents/evidence_type" => catalogue::evidence_type(word).unwrap().name.get(locale).to_owned(),
            "channels/opening/opens" | "channels/opening/closes" => word.to_owned(),
            contact if contact.starts_with("providers/contact/") => word.to_owned(),
            _ if path.starts_with("flags/") && leaf.as_bool() == Some(false) => return None,
            _ if path.starts_with("flags/") => text(&format!("catalogue-flag-{last}")),
            _ => panic!("what does the page say for {path}?"),
        })
    }

    fn text(&self, locale: Locale, key: &str, args: &Args<'_>) -> String {
        self.catalog.text(locale, key, args).unwrap_or_else(|| panic!("no text {key}"))
    }
}

/// Every single value with its path, without the places in lists.
fn collect(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}/{key}") };
                collect(inner, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|inner| collect(inner, path, found)),
        leaf => found.push((path.to_owned(), leaf.clone())),
    }
}

/// Says every text in Polish too.
fn in_polish(value: &mut Value) {
    match value {
        Value::Object(map) => match map.get("lv").and_then(Value::as_str).map(|words| format!("{words} po polsku")) {
            Some(words) => drop(map.insert("pl".to_owned(), Value::String(words))),
            None => map.values_mut().for_each(in_polish),
        },
        Value::Array(items) => items.iter_mut().for_each(in_polish),
        _ => {}
    }
}

fn words_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The texts of all elements that the selector finds.
fn texts(page: &Page, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    html.select(&Selector::parse(selector).unwrap()).map(words_of).collect()
}

/// Elements without words, and sections that are only a heading.
fn hollow(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let names = ["h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "th", "td", "details"];
    let parts = Selector::parse(&names.map(|name| format!("main {name}")).join(", ")).unwrap();
    let empty = html.select(&parts).filter(|one| words_of(*one).is_empty());
    let sections = Selector::parse("main section, main .ds-card").unwrap();
    let heading = Selector::parse("h2").unwrap();
    let lone = html.select(&sections).filter(|section| {
        section.select(&heading).next().is_some_and(|heading| words_of(heading) == words_of(*section))
    });
    empty.chain(lone).map(|element| element.html()).collect()
}

// req: CAT-04, CAT-05, CAT-06, CAT-07, CAT-08, CAT-09, CAT-10, CAT-11, CAT-12, CAT-13, CAT-14
// req: CAT-25, CAT-26, CAT-28, CAT-30, CAT-31, A11-04
#[tokio::test]
async fn everything_that_a_description_says_is_on_its_page_in_both_languages() {
    let portal = Portal::open(Register { down: false }).await;
    let told = Told::publish(&portal, |_| ()).await;
    for locale in Locale::ALL {
        let page = portal.visitor().get(&format!("/{locale}/services/{}", told.code)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(told.missing(&page, locale, locale.as_str()), Vec::<String>::new(), "{locale}");
        assert_eq!(hollow(&page), Vec::<String>::new(), "{locale}");
    }
    let page = portal.visitor().get(&format!("/lv/services/{}", told.code)).await;
    // Requested here, received there.
    let rows = texts(&page, "#h-channels + * tbody th");
    let can: Vec<bool> = rows.iter().map(|row| row.contains("pieteikties")).collect();
    let gets: Vec<bool> = rows.iter().map(|row| row.contains("saņemt rezultātu")).collect();
    assert_eq!(can, [true, true, true, false, false], "{rows:?}");
    assert_eq!(gets, [true, false, false, true, true], "{rows:?}");
    // The holder, and each institution with its stages and its own contacts.
    let cards = texts(&page, "aside .ds-card h3");
    assert_eq!(cards.len(), 3, "{cards:?}");
    assert_eq!(texts(&page, "aside .ds-card a[href^='tel:']").len(), 3);
    let holder = told.names[&told.holder.to_string()].get(Locale::Lv);
    assert_eq!(texts(&page, "aside .ds-card:first-child strong"), [holder]);
    assert_eq!(texts(&page, "aside .dv-kv details li").len(), 5, "municipalities by name");
}

// req: CAT-04, CAT-25, CAT-23
#[tokio::test]
async fn several_payments_are_a_list_and_in_short_the_page_says_from_how_much() {
    let portal = Portal::open(Register { down: false }).await;
    let tier = |cents: i64, lv: &str| {
        let condition = serde_json::json!({ "lv": lv, "en": format!("{lv} in English") });
        serde_json::json!({ "fee": { "amount": cents }, "condition": condition })
    };
    let told = Told::publish(&portal, |description| {
        for offer in description["channels"].as_array_mut().unwrap() {
            offer["fee"] = serde_json::json!({ "amount": 3420 });
            offer["tiers"] = serde_json::json!([tier(1425, "Bērniem"), tier(7114, "Steidzami <b>")]);
        }
        description["channels"][3]["tiers"] = serde_json::json!([tier(0, "Visiem")]);
    })
    .await;
    let page = portal.visitor().get(&format!("/lv/services/{}", told.code)).await;
    assert!(texts(&page, ".dv-facts dd").contains(&"No 14,25\u{a0}€".to_owned()), "{}", page.text(".dv-facts"));
    let shown = page.text("main");
    assert!(shown.contains("Bez maksas vai par maksu, atkarībā no gadījuma"), "{shown}");
    // Channels that cost the same share a list.
    assert_eq!(texts(&page, "#h-channels ~ div dl.dv-terms dt").iter().filter(|one| *one == "Bērniem").count(), 1);
    let heads = texts(&page, "#h-channels ~ div h3");
    assert_eq!(heads, ["Cik maksā dažādos gadījumos", "Kā samaksāt"]);
    assert!(page.body.contains("Steidzami &lt;b&gt;") && !page.body.contains("Steidzami <b>"));
    assert_eq!(hollow(&page), Vec::<String>::new());
    let card = portal.visitor().get(&format!("/en/embed/services/{}", told.code)).await;
    assert!(card.body.contains("From €14.25"), "{}", card.body);
}

// req: CAT-04, CAT-25
#[tokio::test]
async fn a_payment_on_top_that_is_nothing_or_is_not_stated_is_said_in_words_of_its_own() {
    let portal = Portal::open(Register { down: false }).await;
    let on_top = |fee: Value, lv: &str| {
        let condition = serde_json::json!({ "lv": lv, "en": format!("{lv} in English") });
        serde_json::json!({ "fee": fee, "added": true, "condition": condition })
    };
    let told = Told::publish(&portal, |description| {
        for offer in description["channels"].as_array_mut().unwrap() {
            offer["fee"] = serde_json::json!({ "amount": 3420 });
            let sum = on_top(serde_json::json!({ "amount": 500 }), "Ar kurjeru");
            let (nothing, unsaid) = (on_top("free".into(), "Vēstulē"), on_top("stated".into(), "Uz ārzemēm"));
            offer["tiers"] = serde_json::json!([sum, nothing, unsaid]);
        }
    })
    .await;
    for (locale, expected) in [
        ("lv", ["papildus 5,00\u{a0}€", "bez papildu maksas", "papildu maksa, ko nosaka iestāde"]),
        ("en", ["plus €5.00", "no extra charge", "an additional fee set by the institution"]),
    ] {
        let page = portal.visitor().get(&format!("/{locale}/services/{}", told.code)).await;
        let sums = texts(&page, "#h-channels ~ div dl.dv-terms dd");
        assert!(sums.ends_with(&expected.map(str::to_owned)), "{sums:?}");
    }
}

// req: A11-05
#[tokio::test]
async fn a_page_in_a_further_language_says_all_of_it() {
    let portal = Portal::open(Register { down: false }).await;
    let told = Told::publish(&portal, in_polish).await;
    let page = portal.visitor().get(&format!("/lv/services/{}?lang=pl", told.code)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(told.missing(&page, Locale::Lv, "pl"), Vec::<String>::new());
    // Each text carries its language, words of the frame do not.
    let marked = texts(&page, "main [lang=pl]").join("\n");
    let mut leaves = Vec::new();
    collect(&told.description, "", &mut leaves);
    let polish = leaves.iter().filter(|(path, _)| path.ends_with("/pl"));
    let unmarked: Vec<_> = polish.filter(|(_, leaf)| !marked.contains(leaf.as_str().unwrap())).collect();
    assert!(unmarked.is_empty(), "{unmarked:?}");
    assert_eq!((page.text("#h-outputs").as_str(), marked.contains("Ko saņemsiet")), ("Ko saņemsiet", false));
    assert_eq!(hollow(&page), Vec::<String>::new());
}

// req: CAT-07
#[tokio::test]
async fn what_a_description_does_not_say_leaves_no_heading_and_no_line() {
    let portal = Portal::open(Register { down: false }).await;
    let model = portal.service("P.11").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let holder = catalogue::service(&tx, &model).await.unwrap().holder;
    let name = LangText::new("", "Licence");
    let code = catalogue::ensure_sample(&mut tx, holder, name, LangText::default()).await.unwrap();
    tx.commit().await.unwrap();
    for locale in Locale::ALL {
        let page = portal.visitor().get(&format!("/{locale}/services/{code}")).await;
        assert_eq!(page.text("h1"), "Licence");
        for part in ["outputs", "who", "documents", "steps", "marks", "appeal", "law"] {
            assert!(!page.has(&format!("#h-{part}")), "{locale} {part}");
        }
        assert!(!page.has(".dv-lead") && page.has("#h-channels"), "{locale}");
        assert_eq!(hollow(&page), Vec::<String>::new(), "{locale}");
    }
}

// req: CAT-06, CAT-14, CAT-26, A11-05
#[tokio::test]
async fn the_demonstration_service_with_every_element_is_shown_whole_in_three_languages() {
    let portal = Portal::open(Register { down: false }).await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    catalogue::install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let tx = portal.db.reading(&Caller::anonymous()).await;
    let services = catalogue::public_services(&tx, 0, 100).await.unwrap().services;
    let code = &services.iter().find(|one| one.description.flags.joint).unwrap().code;
    let free = "Slimnīcas izziņa / ziņas par dzemdībām";
    for (address, words) in [
        (format!("/lv/services/{code}"), ["Dzimšanas apliecība", "Bērns ir dzimis pēdējo sešu mēnešu laikā.", free]),
        (format!("/en/services/{code}"), ["Birth certificate", "The child was born within the last six months.", free]),
        (format!("/lv/services/{code}?lang=uk"), ["Dzimšanas apliecība", "Заява на підтримку сім’ї", free]),
    ] {
        let page = portal.visitor().get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        let shown = page.text("main");
        let missing: Vec<&str> = words.into_iter().filter(|words| !shown.contains(words)).collect();
        assert_eq!(missing, Vec::<&str>::new(), "{address}: {shown}");
        assert!(!shown.contains("birth-certificate"), "{address}");
        assert_eq!(hollow(&page), Vec::<String>::new(), "{address}");
    }
}
