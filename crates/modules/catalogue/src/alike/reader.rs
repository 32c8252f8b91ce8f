//! The reader of the log that keeps comparisons, and the line of each family, in step with the catalogue.

use super::Told;
use super::learn::learn;
use crate::TemplateId;
use crate::store::template_members as members;
use crate::templates::choose_leader;
use crate::{SERVICE_PUBLISHED, SERVICE_WITHDRAWN};
use async_trait::async_trait;
use jobs::Reader;
use kernel::{Result, ServiceId};
use std::collections::BTreeSet;
use storage::{Event, Write};
use uuid::Uuid;

/// Compares services as they are published and closed.
#[derive(Debug, Clone, Copy, Default)]
pub struct SimilarReader;

#[async_trait]
impl Reader for SimilarReader {
    fn name(&self) -> &'static str {
        "similar"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &[SERVICE_PUBLISHED, SERVICE_WITHDRAWN]
    }

    fn rest(&self) -> std::time::Duration {
        std::time::Duration::from_secs(2)
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        self.handle_all(tx, &[event]).await
    }

    /// It looks at what the services are now, so that an event that comes again does no harm.
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        let ids: BTreeSet<ServiceId> = events.iter().map(|event| ServiceId::new(event.stream.id)).collect();
        let ids: Vec<ServiceId> = ids.into_iter().collect();
        if ids.is_empty() {
            return Ok(());
        }
        let services: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
        let told = Told::of(tx, &services).await?;
        learn(tx, &ids).await?;
        told.tell(tx, &services).await?;
        let attached = members::of_services(tx, &ids).await?;
        let families: BTreeSet<TemplateId> =
            attached.into_iter().map(|member| TemplateId::new(member.template)).collect();
        for family in families {
            choose_leader(tx, family).await?;
        }
        Ok(())
    }
}
