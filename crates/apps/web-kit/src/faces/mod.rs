//! The two faces of an error: a page for people, an RFC 9457 problem for programs.

mod explained;
mod page;
mod problem;
mod returned;
mod way;
mod words;

use std::sync::Arc;

use axum::extract::{OriginalUri, Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::header::{ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, REFERER, RETRY_AFTER, SET_COOKIE};
use http::{HeaderMap, Method, StatusCode};
use kernel::{Error, ErrorKind, Locale};

pub(crate) use explained::ProblemPage;
pub use explained::problem_pages;
pub(crate) use page::ErrorPage;
pub use problem::{problem, problem_body, problem_with};
pub(crate) use returned::ReturnedPage;

use crate::download::percent;
use crate::pages::Pages;
use crate::request_id::RequestId;
use crate::routes::Open;
use crate::typed::{Typed, as_first_sent};
use crate::visitor::{Visitor, is_api, locale_of_path, preferred};
use crate::{AppState, Layout};

/// What a handler answers when it cannot do what was asked; any `kernel::Error` becomes one by `?`.
#[derive(Debug)]
pub struct Failure(Error, Option<Arc<Typed>>);

impl Failure {
    /// The refusal of a form, whose sender gets back what was typed.
    pub(crate) fn with(error: Error, typed: Typed) -> Self {
        Self(error, Some(Arc::new(typed)))
    }

    /// The error inside.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.0
    }

    /// The error, taken out.
    #[must_use]
    pub fn into_error(self) -> Error {
        self.0
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error, None)
    }
}

/// Travels with the answer to the layer that gives it a face.
#[derive(Clone)]
struct Carried(Arc<Error>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status_of(&self.0).into_response();
        response.extensions_mut().insert(Carried(Arc::new(self.0)));
        if let Some(typed) = self.1 {
            response.extensions_mut().insert(typed);
        }
        response
    }
}

fn status_of(error: &Error) -> StatusCode {
    // The kernel knows no 405: an address that does not take the method says so by the key.
    if ["method", way::FORM_ADDRESS].contains(&error.key()) {
        return StatusCode::METHOD_NOT_ALLOWED;
    }
    StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// What the layer must remember of the request.
struct Asked {
    uri: String,
    get: bool,
    problem: bool,
    headers: HeaderMap,
    incident: String,
}

impl Asked {
    fn locale(&self, visitor: Option<&Visitor>) -> Locale {
        let path = self.uri.split('?').next().unwrap_or_default();
        visitor.map_or_else(|| locale_of_path(path).unwrap_or_else(|| preferred(&self.headers)), |v| v.locale)
    }
}

/// Layer: gives every error its face and writes it to the log.
pub(crate) async fn faces(State((state, pages)): State<(AppState, Pages)>, request: Request, next: Next) -> Response {
    let uri = request.extensions().get::<OriginalUri>().map_or(request.uri(), |original| &original.0);
    let asked = Asked {
        uri: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        get: request.method() == Method::GET,
        problem: wants_problem(uri.path(), request.headers()),
        headers: request.headers().clone(),
        incident: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
    };
    let mut response = next.run(request).await;
    let Some(error) = error_of(&mut response) else { return response };
    log(&error);
    let typed = response.extensions_mut().remove::<Arc<Typed>>();
    let visitor = response.extensions().get::<Visitor>();
    let given_back = typed.and_then(|typed| give_back(&state, &pages, &asked, &error, visitor, &typed));
    let mut faced = given_back.unwrap_or_else(|| face(&state, &pages, &asked, &error, visitor));
    for name in [RETRY_AFTER, ALLOW, SET_COOKIE] {
        if let Some(value) = response.headers_mut().remove(&name) {
            faced.headers_mut().insert(name, value);
        }
    }
    if let Some(open) = response.extensions_mut().remove::<Open>() {
        faced.extensions_mut().insert(open);
    }
    if let Some(visitor) = response.extensions_mut().remove::<Visitor>() {
        faced.extensions_mut().insert(visitor);
    }
    faced
}

/// The error of an answer: carried by it, or told by the bare status of the router and its layers.
fn error_of(response: &mut Response) -> Option<Arc<Error>> {
    if let Some(Carried(error)) = response.extensions_mut().remove::<Carried>() {
        return Some(error);
    }
    let status = response.status();
    let plain = response.headers().get(CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !plain || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    Some(Arc::new(match status {
        StatusCode::NOT_FOUND => Error::not_found("page"),
        StatusCode::METHOD_NOT_ALLOWED => Error::invalid("method"),
        StatusCode::FORBIDDEN => Error::forbidden("cross-site"),
        StatusCode::PAYLOAD_TOO_LARGE => Error::too_large("body-too-large"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Error::unsupported("bad-form"),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => Error::unavailable("timeout"),
        status if status.is_client_error() => Error::invalid("bad-form"),
        _ => Error::internal("panic"),
    }))
}

fn face(state: &AppState, pages: &Pages, asked: &Asked, error: &Error, visitor: Option<&Visitor>) -> Response {
    let locale = asked.locale(visitor);
    let catalog = state.templates().catalog();
    if asked.problem {
        return problem(catalog, locale, error, &asked.incident);
    }
    if error.kind() == ErrorKind::Unauthenticated {
        // A form whose session is over: after signing in, back to the page it was sent from.
        let before = || page_before(&asked.headers).map(|page| pages.at_or_above(page)).unwrap_or_default();
        let target = if asked.get { asked.uri.as_str() } else { before() };
        let stale = visitor.is_some_and(|visitor| visitor.stale);
        // Whoever sends a form without a session had one when it was opened: perhaps they signed out in another window. A
        // page is asked for by those who have never signed in as well.
        let ended = if asked.get { stale.then_some("yes") } else { Some("unsent") };
        return Redirect::to(&sign_in(locale, target, ended)).into_response();
    }
    let visitor = visitor.cloned().unwrap_or_else(|| Visitor::anonymous(locale));
    // No page is at the address of a form: the link to the other language leads to where it was sent from.
    let form = if asked.get { None } else { page_of(pages, asked) };
    let layout = Layout::bare(state.settings(), &visitor, form.as_deref().unwrap_or(&asked.uri));
    let opened = if asked.get { way::of_opened(error) } else { None };
    let error = opened.as_ref().unwrap_or(error);
    let page = ErrorPage::new(catalog, locale, error, &asked.incident);
    let page = page.leading_to(way::way_of(pages, locale, &asked.uri, error));
    match state.templates().render(&layout, &page) {
        Ok(html) => (status_of(error), Html(html)).into_response(),
        Err(broken) => {
            log(&broken);
            (StatusCode::INTERNAL_SERVER_ERROR, page.plain()).into_response()
        }
    }
}

/// The page with what was typed into a refused form, in the frame of the page that the form stood on. None where an error
/// tells as much: a program asked, or nothing was typed and the way back leads over signing in.
fn give_back(
    state: &AppState,
    pages: &Pages,
    asked: &Asked,
    error: &Error,
    visitor: Option<&Visitor>,
    typed: &Typed,
) -> Option<Response> {
    if asked.problem || (typed.is_empty() && error.kind() == ErrorKind::Unauthenticated) {
        return None;
    }
    let locale = asked.locale(visitor);
    let before = page_of(pages, asked).unwrap_or_else(|| format!("/{locale}"));
    let visitor = visitor.cloned().unwrap_or_else(|| Visitor::anonymous(locale));
    let layout = Layout::bare(state.settings(), &visitor, &before);
    let page = ReturnedPage::new(locale, error, &asked.uri, &before, typed);
    match state.templates().render(&layout, &page) {
        Ok(html) => Some((status_of(error), [(CACHE_CONTROL, "no-store")], Html(html)).into_response()),
        Err(broken) => {
            log(&broken);
            None
        }
    }
}

/// The page for signing in, which leads to `target` afterwards. `ended` is the last part of a text key `sign-in-ended-…`: a
/// session was over, and what became of what was sent.
pub(crate) fn sign_in(locale: Locale, target: &str, ended: Option<&str>) -> String {
    let ended = ended.map(|word| format!("&ended={word}")).unwrap_or_default();
    format!("/{locale}/sign-in?return={}{ended}", percent(target))
}

/// The page that a form was sent from, as it was first opened; else the nearest one above the address of the form.
fn page_of(pages: &Pages, asked: &Asked) -> Option<String> {
    let known = [page_before(&asked.headers), Some(asked.uri.as_str())].into_iter().flatten();
    known.map(|page| pages.at_or_above(page)).find(|page| !page.is_empty()).map(as_first_sent)
}

/// The path of the page that the request came from; other sites never tell it, for our pages send it to ourselves only.
fn page_before(headers: &HeaderMap) -> Option<&str> {
    let (_, rest) = headers.get(REFERER)?.to_str().ok()?.split_once("://")?;
    let (host, _) = rest.split_once('/')?;
    let own = headers.get(HOST)?.to_str().ok()? == host;
    own.then(|| &rest[host.len()..])
}

/// Programs get problems: the API always, other addresses when the client does not ask for HTML.
fn wants_problem(path: &str, headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    is_api(path) || (locale_of_path(path).is_none() && !accept.is_some_and(|accept| accept.contains("text/html")))
}

fn log(error: &Error) {
    match error.kind() {
        ErrorKind::Internal => tracing::error!(%error, "request failed"),
        ErrorKind::Unavailable => tracing::warn!(%error, "request failed"),
        // What a refused request is told may quote what was sent, which may be personal: the log gets the key alone.
        kind => tracing::debug!(?kind, key = error.key(), "request refused"),
    }
}
