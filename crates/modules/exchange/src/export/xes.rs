//! Cases and their events as XES (IEEE 1849), for process-mining tools.

use super::PAGE;
use crate::neutral::unwritable;
use cases::Case;
use kernel::{Caller, Result};
use quick_xml::escape::escape;
use std::io::Write;
use storage::{Database, Event, Stream, events_of_stream};

const HEADING: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <classifier name="Activity" keys="concept:name"/>
"#;

/// Writes every case with its events; a reported stage goes under its own name. Returns the number of cases.
///
/// # Errors
/// Unavailable `export-write` when `out` cannot be written, or when the database cannot be reached.
pub async fn export_xes(db: &Database, out: &mut (dyn Write + Send)) -> Result<u64> {
    out.write_all(HEADING.as_bytes()).map_err(unwritable)?;
    let (mut after, mut written) = (None, 0);
    loop {
        let tx = db.read(&Caller::engine()).await?;
        let page = cases::export_page(&tx, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for case in &page {
            let mut text = trace(case);
            let mut sequence = 0;
            loop {
                let events = events_of_stream(&tx, &Stream::case(case.id), sequence, PAGE).await?;
                let Some(last) = events.last() else { break };
                sequence = last.sequence;
                events.iter().for_each(|event| text.push_str(&element(event)));
            }
            text.push_str("  </trace>\n");
            out.write_all(text.as_bytes()).map_err(unwritable)?;
            written += 1;
        }
    }
    out.write_all(b"</log>\n").map_err(unwritable)?;
    Ok(written)
}

fn trace(case: &Case) -> String {
    let mut text = String::from("  <trace>\n");
    let values = [
        ("concept:name", case.number.as_str()),
        ("service", &case.service),
        ("channel", case.channel.as_str()),
        ("state", case.state.as_str()),
    ];
    for (key, value) in values {
        text.push_str(&string("    ", key, value));
    }
    text
}

fn element(event: &Event) -> String {
    let name = event.text("stage").unwrap_or(&event.kind);
    let doer = event.text("doer").unwrap_or(event.actor.role.as_str());
    format!(
        "    <event>\n{}{}{}      <date key=\"time:timestamp\" value=\"{}\"/>\n    </event>\n",
        string("      ", "concept:name", name),
        string("      ", "kind", &event.kind),
        string("      ", "org:resource", doer),
        event.at.to_rfc3339(),
    )
}

fn string(indent: &str, key: &str, value: &str) -> String {
    // Control characters are not allowed in XML, however written.
    let value: String = value.chars().filter(|letter| !letter.is_control()).collect();
    format!("{indent}<string key=\"{key}\" value=\"{}\"/>\n", escape(value.as_str()))
}
