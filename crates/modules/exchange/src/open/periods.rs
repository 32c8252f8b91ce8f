//! Days on which something begins and ends.

use super::service::Mapping;
use chrono::NaiveDate;
use oxrdf::NamedNode;

/// From when until when something holds, the last day included; nothing where neither day is stated.
pub(super) fn period(
    map: &mut Mapping<'_>,
    of: &NamedNode,
    name: &str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) {
    let days = [("dcat:startDate", from), ("dcat:endDate", to)];
    if days.iter().all(|(_, day)| day.is_none()) {
        return;
    }
    let node = map.part(&format!("period-{name}"));
    map.graph.a(&node, &["dct:PeriodOfTime"]);
    for (property, day) in days {
        if let Some(day) = day {
            map.graph.typed(&node, property, &day.to_string(), "xsd:date");
        }
    }
    map.graph.link(of, "dct:temporal", &node);
}
