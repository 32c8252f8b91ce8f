//! Open both ways: the feed of changes, pages for the public, descriptions from institutions' systems.
mod feed;
mod forms;
mod gaps;
mod public;
mod receiving;
mod reviewing;
mod values;

use jobs::Reader;
use std::sync::Arc;
use storage::Database;

/// Lets the reader of the feed digest everything that is new.
pub(super) async fn read_on(db: &Database) {
    let reader: Arc<dyn Reader> = Arc::new(crate::ServiceFeedReader);
    jobs::run_reader(db, &reader).await.unwrap();
}
