//! The kit's own templates, and macros as portals use them.

use kernel::Locale;
use serde::Serialize;

use crate::{
    FormErrors, RenderedSample, SampleSession, Template, TemplateSet, Templates, check_samples, defects_of, templates,
};

/// Uses every macro of the kit once, with errors.
#[derive(Serialize)]
struct Everything {
    errors: FormErrors,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
}

#[derive(rust_embed::RustEmbed)]
#[folder = "src/tests/templates/"]
struct Files;

impl Template for Everything {
    const NAME: &'static str = "probe/everything.html";

    fn samples(_: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        for field in ["name", "note", "born", "kind", "several", "agree", "place", "paper", "stars"] {
            errors.add(Some(field), format!("wrong: {field} <b>"));
        }
        errors.add(None, "wrong as a whole");
        let options = || {
            vec![
                Choice { value: "a", label: "A & a", hint: Some("first") },
                Choice { value: "b", label: "B", hint: None },
            ]
        };
        vec![Self { errors, options: options() }, Self { errors: FormErrors::none(), options: options() }]
    }
}

fn rendered(session: SampleSession) -> Vec<RenderedSample> {
    let probe = TemplateSet::new::<Files>("probe").with::<Everything>();
    let templates = Templates::new(vec![templates(), probe]).unwrap();
    assert_eq!(templates.unregistered(), Vec::<String>::new());
    check_samples(&templates, |_| session).unwrap()
}

// req: A11-01
#[test]
fn every_sample_is_well_wired_for_every_kind_of_visitor() {
    use SampleSession::{Client, Mandate, Staff, Visitor};
    for session in [Visitor, Client, Mandate, Staff] {
        for sample in rendered(session) {
            let defects = defects_of(&sample.html);
            assert!(defects.is_empty(), "{} for {session:?}: {defects:?}\n{}", sample.file_name(), sample.html);
        }
    }
}

#[test]
fn every_field_shows_its_error_and_escapes_it() {
    let samples = rendered(SampleSession::Client);
    let page = samples.iter().find(|s| s.template == Everything::NAME && s.number == 0).unwrap();
    for field in ["name", "note", "born", "kind", "several", "agree", "place", "paper", "stars"] {
        assert!(page.html.contains(&format!("id=\"f-{field}-error\"")), "no error beside {field}");
        assert!(page.html.contains(&format!("href=\"#f-{field}\"")), "no link to {field}");
    }
    assert!(!page.html.contains("<b>"));
    assert!(page.html.contains("ne lielāka par 10 MB.") && page.html.contains("64 KB"), "{}", page.html);
    let clean = samples.iter().find(|s| s.template == Everything::NAME && s.number == 1).unwrap();
    assert!(!clean.html.contains("aria-invalid"));
}

#[test]
fn the_check_of_pages_finds_what_is_wrong() {
    let page = "<html lang=\"lv\"><title>x</title><main><h1>a</h1><h3>b</h3><input name=\"x\" id=\"x\"><p id=\"x\" style=\"c\"></p>\
                <a href=\"#nowhere\">y</a><form method=\"post\"></form></main></html>";
    let defects = defects_of(page).join("; ");
    for part in ["h3 after h1", "without label", "twice", "inline style", "#nowhere", "security mark"] {
        assert!(defects.contains(part), "{part} was not found in: {defects}");
    }
}

#[test]
fn a_value_that_is_missing_is_an_error() {
    let probe = TemplateSet::new::<Files>("probe").with::<Broken>();
    let templates = Templates::new(vec![templates(), probe]).unwrap();
    assert!(check_samples(&templates, |_| SampleSession::Visitor).is_err());
}

/// Lacks what its template uses.
#[derive(Serialize)]
struct Broken {}

impl Template for Broken {
    const NAME: &'static str = "probe/everything.html";

    fn samples(_: Locale) -> Vec<Self> {
        vec![Self {}]
    }
}
