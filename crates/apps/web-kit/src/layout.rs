//! What every page's frame needs: language, who is signed in, the address in the other language.

use kernel::Locale;
use serde::Serialize;

use crate::visitor::{Ends, Visitor};
use crate::{AppState, Settings};

/// Who is signed in, as the frame shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Who {
    /// Name of the person.
    pub(crate) name: String,
    /// On whose behalf, when not their own.
    pub(crate) acting_for: Option<String>,
    /// On what ground.
    pub(crate) mandate: Option<String>,
    /// `client`, `officer`…
    pub(crate) role: &'static str,
    /// Whether this is somebody who works in an institution.
    pub(crate) staff: bool,
}

/// The frame's context; templates see it as `page`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// Language of the page.
    pub(crate) locale: Locale,
    /// Path without the language: `/services`.
    pub(crate) path: String,
    /// The same page in the other language.
    pub(crate) other_url: String,
    /// Who is signed in.
    pub(crate) who: Option<Who>,
    /// How long the session lasts if nothing more is asked.
    pub(crate) session: Option<Ends>,
    /// The address of this page, to come back to.
    pub(crate) here: String,
    /// The token that forms send back; empty for visitors who are not signed in.
    pub(crate) csrf: String,
    /// Whether this is a demonstration.
    pub(crate) demo: bool,
    /// A line above every page.
    pub(crate) banner: Option<String>,
    /// The last part of a text key `done-…`: what has just been done.
    pub(crate) done: Option<String>,
    /// The most bytes one attached file may have.
    pub(crate) upload_limit: usize,
}

impl Layout {
    /// The frame of the page at `path_and_query` for `visitor`.
    #[must_use]
    pub fn new(state: &AppState, visitor: &Visitor, path_and_query: &str) -> Self {
        let mut layout = Self::bare(state.settings(), visitor, path_and_query);
        layout.done = query_value(path_and_query, "done")
            .filter(|word| state.templates().catalog().has(visitor.locale, &format!("done-{word}")));
        layout
    }

    pub(crate) fn bare(settings: &Settings, visitor: &Visitor, path_and_query: &str) -> Self {
        let inner = without_locale(path_and_query);
        let other = if visitor.locale == Locale::Lv { Locale::En } else { Locale::Lv };
        let path = inner.split('?').next().unwrap_or_default();
        Self {
            locale: visitor.locale,
            path: if path.is_empty() { "/".to_owned() } else { path.to_owned() },
            other_url: format!("/{other}{inner}"),
            who: visitor.session.as_ref().map(|session| Who {
                name: session.display_name.clone(),
                acting_for: session.acting_for.clone(),
                mandate: session.caller.mandate.clone(),
                role: session.caller.role.as_str(),
                staff: session.caller.role.is_staff(),
            }),
            session: visitor.ends,
            here: format!("/{}{inner}", visitor.locale),
            csrf: visitor.session.as_ref().map(|session| session.csrf.clone()).unwrap_or_default(),
            demo: settings.demo,
            banner: settings.banner.clone(),
            done: None,
            upload_limit: settings.upload_limit,
        }
    }
}

/// `/lv/services?q=x` → `/services?q=x`; paths without a language lead to the home page.
fn without_locale(path_and_query: &str) -> &str {
    for locale in Locale::ALL {
        let rest = path_and_query.strip_prefix('/').and_then(|rest| rest.strip_prefix(locale.as_str()));
        if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with(['/', '?'])) {
            return rest;
        }
    }
    ""
}

fn query_value(path_and_query: &str, name: &str) -> Option<String> {
    let (_, query) = path_and_query.split_once('?')?;
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    value.chars().all(|c| c.is_ascii_lowercase() || c == '-').then(|| value.to_owned())
}
