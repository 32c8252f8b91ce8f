//! Both languages say the same things.

use kernel::Locale;

use crate::Catalog;

// req: A11-04
#[test]
fn both_languages_have_the_same_keys_with_the_same_values_in_every_file() {
    let (lv, en) = (Catalog::keys(Locale::Lv), Catalog::keys(Locale::En));
    assert!(lv.len() >= 4, "the text files were not found");
    let mut differences = Vec::new();
    for (here, there, name) in [(&lv, &en, "en"), (&en, &lv, "lv")] {
        for (file, keys) in here {
            for (key, values) in keys {
                match there.get(file).and_then(|keys| keys.get(key)) {
                    None => differences.push(format!("{name}/{file} lacks {key}")),
                    Some(other) if other != values => {
                        differences.push(format!("{file} {key}: values {values:?} and {other:?}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_file_is_valid_and_no_key_appears_twice() {
    if let Err(defect) = Catalog::load() {
        panic!("{defect}");
    }
}

#[test]
fn an_outline_tells_a_text_without_its_values() {
    let catalog = Catalog::load().unwrap();
    let missing = catalog.outline(Locale::En, "error-json-field-missing", None);
    assert_eq!(missing.as_deref(), Some("The field \"…\" is missing."));
    let chosen = catalog.outline(Locale::En, "error-json-type", None);
    assert_eq!(chosen.as_deref(), Some("A value of this kind was sent; a value of another kind is wanted."));
    assert!(catalog.outline(Locale::Lv, "error-bad-json", Some("next")).is_some_and(|next| next.contains("openapi")));
    assert_eq!(catalog.outline(Locale::Lv, "error-bad-json", Some("colour")), None);
    assert_eq!(catalog.outline(Locale::Lv, "no-such-text", None), None);
}
