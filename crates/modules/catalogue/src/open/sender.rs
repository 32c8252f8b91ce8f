//! What the sender of a description has seen of the service, and whether the newest description is its own (CAT-20).

use super::{edition, write};
use crate::events::{
    SERVICE_PUBLISHED, SERVICE_RECEIVED, SERVICE_REGISTERED, SERVICE_SCHEDULED, SERVICE_WITHDRAWN, ServiceFact,
};
use crate::store::service_rows::Model;
use kernel::{Caller, InstitutionId, Result, ServiceId};
use storage::{Event, Expected, Read, Stream, Write, events_of_stream};

/// Events of a stream that are read at once.
const BATCH: u64 = 200;

/// What a sender says it has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The tag: [`edition`]. The service must be there.
    Tag(String),
    /// The numbers with which a service is given out; they say nothing of a service that is not there yet.
    Numbers {
        /// The revision of the service.
        revision: Option<i64>,
        /// Number of the newest description.
        version: Option<i32>,
    },
}

impl Seen {
    /// Whether this is what there is, when this is the number of the newest description. A revision alone says that none
    /// waits.
    pub(super) fn is(&self, row: &Model, newest: i32) -> bool {
        match self {
            Self::Tag(tag) => *tag == edition(row.revision, row.version, newest),
            Self::Numbers { revision, version } => {
                revision.is_none_or(|revision| revision == row.revision) && version.unwrap_or(row.version) == newest
            }
        }
    }
}

/// What the log says of the caller's part in a service.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    /// Whether the caller itself made the version by sending it: this very system, or this person through the interface.
    made: bool,
    /// Whether somebody else closed the service.
    closed_by_another: bool,
}

impl Part {
    /// Whether nothing there is somebody else's, so that the caller may change it without a word of what it has seen.
    pub(super) const fn is_own(self) -> bool {
        self.made && !self.closed_by_another
    }

    /// Whether somebody else closed the service, who may have had reasons that the caller does not know.
    pub(super) const fn is_closed_by_another(self) -> bool {
        self.closed_by_another
    }
}

/// The caller's part in a service and in one version of it.
pub(super) async fn part(tx: &Read, id: ServiceId, version: i32) -> Result<Part> {
    let (stream, caller) = (Stream::service(id), tx.caller());
    let (mut part, mut after) = (Part::default(), 0);
    loop {
        let events = events_of_stream(tx, &stream, after, BATCH).await?;
        for event in &events {
            match event.kind.as_str() {
                SERVICE_WITHDRAWN => part.closed_by_another = !is_by(event, caller),
                SERVICE_PUBLISHED => part.closed_by_another = false,
                _ => {}
            }
            if is_sending(event, caller) && event.read::<ServiceFact>()?.version == version {
                part.made = true;
            }
        }
        match events.last() {
            Some(last) if events.len() as u64 == BATCH => after = last.sequence,
            _ => return Ok(part),
        }
    }
}

/// Keeps in the log that the newest description, if it is the one with this digest, is what the caller sent; unless the log
/// says so already.
pub(super) async fn remember(tx: &mut Write, row: &Model, digest: String) -> Result<()> {
    let id = ServiceId::new(row.id);
    let newest = write::newest(tx, id, row.latest).await?.line;
    if newest.digest != digest || part(tx, id, newest.version).await?.made {
        return Ok(());
    }
    let holder = InstitutionId::new(row.holder);
    let fact = ServiceFact { code: row.code.clone(), holder, version: newest.version, digest };
    tx.append(Stream::service(id), Expected::Any, vec![fact.event(SERVICE_RECEIVED)?]).await?;
    Ok(())
}

/// A system makes versions only by sending them; what a person publishes may come from the editor too.
fn is_sending(event: &Event, caller: &Caller) -> bool {
    let made = [SERVICE_REGISTERED, SERVICE_PUBLISHED, SERVICE_SCHEDULED];
    let kind = event.kind.as_str();
    is_by(event, caller) && (kind == SERVICE_RECEIVED || (caller.api_client.is_some() && made.contains(&kind)))
}

fn is_by(event: &Event, caller: &Caller) -> bool {
    event.actor.api_client == caller.api_client && event.actor.person == caller.person
}
