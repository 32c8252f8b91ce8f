//! Who listens to what: every reader of the log and every timer, in one list. Calls go down, events go up.
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use catalogue::SearchIndex;
use chrono::TimeDelta;
use jobs::{Runner, TimerHandler};
use kernel::{Caller, CorrectionId, Result, ServiceId};
use storage::{Database, Timer, Write};
use tokio::sync::watch;
use uuid::Uuid;

use crate::translate;

/// What other processes publish is found after this long.
const OTHERS_CHANGES: Duration = Duration::from_secs(5);
/// The least time between two refreshes.
const REST: Duration = Duration::from_millis(500);

/// Everything that runs beside the doors.
pub fn runner() -> Runner {
    Runner::default()
        .reader(Arc::new(indicators::IndicatorReader))
        .reader(Arc::new(translation::TranslationReader::new(&translate::WANTED)))
        .timer(Arc::new(cases::Overdue))
        .timer(Arc::new(cases::AnswerLate))
        .timer(Arc::new(cases::CloseDelivered))
        .timer(timer(PURGE_SIGN_INS, |tx, _| Box::pin(purge_sign_ins(tx))))
        .timer(timer(documents::PURGE_TIMER, |tx, id| Box::pin(documents::purge(tx, id))))
        .timer(timer(forms::EXPIRE_TIMER, |tx, id| Box::pin(forms::expire(tx, id))))
        .timer(timer(catalogue::CORRECTION_OVERDUE_TIMER, |tx, id| {
            Box::pin(catalogue::correction_overdue(tx, CorrectionId::new(id)))
        }))
        .timer(timer(POPULAR, |tx, _| Box::pin(count_popular(tx))))
        .timer(timer(catalogue::TAKE_EFFECT_TIMER, |tx, id| Box::pin(catalogue::take_effect(tx, ServiceId::new(id)))))
}

/// The timer that forgets sessions, tokens and begun sign-ins that are long over.
const PURGE_SIGN_INS: &str = "identity.purge";

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
    tx.schedule(POPULAR, Uuid::nil(), now + TimeDelta::seconds(2)).await?;
    // A database that an older program filled has no categories yet.
    catalogue::ensure_categories(&mut tx).await?;
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

/// Keeps this process's search index in step with the catalogue until told to stop. Every process has an index of its
/// own, so this is no reader of the log: a reader's cursor is shared by all of them.
pub async fn keep_search_fresh(db: Database, index: Arc<SearchIndex>, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            () = db.committed() => {}
            () = tokio::time::sleep(OTHERS_CHANGES) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
        let refreshed = match db.read(&Caller::engine()).await {
            Ok(tx) => index.refresh(&tx).await,
            Err(error) => Err(error),
        };
        if let Err(error) = refreshed {
            tracing::warn!(%error, "the search index was not refreshed");
        }
        // Many commits a second need no refresh each.
        tokio::time::sleep(REST).await;
    }
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
