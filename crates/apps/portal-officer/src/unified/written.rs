//! From the form of a template to its text, and from the places of a text to the fields of the form.

use super::form::{Both, Typed, TypedDocument};
use catalogue::{ClientCircle, Keywords, LegalAct, RequiredDocument, Step, TemplateScope, TemplateText};
use i18n::Args;
use kernel::{Error, LangText, Result};
use web_kit::{FormErrors, Visit};

/// The text that was typed. `before` is the text that the form was made of: what the form does not show of a document
/// stays with it.
///
/// # Errors
/// Invalid `form-has-errors` with one field error per choice that is not one of ours.
pub fn text(typed: &Typed, before: Option<&TemplateText>) -> Result<TemplateText> {
    let mut wrong: Vec<&'static str> = Vec::new();
    let client_circle = typed.client_circle.parse::<ClientCircle>().map_err(|_| wrong.push("client_circle")).ok();
    let scope = typed.scope.parse::<TemplateScope>().map_err(|_| wrong.push("scope")).ok();
    let (Some(client_circle), Some(scope)) = (client_circle, scope) else {
        return Err(wrong
            .into_iter()
            .fold(Error::invalid("form-has-errors"), |error, field| error.field(field, "template-choose")));
    };
    let step = |step: &super::form::TypedStep| {
        Ok(Step { stage: step.stage.parse()?, title: step.title.text(), text: step.text.text() })
    };
    let known = before.map(|text| text.documents.as_slice()).unwrap_or_default();
    let document = |typed: &TypedDocument| document(typed, known);
    Ok(TemplateText {
        name: typed.name.text(),
        summary: typed.summary.text(),
        audience: typed.audience.text(),
        client_circle,
        cofog: typed.cofog.clone(),
        scope,
        conditions: lines(&typed.conditions),
        steps: typed.steps.iter().map(step).collect::<Result<_>>()?,
        documents: typed.documents.iter().map(document).collect::<Result<_>>()?,
        legal_basis: typed
            .laws
            .iter()
            .map(|law| LegalAct {
                title: law.title.text(),
                link: Some(law.link.clone()).filter(|link| !link.is_empty()),
            })
            .collect(),
        appeal: typed.appeal.text(),
        local: lines(&typed.local),
        life_events: typed.life_events.clone(),
        keywords: Keywords { lv: words(&typed.keywords.lv), en: words(&typed.keywords.en) },
    })
}

fn document(typed: &TypedDocument, known: &[RequiredDocument]) -> Result<RequiredDocument> {
    let before = known.iter().find(|known| known.name.lv == typed.name.lv).cloned();
    let before = before.unwrap_or_else(|| RequiredDocument {
        name: LangText::default(),
        kind: catalogue::DocumentKind::Document,
        required: false,
        note: None,
        link: None,
        evidence_type: None,
        proves: None,
        channels: Vec::new(),
    });
    Ok(RequiredDocument {
        name: typed.name.text(),
        kind: typed.kind.parse()?,
        required: typed.required,
        note: Some(typed.note.text()).filter(|_| !typed.note.is_empty()),
        ..before
    })
}

/// One text of each line; a line that one language lacks is empty there.
fn lines(both: &Both) -> Vec<LangText> {
    let of = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let (lv, en) = (of(&both.lv), of(&both.en));
    let line = |place: usize| {
        let at = |lines: &[String]| lines.get(place).cloned().unwrap_or_default();
        LangText::new(at(&lv), at(&en))
    };
    (0..lv.len().max(en.len())).map(line).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The same errors at the fields of the form, told by what the fields are called.
pub fn at_fields(visit: &Visit, errors: &FormErrors) -> FormErrors {
    let placed = errors.renamed(|path| {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [name @ ("name" | "summary" | "audience" | "appeal")] => format!("{name}-lv"),
            ["steps"] => "steps-0-title-lv".to_owned(),
            ["legal_basis"] => "laws-0-title-lv".to_owned(),
            ["conditions", ..] => "conditions-lv".to_owned(),
            ["steps", row, part] => format!("steps-{row}-{part}-lv"),
            ["documents", row, part] => format!("documents-{row}-{part}-lv"),
            ["legal_basis", row, "link"] => format!("laws-{row}-link"),
            ["legal_basis", row, part] => format!("laws-{row}-{part}-lv"),
            _ => path.to_owned(),
        }
    });
    let mut told = placed.named(|field| called(visit, field));
    told.items.sort_by_key(|item| item.field.as_deref().map_or((0, 0, 0), place));
    told
}

/// The names of the fields in the order of the form.
const ORDER: [&str; 16] = [
    "name",
    "summary",
    "audience",
    "conditions",
    "appeal",
    "scope",
    "client_circle",
    "cofog",
    "life_events",
    "keywords",
    "local",
    "steps",
    "documents",
    "laws",
    "from",
    "note",
];
/// The fields of a row in the order of the form.
const IN_A_ROW: [&str; 6] = ["stage", "kind", "name", "title", "text", "note"];

/// Where a field stands in the form, by which the summary is ordered: the part, its row, and the field of the row. The
/// address of a law is the last of its row.
fn place(field: &str) -> (usize, usize, usize) {
    let mut parts = field.split(['-', '/']);
    let at = |names: &[&str], part: Option<&str>| {
        part.and_then(|part| names.iter().position(|name| *name == part)).unwrap_or(names.len())
    };
    let part = at(&ORDER, parts.next());
    let row = parts.next().and_then(|row| row.parse().ok()).unwrap_or(0);
    (part, row, at(&IN_A_ROW, parts.next()))
}

/// What a field of the form is called: `steps-1-title-lv` as „2. solis: Soļa nosaukums”.
fn called(visit: &Visit, field: &str) -> Option<String> {
    let parts: Vec<&str> = field.split('-').collect();
    let row = |of: &str, row: &str, key: &str| {
        let mut values = Args::new();
        values.set("number", row.parse::<i64>().ok()? + 1);
        Some(format!("{}: {}", visit.text_with(&format!("template-{of}"), &values), visit.text(key)))
    };
    let key = match parts.as_slice() {
        ["steps", place, "stage", ..] => return row("step", place, "template-stage"),
        ["steps", place, "title", ..] => return row("step", place, "template-step-title"),
        ["steps", place, ..] => return row("step", place, "template-step-text"),
        ["documents", place, "kind", ..] => return row("document", place, "template-kind"),
        ["documents", place, "note", ..] => return row("document", place, "template-document-note"),
        ["documents", place, ..] => return row("document", place, "template-document-name"),
        ["laws", place, "link"] => return row("law", place, "template-law-link"),
        ["laws", place, ..] => return row("law", place, "template-law-title"),
        ["client_circle"] => "template-circle",
        ["life_events"] => "template-life-events",
        ["from"] => "template-plan-day",
        [one @ ("name" | "summary" | "audience" | "conditions" | "appeal" | "local" | "keywords"), ..]
        | [one @ ("scope" | "cofog" | "note")] => return Some(visit.text(&format!("template-{one}"))),
        _ => return None,
    };
    Some(visit.text(key))
}
