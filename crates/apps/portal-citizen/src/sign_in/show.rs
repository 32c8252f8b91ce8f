//! The ways to sign in.

use std::sync::Arc;

use axum::extract::Query;
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

/// Context of `sign_in/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SignInPage {
    failed: Option<String>,
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

/// What can be said of a session that is over: only that, that the last form is lost, that the draft is kept.
const ENDED: [&str; 3] = ["yes", "unsent", "kept"];

/// `GET /sign-in`
pub(crate) async fn show(visit: Visit, Query(query): Query<Asked>) -> Answer {
    let back = safe_return(&query.back).map(|path| format!("?return={}", percent(path))).unwrap_or_default();
    let oidc = visit.state().part::<Arc<OidcProvider>>().is_ok();
    let demo = visit.state().part::<Demonstration>().ok().filter(|_| visit.state().settings().demo);
    let persona = |persona: &identity::Persona| PersonaLine {
        href: format!("/demo/sign-in/{}{back}", persona.key),
        name: persona.display_name(),
        description: persona.description.get(visit.locale()).to_owned(),
    };
    visit.render(&SignInPage {
        failed: query.failed.map(|_| visit.text("sign-in-failed")),
        ended: query
            .ended
            .filter(|word| ENDED.contains(&word.as_str()))
            .map(|word| visit.text(&format!("sign-in-ended-{word}"))),
        oidc: oidc.then(|| visit.url(&format!("/sign-in/begin{back}"))),
        personas: demo.map(|demo| demo.personas().iter().map(persona).collect()).unwrap_or_default(),
    })
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
        vec![
            Self { failed: None, ended: None, oidc: oidc.clone(), personas: vec![persona] },
            Self { failed: Some("Pieslēgties neizdevās.".to_owned()), ended: None, oidc, personas: Vec::new() },
            Self { failed: None, ended: Some("Sesija ir beigusies.".to_owned()), oidc: None, personas: Vec::new() },
        ]
    }
}
