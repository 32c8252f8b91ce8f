//! The whole program as one service: routes, then the layers that every request passes.

use std::any::Any;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::header::{HOST, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use kernel::Error;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::pages::Pages;
use crate::rate_limit::{self, Limiter};
use crate::visitor::Visitor;
use crate::{AppState, Failure, Routes, Settings, assets, faces, headers, numbers, request_id, visitor};

/// Puts `routes` together with assets, the redirects from `/` and from pages without their language, and all layers.
/// Outermost first: number of the request, what is counted, security headers, compression, faces of errors, panics,
/// timeout, rate limit, visitor, origin check, rule of the route, handler.
///
/// # Errors
/// Internal when the base address in the settings is not an origin.
pub fn app(state: AppState, routes: Routes) -> kernel::Result<Router> {
    let settings = state.settings();
    let limiter = Limiter::new(settings);
    let limit = move |request: Request, next: Next| rate_limit::limit(limiter.clone(), request, next);
    let origin = CsrfLayer::new()
        .add_trusted_origin(&settings.base_url)
        .map_err(|error| Error::internal("base-url").arg("base_url", &settings.base_url).source(error))?
        // Tokens, not cookies, count here, so no browser can be made to use them.
        .with_insecure_bypass(|_, uri| visitor::is_api(uri.path()));
    let timeout = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, settings.timeout);
    let squeeze = CompressionLayer::new().compress_when(DefaultPredicate::new().and(NotForContentType::new("font/")));
    let pages = Pages::of(&routes);
    let known = pages.clone();
    let inside: Router = routes
        .into_router(&state)
        .route("/", get(language))
        .route("/assets/{version}/{*file}", get(assets::serve))
        .fallback(move |request: Request| missing(known.clone(), request))
        .with_state(state.clone());
    // Around the router as one, not around each of its routes: a request would copy them all, one in the other.
    let whole = ServiceBuilder::new()
        .layer(from_fn_with_state(state.clone(), request_id::number))
        .layer(from_fn(numbers::count))
        .layer(from_fn(headers::secure))
        .layer(squeeze)
        .layer(from_fn_with_state((state.clone(), pages), faces::faces))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(timeout)
        .layer(from_fn(limit))
        .layer(from_fn_with_state(state.clone(), visitor::identify))
        .layer(origin)
        .service(inside);
    Ok(Router::new().fallback_service(whole))
}

/// `/` leads to the home page in the language that the browser asks for, Latvian first; at a plain address, to what that
/// stands for (POR-23).
async fn language(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let (settings, locale) = (state.settings(), visitor::preferred(&headers));
    let target = match plain_address(settings, &headers) {
        Some(path) => format!("{}{}", settings.base_url, path.replace("{lang}", locale.as_str())),
        None => format!("/{locale}"),
    };
    in_language(&target, "accept-language")
}

/// Where one address leads to several pages, by what `varies` names of the request: no cache may give one for another.
fn in_language(target: &str, varies: &'static str) -> Response {
    let mut response = Redirect::to(target).into_response();
    response.headers_mut().insert(VARY, HeaderValue::from_static(varies));
    response
}

/// No route has this address. One that only ends with a slash too many leads to the address without it, for good. One of a
/// page without its language leads to the page in the reader's: so people write it down and say it. What stands there is
/// decided by the rule of that page.
async fn missing(pages: Pages, request: Request) -> Response {
    let (method, uri) = (request.method(), request.uri());
    if let Some(address) = pages.without_slash(method, uri) {
        return Redirect::permanent(&address).into_response();
    }
    let locale = match request.extensions().get::<Visitor>() {
        Some(visitor) => visitor.locale,
        None => visitor::preferred(request.headers()),
    };
    match pages.in_language(locale, method, uri) {
        // Whoever is signed in has chosen a language.
        Some(address) => in_language(&address, "accept-language, cookie"),
        None => Failure::from(Error::not_found("page")).into_response(),
    }
}

fn plain_address<'a>(settings: &'a Settings, headers: &HeaderMap) -> Option<&'a str> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let host = host.split(':').next()?.to_ascii_lowercase();
    settings.plain_addresses.iter().find(|(known, _)| *known == host).map(|(_, path)| path.as_str())
}

/// Where it happened is in the log already, by the hook of `telemetry`; the words may quote what somebody typed.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Failure::from(Error::internal("panic")).into_response()
}
