//! Tests of exchange; helpers they share.

mod correcting;
mod exporting;
mod importing;
mod limits;
mod map;
mod neutral;
mod open;
mod planning;
mod reading;

use crate::findings::Finding;
use crate::gather::{Cases, Gathered, Survey};
use crate::plan::plan;
use crate::{LogFile, Map, PlannedCase};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::PathBuf;

/// A log in a folder that vanishes with the test.
pub(crate) struct Sample {
    _folder: tempfile::TempDir,
    pub(crate) file: LogFile,
}

pub(crate) fn sample(name: &str, bytes: &[u8]) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    Sample { _folder: folder, file: LogFile::new(path) }
}

pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A real log, if the real data are there.
pub(crate) fn shared_log(name: &str) -> Option<PathBuf> {
    test_support::shared_data(&format!("event-logs/{name}"))
}

/// Everything that a file and a map give, without a database.
pub(crate) fn plan_all(file: &LogFile, map: &Map) -> (Vec<PlannedCase>, Vec<Finding>) {
    let survey = Survey::of(file, map).unwrap();
    let mut cases = Cases::new(file, map, survey).unwrap();
    let (mut planned, mut findings) = (Vec::new(), Vec::new());
    while let Some(gathered) = cases.next().unwrap() {
        match gathered {
            Gathered::Case(id, rows) => match plan(&id, &rows, map) {
                Ok((case, found)) => {
                    planned.push(case);
                    findings.extend(found);
                }
                Err(finding) => findings.push(finding),
            },
            Gathered::Unusable(finding) => findings.push(finding),
        }
    }
    (planned, findings)
}

/// A map for small CSV texts with the columns `case,id,act,who,at,start,due,end,via`.
pub(crate) fn small_map() -> Map {
    Map::parse(SMALL_MAP).unwrap()
}

pub(crate) const SMALL_MAP: &str = r#"
[log]
source = "small"
time_zone = "Europe/Riga"
[holder]
name_lv = "Paraugs"
name_en = "Sample"
[service]
name_lv = "Pakalpojums"
name_en = "Service"
summary_lv = "Paraugs."
summary_en = "Sample."
[columns]
case = "case"
event = "id"
activity = "act"
resource = "who"
time = "at"
start = "start"
deadline = "due"
end = "end"
channel = "via"
[channels]
default = "institution"
[channels.values]
"web" = "electronic"
[states]
default = "in_progress"
ended = "closed"
[states.values]
"receive" = "accepted"
"#;
