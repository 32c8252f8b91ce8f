//! The course of a case in words: what happened, when and by whom, and what is to come.

use ::cases::{Case, Doer, Stage, State};
use kernel::riga_date;
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
    let mut points: Vec<Point> = told.map(|stage| happened(visit, stage, names)).collect();
    let open = !matches!(case.state, State::Closed | State::Withdrawn | State::Delivered);
    if open && let Some(last) = points.last_mut() {
        last.state = "now";
    }
    if case.state.is_undecided() {
        points.push(Point { state: "next", title: visit.text("event-next-decision"), lines: Vec::new() });
    } else if case.state == State::Decided {
        points.push(Point { state: "next", title: visit.text("event-next-result"), lines: Vec::new() });
    }
    points
}

fn happened(visit: &Visit, stage: &Stage, names: &Names) -> Point {
    let who = match stage.doer {
        Doer::Client => visit.text("doer-client"),
        Doer::Institution(id) => names.get(id),
        Doer::System(id) => text_of(visit, "doer-system", "institution", names.get(id)),
        Doer::Platform => visit.text("doer-platform"),
    };
    let key = format!("event-{}", stage.kind.replace('.', "-"));
    let when = match stage.is_of_a_day() {
        true => i18n::date(visit.locale(), riga_date(stage.at)),
        false => i18n::date_time(visit.locale(), stage.at),
    };
    Point { state: "done", title: visit.text(&key), lines: vec![format!("{when} · {who}")] }
}

/// The institutions that the stages name.
pub(super) fn institutions_in(stages: &[Stage]) -> impl Iterator<Item = kernel::InstitutionId> + '_ {
    stages.iter().filter_map(|stage| match stage.doer {
        Doer::Institution(id) | Doer::System(id) => Some(id),
        Doer::Client | Doer::Platform => None,
    })
}
