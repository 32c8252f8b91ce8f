//! From the rows of one case to a case: pure rules. Wrong rows are kept and marked, so that nothing gets lost.

use crate::findings::{Finding, Severity};
use crate::log::{Row, TimeProblem, parse_time};
use crate::map::{Map, Resources};
use cases::{Outcome, State};
use chrono::{DateTime, Utc};
use kernel::{Channel, digest_hex};
use std::collections::HashMap;

/// Letters kept of any text of the file.
const LONGEST_TEXT: usize = 200;

/// A case of the file, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedCase {
    /// Id in the file.
    pub external_id: String,
    /// How it came.
    pub channel: Channel,
    /// Unit of the institution.
    pub unit: Option<String>,
    /// Who answers for it.
    pub responsible: Option<String>,
    /// When it was requested.
    pub submitted_at: DateTime<Utc>,
    /// Until when it must end.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was planned to end.
    pub planned_end_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// Its state.
    pub state: State,
    /// Its outcome, if the map tells it.
    pub outcome: Option<Outcome>,
    /// What is wrong with the case.
    pub flags: Vec<&'static str>,
    /// Its events in the order of time.
    pub stages: Vec<PlannedStage>,
}

impl PlannedCase {
    /// Whether something is wrong with the case or one of its events.
    pub fn is_flagged(&self) -> bool {
        !self.flags.is_empty() || self.stages.iter().any(|stage| !stage.flags.is_empty())
    }
}

/// An event of the file, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedStage {
    /// Id in the file, or derived from the event's values; unique within the case.
    pub external_id: String,
    /// What was done; `name (start)` when it is not the completion of it.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, as a mark.
    pub resource: Option<String>,
    /// What is wrong with it.
    pub flags: Vec<&'static str>,
    /// Place in the file.
    pub row: u64,
}

/// Plans one case. `Err` when the case has no time at all and so cannot be placed.
pub(crate) fn plan(external_id: &str, rows: &[Row], map: &Map) -> Result<(PlannedCase, Vec<Finding>), Finding> {
    let mut planner = Planner { map, case: external_id, findings: Vec::new() };
    match planner.case(rows) {
        Some(case) => Ok((case, planner.findings)),
        None => Err(Finding {
            row: rows.first().map_or(0, |row| row.number),
            case: Some(external_id.to_owned()),
            event: None,
            severity: Severity::Refused,
            reason: "case_without_time",
            detail: format!("{} events, none with a readable time", rows.len()),
        }),
    }
}

struct Planner<'m> {
    map: &'m Map,
    case: &'m str,
    findings: Vec<Finding>,
}

impl Planner<'_> {
    fn case(&mut self, rows: &[Row]) -> Option<PlannedCase> {
        let first = rows.first()?;
        let columns = &self.map.columns;
        let mut flags = Vec::new();
        let start = self.case_time(first, columns.start.as_ref(), "start_unreadable", &mut flags);
        let due_at = self.case_time(first, columns.deadline.as_ref(), "deadline_unreadable", &mut flags);
        let planned_end_at = self.case_time(first, columns.planned_end.as_ref(), "planned_end_unreadable", &mut flags);
        let end = self.case_time(first, columns.end.as_ref(), "end_unreadable", &mut flags);
        let channel = self.channel(first, &mut flags);
        self.same_values(rows, &mut flags);

        let mut stages = self.stages(rows, start)?;
        let submitted_at = start.or_else(|| stages.first().map(|stage| stage.at))?;
        if start.is_none() && columns.start.is_some() {
            self.flag(first, &mut flags, "start_missing", "the time of the first event is taken");
        }
        let (state, outcome, ended_by_stage) = self.state(&stages);
        let taken_back = state == State::Withdrawn;
        // Without a column for the end, the stage that closes a case tells when; of one that was taken back it does where
        // the column says nothing.
        let closed_at = if columns.end.is_some() && !taken_back { end } else { end.or(ended_by_stage) };
        self.order(first, submitted_at, due_at, closed_at, &mut flags);
        self.stage_order(&mut stages, start, closed_at);

        Some(PlannedCase {
            external_id: self.case.to_owned(),
            channel,
            unit: self.map.value(first, columns.unit.as_ref()).map(text),
            responsible: self.map.value(first, columns.responsible.as_ref()).map(|name| self.person(name)),
            submitted_at,
            due_at,
            planned_end_at,
            closed_at,
            state: if closed_at.is_some() && !taken_back { self.map.states.ended.0 } else { state },
            outcome: outcome.filter(|_| !taken_back),
            flags,
            stages,
        })
    }

    /// The events in the order of time; `None` when the case has no time whatever.
    fn stages(&mut self, rows: &[Row], start: Option<DateTime<Utc>>) -> Option<Vec<PlannedStage>> {
        let mut timed = Vec::with_capacity(rows.len());
        for row in rows {
            timed.push((row, self.event_time(row)));
        }
        let earliest = timed.iter().filter_map(|(_, time)| time.as_ref().ok()).min().copied();
        let mut latest = start.or(earliest)?;
        let mut ids = EventIds::default();
        let mut stages = Vec::with_capacity(rows.len());
        for (row, time) in timed {
            let mut flags = Vec::new();
            let at = match time {
                Ok(at) => at,
                Err(reason) => {
                    self.flag(row, &mut flags, reason, "the time of the event before it is taken");
                    latest
                }
            };
            latest = at;
            let stage = self.stage(row, at, flags, &mut ids);
            stages.push(stage);
        }
        stages.sort_by_key(|stage| stage.at);
        Some(stages)
    }

    fn stage(
        &mut self,
        row: &Row,
        at: DateTime<Utc>,
        mut flags: Vec<&'static str>,
        ids: &mut EventIds,
    ) -> PlannedStage {
        let columns = &self.map.columns;
        let name = self.map.value(row, Some(&columns.activity)).map(text);
        if name.is_none() {
            self.flag(row, &mut flags, "activity_missing", "the event is called \"?\"");
        }
        let name = name.unwrap_or_else(|| "?".to_owned());
        let resource = self.map.value(row, columns.resource.as_ref()).map(|name| self.person(name));
        let (external_id, repeated) = match self.map.value(row, columns.event.as_ref()) {
            Some(id) => ids.given(id),
            None => (ids.derived(&name, &self.moment(row), row, columns.resource.as_ref()), false),
        };
        if repeated {
            self.flag(row, &mut flags, "event_id_repeated", "the case has another event with this id");
        }
        let name = match self.map.value(row, columns.lifecycle.as_ref()) {
            Some(transition) if !transition.eq_ignore_ascii_case("complete") => text(&format!("{name} ({transition})")),
            _ => name,
        };
        PlannedStage { external_id, name, at, resource, flags, row: row.number }
    }

    /// The time of an event in one form, however the file writes it, CSV or XES; one that cannot be read, as it is written.
    fn moment(&self, row: &Row) -> String {
        let written = || row.get(&self.map.columns.time).unwrap_or_default().to_owned();
        self.event_time(row).map_or_else(|_| written(), |at| at.to_rfc3339())
    }

    fn event_time(&self, row: &Row) -> Result<DateTime<Utc>, &'static str> {
        let text = self.map.value(row, Some(&self.map.columns.time)).ok_or("time_missing")?;
        self.parse(text).map_err(|problem| match problem {
            TimeProblem::Unreadable => "time_unreadable",
            TimeProblem::NoSuchHour => "time_no_such_hour",
        })
    }

    fn case_time(
        &mut self,
        row: &Row,
        column: Option<&String>,
        reason: &'static str,
        flags: &mut Vec<&'static str>,
    ) -> Option<DateTime<Utc>> {
        let text = self.map.value(row, column)?;
        match self.parse(text) {
            Ok(time) => Some(time),
            Err(_) => {
                let detail = format!("\"{}\" is no time", self::text(text));
                self.flag(row, flags, reason, &detail);
                None
            }
        }
    }

    fn parse(&self, text: &str) -> Result<DateTime<Utc>, TimeProblem> {
        parse_time(text, self.map.log.time_zone, self.map.log.time_format.as_deref())
    }

    fn channel(&mut self, row: &Row, flags: &mut Vec<&'static str>) -> Channel {
        let column = self.map.columns.channel.as_ref();
        let default = self.map.channels.default;
        match self.map.value(row, column) {
            Some(word) => match self.map.channels.values.get(word) {
                Some(channel) => *channel,
                None => {
                    let detail = format!("\"{}\" is not in the map; {default} is taken", text(word));
                    self.flag(row, flags, "channel_unknown", &detail);
                    default
                }
            },
            None => {
                if column.is_some() {
                    self.flag(row, flags, "channel_missing", &format!("{default} is taken"));
                }
                default
            }
        }
    }

    /// Values of the case must be the same in all its rows; the first row counts.
    fn same_values(&mut self, rows: &[Row], flags: &mut Vec<&'static str>) {
        let columns = &self.map.columns;
        let of_case = [&columns.channel, &columns.unit, &columns.start, &columns.deadline, &columns.end];
        let Some((first, others)) = rows.split_first() else { return };
        for column in of_case.into_iter().flatten() {
            if let Some(row) = others.iter().find(|row| row.get(column) != first.get(column)) {
                let detail = format!("{column} differs from the first row of the case, which counts");
                self.flag(row, flags, "case_values_differ", &detail);
            }
        }
    }

    /// State and outcome by the latest stage that tells them, and when a stage closed the case.
    fn state(&self, stages: &[PlannedStage]) -> (State, Option<Outcome>, Option<DateTime<Utc>>) {
        let told = stages.iter().rev().find_map(|stage| Some((self.map.states.values.get(&stage.name)?.0, stage.at)));
        let outcome =
            stages.iter().rev().find_map(|stage| self.map.outcomes.values.get(&stage.name).map(|word| word.0));
        let (state, at) = told.map_or((self.map.states.default.0, None), |(state, at)| (state, Some(at)));
        let closes = matches!(state, State::Closed | State::Withdrawn);
        (state, outcome, at.filter(|_| closes))
    }

    fn order(
        &mut self,
        row: &Row,
        start: DateTime<Utc>,
        due: Option<DateTime<Utc>>,
        end: Option<DateTime<Utc>>,
        flags: &mut Vec<&'static str>,
    ) {
        if let Some(end) = end.filter(|end| *end < start) {
            self.flag(row, flags, "end_before_start", &format!("start {start}, end {end}"));
        }
        if let Some(due) = due.filter(|due| *due < start) {
            self.flag(row, flags, "deadline_before_start", &format!("start {start}, deadline {due}"));
        }
    }

    fn stage_order(&mut self, stages: &mut [PlannedStage], start: Option<DateTime<Utc>>, end: Option<DateTime<Utc>>) {
        for stage in stages {
            if let Some(start) = start.filter(|start| stage.at < *start) {
                stage.flags.push("event_before_start");
                self.note(stage, "event_before_start", format!("event {}, start {start}", stage.at));
            }
            if let Some(end) = end.filter(|end| stage.at > *end) {
                stage.flags.push("event_after_end");
                self.note(stage, "event_after_end", format!("event {}, end {end}", stage.at));
            }
        }
    }

    /// Names of staff are kept only where the map says that they are none.
    fn person(&self, name: &str) -> String {
        match self.map.log.resources {
            Resources::AsGiven => text(name),
            Resources::Pseudonym => {
                let digest = digest_hex(format!("{}\u{1f}{name}", self.map.log.source).as_bytes());
                format!("staff-{}", digest.get(..10).unwrap_or(&digest))
            }
        }
    }

    fn flag(&mut self, row: &Row, flags: &mut Vec<&'static str>, reason: &'static str, detail: &str) {
        if !flags.contains(&reason) {
            flags.push(reason);
        }
        let event = self.map.value(row, self.map.columns.event.as_ref()).map(text);
        self.add(row.number, event, reason, detail.to_owned());
    }

    fn note(&mut self, stage: &PlannedStage, reason: &'static str, detail: String) {
        self.add(stage.row, Some(stage.external_id.clone()), reason, detail);
    }

    fn add(&mut self, row: u64, event: Option<String>, reason: &'static str, detail: String) {
        let case = Some(self.case.to_owned());
        self.findings.push(Finding { row, case, event, severity: Severity::Flagged, reason, detail });
    }
}

/// Ids of the events of one case, each once.
#[derive(Default)]
struct EventIds(HashMap<String, u32>);

impl EventIds {
    /// The id of the file; a repeated one gets its number, and `true`.
    fn given(&mut self, id: &str) -> (String, bool) {
        let id = identifier(id);
        let times = self.count(&id);
        if times == 1 { (id, false) } else { (format!("{id}#{times}"), true) }
    }

    /// An id from the values that make an event what it is: the same in the next file that contains it.
    fn derived(&mut self, name: &str, moment: &str, row: &Row, resource: Option<&String>) -> String {
        let who = resource.and_then(|column| row.get(column)).unwrap_or_default();
        let digest = digest_hex(format!("{name}\u{1f}{moment}\u{1f}{who}").as_bytes());
        let digest = digest.get(..32).unwrap_or(&digest).to_owned();
        let times = self.count(&digest);
        format!("{digest}#{times}")
    }

    fn count(&mut self, id: &str) -> u32 {
        let times = self.0.entry(id.to_owned()).or_default();
        *times += 1;
        *times
    }
}

/// A text of the file as it is kept: no zero characters (PostgreSQL has none), not longer than a line.
fn text(value: &str) -> String {
    value.chars().filter(|letter| *letter != '\0').take(LONGEST_TEXT).collect()
}

/// An id of the file as it is kept; a very long one is replaced by its digest, so that two never become one.
pub(crate) fn identifier(value: &str) -> String {
    if value.len() <= LONGEST_TEXT && !value.contains('\0') { value.to_owned() } else { digest_hex(value.as_bytes()) }
}
