//! Map files and their errors.

use super::{SMALL_MAP, sample, shared_log, small_map};
use crate::gather::Survey;
use crate::{LogFile, Map};
use kernel::Error;
use std::path::Path;

fn arg<'e>(error: &'e Error, name: &str) -> &'e str {
    &error.args().iter().find(|(known, _)| *known == name).unwrap().1
}

#[test]
fn a_wrong_key_is_named_with_the_nearest_right_one() {
    for (from, to, key, nearest) in [
        ("deadline =", "dedline =", "columns.dedline", "deadline"),
        ("[states.values]", "[states.valeus]", "states.valeus", "values"),
        ("[service]", "[servise]", "servise", "service"),
        ("time_zone =", "timezone =", "log.timezone", "time_zone"),
    ] {
        let error = Map::parse(&SMALL_MAP.replacen(from, to, 1)).unwrap_err();
        assert_eq!(error.key(), "import-map-key", "{to}");
        assert_eq!((arg(&error, "key"), arg(&error, "nearest")), (key, nearest));
    }
}

#[test]
fn wrong_values_are_refused_with_the_reason() {
    for (from, to, word) in [
        ("Europe/Riga", "Europe/Rigga", "Rigga"),
        ("\"electronic\"", "\"telepathy\"", "telepathy"),
        ("\"accepted\"", "\"eaten\"", "eaten"),
        ("[log]", "[log", "log"),
        ("case = \"case\"", "", "case"),
    ] {
        let error = Map::parse(&SMALL_MAP.replacen(from, to, 1)).unwrap_err();
        assert_eq!(error.key(), "import-map-broken", "{to}");
        assert!(error.to_string().contains(word), "{error}");
    }
    let error = Map::parse(&SMALL_MAP.replacen("\"small\"", "\" \"", 1)).unwrap_err();
    assert_eq!((error.key(), arg(&error, "key")), ("import-map-empty", "log.source"));
}

#[test]
fn the_carried_maps_are_found_by_name_unless_a_file_is_there() {
    assert_eq!(Map::load(Path::new("receipt.toml")).unwrap().log.source, "coselog-receipt");
    assert_eq!(Map::load(Path::new("running-example.toml")).unwrap().log.source, "running-example");
    let error = Map::load(Path::new("reciept.toml")).unwrap_err();
    assert_eq!(error.key(), "import-map-missing");
    assert!(arg(&error, "known").contains("receipt.toml"));
    let own = sample("receipt.toml", SMALL_MAP.as_bytes());
    assert_eq!(Map::load(own.file.path()).unwrap().log.source, "small");
}

#[test]
fn a_file_without_a_column_of_the_map_is_refused_naming_the_nearest() {
    let csv = sample("a.csv", b"case,id,act,who,at,start,deu,end,via\n");
    let error = Survey::of(&csv.file, &small_map()).unwrap_err();
    assert_eq!(error.key(), "import-column-missing");
    assert_eq!((arg(&error, "column"), arg(&error, "nearest")), ("due", "deu"));
}

#[test]
fn the_carried_map_knows_every_channel_and_column_of_the_real_log() {
    let Some(path) = shared_log("receipt.csv.gz") else { return };
    let map = Map::load(Path::new("receipt.toml")).unwrap();
    let survey = Survey::of(&LogFile::new(path), &map).unwrap();
    assert_eq!((survey.cases(), survey.events), (1_434, 8_577));
}
