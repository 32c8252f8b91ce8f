//! Every template with every sample in both languages: rendered for tests, checkers and pictures.

use std::collections::BTreeSet;

use kernel::{Locale, Result};

use crate::layout::Who;
use crate::visitor::{Ends, Visitor};
use crate::{Layout, Settings, Templates};

mod checks;

pub use checks::defects_of;

/// For whom samples are rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleSession {
    /// Nobody is signed in.
    Visitor,
    /// A resident acting for themselves.
    Client,
    /// A person acting for a company.
    Mandate,
    /// Somebody of an institution.
    Staff,
}

/// One rendered sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedSample {
    /// `citizen/services/show.html`
    pub template: &'static str,
    /// The language.
    pub locale: Locale,
    /// Which sample, from 0.
    pub number: usize,
    /// The page.
    pub html: String,
}

impl RenderedSample {
    /// A file name for it: `citizen-services-show-0.lv.html`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let name = self.template.trim_end_matches(".html").replace('/', "-");
        format!("{name}-{}.{}.html", self.number, self.locale)
    }
}

/// Renders every registered sample. `session` says who is signed in on the pages of a template.
///
/// # Errors
/// Internal `template` for the first sample that does not fit its template.
pub fn check_samples(templates: &Templates, session: impl Fn(&str) -> SampleSession) -> Result<Vec<RenderedSample>> {
    let mut rendered = Vec::new();
    for locale in Locale::ALL {
        for (template, contexts) in templates.samples(locale) {
            let layout = sample_layout(locale, session(template));
            for (number, context) in contexts.into_iter().enumerate() {
                let html = templates.render_value(&layout, template, context)?;
                rendered.push(RenderedSample { template, locale, number, html });
            }
        }
    }
    Ok(rendered)
}

/// The frame of a sample, with invented people.
fn sample_layout(locale: Locale, session: SampleSession) -> Layout {
    let settings = Settings { demo: true, ..Settings::default() };
    let mut layout = Layout::bare(&settings, &Visitor::anonymous(locale), &format!("/{locale}/services"));
    let who = |name: &str, acting_for: Option<&str>, mandate: Option<&str>, role, staff| Who {
        name: name.to_owned(),
        acting_for: acting_for.map(str::to_owned),
        mandate: mandate.map(str::to_owned),
        role,
        staff,
    };
    layout.who = match session {
        SampleSession::Visitor => None,
        SampleSession::Client => Some(who("Anna Bērziņa", None, None, "client", false)),
        SampleSession::Mandate => {
            Some(who("Līga Krūmiņa", Some("SIA „Rīta Rasa”"), Some("valdes locekle"), "client", false))
        }
        SampleSession::Staff => Some(who("Pēteris Liepa", None, None, "officer", true)),
    };
    if layout.who.is_some() {
        layout.csrf = "sample-mark".to_owned();
        layout.session = Some(Ends { seconds: 900, last: false });
    }
    layout
}

impl Templates {
    /// Template files that are pages (not frames and macros, whose names begin with `_`) but have no context registered.
    #[must_use]
    pub fn unregistered(&self) -> Vec<String> {
        let known: BTreeSet<&str> = self.samples(Locale::Lv).map(|(name, _)| name).collect();
        let is_part = |name: &str| name.rsplit('/').next().is_some_and(|file| file.starts_with('_'));
        self.pages().iter().filter(|name| !is_part(name) && !known.contains(name.as_str())).cloned().collect()
    }
}
