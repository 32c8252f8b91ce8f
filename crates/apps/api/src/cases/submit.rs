//! `POST /api/v1/cases`

use super::files::{FileRequest, Files};
use crate::{body::Json, by_name::ByName, etag, place};
use axum::response::IntoResponse;
use cases::{CaseNumber, Origin, Received, SubmitCase};
use chrono::{DateTime, NaiveDate, Utc};
use documents::InspectedFile;
use http::{HeaderMap, StatusCode, header::LOCATION};
use identity::NamedClient;
use kernel::{Channel, Error, ErrorKind, FieldError, Party, Result, Role};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use storage::Read;
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A request for a service: a client's own, or one that came to an institution on paper, by phone or in its own system
/// and that its staff or system registers. `received`, `client`, `note` and a file without a field are for institutions
/// alone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitRequest {
    /// Code of the service.
    service: String,
    /// The answers, as `answers_schema` of the service says. An institution that has none leaves them out, whether or not
    /// the service has a form.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    answers: Option<Map<String, Value>>,
    /// By which channel it came; from a client another than `electronic` is refused, an institution's staff and systems
    /// name any.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "electronic")]
    channel: Option<Channel>,
    /// The day on which it came to the institution, at most 90 days ago; now unless said. The deadline counts from it.
    #[serde(default)]
    received: Option<NaiveDate>,
    /// Whose request it is; missing for somebody whom the platform does not know.
    #[serde(default)]
    #[schema(value_type = Option<ClientRequest>)]
    client: Option<ByName<ClientRequest>>,
    /// What the institution notes of it, up to 2,000 characters without personal codes. The client reads it.
    #[serde(default)]
    note: Option<String>,
    /// Files that answer fields of the form, and the scan of a request on paper. They are kept for a client who is known, and
    /// are together up to twice as large as one may be.
    #[serde(default)]
    #[schema(value_type = Vec<FileRequest>)]
    files: Vec<ByName<FileRequest>>,
}

/// The client of a request that came to an institution.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientRequest {
    /// Somebody who has signed in to the platform before.
    Person {
        /// With or without the hyphen.
        personal_code: String,
        /// The family name guards against a slip in the code.
        family_name: String,
    },
    /// A company that somebody has acted for on the platform before.
    Company {
        /// Eleven digits.
        registration_number: String,
    },
}

impl fmt::Debug for ClientRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientRequest(…)")
    }
}

impl SubmitRequest {
    /// As the use case takes it: what only institutions say makes it a request that one has received, and so does an
    /// institution without answers.
    async fn origin(self, visit: &Visit, scan: Option<InspectedFile>) -> Result<Origin> {
        let Self { service, answers, received, client, note, .. } = self;
        let told = received.is_some() || client.is_some() || note.is_some() || scan.is_some();
        match answers {
            Some(answers) if !told => Ok(Origin::Answers { service, answers }),
            None if !told && visit.caller().role == Role::Client => {
                Ok(Origin::Answers { service, answers: Map::new() })
            }
            answers => {
                let client = found(visit, client.map(|ByName(client)| client)).await?;
                let note = note.unwrap_or_default();
                Ok(Origin::Received(Received { service, on: received, client, note, answers, scan }))
            }
        }
    }
}

/// Who the client is, among those whom the platform knows.
async fn found(visit: &Visit, client: Option<ClientRequest>) -> Result<Option<Party>> {
    let named = match client {
        Some(ClientRequest::Person { personal_code: code, family_name }) => NamedClient::Person { code, family_name },
        Some(ClientRequest::Company { registration_number: number }) => NamedClient::Organisation { number },
        None => return Ok(None),
    };
    let tx = visit.read().await?;
    identity::find_client(&tx, &named).await.map(Some).map_err(below_client)
}

/// What is wrong with the client stands below it in the body.
fn below_client(error: Error) -> Error {
    if error.kind() != ErrorKind::Invalid {
        return error;
    }
    let fields = error.field_errors().iter().cloned();
    let fields = fields.map(|field| FieldError { path: format!("client/{}", field.path), ..field });
    Error::invalid("form-has-errors").fields(fields)
}

/// A received request.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmitAnswer {
    /// The number of the case.
    #[schema(example = "1007 2")]
    number: String,
    /// Whether this very request (same `Idempotency-Key`) had been received before.
    repeated: bool,
    /// When it was received here.
    received_at: DateTime<Utc>,
}

/// Asks for a service, or registers a request that came to an institution another way: for a service that the institution
/// holds or provides, or that is asked for in it as a unified centre, with or without a form, with its deadline from the
/// day on which it came. Its files come along, in base64, and are looked into as those that people add: size, content,
/// archives. With `Idempotency-Key` the same request may be sent again without a second case: 201 the first time, 200
/// after that, 409 when the key comes with another content.
#[utoipa::path(
    post,
    path = "/api/v1/cases",
    tag = "cases",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII, new for each request")),
    request_body = SubmitRequest,
    security(("person" = []), ("system" = ["cases:write"])),
    responses(
        (status = 201, description = "Received", body = SubmitAnswer, headers(("Location" = String, description = "The case; missing where a unified centre registered it for another institution, whose case it is"))),
        (status = 200, description = "Received before", body = SubmitAnswer),
        (status = 403, description = "The management of the company did not assign the service to the person, or the institution neither holds nor provides it nor, as a unified centre, takes requests for it"),
        (status = 404, description = "No such service"),
        (status = 409, description = "The service is closed, or the key was used for other content"),
        (status = 413, description = "The body is larger than two of the largest files in base64: about 28 MB where a file may have 10 MB"),
        (status = 422, description = "Wrong answers or files, named one by one; a channel that is not the client's"),
    ),
)]
pub async fn submit(visit: Visit, headers: HeaderMap, Json(mut request): Json<SubmitRequest>) -> Answer {
    let idempotency_key = etag::idempotency_key(&headers)?;
    let channel = request.channel.unwrap_or(Channel::Electronic);
    let files = std::mem::take(&mut request.files).into_iter().map(|ByName(file)| file).collect();
    let Files { of_form, scan } = Files::read(&visit, files).await?;
    let (at, scan) = scan.unzip();
    let input = SubmitCase { origin: request.origin(&visit, scan).await?, channel, idempotency_key };
    let mut tx = visit.write().await?;
    let submitted = Box::pin(cases::submit_with_files(&mut tx, input, of_form)).await;
    // What is wrong with a scan is wrong at its place among the files.
    let submitted = submitted.map_err(|error| place::renamed(error, "file", &format!("files/{}", at.unwrap_or(0))))?;
    let received_at = tx.now();
    let location = location(&tx, &submitted.number).await?;
    tx.commit().await?;
    let status = if submitted.repeated { StatusCode::OK } else { StatusCode::CREATED };
    let body = SubmitAnswer { number: submitted.number.to_string(), repeated: submitted.repeated, received_at };
    Ok((status, location.map(|place| [(LOCATION, place)]), axum::Json(body)).into_response())
}

/// Where the sender reads the case. None where it went to another institution: whoever registered it has its number alone
/// (decision 0027).
async fn location(tx: &Read, number: &CaseNumber) -> Result<Option<String>> {
    // A client's request is always the client's own.
    let handed_on = tx.caller().role != Role::Client && cases::handed_on(tx, number).await?.is_some();
    Ok((!handed_on).then(|| format!("/api/v1/cases/{}", number.slug())))
}
