//! The rules as content, the pilot services, and the imported inventory: what the rules say of real descriptions.

use super::starting_acts;
use crate::pilot::entries;
use crate::quality::{found_by, lists, reading};
use crate::store::services;
use crate::tests::{db, pilot};
use crate::{QualityContext, Severity, findings, import_canada, rules, score};
use kernel::{Caller, Locale};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

// req: CAT-18
#[test]
fn the_rules_are_read_and_told_apart_by_their_ids() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    assert!(ids.len() >= 40 && ids.len() == rules().len(), "{} rules", ids.len());
    assert!(rules().iter().all(|rule| rule.weight > 0 && !rule.on.is_empty()));
    assert!(lists::plain().phrases.len() > 40 && lists::starting_acts().len() > 4);
    assert!(lists::is_cofog("10.4.0") && !lists::is_cofog("10.4.9") && !lists::is_cofog("\n"));
}

// req: CAT-18
#[test]
fn unreadable_rules_keep_everything_from_being_published() {
    let broken = reading("[[rule]]\nid = \"x\"\n");
    assert_eq!((broken.len(), broken[0].severity), (1, Severity::Blocks));
}

/// A rule as the file writes it.
fn rule(kind: &str, severity: &str, on: &str) -> String {
    format!(
        "[[rule]]\nid = \"x\"\non = [\"{on}\"]\ncheck = {{ kind = \"{kind}\" }}\nseverity = \"{severity}\"\nweight = 1\n"
    )
}

// req: CAT-18
#[test]
fn no_rule_is_said_to_block_what_a_publication_cannot_know() {
    let kinds = [
        "law_repealed",
        "link_dead",
        "duplicate",
        "alike",
        "not_confirmed",
        "identification_missing",
        "form_not_offered",
        "electronic_nowhere",
    ];
    for kind in kinds {
        assert_eq!(reading(&rule(kind, "warns", "*"))[0].id, "x", "{kind}");
        let refused = reading(&rule(kind, "blocks", "*"));
        assert_eq!((refused.len(), refused[0].id.as_str()), (1, "rules-unreadable"), "{kind}");
    }
    assert_eq!(reading(&rule("channel_twice", "blocks", "channels"))[0].id, "x");
}

// req: CAT-18
#[tokio::test]
async fn a_rule_finds_nothing_where_it_does_not_look() {
    let mut d = (*pilot(&db().await, "P.11").await.description).clone();
    d.documents[0].link = Some("veidlapa".into());
    d.channels[0].sign_in = Some("pieslegties".into());
    d.providers[0].contact.email = Some("pasts".into());
    let context = QualityContext {
        dead_links: ["veidlapa", "pieslegties"].map(str::to_owned).into(),
        ..QualityContext::default()
    };
    let paths = |kind: &str, on: &str| -> Vec<String> {
        let rules = reading(&rule(kind, "warns", on));
        found_by(&rules, &d, &context).into_iter().map(|finding| finding.path).collect()
    };
    for kind in ["link_faulty", "link_dead"] {
        assert_eq!(paths(kind, "documents/*/link"), ["documents/0/link"]);
        assert_eq!(paths(kind, "channels/*/sign_in"), ["channels/0/sign_in"]);
        assert_eq!(paths(kind, "channels"), ["channels/0/sign_in"]);
        assert_eq!(paths(kind, "*"), ["documents/0/link", "channels/0/sign_in"]);
        assert!(paths(kind, "providers/*/website").is_empty());
    }
    assert_eq!(paths("email_faulty", "providers"), ["providers/0/email"]);
    assert!(paths("email_faulty", "documents").is_empty());
    // What the platform's own rules look at holds the sign-in.
    let own = findings(&d, &context);
    for rule in ["link-faulty", "link-dead"] {
        assert!(own.iter().any(|one| one.rule == rule && one.path == "channels/0/sign_in"), "{rule}");
    }
}

// req: CAT-18, A11-04
#[test]
fn every_rule_has_its_words_in_both_languages() {
    let catalog = i18n::Catalog::load().unwrap();
    for rule in rules() {
        let mut keys = ["", "-why", "-fix"].map(|end| format!("quality-{}{end}", rule.id)).to_vec();
        if rule.severity == Severity::Blocks {
            keys.push(format!("error-quality-{}", rule.id));
        }
        for key in keys {
            for locale in Locale::ALL {
                assert!(catalog.has(locale, &key), "{locale} {key}");
            }
        }
    }
}

// req: CAT-18
#[tokio::test]
async fn the_pilot_services_are_written_well() {
    let db = db().await;
    let tx = db.reading(&Caller::engine()).await;
    let mut spent = std::time::Duration::ZERO;
    for code in 1001..=1017 {
        let service = crate::service(&tx, &code.to_string()).await.unwrap();
        let context = QualityContext {
            has_form: service.form_key.is_some(),
            repealed: starting_acts(),
            ..QualityContext::default()
        };
        let begun = Instant::now();
        let found = findings(&service.description, &context);
        spent += begun.elapsed();
        let (score, name) = (score(&found), &service.name().lv);
        eprintln!("{score:3} {code} {name}");
        for finding in &found {
            eprintln!("      {} {} {:?}", finding.rule, finding.path, finding.args);
        }
        assert!(found.iter().all(|finding| finding.severity == Severity::Hints), "{code} {name}: {found:?}");
        assert!(score >= 90, "{code} {name}: {score}");
    }
    let each = spent / u32::try_from(entries().unwrap().len()).unwrap();
    eprintln!("{each:?} for the findings of one description");
    // Less than 1 ms when optimised; this build is not.
    assert!(each.as_millis() < 20, "{each:?}");
}

// req: CAT-18
#[tokio::test]
async fn the_imported_inventory_shows_its_gaps() {
    let Some(path) = test_support::shared_data("services/canada_services_2024.csv.gz") else { return };
    let db = db().await;
    import_canada(&db, std::fs::File::open(&path).unwrap(), |_| ()).await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let (mut scores, mut by_rule) = (BTreeMap::<u8, usize>::new(), BTreeMap::<String, usize>::new());
    for row in services::after_number(&tx, 1017, 5_000).await.unwrap() {
        let service = crate::service(&tx, &row.code).await.unwrap();
        let found = findings(&service.description, &QualityContext::default());
        assert!(found.iter().any(|finding| finding.severity == Severity::Blocks), "{}", service.code);
        *scores.entry(score(&found) / 10 * 10).or_default() += 1;
        for rule in found.into_iter().map(|finding| finding.rule).collect::<BTreeSet<_>>() {
            *by_rule.entry(rule).or_default() += 1;
        }
    }
    eprintln!("scores by tens: {scores:?}\nservices by rule: {by_rule:#?}");
    assert_eq!(scores.values().sum::<usize>(), 1751);
    // English only, without steps, documents, conditions: nothing of it would be published here.
    assert_eq!(by_rule["text-missing"], 1751);
    assert_eq!(by_rule["list-missing"], 1751);
}
