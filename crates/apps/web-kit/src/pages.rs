//! At which addresses a page can be opened: forms are sent to addresses at which there is none.

use std::sync::Arc;

use http::{Method, Uri};
use kernel::Locale;

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

    /// The same address without the slashes at its end, if something can be read there. It begins as one of our own routes
    /// does, so it never leads to another host, as `//example.com` would.
    pub(crate) fn without_slash(&self, method: &Method, uri: &Uri) -> Option<String> {
        let path = uri.path().strip_suffix('/')?.trim_end_matches('/');
        if !reads(method) || path.starts_with("//") || !self.opens(path) {
            return None;
        }
        Some(format!("{path}{}", query(uri)))
    }

    /// The address of the page in this language, if what was asked for is that of a page but for its language. What is
    /// mounted as written, such as the interface, stands below no language and is found at its own address alone.
    pub(crate) fn in_language(&self, locale: Locale, method: &Method, uri: &Uri) -> Option<String> {
        let path = uri.path().trim_end_matches('/');
        if !reads(method) || path.is_empty() || path.starts_with("//") {
            return None;
        }
        let path = format!("/{locale}{path}");
        self.opens(&path).then(|| format!("{path}{}", query(uri)))
    }

    fn opens(&self, path: &str) -> bool {
        self.0.iter().any(|route| fits(route, path))
    }
}

fn reads(method: &Method) -> bool {
    method == Method::GET || method == Method::HEAD
}

/// What follows the path, as it was asked for.
fn query(uri: &Uri) -> String {
    uri.query().map(|query| format!("?{query}")).unwrap_or_default()
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
