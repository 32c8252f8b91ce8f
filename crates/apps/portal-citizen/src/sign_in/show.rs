//! The ways to sign in.

use std::sync::Arc;

use axum::extract::Query;
use i18n::Args;
use identity::{Demonstration, OidcProvider};
use kernel::Locale;
use serde::{Deserialize, Serialize};
use web_kit::{Answer, Template, Visit, percent, safe_return};

#[derive(Debug, Serialize)]
struct PersonaLine {
    href: String,
    name: String,
    description: String,
}

/// Why signing in failed, as far as the person can do something about it: errors that have words of their own. Only
/// these are taken from the address, so that nobody can write a page of ours by a link.
const REASONS: [&str; 7] = [
    "sign-in-state",
    "sign-in-expired",
    "sign-in-refused",
    "sign-in-no-code",
    "sign-in-no-name",
    "person-codes-differ",
    "sign-in-stronger",
];

/// What went wrong, and what to do.
#[derive(Debug, Serialize)]
struct Failed {
    text: String,
    next: Option<String>,
}

/// Context of `sign_in/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SignInPage {
    failed: Option<Failed>,
    /// What became of the session that is over, and of what was sent.
    ended: Option<String>,
    oidc: Option<String>,
    personas: Vec<PersonaLine>,
}

/// `?return=`, `?failed=` and `?ended=`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default, rename = "return")]
    pub(super) back: String,
    failed: Option<String>,
    ended: Option<String>,
}

/// What can be said of a session that is over: only that, that the last form is lost, that the draft is kept, that it is
/// kept but for files that were refused.
const ENDED: [&str; 4] = ["yes", "unsent", "kept", "kept-without-files"];

/// What became of the form that was sent too late. On the last page of an application nothing is typed, so nothing is
/// lost: it is not submitted, and the draft holds every answer.
fn ended<'a>(word: &'a str, back: &str) -> &'a str {
    let submits = back.contains("/drafts/") && back.ends_with("/check");
    if word == "unsent" && submits { "check" } else { word }
}

/// `GET /sign-in`
pub(crate) async fn show(visit: Visit, Query(query): Query<Asked>) -> Answer {
    let back = safe_return(&query.back).map(|path| format!("?return={}", percent(path))).unwrap_or_default();
    let begin = begin_address(query.failed.is_some(), &back);
    let oidc = visit.state().part::<Arc<OidcProvider>>().is_ok();
    let demo = visit.state().part::<Demonstration>().ok().filter(|_| visit.state().settings().demo);
    let persona = |persona: &identity::Persona| PersonaLine {
        href: format!("/demo/sign-in/{}{back}", persona.key),
        name: persona.display_name(),
        description: persona.description.get(visit.locale()).to_owned(),
    };
    visit.render(&SignInPage {
        failed: query.failed.map(|word| Failed::of(&visit, &word)),
        ended: query
            .ended
            .filter(|word| ENDED.contains(&word.as_str()))
            .map(|word| visit.text(&format!("sign-in-ended-{}", ended(&word, &query.back)))),
        oidc: oidc.then(|| visit.url(&begin)),
        personas: demo.map(|demo| demo.personas().iter().map(persona).collect()).unwrap_or_default(),
    })
}

/// The address of the button; `back` begins with `?` or is empty. Whoever was refused is asked anew.
pub(crate) fn begin_address(refused: bool, back: &str) -> String {
    match (refused, back.strip_prefix('?')) {
        (true, Some(back)) => format!("/sign-in/begin?anew=yes&{back}"),
        (true, None) => "/sign-in/begin?anew=yes".to_owned(),
        (false, _) => format!("/sign-in/begin{back}"),
    }
}

/// `word` if it is one of the reasons.
pub(super) fn reason(word: &str) -> Option<&'static str> {
    REASONS.into_iter().find(|known| *known == word)
}

impl Failed {
    fn of(visit: &Visit, word: &str) -> Self {
        let Some(reason) = reason(word) else { return Self { text: visit.text("sign-in-failed"), next: None } };
        let key = format!("error-{reason}");
        let next = visit.state().templates().catalog().attribute(visit.locale(), &key, "next", &Args::new());
        Self { text: visit.text(&key), next }
    }
}

impl Template for SignInPage {
    const NAME: &'static str = "citizen/sign_in/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let persona = PersonaLine {
            href: "/demo/sign-in/resident".to_owned(),
            name: "Anna Bērziņa".to_owned(),
            description: "Iedzīvotāja".to_owned(),
        };
        let oidc = Some(format!("/{locale}/sign-in/begin"));
        let failed =
            |text: &str, next: Option<&str>| Some(Failed { text: text.to_owned(), next: next.map(str::to_owned) });
        vec![
            Self { failed: None, ended: None, oidc: oidc.clone(), personas: vec![persona] },
            Self {
                failed: failed("Pieslēgties neizdevās.", None),
                ended: None,
                oidc: oidc.clone(),
                personas: Vec::new(),
            },
            Self {
                failed: failed("Nav personas koda.", Some("Izmantojiet citu.")),
                ended: None,
                oidc,
                personas: Vec::new(),
            },
            Self { failed: None, ended: Some("Sesija ir beigusies.".to_owned()), oidc: None, personas: Vec::new() },
        ]
    }
}
