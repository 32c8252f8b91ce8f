//! At which addresses a page can be opened: forms are sent to addresses at which there is none.

use std::sync::Arc;

use crate::Routes;

/// The paths of all routes that read.
#[derive(Clone)]
pub(crate) struct Pages(Arc<Vec<String>>);

impl Pages {
    pub(crate) fn of(routes: &Routes) -> Self {
        Self(Arc::new(routes.readable()))
    }

    /// `address` if a page can be opened there, else the nearest one above it: `/cases/7/decide` → `/cases/7`. Empty where
    /// there is none. What comes back is always below one of our own routes, so it may be linked to.
    pub(crate) fn at_or_above<'a>(&self, address: &'a str) -> &'a str {
        let mut path = address.split('?').next().unwrap_or_default();
        if self.opens(path) {
            return address;
        }
        while let Some((above, _)) = path.rsplit_once('/') {
            if self.opens(above) {
                return above;
            }
            path = above;
        }
        ""
    }

    fn opens(&self, path: &str) -> bool {
        self.0.iter().any(|route| fits(route, path))
    }
}

/// Whether `path` is an address of `route`, whose places are written `{name}`.
fn fits(route: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for wanted in route.split('/') {
        match parts.next() {
            Some(part) if part == wanted || (wanted.starts_with('{') && !part.is_empty()) => {}
            _ => return false,
        }
    }
    parts.next().is_none()
}
