//! Who listens to what: every reader of the log and every timer, in one list. Calls go down, events go up.
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use catalogue::{LinkChecker, SearchIndex};
use chrono::TimeDelta;
use jobs::{Runner, TimerHandler};
use kernel::{Caller, CorrectionId, EnquiryId, Error, InstitutionId, Result, ServiceId};
use portal_citizen::GuideIndex;
use storage::{Database, Timer, Write};
use tokio::runtime::Handle;
use tokio::sync::watch;
use uuid::Uuid;

use crate::translate;

/// How often somebody looks for links that are due.
const LINKS_LOOK: Duration = Duration::from_secs(60);
/// What other processes publish is found after this long.
const OTHERS_CHANGES: Duration = Duration::from_millis(400);
/// How often somebody looks whether life situations or articles changed.
const GUIDES_LOOK: Duration = Duration::from_millis(500);
/// The least time between two refreshes.
const REST: Duration = Duration::from_millis(100);
/// What people asked is written this often.
const TALLY_EVERY: Duration = Duration::from_secs(5);

/// Everything that runs beside the doors.
pub fn runner() -> Runner {
    Runner::default()
        .reader(Arc::new(indicators::IndicatorReader))
        .reader(Arc::new(catalogue::ServiceFeedReader))
        .reader(Arc::new(catalogue::QualityReader))
        .reader(Arc::new(catalogue::SimilarReader))
        .reader(Arc::new(catalogue::InstitutionReader))
        .reader(Arc::new(identity::StaffReader))
        .reader(Arc::new(translation::TranslationReader::new(&translate::WANTED)))
        .timer(Arc::new(cases::Overdue))
        .timer(Arc::new(cases::AnswerLate))
        .timer(Arc::new(cases::CloseDelivered))
        .timer(timer(PURGE_SIGN_INS, |tx, _| Box::pin(purge_sign_ins(tx))))
        .timer(timer(FORGET_KEYS, |tx, _| Box::pin(forget_keys(tx))))
        .timer(timer(documents::PURGE_TIMER, |tx, id| Box::pin(documents::purge(tx, id))))
        .timer(timer(forms::EXPIRE_TIMER, |tx, id| Box::pin(forms::expire(tx, id))))
        .timer(timer(catalogue::CHECKS_TIMER, |tx, _| Box::pin(catalogue::run_checks(tx))))
        .timer(timer(catalogue::QUALITY_DAY_TIMER, |tx, _| Box::pin(catalogue::keep_quality_day(tx))))
        .timer(timer(catalogue::LINK_SPREAD_TIMER, |tx, id| Box::pin(catalogue::spread_link(tx, id))))
        .timer(timer(catalogue::ACT_SPREAD_TIMER, |tx, id| Box::pin(catalogue::spread_act(tx, id))))
        .timer(timer(catalogue::INSTITUTION_SPREAD_TIMER, |tx, id| {
            Box::pin(catalogue::spread_institution(tx, InstitutionId::new(id)))
        }))
        .timer(timer(catalogue::CORRECTION_OVERDUE_TIMER, |tx, id| {
            Box::pin(catalogue::correction_overdue(tx, CorrectionId::new(id)))
        }))
        .timer(timer(enquiries::ENQUIRY_OVERDUE_TIMER, |tx, id| {
            Box::pin(enquiries::enquiry_overdue(tx, EnquiryId::new(id)))
        }))
        .timer(timer(POPULAR, |tx, _| Box::pin(count_popular(tx))))
        .timer(timer(catalogue::TAKE_EFFECT_TIMER, |tx, id| Box::pin(catalogue::take_effect(tx, ServiceId::new(id)))))
        .timer(timer(catalogue::CARRY_TEMPLATE_TIMER, |tx, id| {
            Box::pin(catalogue::carry_template(tx, catalogue::TemplateId::new(id)))
        }))
        .timer(timer(catalogue::TEMPLATE_DAY_TIMER, |tx, id| {
            Box::pin(catalogue::template_takes_effect(tx, catalogue::TemplateId::new(id)))
        }))
}

/// The timer that forgets sessions, tokens and begun sign-ins that are long over.
const PURGE_SIGN_INS: &str = "identity.purge";

/// The timer that forgets idempotency keys that are older than is promised.
pub const FORGET_KEYS: &str = "storage.forget_keys";
/// So many keys go in one unit of work.
const KEYS_AT_ONCE: u64 = 1_000;

/// The timer that finds out anew which services are requested most.
const POPULAR: &str = "catalogue.popular";
/// So many of them are kept.
const MOST_POPULAR: u64 = 12;

/// Sets what happens every day. At each start, so that a new schedule needs no migration; it stands once, whatever the
/// number of processes.
pub async fn set_daily(db: &Database) -> Result<()> {
    let mut tx = db.write(&Caller::engine()).await?;
    let now = tx.now();
    tx.schedule(PURGE_SIGN_INS, Uuid::nil(), now).await?;
    tx.schedule(FORGET_KEYS, Uuid::nil(), now).await?;
    tx.schedule(catalogue::CHECKS_TIMER, Uuid::nil(), now).await?;
    // A little later, so that on a new database the reader has judged something.
    tx.schedule(catalogue::QUALITY_DAY_TIMER, Uuid::nil(), now + TimeDelta::minutes(1)).await?;
    tx.schedule(POPULAR, Uuid::nil(), now + TimeDelta::seconds(2)).await?;
    // A database that an older program filled has no categories yet, no list of acts and no coordinators of branches.
    catalogue::ensure_categories(&mut tx).await?;
    catalogue::install_repealed_acts(&mut tx).await?;
    catalogue::ensure_coordinators(&mut tx).await?;
    tx.commit().await
}

async fn count_popular(tx: &mut Write) -> Result<()> {
    let codes = indicators::most_requested(tx, MOST_POPULAR).await?;
    catalogue::set_popular_services(tx, &codes).await?;
    let later = tx.now() + TimeDelta::minutes(10);
    tx.schedule(POPULAR, Uuid::nil(), later).await
}

async fn purge_sign_ins(tx: &mut Write) -> Result<()> {
    let forgotten = identity::purge_expired(tx).await?;
    tracing::info!(forgotten, "forgot sessions and tokens that are over");
    let tomorrow = tx.now() + TimeDelta::days(1);
    tx.schedule(PURGE_SIGN_INS, Uuid::nil(), tomorrow).await
}

/// Forgets a portion of what is over: after a full one the rest follows in a unit of work of its own, so that others can
/// write in between; else tomorrow.
pub async fn forget_keys(tx: &mut Write) -> Result<()> {
    let forgotten = tx.forget_keys(KEYS_AT_ONCE).await?;
    tracing::info!(forgotten, "forgot idempotency keys that are old");
    let rest = if forgotten < KEYS_AT_ONCE { TimeDelta::days(1) } else { TimeDelta::seconds(1) };
    let next = tx.now() + rest;
    tx.schedule(FORGET_KEYS, Uuid::nil(), next).await
}

/// Keeps this process's search index in step with the catalogue until told to stop, and writes what people asked of it.
/// Every process has an index of its own, so this is no reader of the log: a reader's cursor is shared by all of them.
pub async fn keep_search_fresh(
    db: Database,
    index: Arc<SearchIndex>,
    guides: Arc<GuideIndex>,
    mut stop: watch::Receiver<bool>,
) {
    let (mut written, mut looked) = (Instant::now(), Instant::now());
    loop {
        if looked.elapsed() > GUIDES_LOOK {
            looked = Instant::now();
            if let Err(error) = refresh_guides(&db, &guides).await {
                tracing::warn!(%error, "life situations and articles were not indexed");
            }
        }
        if let Err(error) = refresh(&db, &index).await {
            tracing::warn!(%error, "the search index was not refreshed");
        }
        let stopping = *stop.borrow();
        if (stopping || written.elapsed() > TALLY_EVERY) && !index.tally().is_empty() {
            written = Instant::now();
            if let Err(error) = write_tally(&db, &index).await {
                tracing::warn!(%error, "what people searched for was not counted");
            }
        }
        if stopping {
            return;
        }
        // Many commits a second need no refresh each.
        tokio::time::sleep(REST).await;
        tokio::select! {
            () = db.committed() => {}
            () = tokio::time::sleep(OTHERS_CHANGES) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// Checks the links of descriptions until told to stop: beside everything else, outside any unit of work.
pub async fn keep_links_checked(db: Database, checker: LinkChecker, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let rest = tokio::select! {
            checked = checker.pass(&db) => match checked {
                Ok(0) => LINKS_LOOK,
                Ok(_) => REST,
                Err(error) => {
                    tracing::warn!(%error, "links were not checked");
                    LINKS_LOOK
                }
            },
            changed = stop.changed() => match changed { Ok(()) => continue, Err(_) => return },
        };
        tokio::select! {
            () = tokio::time::sleep(rest) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// On a thread of its own: building an index is work for a processor, and pages must not wait for it.
async fn refresh(db: &Database, index: &Arc<SearchIndex>) -> Result<usize> {
    let (db, index, runtime) = (db.clone(), Arc::clone(index), Handle::current());
    let work = async move { index.refresh(&db.read(&Caller::engine()).await?).await };
    let done = tokio::task::spawn_blocking(move || runtime.block_on(work)).await;
    // The cause is not kept: it quotes the words of a panic.
    done.map_err(|_| Error::unavailable("search-unavailable"))?
}

async fn refresh_guides(db: &Database, guides: &GuideIndex) -> Result<()> {
    guides.refresh(&db.read(&Caller::engine()).await?).await
}

async fn write_tally(db: &Database, index: &SearchIndex) -> Result<()> {
    let mut tx = db.write(&Caller::engine()).await?;
    index.tally().write(&mut tx).await?;
    tx.commit().await
}

type Work = for<'a> fn(&'a mut Write, Uuid) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// A timer whose work is one use case that takes the subject.
struct UseCase {
    kind: &'static str,
    work: Work,
}

fn timer(kind: &'static str, work: Work) -> Arc<dyn TimerHandler> {
    Arc::new(UseCase { kind, work })
}

#[async_trait::async_trait]
impl TimerHandler for UseCase {
    fn kind(&self) -> &'static str {
        self.kind
    }

    async fn fire(&self, tx: &mut Write, timer: &Timer) -> Result<()> {
        (self.work)(tx, timer.subject).await
    }
}
