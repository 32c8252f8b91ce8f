//! Pages of lists.

use kernel::{Cursor, Page, PageRequest, Result};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Items on a page: 1 to 100, 20 unless asked; any other number counts as the nearer of the two.
    limit: Option<u64>,
    /// The `next` of the page before.
    after: Option<String>,
}

impl Paging {
    /// As the use cases take it.
    pub fn request(&self) -> Result<PageRequest> {
        let after = self.after.as_deref().map(Cursor::parse).transpose()?;
        Ok(PageRequest::new(self.limit.unwrap_or(20), after))
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// The items.
    pub items: Vec<T>,
    /// Send it as `after` to get the next page; missing on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> From<Page<T>> for List<T> {
    fn from(page: Page<T>) -> Self {
        Self { next: page.next.map(|cursor| cursor.as_str().to_owned()), items: page.items }
    }
}
