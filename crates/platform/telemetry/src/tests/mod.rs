//! Health and metrics, without a process-wide log.
use crate::{Health, LogFormat, Metrics, TelemetryError, start_log};

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
}
