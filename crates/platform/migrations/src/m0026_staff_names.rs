//! The directory of staff is read by name.

use crate::columns::{index, text};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // In small letters without diacritics. The reader of memberships fills it: it goes by another name from here on,
        // and so begins at the beginning of the log.
        let name = text("name").default("").take();
        manager.alter_table(Table::alter().table("staff_words").add_column(name).take()).await?;
        manager.get_connection().execute_unprepared("DELETE FROM readers WHERE name = 'staff'").await?;
        // One for each combination of what may be asked for, so that a page reads the rows of a page.
        manager.create_index(index("staff_words", &["word", "name", "membership"])).await?;
        manager.create_index(index("staff_words", &["word", "role", "name", "membership"])).await?;
        manager.create_index(index("staff_words", &["institution", "word", "name", "membership"])).await?;
        manager.create_index(index("staff_words", &["institution", "word", "role", "name", "membership"])).await?;
        manager.get_connection().execute_unprepared("DROP INDEX staff_words_institution_word_membership").await?;
        Ok(())
    }
}
