//! The measures of plain language.

use crate::quality::measures::{Measured, badly_spaced, capitals, has_markup, is_abbreviation};

// req: CAT-18
#[test]
fn sentences_end_where_people_end_them() {
    for (text, sentences) in [
        ("", 0),
        ("Piesakieties", 1),
        ("Piesakieties. Gaidiet.", 2),
        ("Deklarāciju pieņem no 1. marta. Gaidiet!", 2),
        ("Līdz 1996. gada 1. janvārim.", 1),
        ("Pase, apliecība u. c. dokumenti.", 1),
        ("Vai esat gatavs? Jā.", 2),
        ("Sadaļā „Mani iesniegumi.” Tur gaidiet.", 2),
        ("Pirmā rinda\nOtrā rinda", 2),
    ] {
        assert_eq!(Measured::new(text).sentences, sentences, "{text:?}");
    }
}

// req: CAT-18
#[test]
fn words_and_passives_are_counted() {
    let text = Measured::new("Iesniegums tiek izskatīts, un e-pasts tiks nosūtīts nekavējoties.");
    assert_eq!((text.words, text.words_per_sentence(), text.passives()), (8, 8, 2));
    assert_eq!(text.long_words_percent(12), 12);
    assert_eq!(Measured::new("VSAA izskata iesniegumu un to tiek.").passives(), 0);
}

// req: CAT-18
#[test]
fn abbreviations_shouting_spaces_and_markup_are_seen() {
    for (word, is) in [("VSAA", true), ("ES", true), ("B", false), ("Rīga", false), ("A1", false), ("ĀĒ", true)] {
        assert_eq!(is_abbreviation(word), is, "{word}");
    }
    assert_eq!(capitals("Lasiet! SVARĪGI VISIEM klientiem"), (13, "SVARĪGI VISIEM".to_owned()));
    assert_eq!(capitals("VSAA un NVA kopā").0, 0);
    for (text, bad) in [("a  b", true), (" a", true), ("a ,b", true), ("a, b.", false), ("", false)] {
        assert_eq!(badly_spaced(text), bad, "{text:?}");
    }
    for (text, has) in [("a < b > c", false), ("<b>a</b>", true), ("a&nbsp;b", true), ("R&D", false)] {
        assert_eq!(has_markup(text), has, "{text:?}");
    }
}
