//! What happened to a case, in words.

use super::page::Step;
use cases::{Case, Doer, Stage};
use i18n::Args;
use kernel::{Channel, InstitutionId, LangText, Result, riga_date};
use std::collections::BTreeMap;
use storage::Read;
use web_kit::Visit;

/// Names of institutions by id.
pub type Names = BTreeMap<InstitutionId, LangText>;

/// The steps, newest first, so that the last is seen without scrolling. They stand by the time at which they happened: of a
/// case that was taken over, or of which a system reports, some were written down after later ones.
pub async fn timeline(visit: &Visit, tx: &Read, case: &Case, stages: &[Stage]) -> Result<Vec<Step>> {
    let names = institutions_of(tx, stages).await?;
    let mut in_time: Vec<&Stage> = stages.iter().collect();
    in_time.sort_by_key(|stage| stage.at);
    Ok(in_time.into_iter().rev().map(|stage| step(visit, case, stage, &names)).collect())
}

/// The steps after the one that the officer has seen, oldest first.
pub async fn since(visit: &Visit, tx: &Read, case: &Case, stages: &[Stage], seen: i64) -> Result<Vec<Step>> {
    let names = institutions_of(tx, stages).await?;
    let new = stages.iter().filter(|stage| stage.sequence > seen);
    Ok(new.map(|stage| step(visit, case, stage, &names)).collect())
}

/// The names of the institutions that did something.
pub async fn institutions_of(tx: &Read, stages: &[Stage]) -> Result<Names> {
    let institution = |stage: &Stage| match stage.doer {
        Doer::Institution(id) | Doer::System(id) => Some(id),
        Doer::Client | Doer::Source(_) | Doer::Platform => None,
    };
    let mut ids: Vec<InstitutionId> = stages.iter().filter_map(institution).collect();
    ids.sort();
    ids.dedup();
    institutions::names_of(tx, &ids).await
}

fn step(visit: &Visit, case: &Case, stage: &Stage, names: &Names) -> Step {
    let at = match stage.is_of_a_day() {
        true => i18n::date(visit.locale(), riga_date(stage.at)),
        false => i18n::date_time(visit.locale(), stage.at),
    };
    let mut lines = vec![at, who(visit, &stage.doer, names)];
    lines.extend(unit(visit, case, stage));
    lines.push(channel(visit, stage));
    lines.extend(doubts(visit, stage));
    let state = if stage.is_miss() { "missed" } else { "done" };
    Step { state, title: title_of(visit, stage), lines }
}

/// The part of the institution in which a step that was taken over was done: a log names one for a whole case.
fn unit(visit: &Visit, case: &Case, stage: &Stage) -> Option<String> {
    let unit = case.unit.as_deref().filter(|_| matches!(stage.doer, Doer::Source(_)))?;
    Some(text_of(visit, "work-source-unit", "unit", unit))
}

/// By which channel, in the words that its client reads.
fn channel(visit: &Visit, stage: &Stage) -> String {
    let word = stage.told_channel().map_or("not-told", Channel::as_str);
    visit.text(&format!("channel-{word}")).to_lowercase()
}

fn text_of(visit: &Visit, key: &str, name: &'static str, value: &str) -> String {
    let mut values = Args::new();
    values.set(name, value.to_owned());
    visit.text_with(key, &values)
}

/// What an import found strange about the step; doubts about the case as a whole stand above it.
fn doubts(visit: &Visit, stage: &Stage) -> Vec<String> {
    if stage.kind != "case.stage_reported" {
        return Vec::new();
    }
    let flags = stage.data.get("flags").and_then(serde_json::Value::as_array);
    let flags = flags.into_iter().flatten().filter_map(serde_json::Value::as_str);
    flags.map(|flag| text_of(visit, "work-flag", "flag", &flag_words(visit, flag))).collect()
}

/// The words of a flag; a flag without words stands for itself.
fn flag_words(visit: &Visit, flag: &str) -> String {
    let key = format!("import-flag-{flag}");
    if visit.state().templates().catalog().has(visit.locale(), &key) { visit.text(&key) } else { flag.to_owned() }
}

/// What happened: the words of the kind, or the name that a reporting system gave the stage.
pub fn title_of(visit: &Visit, stage: &Stage) -> String {
    let reported = stage.data.get("stage").and_then(serde_json::Value::as_str);
    match reported.filter(|_| stage.kind == "case.stage_reported") {
        Some(name) => name.to_owned(),
        None => visit.text(&format!("event-{}", stage.word())),
    }
}

/// Who did it: the client, an institution, its system, somebody whom another system's log names, or the platform.
pub fn who(visit: &Visit, doer: &Doer, names: &Names) -> String {
    let name = |id| names.get(id).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default();
    match doer {
        Doer::Client => visit.text("work-doer-client"),
        Doer::Institution(id) => name(id),
        Doer::System(id) => format!("{} ({})", name(id), visit.text("work-doer-system")),
        Doer::Source(Some(doer)) => text_of(visit, "work-doer-source-named", "doer", doer),
        Doer::Source(None) => visit.text("work-doer-source"),
        Doer::Platform => visit.text("work-doer-platform"),
    }
}
