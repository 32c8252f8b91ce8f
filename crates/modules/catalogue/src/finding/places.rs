//! Where a service is given in person, nearest first (POR-16), and how often that is looked up (POR-18).

use crate::store::finding::places as rows;
use crate::{ChannelOffer, Description, Service, Territory, policy};
use chrono::Months;
use institutions::{Branch, Institution, InstitutionKind, Openness, Position};
use kernel::{Channel, InstitutionId, LangText, Result};
use std::collections::BTreeSet;
use storage::Read;
use worktime::Calendar;

/// Most lines of the list of look-ups.
const LINES: u64 = 500;

/// A place where the service is given.
#[derive(Debug, Clone, PartialEq)]
pub struct ServicePlace {
    /// The centre or the institution that serves people there.
    pub institution: Institution,
    /// Which of its branches; none for its seat.
    pub branch: Option<Branch>,
    /// How far it is, in kilometres as the crow flies.
    pub kilometres: f64,
    /// Whether it is open now.
    pub openness: Openness,
}

impl ServicePlace {
    /// What descriptions call it: `VSAA` for the seat, `VSAA-3` for a branch.
    #[must_use]
    pub fn code(&self) -> &str {
        self.branch.as_ref().map_or(&self.institution.code, |branch| &branch.code)
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &LangText {
        self.branch.as_ref().map_or(&self.institution.name, |branch| &branch.text.name)
    }

    /// Its postal address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.branch.as_ref().map_or(self.institution.address.as_deref(), |branch| Some(branch.text.address.as_str()))
    }

    /// Its telephone; of a branch without one that of the institution.
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        let own = self.branch.as_ref().and_then(|branch| branch.text.phone.as_deref());
        own.or(self.institution.phone.as_deref())
    }

    /// When it is open, in words.
    #[must_use]
    pub fn hours(&self) -> &LangText {
        self.branch.as_ref().map_or(&self.institution.opening_hours, |branch| &branch.text.hours)
    }
}

/// The nearest `limit` places where a service can be requested or received in person: unified centres of its territory
/// where it is offered there, the provider's own desk where that is offered, each with its branches; where a channel
/// names places, those alone. The position is used for this answer only.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn places_of_service(
    tx: &Read,
    service: &Service,
    from: Position,
    limit: usize,
) -> Result<Vec<ServicePlace>> {
    let channels = [Channel::Centre, Channel::Institution];
    places_of_channels(tx, service, &channels, from, limit).await
}

/// The same in one or both of the channels in person.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn places_of_channels(
    tx: &Read,
    service: &Service,
    channels: &[Channel],
    from: Position,
    limit: usize,
) -> Result<Vec<ServicePlace>> {
    let mut places: Vec<ServicePlace> = Vec::new();
    for offer in channels.iter().filter_map(|channel| service.offer(*channel)) {
        let who = match offer.channel {
            Channel::Centre => centres(tx, &service.description.territory).await?,
            Channel::Institution => desks(tx, service).await?,
            Channel::Electronic | Channel::Phone | Channel::Post => continue,
        };
        for place in near(tx, who, &offer.places, from, limit).await? {
            if !places.iter().any(|known| known.code() == place.code()) {
                places.push(place);
            }
        }
    }
    places.sort_by(|a, b| a.kilometres.total_cmp(&b.kilometres).then_with(|| a.code().cmp(b.code())));
    places.truncate(limit);
    Ok(places)
}

/// The nearest seats and branches of these institutions; those with one of these codes where some are named.
async fn near(
    tx: &Read,
    who: Vec<Institution>,
    codes: &[String],
    from: Position,
    limit: usize,
) -> Result<Vec<ServicePlace>> {
    let ids: Vec<InstitutionId> = who.iter().map(|one| one.id).collect();
    let branches = institutions::nearest_branches(tx, &ids, codes, from, limit).await?;
    let mut places: Vec<ServicePlace> = Vec::new();
    for (kilometres, branch) in branches {
        if let Some(institution) = who.iter().find(|one| one.id == branch.institution) {
            places.push(ServicePlace::now(tx, institution.clone(), Some(branch), kilometres));
        }
    }
    let seats = who.into_iter().filter(|one| codes.is_empty() || codes.contains(&one.code)).collect();
    let seats = institutions::nearest(seats, from, limit).into_iter();
    places.extend(seats.map(|(kilometres, seat)| ServicePlace::now(tx, seat, None, kilometres)));
    Ok(places)
}

impl ServicePlace {
    fn now(tx: &Read, institution: Institution, branch: Option<Branch>, kilometres: f64) -> Self {
        let now = worktime::local(tx.now());
        let calendar = Calendar::of(institution.calendar_transfers.moves_days());
        let hours = branch.as_ref().map_or(&institution.opening, |branch| &branch.text.opening);
        let openness = institutions::openness(hours, calendar.opens_as(now.date()), now.time());
        Self { institution, branch, kilometres, openness }
    }
}

/// Those who provide a stage of the service.
async fn desks(tx: &Read, service: &Service) -> Result<Vec<Institution>> {
    let ids: Vec<InstitutionId> = providers(&service.description, service.provider).into_iter().collect();
    Ok(institutions::of_ids(tx, &ids).await?.into_values().collect())
}

fn providers(description: &Description, provider: InstitutionId) -> BTreeSet<InstitutionId> {
    description.providers.iter().map(|stage| stage.institution).chain([provider]).collect()
}

/// The channels in person, by their number, that name places to which [`places_of_channels`] leads nobody, with the codes
/// of these: what is a place of neither a centre of the territory nor of a provider, as the channel is. Codes of no place
/// are left out.
pub(crate) async fn places_never_shown(
    tx: &Read,
    description: &Description,
    holder: InstitutionId,
) -> Result<Vec<(usize, Vec<String>)>> {
    let mut lost = Vec::new();
    for (number, offer) in description.channels.iter().enumerate().filter(|(_, offer)| !offer.places.is_empty()) {
        let own: BTreeSet<InstitutionId> = match offer.channel {
            Channel::Centre => centres(tx, &description.territory).await?.into_iter().map(|centre| centre.id).collect(),
            Channel::Institution => providers(description, description.provider(holder)),
            Channel::Electronic | Channel::Phone | Channel::Post => continue,
        };
        let seats = institutions::of_codes(tx, &offer.places).await?;
        let branches = institutions::branches_of_codes(tx, &offer.places).await?;
        let whose = |code: &str| {
            let branch = branches.get(code).map(|branch| branch.institution);
            branch.or_else(|| seats.get(code).map(|seat| seat.id))
        };
        let elsewhere = |code: &str| whose(code).is_some_and(|institution| !own.contains(&institution));
        let codes: Vec<String> = offer.places.iter().filter(|code| elsewhere(code)).cloned().collect();
        if !codes.is_empty() {
            lost.push((number, codes));
        }
    }
    Ok(lost)
}

/// The centres that give a service of this territory: all of them, or those that stand under one of its municipalities.
async fn centres(tx: &Read, territory: &Territory) -> Result<Vec<Institution>> {
    let mut centres = institutions::placed(tx, InstitutionKind::ServiceCentre).await?;
    if let Some(own) = municipalities_of(tx, territory).await? {
        centres.retain(|centre| centre.parent.is_some_and(|parent| own.contains(&parent)));
    }
    Ok(centres)
}

/// The municipalities of a territory; none where it is the whole country.
async fn municipalities_of(tx: &Read, territory: &Territory) -> Result<Option<BTreeSet<InstitutionId>>> {
    let Territory::Municipalities(codes) = territory else { return Ok(None) };
    let all = institutions::municipalities(tx).await?;
    let own = all.into_iter().filter(|one| one.atvk.as_ref().is_some_and(|atvk| codes.contains(atvk)));
    Ok(Some(own.map(|municipality| municipality.id).collect()))
}

/// Whether a service is asked for at this institution because it is a unified centre: the description offers the service
/// there, for requests, in a territory to which the centre belongs, and names either no places or a place of the centre
/// (CSS-03, CSS-09). The description is the holder's word for it.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn requested_in_centre(tx: &Read, service: &Service, institution: InstitutionId) -> Result<bool> {
    let requests = service.requestable_by(Channel::Centre);
    let Some(offer) = service.offer(Channel::Centre).filter(|_| requests) else { return Ok(false) };
    let known = institutions::of_ids(tx, &[institution]).await?.remove(&institution);
    let Some(centre) = known.filter(|one| one.kind == InstitutionKind::ServiceCentre) else { return Ok(false) };
    let own = municipalities_of(tx, &service.description.territory).await?;
    let within = own.is_none_or(|own| centre.parent.is_some_and(|parent| own.contains(&parent)));
    Ok(within && has_place_of(tx, offer, &centre).await?)
}

/// Whether a channel in person leads to this institution: to all where it names no places, else to its seat or a branch.
async fn has_place_of(tx: &Read, offer: &ChannelOffer, institution: &Institution) -> Result<bool> {
    if offer.places.is_empty() || offer.places.contains(&institution.code) {
        return Ok(true);
    }
    let branches = institutions::branches_of_codes(tx, &offer.places).await?;
    Ok(branches.values().any(|branch| branch.institution == institution.id))
}

/// Look-ups of one service in one month: acts of giving information about its channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceLookups {
    /// `2026-11`.
    pub month: String,
    /// Code of the service.
    pub service: String,
    /// By choosing a municipality.
    pub by_municipality: i64,
    /// By the position of the device.
    pub by_position: i64,
    /// Combinations of channels that were shown (POR-17).
    pub combined: i64,
}

/// How often places were looked up in the last twelve months, newest month first.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn place_lookups(tx: &Read) -> Result<Vec<PlaceLookups>> {
    policy::may_tune_search(tx.caller())?;
    let today = kernel::riga_date(tx.now());
    let since = today.checked_sub_months(Months::new(11)).unwrap_or(today).format("%Y-%m").to_string();
    let mut lines: Vec<PlaceLookups> = Vec::new();
    for row in rows::since(tx, &since, LINES).await? {
        let same = lines.last().is_some_and(|line| line.month == row.month && line.service == row.service);
        if !same {
            let (month, service) = (row.month.clone(), row.service.clone());
            lines.push(PlaceLookups { month, service, by_municipality: 0, by_position: 0, combined: 0 });
        }
        if let Some(line) = lines.last_mut() {
            match row.means.parse()? {
                super::LookupMeans::Municipality => line.by_municipality += row.lookups,
                super::LookupMeans::Position => line.by_position += row.lookups,
                super::LookupMeans::Channels => line.combined += row.lookups,
            }
        }
    }
    Ok(lines)
}
