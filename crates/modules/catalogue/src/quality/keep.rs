//! Keeps findings and scores in step with the register: a reader of the log, and whoever learns something that the log
//! does not tell (a link that died, a check that is due).

use super::{Check, Finding, QualityContext, Severity, elements, findings, rules, score};
use crate::alike::earlier_alike;
use crate::checks::Quarter;
use crate::events::{SERVICE_CHECKED, SERVICE_LINKED, SERVICE_PUBLISHED, SERVICE_REGISTERED, SERVICE_WITHDRAWN};
use crate::store::quality::rows::service_links;
use crate::store::quality::{acts, checks, course, holders, links, scores};
use crate::store::{cache, service_rows::Model, services};
use crate::{Description, ServiceState};
use async_trait::async_trait;
use jobs::Reader;
use kernel::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use storage::{Event, Read, Write};
use uuid::Uuid;

/// Name of the reader's cursor.
pub const QUALITY_READER: &str = "quality";

/// Services judged in one pass.
const BATCH: u64 = 200;

/// Services of one name that are judged again when another takes or leaves it.
const NAMESAKES: u64 = 50;

/// Longest address that is kept track of, in bytes; longer ones fit no index.
const LONGEST_LINK: usize = 2_000;

/// Judges a service again whenever the log says that it changed (CAT-18).
#[derive(Debug, Clone, Copy, Default)]
pub struct QualityReader;

#[async_trait]
impl Reader for QualityReader {
    fn name(&self) -> &'static str {
        QUALITY_READER
    }

    fn kinds(&self) -> &'static [&'static str] {
        &[SERVICE_REGISTERED, SERVICE_PUBLISHED, SERVICE_WITHDRAWN, SERVICE_LINKED, SERVICE_CHECKED]
    }

    fn rest(&self) -> std::time::Duration {
        std::time::Duration::from_secs(2)
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        self.handle_all(tx, &[event]).await
    }

    /// Each service once, by its present state: an event that comes again changes nothing.
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        let ids: BTreeSet<Uuid> = events.iter().map(|event| event.stream.id).collect();
        refresh(tx, ids.into_iter().collect()).await
    }
}

/// Judges these services again. Everybody who does so waits for the one before: sums would be wrong otherwise.
pub(crate) async fn refresh(tx: &mut Write, ids: Vec<Uuid>) -> Result<()> {
    tx.lock_reader(QUALITY_READER).await?;
    let mut namesakes = BTreeSet::new();
    for ids in ids.chunks(BATCH as usize) {
        let rows = services::by_ids(tx, ids).await?;
        namesakes.extend(judge(tx, &rows).await?.namesakes);
    }
    for id in &ids {
        namesakes.remove(id);
    }
    let namesakes: Vec<Uuid> = namesakes.into_iter().collect();
    let rows = services::by_ids(tx, &namesakes).await?;
    judge(tx, &rows).await?;
    Ok(())
}

/// What came of judging some services.
#[derive(Default)]
pub(super) struct Judged {
    /// What was kept before and is now: they differ.
    pub differing: Vec<(Option<scores::Row>, scores::Row)>,
    /// Others whose finding of a duplicate may have changed.
    namesakes: Vec<Uuid>,
}

/// Judges services and keeps the findings, their links, the course of their scores and the sums of their holders.
pub(super) async fn judge(tx: &Write, rows: &[Model]) -> Result<Judged> {
    if rows.is_empty() {
        return Ok(Judged::default());
    }
    let described = describe(tx, rows).await?;
    keep_links(tx, &described).await?;
    let new = evaluate(tx, &described).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut old: BTreeMap<Uuid, scores::Row> =
        scores::of_services(tx, &ids).await?.into_iter().map(|row| (row.service, row)).collect();
    let mut judged = Judged::default();
    let (mut sums, mut moved) = (BTreeMap::new(), Vec::new());
    for (row, _) in &new {
        let before = old.remove(&row.service);
        if let Some(before) = &before {
            holders::count(&mut sums, before, -1);
            if (&before.name_key, before.live) != (&row.name_key, row.live) {
                for key in BTreeSet::from([&before.name_key, &row.name_key]) {
                    judged.namesakes.extend(scores::later_of_name(tx, key, row.number, NAMESAKES).await?);
                }
            }
        }
        holders::count(&mut sums, row, 1);
        if before.as_ref().is_none_or(|before| before.score != row.score) {
            moved.push(row.clone());
        }
        if !before.as_ref().is_some_and(|before| is_same(before, row)) {
            judged.differing.push((before, row.clone()));
        }
    }
    scores::replace(tx, &new).await?;
    course::keep(tx, &moved).await?;
    holders::add(tx, sums).await?;
    Ok(judged)
}

/// Whether two rows say the same, apart from when.
pub(super) fn is_same(one: &scores::Row, other: &scores::Row) -> bool {
    scores::Row { at: other.at, ..one.clone() } == *other
}

/// A service with its present description.
pub(super) type Described<'a> = (&'a Model, Arc<Description>);

/// The present descriptions, in the order of the numbers.
pub(super) async fn describe<'a>(tx: &Read, rows: &'a [Model]) -> Result<Vec<Described<'a>>> {
    let mut described = Vec::with_capacity(rows.len());
    for row in rows {
        described.push((row, cache::description(tx, row).await?));
    }
    described.sort_by_key(|(row, _)| row.number);
    Ok(described)
}

/// Judges services without keeping anything; with each row the rules that found something. In the order of the numbers,
/// so that of two new ones of one name the second is the duplicate.
pub(super) async fn evaluate(tx: &Read, described: &[Described<'_>]) -> Result<Vec<(scores::Row, Vec<String>)>> {
    let ids: Vec<Uuid> = described.iter().map(|(row, _)| row.id).collect();
    let quarter = Quarter::of(kernel::riga_date(tx.now())).to_string();
    let open = checks::open_of(tx, &quarter, &ids).await?;
    let every = || described.iter().flat_map(|(_, description)| urls(description)).map(|(_, url)| url);
    let broken = links::broken(tx, &every().map(str::to_owned).collect()).await?;
    let numbers = every().filter_map(super::whole::act_number).collect();
    let repealed = Arc::new(acts::of_numbers(tx, &numbers).await?);
    let keys: Vec<String> = described.iter().map(|(row, d)| name_key(row, d)).filter(|key| !key.is_empty()).collect();
    let mut first = scores::first_of_names(tx, &keys).await?;
    let mut alike = earlier_alike(tx, &ids).await?;
    let mut found = Vec::with_capacity(described.len());
    for (row, description) in described {
        let name_key = name_key(row, description);
        let earlier = first.get(&name_key).copied().filter(|number| *number < row.number);
        let live = is_live(row);
        let context = QualityContext {
            has_form: row.form_key.is_some(),
            dead_links: if live { urls_in(description, &broken) } else { BTreeSet::new() },
            duplicates: earlier.map(|number| number.to_string()).into_iter().collect(),
            alike: alike.remove(&row.id).unwrap_or_default(),
            unconfirmed: open.contains(&row.id).then(|| quarter.clone()),
            // Links of closed services are not kept, so nobody finds them to be judged again.
            repealed: if live { Arc::clone(&repealed) } else { Arc::default() },
        };
        let findings = findings(description, &context);
        if live && !name_key.is_empty() {
            first.entry(name_key.clone()).and_modify(|number| *number = row.number.min(*number)).or_insert(row.number);
        }
        let dead = context.dead_links.len();
        found.push((kept(tx, row, live, name_key, dead, &findings)?, rules_of(&findings)));
    }
    Ok(found)
}

fn kept(
    tx: &Read,
    row: &Model,
    live: bool,
    name_key: String,
    dead_links: usize,
    findings: &[Finding],
) -> Result<scores::Row> {
    let places = |severity| small(findings.iter().filter(|finding| finding.severity == severity).count());
    let english = rules().iter().filter(|rule| rule.check == Check::EnglishMissing);
    let english: BTreeSet<&str> = english.map(|rule| rule.id.as_str()).collect();
    Ok(scores::Row {
        service: row.id,
        number: row.number,
        holder: row.holder,
        state: row.state.clone(),
        live,
        version: row.version,
        score: i32::from(score(findings)),
        blocking: places(Severity::Blocks),
        warning: places(Severity::Warns),
        hinting: places(Severity::Hints),
        dead_links: small(dead_links),
        english_missing: findings.iter().any(|finding| english.contains(finding.rule.as_str())),
        name_key,
        findings: serde_json::to_string(findings)?,
        at: tx.now(),
    })
}

fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn rules_of(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| finding.rule.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What two services of one holder must not share: their name, whatever its capitals and spaces. That institutions give
/// the same service under one name is how it should be.
fn name_key(row: &Model, description: &Description) -> String {
    let name = description.name.get(kernel::Locale::Lv);
    let words: Vec<String> = super::plain::words(name).map(str::to_lowercase).collect();
    if words.is_empty() { String::new() } else { format!("{}:{}", row.holder.simple(), words.join(" ")) }
}

/// The addresses of a description that are kept track of, with their places.
fn urls(description: &Description) -> impl Iterator<Item = (String, &str)> {
    let links = elements::links(description).into_iter();
    let kept = links.filter(|(_, url)| url.len() <= LONGEST_LINK && super::whole::host_of(url).is_some());
    kept.map(|(place, url)| (place.path, url))
}

fn urls_in(description: &Description, broken: &BTreeSet<String>) -> BTreeSet<String> {
    urls(description).filter(|(_, url)| broken.contains(*url)).map(|(_, url)| url.to_owned()).collect()
}

/// Whether anybody may still want the service.
fn is_live(row: &Model) -> bool {
    row.state != ServiceState::Closed.as_str()
}

/// Notes which addresses the services name; closed ones name none any more. Those that nobody names any more are
/// forgotten when they come up for a check.
async fn keep_links(tx: &Write, described: &[Described<'_>]) -> Result<()> {
    let live: Vec<&Described<'_>> = described.iter().filter(|(row, _)| is_live(row)).collect();
    let wanted: BTreeSet<&str> = live.iter().flat_map(|(_, d)| urls(d)).map(|(_, url)| url).collect();
    let ids = links::ensure(tx, &wanted).await?;
    let mut new = Vec::new();
    for (row, description) in live {
        for (path, url) in urls(description) {
            if let Some(link) = ids.get(url) {
                new.push(service_links::Model { service: row.id, path, link: *link });
            }
        }
    }
    new.sort_by(|one, other| (one.service, &one.path).cmp(&(other.service, &other.path)));
    let services: Vec<Uuid> = described.iter().map(|(row, _)| row.id).collect();
    if links::uses_of(tx, &services).await? == new {
        return Ok(());
    }
    links::replace_uses(tx, &services, new).await
}
