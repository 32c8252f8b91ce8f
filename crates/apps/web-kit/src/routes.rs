//! The list of routes: a route is a method, a path, a rule and a handler, and none can be added without the rule.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use http::Method;

use crate::visitor::Visitor;
use crate::{Access, AppState, Failure};

/// The most bytes a form without files may have.
const FORM_LIMIT: usize = 256 * 1024;

/// What a route answers with and where it is mounted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteKind {
    /// A page: the same under `/lv` and `/en`.
    Page,
    /// Mounted as written: the API, health, sign-in callbacks.
    Plain,
}

/// One line of the table of routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteRow {
    /// `GET`, `POST`…
    pub method: Method,
    /// With `/{lang}` in front for pages.
    pub path: String,
    /// The rule.
    pub access: Access,
    /// Page or plain.
    pub kind: RouteKind,
}

struct Entry {
    row: RouteRow,
    mounted: Vec<String>,
    handler: MethodRouter<AppState>,
}

/// Collects routes with their rules.
pub struct Routes {
    kind: RouteKind,
    entries: Vec<Entry>,
}

impl Default for Routes {
    fn default() -> Self {
        Self::new()
    }
}

impl Routes {
    /// Pages, mounted under `/lv` and `/en`. The path `/` is the home page of the language.
    #[must_use]
    pub fn new() -> Self {
        Self { kind: RouteKind::Page, entries: Vec::new() }
    }

    /// Routes mounted as written.
    #[must_use]
    pub fn plain() -> Self {
        Self { kind: RouteKind::Plain, entries: Vec::new() }
    }

    /// A route that reads.
    #[must_use]
    pub fn get<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::GET, path, access, FORM_LIMIT, on(MethodFilter::GET, handler))
    }

    /// A route that changes something.
    #[must_use]
    pub fn post<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, FORM_LIMIT, on(MethodFilter::POST, handler))
    }

    /// A route that takes up to `limit` bytes: files.
    #[must_use]
    pub fn post_up_to<H, T>(self, path: &str, access: Access, limit: usize, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, limit, on(MethodFilter::POST, handler))
    }

    /// A route with another method (PUT, DELETE, PATCH).
    ///
    /// Unknown methods make a route that never matches.
    #[must_use]
    pub fn on<H, T>(self, method: Method, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        match MethodFilter::try_from(method.clone()) {
            Ok(filter) => self.add(method, path, access, FORM_LIMIT, on(filter, handler)),
            Err(_) => self,
        }
    }

    /// These routes and those of `other`.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        self
    }

    /// The table of routes.
    #[must_use]
    pub fn table(&self) -> Vec<RouteRow> {
        self.entries.iter().map(|entry| entry.row.clone()).collect()
    }

    fn add(
        mut self,
        method: Method,
        path: &str,
        access: Access,
        limit: usize,
        handler: MethodRouter<AppState>,
    ) -> Self {
        let tail = if path == "/" { "" } else { path };
        let (shown, mounted) = match self.kind {
            RouteKind::Page => (format!("/{{lang}}{tail}"), vec![format!("/lv{tail}"), format!("/en{tail}")]),
            RouteKind::Plain => (path.to_owned(), vec![path.to_owned()]),
        };
        let guarded: MethodRouter<AppState> =
            handler.layer(from_fn(move |request: Request, next: Next| enforce(access, request, next)));
        let handler = guarded.layer(DefaultBodyLimit::max(limit));
        self.entries.push(Entry { row: RouteRow { method, path: shown, access, kind: self.kind }, mounted, handler });
        self
    }

    /// The router; routes for demonstrations are left out elsewhere.
    pub(crate) fn into_router(self, demo: bool) -> Router<AppState> {
        let mut router = Router::new();
        for entry in self.entries {
            if entry.row.access == Access::DemoOnly && !demo {
                continue;
            }
            for path in entry.mounted {
                router = router.route(&path, entry.handler.clone());
            }
        }
        router
    }
}

/// Travels with the answer of an open route, also when it is an error, to the layer that sets the headers.
#[derive(Clone, Copy)]
pub(crate) struct Open;

async fn enforce(access: Access, request: Request, next: Next) -> Response {
    let checked = match request.extensions().get::<Visitor>() {
        Some(visitor) => access.check(visitor),
        None => Err(kernel::Error::internal("visitor")),
    };
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err(error) => Failure::from(error).into_response(),
    };
    if access == Access::Open {
        response.extensions_mut().insert(Open);
    }
    response
}
