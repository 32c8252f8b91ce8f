//! A template with what is attached to it (UNI-03).

use super::{Template, view};
use crate::store::{cache, template_members as members};
use crate::{ChannelOffer, Service, Stage, deadlines_of, fees_of, policy};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, LangText, Result, ServiceId, riga_date};
use std::collections::BTreeMap;
use storage::Read;
use worktime::Deadline;

/// A template and the services attached to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The template.
    pub template: Template,
    /// What is attached and the caller may see, in the order of codes.
    pub members: Vec<Member>,
}

/// An attached service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The service.
    pub service: Service,
    /// Territory of a municipality, by ATVK code; none for an institution of the state.
    pub atvk: Option<String>,
    /// Since when it is attached.
    pub attached_at: DateTime<Utc>,
    /// What the holder says about being different; empty when nothing.
    pub deviation: LangText,
}

impl Family {
    /// The service of this holder, if it is attached.
    #[must_use]
    pub fn of_holder(&self, holder: InstitutionId) -> Option<&Member> {
        self.members.iter().find(|member| member.service.holder == holder)
    }
}

impl Member {
    /// The lowest and the highest fee of the channels by which it can be requested, in all cases, in cents; none when
    /// some case does not say how much.
    #[must_use]
    pub fn fees(&self) -> Option<(i64, i64)> {
        fees_of(self.offers())
    }

    /// The highest ordinary fee of these channels, in cents; none when some channel does not say how much. Prices of
    /// special cases, such as haste, say little of how dear a service is.
    pub(super) fn ordinary_fee(&self) -> Option<i64> {
        self.offers().map(|offer| offer.fee.cents()).collect::<Option<Vec<i64>>>()?.into_iter().max()
    }

    /// The shortest and the longest term of the channels by which it can be requested.
    #[must_use]
    pub fn deadlines(&self) -> Option<(Deadline, Deadline)> {
        deadlines_of(self.offers())
    }

    fn offers(&self) -> impl Iterator<Item = &ChannelOffer> {
        self.service.description.channels.iter().filter(|offer| offer.stages.contains(&Stage::Request))
    }
}

/// The family of a template. There is one service of a holder at most, so its size does not grow with the register.
///
/// # Errors
/// Not found when there is no such template, or the caller may not see it.
pub async fn family(tx: &Read, code: &str) -> Result<Family> {
    let row = view::visible(tx, code).await?;
    let template = view::whole(tx, row).await?;
    let attached = members::of_template(tx, template.id).await?;
    let ids: Vec<ServiceId> = attached.iter().map(|member| ServiceId::new(member.service)).collect();
    let mut by_service: BTreeMap<_, _> = attached.into_iter().map(|member| (member.service, member)).collect();
    let mut services = members::services_by_ids(tx, &ids).await?;
    services.sort_by_key(|row| row.number);
    let today = riga_date(tx.now());
    let mut found = Vec::new();
    for row in services {
        let holder = InstitutionId::new(row.holder);
        if !policy::may_see(tx.caller(), row.state.parse()?, holder, row.internal) {
            continue;
        }
        let member = by_service.remove(&row.id).ok_or_else(|| Error::internal("template-service"))?;
        let description = cache::description(tx, &row).await?;
        found.push(Member {
            service: row.with(description)?.on(today),
            atvk: member.atvk,
            attached_at: member.attached_at,
            deviation: LangText::new(member.deviation_lv, member.deviation_en),
        });
    }
    Ok(Family { template, members: found })
}
