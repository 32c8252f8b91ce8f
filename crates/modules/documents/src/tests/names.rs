//! Names of files.

use super::LIMIT;
use crate::inspect;
use proptest::prelude::*;

fn clean(name: &str) -> String {
    inspect(name, super::samples::PDF.into(), LIMIT).unwrap().name().to_owned()
}

#[test]
fn names_are_made_harmless_and_stay_readable() {
    for (given, kept) in [
        ("Īres līgums (2026).pdf", "Īres līgums (2026).pdf"),
        ("C:\\Users\\anna\\skenēts.PDF", "skenēts.pdf"),
        ("../../etc/x.pdf", "x.pdf"),
        ("  a \t b .pdf", "a b.pdf"),
        ("a\"<b>|c?*.pdf", "a__b__c__.pdf"),
        ("evil\u{202e}fdp.exe.pdf", "evilfdp.exe.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
        ("...pdf.pdf", "pdf.pdf"),
        (".pdf", "datne.pdf"),
    ] {
        assert_eq!(clean(given), kept, "{given:?}");
    }
}

proptest! {
    #[test]
    fn no_name_keeps_a_folder_or_a_control_character(name in ".{0,300}") {
        let kept = clean(&format!("{name}.pdf"));
        prop_assert!(kept.ends_with(".pdf") && kept.len() > 4, "{kept}");
        prop_assert!(kept.chars().count() <= 130);
        prop_assert!(!kept.contains(['/', '\\', '"', '\0', '\n', '\r', ';']) && !kept.starts_with('.'), "{kept}");
    }
}
