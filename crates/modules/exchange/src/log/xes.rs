//! XES (IEEE 1849): `log` › `trace` › `event`, each with typed key-value attributes.
//!
//! Read as a stream, one case in memory at a time. A document type declaration is refused, so entities can neither
//! grow nor reach out. Attributes inside attributes, lists and containers describe attributes, not events: they are
//! passed over.

use super::budget::Budget;
use super::open::Source;
use super::{CASE_PREFIX, Fault, FaultKind, Limits, Row};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::VecDeque;
use std::io::BufReader;
use std::sync::Arc;

type Values = Vec<(Arc<str>, String)>;

/// The rows of an XES file.
pub(super) struct XesRows {
    reader: Reader<BufReader<Source>>,
    buffer: Vec<u8>,
    budget: Budget,
    limits: Limits,
    place: Place,
    events_read: u64,
    trace: Trace,
    ready: VecDeque<Row>,
    ended: bool,
}

/// Where in the tree the reader stands.
#[derive(Default)]
struct Place {
    depth: usize,
    /// Depth of the open `trace` and `event` elements.
    trace: Option<usize>,
    event: Option<usize>,
    closed_log: bool,
}

/// The case being read.
#[derive(Default)]
struct Trace {
    values: Values,
    events: Vec<(u64, Values)>,
    bytes: usize,
}

impl XesRows {
    pub(super) fn new(source: Source, budget: Budget, limits: Limits) -> Self {
        let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, source));
        reader.config_mut().check_end_names = true;
        Self {
            reader,
            buffer: Vec::new(),
            budget,
            limits,
            place: Place::default(),
            events_read: 0,
            trace: Trace::default(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    pub(super) fn next(&mut self) -> Option<Result<Row, Fault>> {
        loop {
            if let Some(row) = self.ready.pop_front() {
                return Some(Ok(row));
            }
            if self.ended {
                return None;
            }
            if let Err((kind, detail)) = self.step() {
                self.ended = true;
                return Some(Err(Fault::new(self.events_read, kind, detail)));
            }
        }
    }

    /// Reads one piece of XML.
    fn step(&mut self) -> Result<(), (FaultKind, String)> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let result = match self.reader.read_event_into(&mut buffer) {
            Ok(event) => take(event, &mut self.place, &mut self.trace, &mut self.events_read, &self.limits),
            Err(error) => Err((self.budget.passed().unwrap_or(FaultKind::IllFormed), error.to_string())),
        };
        // So the place is found in an editor: events have no numbers in the file.
        let result =
            result.map_err(|(kind, detail)| (kind, format!("{detail} (byte {})", self.reader.buffer_position())));
        self.buffer = buffer;
        self.budget.next_record();
        match result? {
            Step::On => {}
            Step::TraceClosed => self.release(),
            Step::End => self.ended = true,
        }
        Ok(())
    }

    /// The case is complete: its events become rows that also carry the values of the case.
    fn release(&mut self) {
        let trace = std::mem::take(&mut self.trace);
        for (number, mut values) in trace.events {
            values.extend(trace.values.iter().cloned());
            self.ready.push_back(Row::new(number, values));
        }
    }
}

enum Step {
    On,
    TraceClosed,
    End,
}

fn take(
    event: Event<'_>,
    place: &mut Place,
    trace: &mut Trace,
    events_read: &mut u64,
    limits: &Limits,
) -> Result<Step, (FaultKind, String)> {
    match event {
        Event::Start(tag) => {
            opened(&tag, place, trace, events_read, limits)?;
            place.depth += 1;
            if place.depth > limits.depth {
                return Err((FaultKind::TooDeep, format!("more than {} levels", limits.depth)));
            }
        }
        Event::Empty(tag) => {
            opened(&tag, place, trace, events_read, limits)?;
            return Ok(closed(place));
        }
        Event::End(_) => {
            place.depth = place.depth.saturating_sub(1);
            return Ok(closed(place));
        }
        Event::DocType(_) => {
            return Err((FaultKind::DocumentType, "a document type declaration is not accepted".to_owned()));
        }
        Event::Eof if !place.closed_log => {
            return Err((FaultKind::IllFormed, "the file ends before its <log> does".to_owned()));
        }
        Event::Eof => return Ok(Step::End),
        _ => {}
    }
    Ok(Step::On)
}

fn opened(
    tag: &BytesStart<'_>,
    place: &mut Place,
    trace: &mut Trace,
    events_read: &mut u64,
    limits: &Limits,
) -> Result<(), (FaultKind, String)> {
    let name = tag.local_name();
    let name: &str = name.as_ref();
    match (name, place.trace, place.event) {
        ("log", None, None) if place.depth == 0 => {}
        (_, None, None) if place.depth == 0 => {
            return Err((FaultKind::IllFormed, format!("the file is no event log: it begins with <{name}>")));
        }
        ("trace", None, None) => place.trace = Some(place.depth),
        ("event", Some(at), None) if place.depth == at + 1 => {
            place.event = Some(place.depth);
            *events_read += 1;
            if trace.events.len() >= limits.case_events {
                return Err((FaultKind::TooMany, format!("a case of more than {} events", limits.case_events)));
            }
            trace.events.push((*events_read, Values::new()));
        }
        (_, Some(at), None) if place.depth == at + 1 => {
            if let Some((key, value)) = attribute(tag)? {
                trace.bytes += key.len() + value.len();
                keep(&mut trace.values, format!("{CASE_PREFIX}{key}"), value, limits)?;
            }
        }
        (_, Some(_), Some(at)) if place.depth == at + 1 => {
            if let (Some((key, value)), Some((_, values))) = (attribute(tag)?, trace.events.last_mut()) {
                trace.bytes += key.len() + value.len();
                keep(values, key, value, limits)?;
            }
        }
        _ => {}
    }
    if trace.bytes > limits.case_bytes {
        return Err((FaultKind::TooLong, format!("a case of more than {} bytes", limits.case_bytes)));
    }
    Ok(())
}

fn closed(place: &mut Place) -> Step {
    if place.event == Some(place.depth) {
        place.event = None;
    } else if place.trace == Some(place.depth) {
        place.trace = None;
        return Step::TraceClosed;
    } else if place.depth == 0 {
        place.closed_log = true;
    }
    Step::On
}

/// `key` and `value` of an attribute element; `None` for lists and containers, which have no value.
fn attribute(tag: &BytesStart<'_>) -> Result<Option<(String, String)>, (FaultKind, String)> {
    let (mut key, mut value) = (None, None);
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| (FaultKind::IllFormed, error.to_string()))?;
        let slot = match attribute.key.local_name().as_ref() {
            "key" => &mut key,
            "value" => &mut value,
            _ => continue,
        };
        // Only the five entities of XML itself are known here.
        let text = attribute.normalized_value(XmlVersion::Implicit1_0);
        *slot = Some(text.map_err(|error| (FaultKind::IllFormed, error.to_string()))?.into_owned());
    }
    Ok(key.zip(value))
}

fn keep(values: &mut Values, key: String, value: String, limits: &Limits) -> Result<(), (FaultKind, String)> {
    if values.len() >= limits.attributes {
        return Err((FaultKind::TooMany, format!("more than {} values in one case or event", limits.attributes)));
    }
    values.push((Arc::from(key), value));
    Ok(())
}
