//! Health and metrics, without a process-wide log.
use std::io::Write;
use std::sync::{Arc, Mutex};

use crate::log::note_panics;
use crate::{Health, LogFormat, Metrics, TelemetryError, check_filter, start_log};

#[test]
fn ready_only_when_every_part_works() {
    let health = Health::new(&["database", "jobs"]);
    assert!(!health.is_ready());
    health.set("database", Ok(()));
    assert!(!health.is_ready());
    health.set("jobs", Ok(()));
    assert!(health.is_ready());
    health.set("database", Err("no connection".to_owned()));
    assert!(!health.is_ready());
    assert_eq!(health.parts(), [("database", "no connection".to_owned()), ("jobs", "ok".to_owned())]);
}

#[test]
fn metrics_are_prometheus_text() {
    let metrics = Metrics::install().expect("first in this process");
    Metrics::install().expect("the same one again");
    metrics::counter!("durvis_things_total", "kind" => "x").increment(2);
    metrics::histogram!("durvis_work_seconds").record(0.03);
    let text = metrics.render();
    assert!(text.contains("durvis_things_total{kind=\"x\"} 2"), "{text}");
    assert!(text.contains("durvis_work_seconds_bucket{le=\"0.05\"} 1"), "{text}");
}

#[test]
fn a_wrong_filter_is_named() {
    let error = start_log("info,=nonsense=", LogFormat::Text).expect_err("refused");
    assert!(matches!(error, TelemetryError::Filter(_)), "{error}");
    assert!(error.to_string().contains("log.filter"));
    assert_eq!(check_filter("info,=nonsense=").expect_err("refused").to_string(), error.to_string());
    check_filter("info,sqlx=warn").expect("a filter");
}

/// Lines of the log, kept in memory.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_panic_leaves_its_place_in_the_log_and_not_its_words() {
    let lines = Lines::default();
    let sink = lines.clone();
    let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || sink.clone()).finish();
    let before = std::panic::take_hook();
    note_panics();
    let caught = tracing::subscriber::with_default(log, || {
        std::panic::catch_unwind(|| panic!("not a code: {}", "320000-00002"))
    });
    std::panic::set_hook(before);
    assert!(caught.is_err());
    let text = String::from_utf8(lines.0.lock().expect("not poisoned").clone()).expect("text");
    assert!(text.contains("panicked") && text.contains("tests/mod.rs:"), "{text}");
    assert!(!text.contains("320000"), "{text}");
}
