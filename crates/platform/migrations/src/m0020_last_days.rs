//! The last day on which a service is offered closes it.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(LOOK_AT_LAST_DAYS).await?;
        Ok(())
    }
}

/// Open services with a last day were published when nobody looked at it: their timers are due at once, and find out
/// themselves for when they are to be set.
const LOOK_AT_LAST_DAYS: &str = "INSERT INTO timers (kind, subject, due_at, attempts, dead) \
    SELECT 'catalogue.take_effect', services.id, services.created_at, 0, FALSE FROM services \
    JOIN service_versions ON service_versions.service = services.id AND service_versions.version = services.version \
    WHERE services.state = 'open' AND service_versions.document LIKE '%\"valid_to\":\"%' \
    ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at";
