//! The list of routes: a route is a method, a path, a rule and a handler, and none can be added without the rule.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use http::Method;

use crate::visitor::Visitor;
use crate::{Access, AppState, Failure, Settings};

/// The most bytes a form without files may have.
const FORM: Room = Room::Bytes(256 * 1024);

/// Room for the fields of a form with files, and for what the encoding puts between them.
const AROUND_FILES: usize = 2 << 20;

/// How large the body of a request may be. It travels with the request to [`crate::Upload`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Room {
    /// So many bytes, whatever is in them.
    Bytes(usize),
    /// So many attached files, each as large as the settings allow.
    Files(usize),
}

impl Room {
    /// The most bytes of one file in the body.
    pub(crate) const fn of_file(self, settings: &Settings) -> usize {
        match self {
            Self::Bytes(most) => most,
            Self::Files(_) => settings.upload_limit,
        }
    }

    /// The most bytes of the whole body. There is room for one file more than are taken: one that is too large is read
    /// past and refused by its name, and the rest of the form is not lost.
    const fn of_body(self, settings: &Settings) -> usize {
        match self {
            Self::Bytes(most) => most,
            Self::Files(count) => settings.upload_limit.saturating_mul(count + 1).saturating_add(AROUND_FILES),
        }
    }
}

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
    room: Room,
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
        self.add(Method::GET, path, access, FORM, on(MethodFilter::GET, handler))
    }

    /// A route that changes something.
    #[must_use]
    pub fn post<H, T>(self, path: &str, access: Access, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, FORM, on(MethodFilter::POST, handler))
    }

    /// A route that takes up to `count` attached files, each as large as the settings allow, with their form.
    #[must_use]
    pub fn post_files<H, T>(self, path: &str, access: Access, count: usize, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, Room::Files(count), on(MethodFilter::POST, handler))
    }

    /// A route that takes up to `limit` bytes: what is no attachment and has a limit of its own, such as tables.
    #[must_use]
    pub fn post_up_to<H, T>(self, path: &str, access: Access, limit: usize, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, Room::Bytes(limit), on(MethodFilter::POST, handler))
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
            Ok(filter) => self.add(method, path, access, FORM, on(filter, handler)),
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

    fn add(mut self, method: Method, path: &str, access: Access, room: Room, handler: MethodRouter<AppState>) -> Self {
        let tail = if path == "/" { "" } else { path };
        let (shown, mounted) = match self.kind {
            RouteKind::Page => (format!("/{{lang}}{tail}"), vec![format!("/lv{tail}"), format!("/en{tail}")]),
            RouteKind::Plain => (path.to_owned(), vec![path.to_owned()]),
        };
        let handler: MethodRouter<AppState> =
            handler.layer(from_fn(move |request: Request, next: Next| enforce(access, room, request, next)));
        let row = RouteRow { method, path: shown, access, kind: self.kind };
        self.entries.push(Entry { row, mounted, room, handler });
        self
    }

    /// The router under these settings; routes for demonstrations are left out elsewhere.
    pub(crate) fn into_router(self, settings: &Settings) -> Router<AppState> {
        let mut router = Router::new();
        for entry in self.entries {
            if entry.row.access == Access::DemoOnly && !settings.demo {
                continue;
            }
            let limit = DefaultBodyLimit::max(entry.room.of_body(settings));
            let handler: MethodRouter<AppState> = entry.handler.layer(limit);
            for path in entry.mounted {
                router = router.route(&path, handler.clone());
            }
        }
        router
    }
}

/// Travels with the answer of an open route, also when it is an error, to the layer that sets the headers.
#[derive(Clone, Copy)]
pub(crate) struct Open;

async fn enforce(access: Access, room: Room, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(room);
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
