//! Hours of a channel or of a place: a beginning and an end on each day, every week; or only words.

use super::{Graph, concepts, publisher::OpenData, terms::term};
use catalogue::Weekday;
use kernel::LangText;
use oxrdf::NamedNode;

/// Hours on some days of the week.
pub(super) struct Line<'a> {
    pub days: Vec<Weekday>,
    pub opens: &'a str,
    pub closes: &'a str,
}

/// The nodes of these hours, one for each day of each line; one with the words alone where there are no lines, none where
/// there are no words either. `path` is where their addresses begin: `id/service/1007#hours-post`.
pub(super) fn told(
    graph: &mut Graph,
    open: &OpenData,
    path: &str,
    lines: &[Line<'_>],
    words: &LangText,
) -> Vec<NamedNode> {
    let mut nodes = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        for day in &line.days {
            let path = format!("{path}-{}-{}", place + 1, day.as_str());
            let node = on_a_day(graph, open, &path, *day, line);
            graph.texts(&node, "dct:description", words);
            nodes.push(node);
        }
    }
    if lines.is_empty() && words.languages().next().is_some() {
        let node = open.thing(path);
        graph.a(&node, &["time:TemporalEntity"]);
        graph.texts(&node, "dct:description", words);
        nodes.push(node);
    }
    nodes
}

fn on_a_day(graph: &mut Graph, open: &OpenData, path: &str, day: Weekday, line: &Line<'_>) -> NamedNode {
    let weekly = concepts::others(graph, "frequency:WEEKLY", "weekly");
    let instants = [("begins", line.opens), ("ends", line.closes)].map(|(end, clock)| {
        let at = open.thing(&format!("{path}-{end}-at"));
        graph.a(&at, &["time:DateTimeDescription"]);
        graph.link(&at, "time:dayOfWeek", &day_of_week(day));
        if let Some((hour, minute)) = clock.split_once(':') {
            graph.typed(&at, "time:hour", hour, "xsd:nonNegativeInteger");
            graph.typed(&at, "time:minute", minute, "xsd:nonNegativeInteger");
        }
        graph.link(&at, "time:unitType", &term("time:unitMinute"));
        let instant = open.thing(&format!("{path}-{end}"));
        graph.a(&instant, &["time:Instant"]);
        graph.link(&instant, "time:inDateTime", &at);
        instant
    });
    let node = open.thing(path);
    graph.a(&node, &["time:TemporalEntity"]);
    graph.link(&node, "cv:frequency", &weekly);
    graph.link(&node, "time:hasBeginning", &instants[0]);
    graph.link(&node, "time:hasEnd", &instants[1]);
    node
}

/// The term for one day of the week.
fn day_of_week(day: Weekday) -> NamedNode {
    term(match day {
        Weekday::Monday => "time:Monday",
        Weekday::Tuesday => "time:Tuesday",
        Weekday::Wednesday => "time:Wednesday",
        Weekday::Thursday => "time:Thursday",
        Weekday::Friday => "time:Friday",
        Weekday::Saturday => "time:Saturday",
        Weekday::Sunday => "time:Sunday",
    })
}
