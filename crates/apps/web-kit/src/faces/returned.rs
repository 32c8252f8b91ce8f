//! The page that gives somebody back what they typed into a form that came too late. What was typed is in this page
//! alone: once it is closed, nobody has it (decision 0006).

use kernel::{Error, ErrorKind, Locale};
use serde::Serialize;

use super::sign_in;
use crate::Template;
use crate::owner::OWNER;
use crate::typed::{BY_ITSELF, FILE, Typed, as_first_sent, given_back};

/// Who is at the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    /// Nobody is signed in.
    Out,
    /// Somebody whose role may not send this form.
    Other,
    /// Somebody else than the client who typed it.
    Foreign,
    /// Somebody who may send it.
    Ready,
}

/// A field of the form.
#[derive(Clone, PartialEq, Eq, Serialize)]
struct Pair {
    name: String,
    value: String,
}

/// Context of `kit/returned.html`.
#[derive(Clone, Serialize)]
pub(crate) struct ReturnedPage {
    standing: Standing,
    /// Key of the words about what happened.
    happened: &'static str,
    /// Whether the form may be sent again from this page; else it is only given back.
    again: bool,
    /// Whether what was typed is shown, and not only carried along.
    shown: bool,
    /// Where the form is sent.
    action: String,
    /// The page that the form stood on.
    before: String,
    sign_in: String,
    /// What is sent again.
    sent: Vec<Pair>,
    /// What somebody wrote in more than one word, in the order of the form.
    texts: Vec<String>,
    /// The other fields that are not empty.
    values: Vec<Pair>,
    /// Names of files, which have to be attached again.
    files: Vec<String>,
}

impl ReturnedPage {
    /// The page for a form that was sent to `address` from the page at `before` and refused with `error`.
    pub(super) fn new(locale: Locale, error: &Error, address: &str, before: &str, typed: &Typed) -> Self {
        let standing = match (error.kind(), error.key()) {
            (ErrorKind::Unauthenticated, _) => Standing::Out,
            _ if typed.foreign => Standing::Foreign,
            (_, "csrf") => Standing::Ready,
            _ => Standing::Other,
        };
        // Not even what a page only carries along: whoever is signed in could read its source.
        let nothing = Typed::default();
        let typed = if standing == Standing::Foreign { &nothing } else { typed };
        let happened = match standing {
            Standing::Foreign => "late-happened-foreign",
            _ if typed.by_itself => "late-happened-by-itself",
            Standing::Out => "late-happened-out",
            Standing::Other => "late-happened-other",
            Standing::Ready => "late-happened-ready",
        };
        let ready = standing == Standing::Ready;
        let (texts, values): (Vec<_>, Vec<_>) = typed.filled().partition(|(_, value)| is_text(value));
        Self {
            standing,
            happened,
            // Without its files it would say less, and what nobody had pressed a button for is to be finished first.
            again: ready && !typed.by_itself && typed.files.is_empty(),
            // The script sends a form when nobody has been there for a while: it is not laid open over an empty chair. What a
            // client typed waits for that client, as devices of residents are shared.
            shown: standing != Standing::Out || !(typed.by_itself || typed.owner.is_some()),
            action: if ready { as_first_sent(address) } else { given_back(address) },
            before: before.to_owned(),
            sign_in: sign_in(locale, before, None),
            sent: sent(typed, ready),
            texts: texts.into_iter().map(|(_, value)| value.clone()).collect(),
            values: values.into_iter().map(pair).collect(),
            files: typed.files.clone(),
        }
    }
}

/// The fields of the form, and what is known of it as long as it cannot be sent.
fn sent(typed: &Typed, ready: bool) -> Vec<Pair> {
    let mut all: Vec<Pair> = typed.fields.iter().map(pair).collect();
    if !ready {
        all.extend(typed.files.iter().map(|name| Pair { name: FILE.to_owned(), value: name.clone() }));
        all.extend(typed.owner.iter().map(|sign| Pair { name: OWNER.to_owned(), value: sign.clone() }));
        all.extend(typed.by_itself.then(|| Pair { name: BY_ITSELF.to_owned(), value: "yes".to_owned() }));
    }
    all
}

fn pair((name, value): &(String, String)) -> Pair {
    Pair { name: name.clone(), value: value.clone() }
}

/// More than one word: what somebody wrote, not what they chose.
fn is_text(value: &str) -> bool {
    value.trim().contains(char::is_whitespace)
}

impl Template for ReturnedPage {
    const NAME: &'static str = "kit/returned.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let typed = |by_itself: bool, files: &[&str]| Typed {
            fields: vec![
                field("revision", "3"),
                field("outcome", "granted"),
                field("text", "Nolemju \"piešķirt\" <pabalstu>.\nPamatojums ir zemāk."),
            ],
            files: files.iter().map(|name| (*name).to_owned()).collect(),
            by_itself,
            ..Typed::default()
        };
        let client =
            |foreign: bool| Typed { owner: Some("5a1e".to_owned()), foreign, ..typed(false, &["lēmums.pdf"]) };
        let page = |error: Error, typed: &Typed| {
            let before = format!("/{locale}/work/cases/1004-7");
            Self::new(locale, &error, &format!("{before}/decide"), &before, typed)
        };
        vec![
            page(Error::unauthenticated("sign-in-needed"), &typed(false, &["lēmums.pdf"])),
            page(Error::unauthenticated("sign-in-needed"), &typed(true, &["lēmums.pdf"])),
            page(Error::forbidden("role-not-allowed"), &typed(false, &[])),
            page(Error::forbidden("csrf"), &typed(false, &[])),
            page(Error::forbidden("csrf"), &typed(false, &["lēmums.pdf"])),
            page(Error::forbidden("csrf"), &typed(true, &[])),
            page(Error::forbidden("csrf"), &Typed::default()),
            page(Error::unauthenticated("sign-in-needed"), &client(false)),
            page(Error::forbidden("csrf"), &client(false)),
            page(Error::forbidden("csrf"), &client(true)),
        ]
    }
}
