//! The data set as DCAT-AP describes it.

use super::{from_json_ld, from_turtle, open};
use crate::describe_catalogue;
use chrono::{TimeZone as _, Utc};

// req: OPN-03
#[test]
fn the_data_set_names_licence_publisher_contact_and_every_file() {
    let graph = describe_catalogue(&open(), Utc.with_ymd_and_hms(2026, 11, 25, 10, 0, 0).single());
    let said = from_turtle(&graph.to_turtle().unwrap());
    assert_eq!(said, from_json_ld(&graph.to_json_ld().unwrap()));
    let about = |part: &str| said.iter().filter(|one| one.contains(part)).count();
    assert_eq!(about("dcat#Distribution>"), 3);
    // The catalogue, three files and the interface.
    assert_eq!(about("<https://creativecommons.org/licenses/by/4.0/>"), 5);
    for wanted in [
        "<https://durvis.example/id/dataset/services> <http://purl.org/dc/terms/accrualPeriodicity> <http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT>",
        "<https://durvis.example/id/dataset/services#contact> <http://www.w3.org/2006/vcard/ns#hasEmail> <mailto:dati@example.lv>",
        "<https://durvis.example/id/dataset/services#dump-ttl> <http://www.w3.org/ns/dcat#downloadURL> <https://durvis.example/api/v1/services/dump.ttl>",
        "<https://durvis.example/id/dataset/services> <http://purl.org/dc/terms/modified> \"2026-11-25T10:00:00.000000Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in {said:#?}");
    }
}
