//! One pass over due links: take a few, call them outside any unit of work, keep what came of it.

use super::{LINK_SPREAD_TIMER, LinkState, Outcome, judged};
use crate::store::quality::links::{self, Link};
use chrono::TimeDelta;
use futures::StreamExt as _;
use kernel::{Caller, ErrorKind, Result};
use outbound::PublicClient;
use std::collections::BTreeMap;
use std::time::Duration;
use storage::{Database, Write};
use uuid::Uuid;

/// Links of one pass.
const FEW: u64 = 20;

/// A pass that has not reported after this long is taken to be lost; its links are due again.
const LEASE: TimeDelta = TimeDelta::minutes(15);

/// Checks links: a few hosts at once, each host one call after the other with a rest between.
#[derive(Debug, Clone)]
pub struct LinkChecker {
    client: PublicClient,
    hosts_at_once: usize,
    rest: Duration,
}

impl LinkChecker {
    /// A checker that calls through this client.
    #[must_use]
    pub const fn new(client: PublicClient) -> Self {
        Self { client, hosts_at_once: 4, rest: Duration::from_secs(1) }
    }

    /// The same with another rest between two calls to one host.
    #[must_use]
    pub const fn with_rest(mut self, rest: Duration) -> Self {
        self.rest = rest;
        self
    }

    /// Checks a few due links and returns how many; nought when none is due. Any number of processes may do so.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached; a link that cannot be reached is no error.
    pub async fn pass(&self, db: &Database) -> Result<usize> {
        let due = claim(db).await?;
        let mut hosts: BTreeMap<String, Vec<Link>> = BTreeMap::new();
        for link in due {
            hosts.entry(host(&link.url)).or_default().push(link);
        }
        let outcomes: Vec<Vec<(Uuid, Outcome)>> =
            futures::stream::iter(hosts.into_values().map(|links| self.call_host(links)))
                .buffer_unordered(self.hosts_at_once)
                .collect()
                .await;
        let outcomes: Vec<(Uuid, Outcome)> = outcomes.into_iter().flatten().collect();
        if outcomes.is_empty() {
            return Ok(0);
        }
        let mut tx = db.write(&Caller::engine()).await?;
        for (id, outcome) in &outcomes {
            keep(&mut tx, *id, *outcome).await?;
        }
        tx.commit().await?;
        Ok(outcomes.len())
    }

    async fn call_host(&self, links: Vec<Link>) -> Vec<(Uuid, Outcome)> {
        let mut outcomes = Vec::with_capacity(links.len());
        for (number, link) in links.into_iter().enumerate() {
            if number > 0 {
                tokio::time::sleep(self.rest).await;
            }
            outcomes.push((link.id, self.call(&link.url).await));
        }
        outcomes
    }

    async fn call(&self, url: &str) -> Outcome {
        match self.client.probe(url).await {
            Ok(probe) => Outcome::Status(probe.status),
            Err(error) if error.kind() == ErrorKind::Invalid => Outcome::Refused,
            Err(_) => Outcome::Unreachable,
        }
    }
}

/// Takes due links; those that no description names any more are forgotten instead.
async fn claim(db: &Database) -> Result<Vec<Link>> {
    let tx = db.write(&Caller::engine()).await?;
    let until = tx.now() + LEASE;
    let mut wanted = Vec::new();
    for link in links::claim(&tx, FEW, until).await? {
        if links::is_used(&tx, link.id).await? {
            wanted.push(link);
        } else {
            links::forget(&tx, link.id).await?;
        }
    }
    tx.commit().await?;
    Ok(wanted)
}

/// Keeps what was found. When clients can open a link no longer, or again, the services that name it are judged again.
async fn keep(tx: &mut Write, id: Uuid, outcome: Outcome) -> Result<()> {
    let Some(link) = links::find(tx, id).await? else { return Ok(()) };
    let outcome = match outcome {
        Outcome::INCOMPLETE if links::only_begins_sign_ins(tx, id).await? => Outcome::SignInStart,
        other => other,
    };
    let checked = judged(&link, outcome, tx.now());
    let was_broken = link.state.parse::<LinkState>()?.is_broken();
    links::note(tx, id, &checked).await?;
    if was_broken != checked.state.is_broken() {
        links::spread(tx, id, None).await?;
        tx.schedule(LINK_SPREAD_TIMER, id, tx.now()).await?;
    }
    Ok(())
}

fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase()
}
