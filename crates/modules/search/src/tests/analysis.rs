//! The stemmer against its published vectors and against our own; folding; what counts as a word.
use crate::analysis::{beginnings, fold, holds_begun, stem, words};

// req: POR-15
#[test]
fn one_word_in_many_endings_has_one_stem() {
    for form in ["pabalsts", "pabalsta", "pabalstu", "pabalstam", "pabalstiem", "pabalstos"] {
        assert_eq!(stem(form), "pabalst", "{form}");
    }
    for form in ["bezdarbnieks", "bezdarbnieka", "bezdarbnieku", "bezdarbniekiem"] {
        assert_eq!(stem(form), "bezdarbniek", "{form}");
    }
}

// req: POR-15
#[test]
fn palatalised_consonants_come_back() {
    assert_eq!(stem("lāču"), "lāc");
    assert_eq!(stem("rīkšu"), "rīkst");
    assert_eq!(stem("zvaigžņu"), "zvaigzn");
    assert_eq!(stem("kurmju"), "kurm");
}

// req: POR-15
#[test]
fn short_words_and_codes_stay() {
    for word in ["usa", "60ms", "", "nav", "p"] {
        assert_eq!(stem(word), word);
    }
}

// req: POR-15
#[test]
fn published_vectors_hold() {
    let Some(path) = test_support::shared_data("language-lv/latvian_stemmer_vectors.csv") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let mut wrong = Vec::new();
    let vectors: Vec<&str> = text.lines().skip(1).collect();
    for line in &vectors {
        let cells: Vec<&str> = line.rsplitn(3, ',').collect();
        let (expected, input) = (cells[0], cells[1].trim());
        if stem(input) != expected {
            wrong.push(format!("{line}: {}", stem(input)));
        }
    }
    eprintln!("{} of {} published stems match", vectors.len() - wrong.len(), vectors.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(vectors.len(), 173);
}

// req: POR-15
#[test]
fn folding_drops_marks_and_keeps_case() {
    assert_eq!(fold("Bērna kopšanas ģimenes ņūžļķčŠĀ"), "Berna kopsanas gimenes nuzlkcSA");
}

// req: POR-15
#[test]
fn silent_words_count_only_when_alone() {
    assert_eq!(words("Pabalsts par bērnu"), ["pabalsts", "bērnu"]);
    assert_eq!(words("par"), ["par"]);
    assert!(words(" -- ?! ").is_empty());
}

// req: POR-15
#[test]
fn questions_are_reduced_to_what_they_are_about() {
    assert_eq!(words("Kā es varu dabūt jaunu pasi?"), ["jaunu", "pasi"]);
    assert_eq!(words("how can I get a passport"), ["passport"]);
}

// req: POR-15
#[test]
fn beginnings_are_kept_without_diacritics_and_the_first_word_is_marked() {
    assert_eq!(beginnings("Ķīla un"), "^ki ki ^kil kil ^kila kila un ");
    assert_eq!(beginnings("B lapa"), "^b b la lap lapa ");
    assert!(beginnings("nepārtraukti").ends_with("^nepartrauk nepartrauk "));
}

// req: POR-14
#[test]
fn a_short_text_is_gone_through_for_words_in_any_ending_and_for_unfinished_ones() {
    let text = "Bērna piedzimšanas pabalsts 1007 42 Izziņa_par_ienākumiem.pdf";
    for found in ["pabalstu", "BERNS", "piedz", "1007-42", "izzina", "par izziņu", "pdf", "pa"] {
        assert!(holds_begun(text, found), "{found}");
    }
    for missing in ["pensija", "pabalsts pensija", "abalsts", "2", "", " - "] {
        assert!(!holds_begun(text, missing), "{missing}");
    }
}
