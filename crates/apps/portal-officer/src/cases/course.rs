//! What happened to a case, in words.

use super::page::Step;
use cases::{Doer, Stage};
use i18n::Args;
use kernel::{InstitutionId, LangText, Result, riga_date};
use std::collections::BTreeMap;
use storage::Read;
use web_kit::Visit;

/// Names of institutions by id.
pub type Names = BTreeMap<InstitutionId, LangText>;

/// The steps, newest first, so that the last is seen without scrolling.
pub async fn timeline(visit: &Visit, tx: &Read, stages: &[Stage]) -> Result<Vec<Step>> {
    let names = institutions_of(tx, stages).await?;
    Ok(stages.iter().rev().map(|stage| step(visit, stage, &names)).collect())
}

/// The steps after the one that the officer has seen, oldest first.
pub async fn since(visit: &Visit, tx: &Read, stages: &[Stage], seen: i64) -> Result<Vec<Step>> {
    let names = institutions_of(tx, stages).await?;
    Ok(stages.iter().filter(|stage| stage.sequence > seen).map(|stage| step(visit, stage, &names)).collect())
}

/// The names of the institutions that did something.
pub async fn institutions_of(tx: &Read, stages: &[Stage]) -> Result<Names> {
    let institution = |stage: &Stage| match stage.doer {
        Doer::Institution(id) | Doer::System(id) => Some(id),
        Doer::Client | Doer::Platform => None,
    };
    let mut ids: Vec<InstitutionId> = stages.iter().filter_map(institution).collect();
    ids.sort();
    ids.dedup();
    institutions::names_of(tx, &ids).await
}

fn step(visit: &Visit, stage: &Stage, names: &Names) -> Step {
    let at = match stage.is_of_a_day() {
        true => i18n::date(visit.locale(), riga_date(stage.at)),
        false => i18n::date_time(visit.locale(), stage.at),
    };
    let lines = [vec![at, who(visit, &stage.doer, names)], doubts(visit, stage)].concat();
    Step { state: "done", title: title_of(visit, stage), lines }
}

/// What an import found strange about the step; doubts about the case as a whole stand above it.
fn doubts(visit: &Visit, stage: &Stage) -> Vec<String> {
    if stage.kind != "case.stage_reported" {
        return Vec::new();
    }
    let flags = stage.data.get("flags").and_then(serde_json::Value::as_array);
    let flags = flags.into_iter().flatten().filter_map(serde_json::Value::as_str);
    let told = |flag: &str| {
        let mut values = Args::new();
        values.set("flag", flag_words(visit, flag));
        visit.text_with("work-flag", &values)
    };
    flags.map(told).collect()
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
        None => visit.text(&format!("event-{}", stage.kind.replace('.', "-"))),
    }
}

/// Who did it: the client, an institution, its system or the platform.
pub fn who(visit: &Visit, doer: &Doer, names: &Names) -> String {
    let name = |id| names.get(id).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default();
    match doer {
        Doer::Client => visit.text("work-doer-client"),
        Doer::Institution(id) => name(id),
        Doer::System(id) => format!("{} ({})", name(id), visit.text("work-doer-system")),
        Doer::Platform => visit.text("work-doer-platform"),
    }
}
