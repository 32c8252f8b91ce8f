//! The rules as content, the pilot services, and the imported inventory: what the rules say of real descriptions.

use super::starting_acts;
use crate::pilot::entries;
use crate::quality::{lists, reading};
use crate::store::services;
use crate::tests::db;
use crate::{QualityContext, Severity, findings, import_canada, rules, score};
use kernel::{Caller, Locale};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

#[test]
fn the_rules_are_read_and_told_apart_by_their_ids() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    assert!(ids.len() >= 40 && ids.len() == rules().len(), "{} rules", ids.len());
    assert!(rules().iter().all(|rule| rule.weight > 0 && !rule.on.is_empty()));
    assert!(lists::plain().phrases.len() > 40 && lists::starting_acts().len() > 4);
    assert!(lists::is_cofog("10.4.0") && !lists::is_cofog("10.4.9") && !lists::is_cofog("\n"));
}

#[test]
fn unreadable_rules_keep_everything_from_being_published() {
    let broken = reading("[[rule]]\nid = \"x\"\n");
    assert_eq!((broken.len(), broken[0].severity), (1, Severity::Blocks));
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
