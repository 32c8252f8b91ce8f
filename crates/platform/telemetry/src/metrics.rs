//! Numbers for Prometheus: the recorder behind the `metrics` macros.
use std::sync::OnceLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::TelemetryError;

/// Bounds of duration histograms, in seconds.
const SECONDS: [f64; 11] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// The recorder's reading side.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// The recorder of this process, installed on the first call. Names that end in `_seconds` become histograms.
    ///
    /// # Errors
    /// When something else has installed a recorder.
    pub fn install() -> Result<Self, TelemetryError> {
        static OWN: OnceLock<Metrics> = OnceLock::new();
        if let Some(own) = OWN.get() {
            return Ok(own.clone());
        }
        match builder()?.install_recorder() {
            Ok(handle) => Ok(OWN.get_or_init(|| Self(handle)).clone()),
            // Two servers of one process may have asked at the same moment.
            Err(error) => OWN.get().cloned().ok_or_else(|| TelemetryError::Installed(error.to_string())),
        }
    }

    /// Everything recorded so far as Prometheus text.
    pub fn render(&self) -> String {
        self.0.run_upkeep();
        self.0.render()
    }
}

fn builder() -> Result<PrometheusBuilder, TelemetryError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
        .map_err(|e| TelemetryError::Installed(e.to_string()))
}
