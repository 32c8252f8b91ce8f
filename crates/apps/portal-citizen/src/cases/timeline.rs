//! The course of a case in words: what happened, when, by whom and by which channel, and what is to come.

use ::cases::{Case, Doer, Stage, State};
use kernel::{Channel, riga_date};
use serde::Serialize;
use web_kit::Visit;

use crate::names::{Names, text_of};

/// One point of the line.
#[derive(Debug, Serialize)]
pub(super) struct Point {
    pub(super) state: &'static str,
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

/// Points for what happened, then for what is still to come. What concerns only the office is left out.
pub(super) fn points(visit: &Visit, case: &Case, stages: &[Stage], names: &Names) -> Vec<Point> {
    let told = stages.iter().filter(|stage| !matches!(stage.kind.as_str(), "case.claimed" | "case.returned"));
    let mut points: Vec<Point> = told.map(|stage| happened(visit, case, stage, names)).collect();
    let open = !matches!(case.state, State::Closed | State::Withdrawn | State::Delivered);
    // A deadline that was missed is no step at which the case stands, and must not look like one.
    if open && let Some(last) = points.iter_mut().rfind(|point| point.state == "done") {
        last.state = "now";
    }
    if case.state.is_undecided() {
        points.push(Point { state: "next", title: visit.text("event-next-decision"), lines: Vec::new() });
    } else if case.state == State::Decided {
        points.push(Point { state: "next", title: visit.text("event-next-result"), lines: Vec::new() });
    }
    points
}

fn happened(visit: &Visit, case: &Case, stage: &Stage, names: &Names) -> Point {
    let when = match stage.is_of_a_day() {
        true => i18n::date(visit.locale(), riga_date(stage.at)),
        false => i18n::date_time(visit.locale(), stage.at),
    };
    let (who, how) = (who(visit, case, stage, names), channel(visit, stage));
    let state = if stage.is_miss() { "missed" } else { "done" };
    Point { state, title: title(visit, stage), lines: vec![format!("{when} · {who} · {how}")] }
}

/// What happened: the words of the kind, with the name that a system gave the stage it reports, as it gave it.
fn title(visit: &Visit, stage: &Stage) -> String {
    let reported = stage.data.get("stage").and_then(serde_json::Value::as_str);
    match reported.filter(|_| stage.kind == "case.stage_reported") {
        Some(name) => text_of(visit, "event-case-stage_named", "stage", name),
        None => visit.text(&format!("event-{}", stage.word())),
    }
}

/// Who did it. Clients are not told which officer works on their case, so they do not read whom another system's log
/// names either; the part of the institution is no person, and they do.
fn who(visit: &Visit, case: &Case, stage: &Stage, names: &Names) -> String {
    match (&stage.doer, &case.unit) {
        (Doer::Client, _) => visit.text("doer-client"),
        (Doer::Institution(id), _) => names.get(*id),
        (Doer::System(id), _) => text_of(visit, "doer-system", "institution", names.get(*id)),
        (Doer::Source(_), Some(unit)) => text_of(visit, "doer-source-unit", "unit", unit),
        (Doer::Source(_), None) => visit.text("doer-source"),
        (Doer::Platform, _) => visit.text("doer-platform"),
    }
}

/// By which channel, in the words of the service's description.
fn channel(visit: &Visit, stage: &Stage) -> String {
    let word = stage.told_channel().map_or("not-told", Channel::as_str);
    visit.text(&format!("channel-{word}")).to_lowercase()
}

/// The institutions that the stages name.
pub(super) fn institutions_in(stages: &[Stage]) -> impl Iterator<Item = kernel::InstitutionId> + '_ {
    stages.iter().filter_map(|stage| match stage.doer {
        Doer::Institution(id) | Doer::System(id) => Some(id),
        Doer::Client | Doer::Source(_) | Doer::Platform => None,
    })
}
