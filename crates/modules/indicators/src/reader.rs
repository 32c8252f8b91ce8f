//! The live reader: keeps the counts while events come in.

use crate::cells::{Cells, add_event, counts};
use crate::store;
use async_trait::async_trait;
use jobs::Reader;
use kernel::Result;
use storage::{Event, Write};

/// Name of the reader's cursor.
pub const READER: &str = "indicators";

/// Counts events as they come.
#[derive(Debug, Clone, Copy, Default)]
pub struct IndicatorReader;

#[async_trait]
impl Reader for IndicatorReader {
    fn name(&self) -> &'static str {
        READER
    }

    fn wants(&self, kind: &str) -> bool {
        counts(kind)
    }

    /// Counts `event` unless it is counted already; place and counts change in the same unit of work.
    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        let mut cells = Cells::new();
        add_event(&mut cells, event);
        if cells.is_empty() || !store::advance(tx, event.place).await? {
            return Ok(());
        }
        store::add(tx, &cells).await
    }
}
