//! The live reader: keeps the counts while events come in.

use crate::cells::{COUNTED, Cells, add_event};
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

    fn kinds(&self) -> &'static [&'static str] {
        &COUNTED
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        self.handle_all(tx, &[event]).await
    }

    /// Counts those of `events` that are not counted already; place and counts change in the same unit of work.
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        let passed = store::passed(tx).await?;
        let mut cells = Cells::new();
        let mut last = None;
        for event in events.iter().filter(|event| event.place > passed) {
            add_event(&mut cells, event);
            last = Some(event.place);
        }
        let Some(last) = last.filter(|_| !cells.is_empty()) else { return Ok(()) };
        store::set(tx, last).await?;
        store::add(tx, &cells).await?;
        store::months::add(tx, &cells).await
    }
}
