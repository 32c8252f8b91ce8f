//! What was answered, in words, with the source of each answer.

use super::open::links;
use super::page::{AnswerRow, Section, Source};
use cases::CaseFile;
use forms::{FieldSource, SummaryRow, answers_summary};
use i18n::Args;
use identity::PersonalCode;
use kernel::Result;
use web_kit::Visit;

/// The answers, step by step; nothing for a case that came without a form. Of personal codes,
/// `hidden` ones stay masked, all of them without a list: a client's whole code is shown for a reason, on the record.
pub fn sections(visit: &Visit, file: &CaseFile, href: &str, hidden: Option<&[PersonalCode]>) -> Result<Vec<Section>> {
    let Some((key, version)) = &file.case.form else { return Ok(Vec::new()) };
    let definition = forms::definition(key, Some(*version))?;
    let steps = answers_summary(&definition, &file.answers, &file.sources, visit.locale());
    let row = |row: SummaryRow| AnswerRow {
        files: links(href, &file.documents, &row.documents),
        source: row.source.as_ref().map(|source| words(visit, source, row.changed)),
        label: row.label,
        lines: row.values.into_iter().map(|value| masked(value, hidden)).collect(),
    };
    let section =
        |step: forms::SummaryStep| Section { label: step.label, rows: step.rows.into_iter().map(row).collect() };
    Ok(steps.into_iter().map(section).collect())
}

fn masked(value: String, hidden: Option<&[PersonalCode]>) -> String {
    match PersonalCode::parse(&value) {
        Ok(code) if hidden.is_none_or(|hidden| hidden.contains(&code)) => code.masked(),
        _ => value,
    }
}

fn words(visit: &Visit, source: &FieldSource, changed: bool) -> Source {
    let (key, picture) = match source {
        FieldSource::Register { .. } if changed => ("work-source-changed", "pencil"),
        FieldSource::Register { .. } => ("work-source-register", "shield-check"),
        FieldSource::Unreachable { .. } => ("work-source-unreachable", "triangle-alert"),
    };
    let locale = visit.locale();
    let mut args = Args::new();
    args.set("register", source.register(locale).to_owned());
    args.set("at", i18n::date_time(locale, source.asked_at()));
    Source { picture, words: visit.state().templates().text(locale, key, &args) }
}
