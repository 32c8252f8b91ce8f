//! One change in many descriptions of an institution: a telephone number that changed, a notice, the hours of a channel.
//! What would change is shown first; each service is then a unit of work of its own, and repeating changes nothing more.

use super::assemble::{Base, base_of, typed_of};
use super::save::{opened, put};
use super::sent::keep_sent;
use crate::open::may_publish;
use crate::publish::coming;
use crate::store::editing::{drafts, own, sections};
use crate::store::{service_rows, services};
use crate::{Contact, Description, PublishService, Section, ServiceState, Typed, policy, publish};
use chrono::NaiveDate;
use kernel::{Channel, Cursor, Error, InstitutionId, LangText, Page, PageRequest, Result, ServiceId};
use std::collections::BTreeMap;
use storage::{Read, Write};

/// How many services one question looks through.
const LOOKED_THROUGH: u64 = 500;

kernel::words! {
    /// What is changed in many descriptions at once.
    BulkKind {
        /// A telephone number of providers.
        Phone = "phone",
        /// An e-mail address of providers.
        Email = "email",
        /// A postal address of providers.
        Address = "address",
        /// A website of providers.
        Website = "website",
        /// The hours of a channel, in words.
        Hours = "hours",
        /// The notice above the description.
        Notice = "notice",
    }
}

/// Which values are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkTarget {
    /// Of which kind.
    pub kind: BulkKind,
    /// The value as it stands; of hours the Latvian words. A notice is set whatever stood there.
    pub old: String,
    /// The channel whose hours are meant; every channel when none.
    pub channel: Option<Channel>,
}

/// A service in which a value occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Code of the service.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// Whether it can be requested.
    pub state: ServiceState,
    /// Its newest version.
    pub version: i32,
    /// The elements that would change.
    pub paths: Vec<String>,
    /// Whether somebody has a working copy of it.
    pub copy: bool,
}

/// A change of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkChange {
    /// Code of the service.
    pub code: String,
    /// What is replaced.
    pub target: BulkTarget,
    /// By what; contact data use the Latvian text. An empty notice is taken away.
    pub new: LangText,
    /// In force from this day; at once when none.
    pub from: Option<NaiveDate>,
    /// For those who read the history.
    pub note: String,
}

/// What became of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkOutcome {
    /// A new version with this number; when it is in force at once, the working copy too where there is one.
    Published(i32),
    /// The working copy was changed: the service is not public, or another contact person has to read it first.
    Copied,
    /// The value does not occur any more.
    Nothing,
    /// The service is closed and was left as it is.
    Closed,
}

/// Every value of a kind that occurs in an institution's services, with the number of services, most frequent first. At
/// most 500 services are looked through from the beginning of the list.
///
/// # Errors
/// Forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn bulk_values(tx: &Read, holder: InstitutionId, kind: BulkKind) -> Result<Vec<(String, usize)>> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in own::after(tx, holder, None, 0, LOOKED_THROUGH).await? {
        let description = base_of(tx, &row).await?.description;
        let mut values = values_of(&description, kind);
        values.sort_unstable();
        values.dedup();
        values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
    }
    let mut found: Vec<(String, usize)> = counts.into_iter().filter(|(value, _)| !value.is_empty()).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(found)
}

/// The services of an institution in which a value occurs, with the places. At most 500 services are looked through at a
/// time; the page may be short and still have a next one.
///
/// # Errors
/// As [`bulk_values`]; invalid `bad-cursor`.
pub async fn occurrences(
    tx: &Read,
    holder: InstitutionId,
    target: &BulkTarget,
    page: &PageRequest,
) -> Result<Page<Occurrence>> {
    policy::may_watch_editing(tx.caller(), holder)?;
    let rows = own::after(tx, holder, None, own::number_of(page)?, LOOKED_THROUGH).await?;
    let full = u64::try_from(rows.len()).unwrap_or(u64::MAX) == LOOKED_THROUGH;
    let next = rows.last().filter(|_| full).map(|row| Cursor::from_parts(&[&row.number.to_string()]));
    let mut items = Vec::new();
    let mut ids = Vec::new();
    for row in rows {
        let description = base_of(tx, &row).await?.description;
        let paths = replaced(&description, target, &LangText::default()).1;
        if !paths.is_empty() {
            ids.push(ServiceId::new(row.id));
            items.push(Occurrence {
                name: LangText::new(row.name_lv, row.name_en),
                state: row.state.parse()?,
                code: row.code,
                version: row.latest,
                copy: false,
                paths,
            });
        }
    }
    let copies: Vec<ServiceId> = drafts::of_services(tx, &ids).await?.into_iter().map(|(id, _)| id).collect();
    for (item, id) in items.iter_mut().zip(&ids) {
        item.copy = copies.contains(id);
    }
    Ok(Page { items, next })
}

/// Changes one service: a new version of what is in force, and the same in its working copy unless a day is to come first.
/// What waits for its day gets the change too where it says nothing else; [`crate::left_behind`] names what does not.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; invalid for a value that cannot
/// be one of its kind, or when the description has gaps and cannot be published.
pub async fn bulk_change(tx: &mut Write, input: &BulkChange) -> Result<BulkOutcome> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let new = checked(input.target.kind, &input.new)?;
    let id = ServiceId::new(row.id);
    let state: ServiceState = row.state.parse()?;
    let base = base_of(tx, &row).await?;
    let (description, paths) = replaced(&base.description, &input.target, &new);
    if state == ServiceState::Open && !paths.is_empty() {
        keep_sent(tx, &row).await?;
    }
    // What somebody else has to read first goes into the working copy, also of a public service.
    let unread = state == ServiceState::Open && !paths.is_empty() && !may_publish(tx, &row, &description).await?;
    // What a working copy says may be published before the day that a public text waits for.
    let at_once = unread || state != ServiceState::Open || coming(tx, input.from).is_none();
    let in_copy = at_once && change_copy(tx, &row, &base, (&input.target, &new), unread).await?;
    match state {
        ServiceState::Closed => return Ok(BulkOutcome::Closed),
        _ if unread => return Ok(BulkOutcome::Copied),
        ServiceState::Draft => return Ok(if in_copy { BulkOutcome::Copied } else { BulkOutcome::Nothing }),
        ServiceState::Open if paths.is_empty() => return Ok(BulkOutcome::Nothing),
        ServiceState::Open => {}
    }
    let publication = PublishService {
        code: row.code.clone(),
        version: row.latest,
        description: Some(description),
        from: input.from,
        note: input.note.clone(),
    };
    let version = publish(tx, publication).await?;
    if at_once
        && let Some(mut draft) = drafts::lock(tx, id).await?
        && draft.base_version == base.version
    {
        draft.base_version = version;
        drafts::update(tx, id, &draft).await?;
    }
    Ok(BulkOutcome::Published(version))
}

/// The same change in the working copy: in its written section, or in a new one when nothing is public yet or the copy is
/// to `begin` with it. Whether anything changed.
async fn change_copy(
    tx: &Write,
    row: &service_rows::Model,
    base: &Base,
    (target, new): (&BulkTarget, &LangText),
    begin: bool,
) -> Result<bool> {
    let id = ServiceId::new(row.id);
    let section = section_of(target.kind);
    let written = sections::find(tx, id, section).await?;
    let begin = begin || !row.was_public();
    let (typed, revision) = match written {
        Some(written) => (written.typed, written.revision),
        None if begin => (typed_of(tx, section, &base.description).await?, 0),
        None => return Ok(false),
    };
    let changed = retyped(&typed, target, new);
    if changed == typed {
        return Ok(false);
    }
    let draft = opened(tx, row).await?;
    put(tx, row, draft, section, changed, revision + 1).await?;
    Ok(true)
}

const fn section_of(kind: BulkKind) -> Section {
    match kind {
        BulkKind::Hours => Section::Channels,
        BulkKind::Notice => Section::Basics,
        BulkKind::Phone | BulkKind::Email | BulkKind::Address | BulkKind::Website => Section::Providers,
    }
}

fn values_of(description: &Description, kind: BulkKind) -> Vec<String> {
    match kind {
        BulkKind::Hours => description.channels.iter().map(|offer| offer.hours.lv.clone()).collect(),
        BulkKind::Notice => description.notice.iter().map(|notice| notice.lv.clone()).collect(),
        _ => {
            let contacts = description.providers.iter().map(|provider| &provider.contact);
            contacts.filter_map(|contact| part(contact, kind).clone()).collect()
        }
    }
}

fn part(contact: &Contact, kind: BulkKind) -> &Option<String> {
    match kind {
        BulkKind::Email => &contact.email,
        BulkKind::Address => &contact.address,
        BulkKind::Website => &contact.website,
        _ => &contact.phone,
    }
}

fn part_mut(contact: &mut Contact, kind: BulkKind) -> &mut Option<String> {
    match kind {
        BulkKind::Email => &mut contact.email,
        BulkKind::Address => &mut contact.address,
        BulkKind::Website => &mut contact.website,
        _ => &mut contact.phone,
    }
}

/// The description with the new value, and the elements that it changed.
fn replaced(description: &Description, target: &BulkTarget, new: &LangText) -> (Description, Vec<String>) {
    let mut after = description.clone();
    let mut paths = Vec::new();
    match target.kind {
        BulkKind::Notice => {
            let notice = Some(new.clone()).filter(|text| text.languages().next().is_some());
            if after.notice != notice || target.old.is_empty() {
                after.notice = notice;
                paths.push("notice".to_owned());
            }
        }
        BulkKind::Hours => {
            for (place, offer) in after.channels.iter_mut().enumerate() {
                let meant = target.channel.is_none_or(|channel| channel == offer.channel);
                if meant && offer.hours.lv == target.old {
                    offer.hours = new.clone();
                    paths.push(format!("channels/{place}/hours"));
                }
            }
        }
        kind => {
            for (place, provider) in after.providers.iter_mut().enumerate() {
                let value = part_mut(&mut provider.contact, kind);
                if value.as_deref() == Some(target.old.as_str()) {
                    *value = Some(new.lv.clone()).filter(|text| !text.is_empty());
                    paths.push(format!("providers/{place}/contact/{}", kind.as_str()));
                }
            }
        }
    }
    if after == *description && target.kind == BulkKind::Notice && !target.old.is_empty() {
        paths.clear();
    }
    (after, paths)
}

/// What was typed, with the new value where the old one stood.
fn retyped(typed: &Typed, target: &BulkTarget, new: &LangText) -> Typed {
    typed.mapped(|name, value| {
        let parts: Vec<&str> = name.split('/').collect();
        let stood = value.trim() == target.old;
        match (target.kind, parts.as_slice()) {
            (BulkKind::Notice, ["notice", "lv"]) => new.lv.clone(),
            (BulkKind::Notice, ["notice", "en"]) => new.en.clone(),
            (BulkKind::Hours, ["channels", place, "hours", tag @ ("lv" | "en")]) => {
                let channel = typed.get(&format!("channels/{place}/channel"));
                let meant = target.channel.is_none_or(|wanted| wanted.as_str() == channel);
                let words = typed.get(&format!("channels/{place}/hours/lv")).trim();
                match (meant && words == target.old, *tag) {
                    (true, "lv") => new.lv.clone(),
                    (true, _) => new.en.clone(),
                    (false, _) => value.to_owned(),
                }
            }
            (kind, ["providers", _, "contact", element]) if stood && *element == kind.as_str() => new.lv.clone(),
            _ => value.to_owned(),
        }
    })
}

/// The new value, if it can be one of its kind.
fn checked(kind: BulkKind, new: &LangText) -> Result<LangText> {
    let clean = LangText::new(new.lv.trim(), new.en.trim());
    let refused = |key: &'static str| Err(Error::invalid("form-has-errors").field("new", key));
    let typed: Typed = [("providers/0/institution".to_owned(), "X".to_owned())]
        .into_iter()
        .chain([(format!("providers/0/contact/{}", kind.as_str()), clean.lv.clone())])
        .collect();
    match kind {
        BulkKind::Notice if clean.lv.is_empty() == clean.en.is_empty() => Ok(clean),
        BulkKind::Hours if !clean.lv.is_empty() && !clean.en.is_empty() => Ok(clean),
        BulkKind::Notice | BulkKind::Hours => refused("service-text-missing"),
        _ if clean.lv.is_empty() => refused("bulk-empty"),
        _ => {
            let mut known = super::forms::Known::default();
            known.institutions.insert("X".to_owned(), InstitutionId::new(uuid::Uuid::nil()));
            let mut read = super::open::blank(InstitutionId::new(uuid::Uuid::nil()), LangText::default());
            let wrong = super::forms::understand(Section::Providers, &typed, &known, &mut read);
            match wrong.first() {
                Some(finding) => Err(Error::invalid("form-has-errors").field("new", finding.key.clone())),
                None => {
                    let understood = read.providers.first().and_then(|provider| part(&provider.contact, kind).clone());
                    Ok(LangText::new(understood.unwrap_or_default(), ""))
                }
            }
        }
    }
}
