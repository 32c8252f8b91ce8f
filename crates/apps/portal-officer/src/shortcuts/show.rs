//! `/work/shortcuts`: which keys do what, and how to switch them off (WCAG 2.1.4).

use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

/// A key and the last part of the text `work-key-…` that says what it does.
#[derive(Debug, Clone, Copy, Serialize)]
struct Key {
    label: &'static str,
    word: &'static str,
}

const KEYS: [Key; 13] = [
    Key { label: "J", word: "down" },
    Key { label: "K", word: "up" },
    Key { label: "Enter", word: "open" },
    Key { label: "G", word: "next" },
    Key { label: "R", word: "consultation" },
    Key { label: "I", word: "register" },
    Key { label: "T", word: "take" },
    Key { label: "D", word: "decide" },
    Key { label: "A", word: "ask" },
    Key { label: "N", word: "page" },
    Key { label: "/", word: "find" },
    Key { label: "?", word: "help" },
    Key { label: "Ctrl Enter", word: "send" },
];

/// Context of `work/shortcuts/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ShortcutsPage {
    keys: [Key; 13],
}

impl Template for ShortcutsPage {
    const NAME: &'static str = "work/shortcuts/show.html";

    fn samples(_: Locale) -> Vec<Self> {
        vec![Self { keys: KEYS }]
    }
}

/// The page.
pub async fn show(visit: Visit) -> Answer {
    visit.render(&ShortcutsPage { keys: KEYS })
}
