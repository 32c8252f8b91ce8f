//! `/id/…`: addresses for ever, which lead to the page or to the data; and the catalogue of the open data.

use super::forms_of::{Form, tagged};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use exchange::OpenData;
use http::HeaderMap;
use http::header::VARY;
use kernel::{Error, Result};
use web_kit::{Answer, Visit};

/// The address of a service in linked data. It is no document, so it leads (303) to the page for people or to the data,
/// as `Accept` says.
#[utoipa::path(
    get,
    path = "/id/service/{code}",
    tag = "open data",
    params(("code" = String, Path, description = "Code of the service")),
    responses(
        (status = 303, description = "To the page or the data", headers(("Location" = String))),
        (status = 404, description = "No such service"),
    ),
)]
pub async fn service(visit: Visit, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let to = match Form::of_accept(&headers) {
        Form::Html => format!("/{}/services/{}", visit.locale(), service.code),
        form => format!("/api/v1/services/{}.{}", service.code, form.ending()),
    };
    Ok(([(VARY, "accept, accept-language")], Redirect::to(&to)).into_response())
}

/// The address of an institution in linked data; leads to its data.
#[utoipa::path(
    get,
    path = "/id/institution/{code}",
    tag = "open data",
    params(("code" = String, Path, description = "Code of the institution")),
    responses(
        (status = 303, description = "To the data", headers(("Location" = String))),
        (status = 404, description = "No such institution"),
    ),
)]
pub async fn institution(visit: Visit, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let institution = crate::institutions::show::find(&tx, &code).await?;
    let to = format!("/api/v1/institutions/{}.{}", institution.code, Form::of_accept(&headers).ending());
    Ok(([(VARY, "accept")], Redirect::to(&to)).into_response())
}

/// A closed list of words that descriptions speak of, as a SKOS concept scheme.
#[utoipa::path(
    get,
    path = "/id/concept/{list}",
    tag = "open data",
    params(("list" = String, Path, description = "Name of the list: channel")),
    responses(
        (status = 200, description = "The list with its words, as JSON-LD or Turtle", body = String, content_type = "application/ld+json"),
        (status = 404, description = "No such list"),
    ),
)]
pub async fn scheme(visit: Visit, Path(list): Path<String>, headers: HeaderMap) -> Answer {
    concepts(&visit, &list, None, &headers)
}

/// One word of such a list.
#[utoipa::path(
    get,
    path = "/id/concept/{list}/{word}",
    tag = "open data",
    params(
        ("list" = String, Path, description = "Name of the list: channel"),
        ("word" = String, Path, description = "The word: electronic"),
    ),
    responses(
        (status = 200, description = "The word in both languages, as JSON-LD or Turtle", body = String, content_type = "application/ld+json"),
        (status = 404, description = "No such word"),
    ),
)]
pub async fn concept(visit: Visit, Path((list, word)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    concepts(&visit, &list, Some(&word), &headers)
}

fn concepts(visit: &Visit, list: &str, word: Option<&str>, headers: &HeaderMap) -> Answer {
    let found = exchange::describe_concepts(visit.state().part::<OpenData>()?, list, word);
    let graph = found.ok_or_else(|| Error::not_found("concept"))?;
    Ok(match Form::of_accept(headers) {
        Form::Turtle => tagged(headers, Form::Turtle, graph.to_turtle()?),
        _ => tagged(headers, Form::JsonLd, graph.to_json_ld()?),
    })
}

/// What open data there are, under which licence, and where, by DCAT-AP.
#[utoipa::path(
    get,
    path = "/catalog.ttl",
    tag = "open data",
    responses((status = 200, description = "The catalogue", body = String, content_type = "text/turtle")),
)]
pub async fn catalogue_turtle(visit: Visit, headers: HeaderMap) -> Answer {
    let content = catalogue(&visit).await?.to_turtle()?;
    Ok(tagged(&headers, Form::Turtle, content))
}

/// The same as JSON-LD.
#[utoipa::path(
    get,
    path = "/catalog.jsonld",
    tag = "open data",
    responses((status = 200, description = "The catalogue", body = String, content_type = "application/ld+json")),
)]
pub async fn catalogue_json_ld(visit: Visit, headers: HeaderMap) -> Answer {
    let content = catalogue(&visit).await?.to_json_ld()?;
    Ok(tagged(&headers, Form::JsonLd, content))
}

async fn catalogue(visit: &Visit) -> Result<exchange::Graph> {
    let tx = visit.read().await?;
    let end = catalogue::feed_end(&tx).await?;
    Ok(exchange::describe_catalogue(visit.state().part::<OpenData>()?, end.at))
}
