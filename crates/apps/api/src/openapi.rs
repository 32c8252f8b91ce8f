//! The description of the interface: OpenAPI 3.1 at `/openapi.json`.

use crate::{cases, consultations, indicators, institutions, oauth, problems, services, situations};
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use identity::Scope;
use kernel::{Error, Result};
use serde_json::{Value, json};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{ClientCredentials, Flow, Http, HttpAuthScheme, OAuth2, Scopes, SecurityScheme},
};
use web_kit::{Answer, Visit};

/// The case that a fresh demonstration holds: examples name it.
pub const EXAMPLE_CASE: &str = "1007 1";
/// The own indicator that a fresh demonstration holds.
const EXAMPLE_INDICATOR: &str = "1007-R1";
/// The service that examples ask for: the childbirth benefit.
const EXAMPLE_SERVICE: &str = "1007";
/// A service of the same holder that has no form.
const EXAMPLE_WITHOUT_FORM: &str = "1005";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Durvis",
        version = "1.0.0",
        description = "One door for public services. Errors are problems as RFC 9457 says; lists are paged by cursor. \
            An `Idempotency-Key` is remembered for 90 days.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
    ),
    paths(
        services::list::list,
        services::show::show,
        services::versions::list,
        services::versions::show,
        services::changes::changes,
        services::dump::jsonl,
        services::dump::csv,
        services::dump::turtle,
        services::addresses::service,
        services::addresses::institution,
        services::addresses::scheme,
        services::addresses::concept,
        services::addresses::catalogue_turtle,
        services::addresses::catalogue_json_ld,
        situations::list::list,
        situations::show::show,
        institutions::show::show,
        institutions::places::list,
        services::sending::put::put,
        services::sending::own::show,
        services::sending::withdraw::withdraw,
        services::sending::feed::import,
        cases::list::list,
        cases::submit::submit,
        cases::show::show,
        cases::document::show,
        cases::events::list,
        cases::report::report,
        consultations::register::register,
        indicators::portal::show,
        indicators::portal::csv,
        indicators::services::services,
        indicators::own::list,
        indicators::own::record,
        oauth::token::token,
    ),
    modifiers(&Security),
)]
struct Document;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let person = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        let scopes = Scopes::from_iter([
            (Scope::CasesRead.as_str(), "Read the institution's cases"),
            (Scope::CasesWrite.as_str(), "Register cases and report stages"),
            (Scope::ConsultationsWrite.as_str(), "Register consultations"),
            (Scope::IndicatorsRead.as_str(), "Read unsuppressed figures of the institution"),
            (Scope::IndicatorsWrite.as_str(), "Report values of the institution's own indicators"),
            (Scope::ServicesWrite.as_str(), "Send descriptions of the institution's services"),
        ]);
        let flow = Flow::ClientCredentials(ClientCredentials::new("/oauth/token", scopes));
        components.add_security_scheme("client", SecurityScheme::Http(Http::new(HttpAuthScheme::Basic)));
        components.add_security_scheme("person", person);
        components.add_security_scheme("system", SecurityScheme::OAuth2(OAuth2::new([flow])));
    }
}

/// The document, with an example for every request body and the persona who may send it.
///
/// # Errors
/// Internal when it cannot be written as JSON.
pub fn document() -> Result<Value> {
    let mut document = serde_json::to_value(Document::openapi())?;
    for (method, path, media, persona, example) in examples()? {
        let operation = &mut document["paths"][path][method];
        if operation.is_null() {
            return Err(Error::internal("openapi-example").arg("path", path));
        }
        operation["x-persona"] = json!(persona);
        operation["requestBody"]["x-persona"] = json!(persona);
        operation["requestBody"]["content"][media]["x-persona"] = json!(persona);
        operation["requestBody"]["content"][media]["example"] = example;
    }
    // One body, several senders: the standard has no place for a second example beside the first one.
    document["paths"]["/api/v1/cases"]["post"]["requestBody"]["content"]["application/json"]["x-examples"] = json!({
        "received": { "x-persona": "officer", "value": received() },
        "with_file": { "x-persona": "resident", "value": with_file()? },
    });
    name_examples(&mut document);
    name_operations(&mut document);
    describe_linked_data(&mut document);
    problems::describe(&mut document);
    Ok(document)
}

/// Examples of what addresses name, so that every one can be tried on a fresh demonstration.
fn name_examples(document: &mut Value) {
    for (path, methods) in document["paths"].as_object_mut().into_iter().flatten() {
        let parameters = methods.as_object_mut().into_iter().flatten();
        let parameters =
            parameters.filter_map(|(_, operation)| operation.get_mut("parameters")?.as_array_mut()).flatten();
        for parameter in parameters.filter(|parameter| parameter["in"] == "path") {
            let example = match parameter["name"].as_str() {
                Some("number") => json!(EXAMPLE_CASE.replace(' ', "-")),
                Some("code") if path.contains("/institution") => json!("VSAA"),
                Some("code") => json!(EXAMPLE_SERVICE),
                Some("version") => json!(2),
                Some("list") => json!("channel"),
                Some("word") => json!("electronic"),
                _ => continue,
            };
            parameter["example"] = example;
        }
    }
}

/// Names each operation by its method and path, `get_cases_number_events`: programs that write clients call functions so,
/// and two of one name are no OpenAPI.
fn name_operations(document: &mut Value) {
    for (path, methods) in document["paths"].as_object_mut().into_iter().flatten() {
        let path = path.strip_prefix("/api/v1").unwrap_or(path);
        let words: Vec<&str> =
            path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for (method, operation) in methods.as_object_mut().into_iter().flatten() {
            operation["operationId"] = json!(format!("{method}_{}", words.join("_")));
        }
    }
}

/// JSON-LD is an object, where a handler can only say that it writes text.
fn describe_linked_data(document: &mut Value) {
    let methods =
        document["paths"].as_object_mut().into_iter().flatten().filter_map(|(_, methods)| methods.as_object_mut());
    let responses = methods.flatten().filter_map(|(_, operation)| operation.get_mut("responses")?.as_object_mut());
    for (_, response) in responses.flatten() {
        if let Some(linked) = response.pointer_mut("/content/application~1ld+json/schema") {
            *linked = json!({ "type": "object" });
        }
    }
}

/// Method, path, media type, persona, body.
type Example = (&'static str, &'static str, &'static str, &'static str, Value);

fn examples() -> Result<Vec<Example>> {
    let service: Value = serde_json::from_str(include_str!("services/sending/example.json"))?;
    let feed = json!([with_name(&service, "paraugs-2"), with_name(&service, "paraugs-3")]);
    let application = forms::example("childbirth-benefit")?;
    Ok(vec![
        (
            "post",
            "/api/v1/cases",
            "application/json",
            "resident",
            json!({ "service": EXAMPLE_SERVICE, "answers": application }),
        ),
        (
            "post",
            "/api/v1/cases/{number}/events",
            "application/json",
            "officer",
            json!({ "kind": "case.stage_reported", "stage": "Datu pārbaude" }),
        ),
        (
            "post",
            "/api/v1/consultations",
            "application/json",
            "specialist",
            json!({ "service": EXAMPLE_SERVICE, "channel": "phone", "outcome": "answered", "note": "Par termiņu" }),
        ),
        (
            "post",
            "/api/v1/indicators/own",
            "application/json",
            "contact",
            json!({ "values": [{ "indicator": EXAMPLE_INDICATOR, "month": "2025-12", "value": 4.2 }] }),
        ),
        (
            "post",
            "/oauth/token",
            "application/x-www-form-urlencoded",
            "administrator",
            json!({
                "grant_type": "client_credentials",
                "client_id": identity::DEMO_CLIENT,
                "client_secret": identity::DEMO_CLIENT_SECRET,
            }),
        ),
        ("put", "/api/v1/services/by-external-id/{external_id}", "application/json", "contact", service),
        ("post", "/api/v1/services/import", "application/json", "contact", feed),
    ])
}

/// A letter to the institution, as its staff or its system registers it.
fn received() -> Value {
    json!({
        "service": EXAMPLE_WITHOUT_FORM,
        "channel": "post",
        "client": { "kind": "person", "personal_code": "328000-00014", "family_name": "Bērziņa" },
        "note": "Lūdz atbildi pa pastu.",
    })
}

/// An application that its form asks a file for.
fn with_file() -> Result<Value> {
    let mut answers = forms::example("childbirth-benefit")?;
    answers.shift_remove("child_personal_code");
    answers.insert("birth_registered_in".to_owned(), json!("abroad"));
    answers.insert("birth_country".to_owned(), json!("Igaunija"));
    let content = STANDARD.encode("Noraksts: sünnitunnistus, Emils Bērziņš, 02.10.2026, Tallinn.\n");
    let file = json!({ "field": "birth_certificate", "name": "apliecība.txt", "content": content });
    Ok(json!({ "service": EXAMPLE_SERVICE, "answers": answers, "files": [file] }))
}

fn with_name(service: &Value, name: &str) -> Value {
    let mut named = service.clone();
    named["external_id"] = json!(name);
    named
}

/// `GET /openapi.json`
pub async fn show(_visit: Visit) -> Answer {
    Ok(axum::Json(document()?).into_response())
}
