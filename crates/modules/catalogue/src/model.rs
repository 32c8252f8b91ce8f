//! A service of the catalogue, whole and as a line of a list.

use crate::{ChannelOffer, ClientCircle, Deadline, Description, LEGAL_DEADLINE, ServiceState, Stage};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Caller, Channel, Error, InstitutionId, LangText, Locale, Result, ServiceId, folded};
use serde::Serialize;
use std::sync::Arc;

/// A service with the description that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its code, given at registration from one series (CAT-02, CAT-03): `1007`.
    pub code: String,
    /// Its label in the pilot of the concept, `P.11`.
    pub pilot: Option<String>,
    /// Its identifier in the system it was imported from.
    pub external_id: Option<String>,
    /// Draft, open or closed.
    pub state: ServiceState,
    /// Whether the day on which this was read is one of those on which it is offered.
    pub offered: bool,
    /// Who answers for it.
    pub holder: InstitutionId,
    /// Who carries it out, as this description says ([`Description::provider`]): its cases go there.
    pub provider: InstitutionId,
    /// The form to request it with; none when it cannot be requested on-line.
    pub form_key: Option<String>,
    /// Number of the description that is in force, from 1.
    pub version: i32,
    /// Since when that description is in force; none for a draft.
    pub valid_from: Option<DateTime<Utc>>,
    /// Number of the newest description, in force or still to come: what an editor must have seen.
    pub latest: i32,
    /// Counts every public change, also of a link to it that another service made.
    pub revision: i64,
    /// When the entry last changed.
    pub updated_at: DateTime<Utc>,
    /// The description.
    pub description: Arc<Description>,
}

impl Service {
    /// Its name in both languages.
    #[must_use]
    pub fn name(&self) -> &LangText {
        &self.description.name
    }

    /// Whether it can be requested now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == ServiceState::Open && self.offered
    }

    /// That it can be requested now.
    ///
    /// # Errors
    /// Conflict `service-closed` for a draft or a closed service, `service-not-offered` for an open one before its first
    /// day or after its last one.
    pub fn require_open(&self) -> Result<()> {
        match (self.state, self.offered) {
            (ServiceState::Open, true) => Ok(()),
            (ServiceState::Open, false) => Err(Error::conflict("service-not-offered").arg("code", &self.code)),
            (ServiceState::Draft | ServiceState::Closed, _) => {
                Err(Error::conflict("service-closed").arg("code", &self.code))
            }
        }
    }

    /// That the caller is signed in as surely as an electronic request needs (CAT-28).
    ///
    /// # Errors
    /// Forbidden `sign-in-stronger`, whose words say how to go on.
    pub fn require_identified(&self, caller: &Caller) -> Result<()> {
        if caller.assurance >= self.description.identification {
            Ok(())
        } else {
            Err(Error::forbidden("sign-in-stronger").arg("code", &self.code))
        }
    }

    /// The same as it is on a day.
    pub(crate) fn on(self, day: NaiveDate) -> Self {
        Self { offered: self.description.is_offered_on(day), ..self }
    }

    /// What it offers in a channel, if anything.
    #[must_use]
    pub fn offer(&self, channel: Channel) -> Option<&ChannelOffer> {
        self.description.channels.iter().find(|offer| offer.channel == channel)
    }

    /// Whether it can be requested through a channel.
    #[must_use]
    pub fn requestable_by(&self, channel: Channel) -> bool {
        self.offer(channel).is_some_and(|offer| offer.stages.contains(&Stage::Request))
    }

    /// How long the holder has for a request through a channel (CAT-25); the term of the law where nothing is stated.
    #[must_use]
    pub fn deadline(&self, channel: Channel) -> Deadline {
        self.offer(channel).and_then(|offer| offer.deadline).unwrap_or(LEGAL_DEADLINE)
    }

    /// Whether it comes from imported test data.
    #[must_use]
    pub const fn is_imported(&self) -> bool {
        self.external_id.is_some()
    }
}

/// A line of a list of services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceListItem {
    /// Its id.
    pub id: ServiceId,
    /// Place in the series of codes.
    #[serde(skip)]
    pub number: i64,
    /// Its code.
    pub code: String,
    /// Its label in the pilot.
    pub pilot: Option<String>,
    /// Its name.
    pub name: LangText,
    /// Short description.
    pub summary: LangText,
    /// Draft, open or closed.
    pub state: ServiceState,
    /// Who answers for it.
    pub holder: InstitutionId,
    /// Who may receive it.
    pub client_circle: ClientCircle,
    /// The form to request it with; none when it cannot be requested on-line.
    pub form_key: Option<String>,
    /// The only language of its texts, when it is only one.
    pub only_language: Option<Locale>,
    /// Whether it comes from imported test data.
    pub imported: bool,
}

impl ServiceListItem {
    /// Whether its code, its pilot label or its names hold every one of these words, in any letters.
    pub(crate) fn is_called(&self, words: &str) -> bool {
        let pilot = self.pilot.as_deref().unwrap_or_default();
        let text = folded(&format!("{} {pilot} {} {}", self.code, self.name.lv, self.name.en));
        folded(words).split_whitespace().all(|word| text.contains(word))
    }
}
