//! The consultation panel.

use crate::parts::service_names;
use crate::picks::Pick;
use cases::{Consultation, ConsultationOutcome};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Channel, Result};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// So long the button that takes a consultation back is shown; the use case has the last word.
const UNDO_SHOWN: TimeDelta = TimeDelta::seconds(30);

/// What was typed into the panel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedConsultation {
    pub channel: String,
    pub service: String,
    pub outcome: String,
    pub note: String,
    /// The key under which the same form sent twice is one consultation.
    #[serde(skip)]
    pub key: String,
}

/// A consultation that the caller registered.
#[derive(Debug, Clone, Serialize)]
pub struct RecentConsultation {
    pub at: DateTime<Utc>,
    pub service: String,
    pub channel: &'static str,
    pub outcome: &'static str,
    pub undo: Option<String>,
}

/// The panel.
#[derive(Debug, Clone, Serialize)]
pub struct Panel {
    pub action: String,
    pub key: String,
    pub channels: Vec<&'static str>,
    /// The service: what is suggested while somebody types, and what the words fit.
    pub service: Pick,
    pub outcomes: Vec<&'static str>,
    pub typed: TypedConsultation,
    pub recent: Vec<RecentConsultation>,
}

impl Panel {
    /// The panel beside the queue at `pairs`. Without typed words it begins with the channel of the last consultation:
    /// the next call is mostly a call again.
    pub async fn new(
        visit: &Visit,
        tx: &Read,
        pairs: &str,
        service: Pick,
        typed: Option<TypedConsultation>,
    ) -> Result<Self> {
        let recent = cases::recent_consultations(tx).await?;
        let last = recent.first().map_or(Channel::Phone, |consultation| consultation.channel);
        let empty = TypedConsultation {
            channel: last.as_str().to_owned(),
            outcome: ConsultationOutcome::Answered.as_str().to_owned(),
            key: visit.state().database().ids().uuid().to_string(),
            ..TypedConsultation::default()
        };
        let typed = typed.unwrap_or(empty);
        let codes = recent.iter().map(|consultation| consultation.service.clone()).collect();
        let names = service_names(tx, visit.locale(), codes).await?;
        let line = |item: Consultation| RecentConsultation {
            at: item.registered_at,
            service: names.get(&item.service).cloned().unwrap_or(item.service),
            channel: item.channel.as_str(),
            outcome: item.outcome.as_str(),
            undo: (visit.now() - item.registered_at < UNDO_SHOWN)
                .then(|| visit.url(&format!("/work/consultations/{}/undo?{pairs}", item.id))),
        };
        Ok(Self {
            action: visit.url(&format!("/work/consultations?{pairs}")),
            key: typed.key.clone(),
            channels: Channel::ALL.map(Channel::as_str).to_vec(),
            service,
            outcomes: ConsultationOutcome::ALL.iter().map(|outcome| outcome.as_str()).collect(),
            typed,
            recent: recent.into_iter().map(line).collect(),
        })
    }
}
