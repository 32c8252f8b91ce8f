//! The page of the search's rules with invented ones.

use super::page::{Boost, SearchPage, Synonym, Tried, TypedBoost, TypedSynonym};
use crate::parts::{Choice, either};
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for SearchPage {
    const NAME: &'static str = "work/search/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let place = |name: &str, with, without, moved| Tried {
            href: format!("/{locale}/services/1007"),
            code: "1007".to_owned(),
            name: name.to_owned(),
            with,
            without,
            moved,
        };
        let tried = vec![
            place("Bērna piedzimšanas pabalsts", Some(1), Some(2), "up"),
            place("Ģimenes valsts pabalsts", Some(2), Some(1), "down"),
            place("Vecāku <pabalsts>", Some(3), None, "new"),
            place("Paternitātes pabalsts", None, Some(3), "gone"),
            place("Maternitātes pabalsts", Some(4), Some(4), "same"),
        ];
        let synonym = |two_way| Synonym {
            words: "bērnudārzs, dārziņš".to_owned(),
            means: "pirmsskolas izglītības iestāde".to_owned(),
            two_way,
            revision: 2,
            change: format!("/{locale}/work/search?edit=1#synonym"),
            remove: format!("/{locale}/work/search/synonyms/1/remove"),
        };
        let boost = |words: &str| Boost {
            service: "1007".to_owned(),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            words: words.to_owned(),
            percent: 150,
            revision: 1,
            change: format!("/{locale}/work/search?edit=2#boost"),
            remove: format!("/{locale}/work/search/boosts/2/remove"),
        };
        let empty = Self {
            q: String::new(),
            tried: Vec::new(),
            find: String::new(),
            synonyms: Vec::new(),
            boosts: Vec::new(),
            more: 0,
            bare: true,
            ways: vec![Choice::new("one", either(locale, "Vienā virzienā", "One way"))],
            synonym: TypedSynonym::default(),
            boost: TypedBoost::default(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["words", "means", "service", "boost-words", "percent"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let full = Self {
            q: "pabalsts".to_owned(),
            tried,
            find: "bērn".to_owned(),
            synonyms: vec![synonym(true), synonym(false)],
            boosts: vec![boost(""), boost("bērns")],
            more: 7,
            bare: false,
            ..empty.clone()
        };
        let typed =
            TypedSynonym { id: "1".to_owned(), revision: 2, words: "<a>".to_owned(), ..TypedSynonym::default() };
        let changed = TypedBoost { id: "2".to_owned(), revision: 1, ..TypedBoost::default() };
        let nothing = Self { q: "zzz".to_owned(), ..empty.clone() };
        vec![full.clone(), Self { synonym: typed, boost: changed, errors, ..full }, nothing, empty]
    }
}
