//! The stemmer against its published vectors and against our own; folding; what counts as a word.
use std::path::PathBuf;

use crate::analysis::{fold, stem, words};

#[test]
fn one_word_in_many_endings_has_one_stem() {
    for form in ["pabalsts", "pabalsta", "pabalstu", "pabalstam", "pabalstiem", "pabalstos"] {
        assert_eq!(stem(form), "pabalst", "{form}");
    }
    for form in ["bezdarbnieks", "bezdarbnieka", "bezdarbnieku", "bezdarbniekiem"] {
        assert_eq!(stem(form), "bezdarbniek", "{form}");
    }
}

#[test]
fn palatalised_consonants_come_back() {
    assert_eq!(stem("lāču"), "lāc");
    assert_eq!(stem("rīkšu"), "rīkst");
    assert_eq!(stem("zvaigžņu"), "zvaigzn");
    assert_eq!(stem("kurmju"), "kurm");
}

#[test]
fn short_words_and_codes_stay() {
    for word in ["usa", "60ms", "", "nav", "p"] {
        assert_eq!(stem(word), word);
    }
}

#[test]
fn published_vectors_hold() {
    let Some(path) = shared("language-lv/latvian_stemmer_vectors.csv") else {
        eprintln!("skipped: the stemmer vectors are not in ../shared/data");
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let mut checked = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.rsplitn(3, ',').collect();
        let (expected, input) = (cells[0], cells[1].trim());
        assert_eq!(stem(input), expected, "{line}");
        checked += 1;
    }
    assert!(checked > 150, "only {checked} vectors");
}

#[test]
fn folding_drops_marks_and_keeps_case() {
    assert_eq!(fold("Bērna kopšanas ģimenes ņūžļķčŠĀ"), "Berna kopsanas gimenes nuzlkcSA");
}

#[test]
fn silent_words_count_only_when_alone() {
    assert_eq!(words("Pabalsts par bērnu"), ["pabalsts", "bērnu"]);
    assert_eq!(words("par"), ["par"]);
    assert!(words(" -- ?! ").is_empty());
}

fn shared(file: &str) -> Option<PathBuf> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|root| root.join("../shared/data").join(file)).find(|path| path.exists())
}
