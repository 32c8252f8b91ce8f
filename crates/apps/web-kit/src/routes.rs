//! The list of routes: a route is a method, a path, a rule and a handler, and none can be added without the rule.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
};
use http::{Method, StatusCode};

use crate::multipart::sent;
use crate::numbers::Answering;
use crate::owner::refused;
use crate::typed::was_given_back;
use crate::visitor::Visitor;
use crate::{Access, AppState, Failure, Settings, zero};

/// The most bytes of names and values in a form.
pub(crate) const WORDS: usize = 256 * 1024;

/// A form without files.
const FORM: Room = Room::Bytes(WORDS);

/// Room for the fields of a form with files, and for what the encoding puts between them.
const AROUND_FILES: usize = 2 << 20;

/// How large the body of a request may be. It travels with the request to [`crate::Upload`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Room {
    /// So many bytes, whatever is in them.
    Bytes(usize),
    /// So many attached files, each as large as the settings allow.
    Files(usize),
    /// As much as so many of the largest files, written in base64 in a body that is read whole.
    Encoded(usize),
}

impl Room {
    /// The most bytes of one file in the body.
    pub(crate) const fn of_file(self, settings: &Settings) -> usize {
        match self {
            Self::Bytes(most) => most,
            Self::Files(_) | Self::Encoded(_) => settings.upload_limit,
        }
    }

    /// The most bytes of the whole body. There is room for one file more than are taken: one that is too large is read
    /// past and refused by its name, and the rest of the form is not lost.
    const fn of_body(self, settings: &Settings) -> usize {
        match self {
            Self::Bytes(most) => most,
            Self::Files(count) => settings.upload_limit.saturating_mul(count + 1).saturating_add(AROUND_FILES),
            // Base64 writes three bytes as four.
            Self::Encoded(count) => {
                (settings.upload_limit.saturating_mul(count) / 3).saturating_mul(4).saturating_add(AROUND_FILES)
            }
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

    /// A route of programs that takes files in base64 in its body, together as large as `count` of the largest.
    #[must_use]
    pub fn post_encoded<H, T>(self, path: &str, access: Access, count: usize, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        self.add(Method::POST, path, access, Room::Encoded(count), on(MethodFilter::POST, handler))
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
        let row = RouteRow { method, path: shown, access, kind: self.kind };
        self.entries.push(Entry { row, mounted, room, handler });
        self
    }

    /// The addresses of the routes that read, as patterns.
    pub(crate) fn readable(&self) -> Vec<String> {
        let readable = self.entries.iter().filter(|entry| entry.row.method == Method::GET);
        readable.flat_map(|entry| entry.mounted.iter().cloned()).collect()
    }

    /// The router with the rules of its routes around them; routes for demonstrations are left out elsewhere.
    pub(crate) fn into_router(self, state: &AppState) -> Router<AppState> {
        let settings = state.settings();
        let mut router = Router::new();
        for entry in self.entries {
            let (access, room, state) = (entry.row.access, entry.room, state.clone());
            let route: Arc<str> = entry.row.path.into();
            if access == Access::DemoOnly && !settings.demo {
                continue;
            }
            let handler: MethodRouter<AppState> = entry.handler.layer(from_fn(move |request: Request, next: Next| {
                Answering::note(&request, &route);
                enforce(state.clone(), access, room, request, next)
            }));
            let limit = DefaultBodyLimit::max(room.of_body(settings));
            let handler: MethodRouter<AppState> = handler.layer(limit);
            let handler = if access == Access::Open { handler.options(preflight) } else { handler };
            for path in entry.mounted {
                router = router.route(&path, handler.clone());
            }
        }
        router
    }
}

/// Browsers ask whether a script of another site may say what open data are asked with, such as the tag of what it has.
async fn preflight() -> impl IntoResponse {
    let allowed = [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Accept-Language, If-None-Match"),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, allowed)
}

/// Travels with the answer of an open route, also when it is an error, to the layer that sets the headers.
#[derive(Clone, Copy)]
pub(crate) struct Open;

async fn enforce(state: AppState, access: Access, room: Room, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(room);
    let checked = match request.extensions().get::<Visitor>() {
        Some(visitor) => access.check(visitor).and_then(|()| zero::refuse_in(request.uri())),
        None => Err(kernel::Error::internal("visitor")),
    };
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err(error) if may_come_back(access, &request) => {
            Box::pin(come_back(state, access, request, error)).await.into_response()
        }
        Err(error) => Failure::from(error).into_response(),
    };
    if access == Access::Open {
        response.extensions_mut().insert(Open);
    }
    response
}

/// Whether what was typed into the form that is refused here goes back to whoever sent it: their session ran out, or it was
/// given back before and the right session does not stand yet.
fn may_come_back(access: Access, request: &Request) -> bool {
    let visitor = request.extensions().get::<Visitor>();
    let lapsed = match access {
        Access::Staff(_) => visitor.is_some_and(Visitor::was_staff),
        Access::Client | Access::SignedIn => visitor.is_some_and(|visitor| visitor.was_client().is_some()),
        _ => return false,
    };
    request.method() == Method::POST && (lapsed || was_given_back(request.uri().query()))
}

/// The refusal with what was typed. The mark does not count: nothing is done with it, and the check of the origin lets no
/// other site send it. Of files only the names are read; what cannot be read is only refused.
async fn come_back(state: AppState, access: Access, request: Request, error: kernel::Error) -> Failure {
    let visitor = request.extensions().get::<Visitor>().cloned();
    match (visitor, sent(request, &state, 0).await) {
        (Some(visitor), Ok(upload)) => {
            let staff = matches!(access, Access::Staff(_));
            refused(error, &visitor, &upload.fields, upload.file_names(), staff)
        }
        _ => error.into(),
    }
}
