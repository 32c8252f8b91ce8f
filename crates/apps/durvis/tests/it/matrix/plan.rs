//! What each route is about, and what somebody who may use it sends.
use axum::http::Method;
use kernel::Role;
use serde_json::json;
use web_kit::{Access, RouteRow};

use crate::browser::{Body, fields};
use crate::things::{Far, Thing, World};

/// What the address of a route names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Nothing in particular.
    Nothing,
    /// A service of the catalogue: nobody's own.
    Service,
    /// An invented person: nobody's own.
    Persona,
    /// A case that has come so far.
    Case(Far),
    /// An application that is not sent.
    Draft,
    /// A consultation.
    Consultation,
    /// A role in an institution.
    Membership,
    /// A life situation: public, nobody's own.
    Situation,
    /// A reported mistake in one.
    Correction,
    /// News: public, nobody's own.
    Article,
    /// A category of services.
    Category,
}

/// What a route is about; nothing for a route that nobody has thought of yet.
pub fn about(row: &RouteRow) -> Option<About> {
    let path = row.path.as_str();
    Some(match (row.method.as_str(), path) {
        (_, path) if path.contains("/services/{code}") => About::Service,
        ("GET", "/demo/sign-in/{persona}") => About::Persona,
        (_, path) if path.starts_with("/{lang}/drafts/{id}") => About::Draft,
        (_, path) if path.contains("/life/{slug}") || path.contains("/situations/{slug}") => About::Situation,
        (_, path) if path.contains("/corrections/{id}") => About::Correction,
        (_, path) if path.contains("/news/{slug}") || path.contains("/help/{slug}") => About::Article,
        (_, path) if path.contains("/articles/{kind}/{slug}") => About::Article,
        (_, path) if path.contains("/browse/{kind}") => About::Category,
        ("POST", "/{lang}/work/consultations/{id}/undo") => About::Consultation,
        ("POST", "/{lang}/work/institution/members/{id}/revoke") => About::Membership,
        ("GET", "/{lang}/work/find" | "/{lang}/work/audit") => About::Case(Far::Submitted),
        (method, path) if path.contains("/cases/{number}") => About::Case(far(method, path)?),
        (_, path) if path.contains(['{']) && path.replace("{lang}", "").contains('{') => return None,
        ("GET", _) => About::Nothing,
        ("POST", path) if PLAIN_POSTS.contains(&path) => About::Nothing,
        _ => return None,
    })
}

/// Routes that change something and name nothing in their address. A new one must be thought about here and in [`body`].
const PLAIN_POSTS: [&str; 13] = [
    "/{lang}/municipality",
    "/{lang}/work/situations",
    "/{lang}/work/articles",
    "/{lang}/sign-out",
    "/{lang}/profile",
    "/{lang}/profile/switch",
    "/{lang}/work/desk/next",
    "/{lang}/work/consultations",
    "/{lang}/work/institution/members",
    "/api/v1/cases",
    "/api/v1/consultations",
    "/oauth/token",
    "/demo/token",
];

/// How far a case must have come for an act to be possible.
fn far(method: &str, path: &str) -> Option<Far> {
    let last = path.rsplit('/').next().unwrap_or_default();
    Some(match (method, last) {
        ("GET", "{document}" | "{id}") => Far::Delivered,
        ("GET", _) => Far::Submitted,
        ("POST", "answer") => Far::Asked,
        ("POST", "rate" | "close") => Far::Delivered,
        ("POST", "withdraw" | "complain" | "take" | "identity" | "events") => Far::Submitted,
        ("POST", "give-back" | "ask" | "decide") => Far::Taken,
        ("POST", "deliver") => Far::Decided,
        _ => return None,
    })
}

/// Whether the rule of the route lets somebody with this role try.
pub fn lets_in(access: Access, role: Role) -> bool {
    match access {
        Access::Public | Access::DemoOnly => true,
        Access::SignedIn => role != Role::Anonymous,
        Access::Client => role == Role::Client,
        Access::Staff(roles) => roles.contains(&role),
        Access::ApiScope(_) => role == Role::ApiClient,
        // The system of the demonstration holds every scope.
        Access::Api { roles, .. } => role == Role::ApiClient || roles.contains(&role),
    }
}

/// The address of a thing by this route.
pub fn address(row: &RouteRow, thing: &Thing) -> String {
    let path = row.path.replace("{lang}", "lv").replace("{number}/documents/{id}", "{number}/documents/{document}");
    let path = path.replace("{step}", "applicant").replace("{document}", &thing.document);
    let path = content(&path, &thing.id);
    let path =
        ["{number}", "{code}", "{id}", "{persona}"].iter().fold(path, |path, place| path.replace(place, &thing.id));
    match row.path.as_str() {
        "/{lang}/work/find" => format!("{path}?q={}", thing.id),
        "/{lang}/work/audit" => format!("{path}?number={}", thing.id),
        _ => path,
    }
}

/// Places of the portal's content: `news/slug` for articles, `kind/value` for categories.
fn content(path: &str, id: &str) -> String {
    if path.contains("/situations/") || path.contains("/life/") {
        return path.replace("{slug}", id);
    }
    let (kind, rest) = id.split_once('/').unwrap_or((id, id));
    let help = path.contains("/help/") && rest != "nowhere";
    let path = if help { path.replace("{slug}", "your-data") } else { path.to_owned() };
    path.replace("{kind}", kind).replace("{value}", rest).replace("{slug}", rest)
}

/// What somebody who may use the route sends.
pub async fn body(world: &World, row: &RouteRow, key: &str, thing: &Thing) -> Body {
    if row.method != Method::POST {
        return Body::None;
    }
    if row.path.starts_with("/api/") {
        return Body::Json(report(world, row, key));
    }
    let mut sent = match row.path.strip_prefix("/{lang}").unwrap_or(&row.path) {
        "/profile" => {
            let revision = world.profile_revision(key).await.to_string();
            fields(&[("revision", &revision), ("email", "anna@example.lv"), ("locale", "lv")])
        }
        "/profile/switch" => fields(&[("choice", "self")]),
        "/drafts/{id}/steps/{step}" => thing.typed.clone(),
        "/drafts/{id}/check" => fields(&[("truth", "yes")]),
        "/cases/{number}/answer" => fields(&[("answer", "Jā")]),
        "/cases/{number}/rate" => fields(&[("rating", "4")]),
        "/cases/{number}/complain" => fields(&[("complaint", "Ilgi")]),
        "/work/cases/{number}/identity" => fields(&[("reason", "verify-identity")]),
        "/work/cases/{number}/ask" => fields(&[("question", "Vai konts pieder Jums?"), ("days", "5")]),
        "/work/cases/{number}/decide" => fields(&[("outcome", "granted"), ("text", "Piešķirts.")]),
        "/work/cases/{number}/deliver" => fields(&[("channel", "electronic")]),
        "/work/consultations" => {
            fields(&[("consulted", "phone"), ("consultation-service", &world.services["P.11"]), ("result", "answered")])
        }
        "/work/institution/members" => fields(&[("code", "328000-00030"), ("role", "specialist")]),
        "/municipality" => fields(&[("municipality", "")]),
        "/life/{slug}/correction" => fields(&[("report", "Saite uz kalkulatoru nedarbojas.")]),
        "/news/{slug}/helpful" | "/help/{slug}/helpful" => fields(&[("helpful", "yes")]),
        "/work/situations" => {
            let responsible = world.holder("P.11").await;
            fields(&[
                ("slug", &format!("by-{key}")),
                ("title-lv", "x"),
                ("branch", "residents"),
                ("responsible", &responsible),
            ])
        }
        "/work/situations/{slug}" => thing.typed.clone(),
        "/work/corrections/{id}/resolve" => fields(&[("resolution", "corrected")]),
        "/work/articles" => {
            fields(&[("slug", &format!("by-{key}")), ("title-lv", "x"), ("kind", "news"), ("audience", "public")])
        }
        "/work/articles/{kind}/{slug}" => thing.typed.clone(),
        "/demo/token" => fields(&[("persona", "resident")]),
        "/oauth/token" => fields(&[
            ("grant_type", "client_credentials"),
            ("client_id", identity::DEMO_CLIENT),
            ("client_secret", identity::DEMO_CLIENT_SECRET),
        ]),
        _ => Vec::new(),
    };
    if ["{number}", "/steps/{step}", "/work/situations/{slug}", "/work/articles/{kind}"]
        .iter()
        .any(|part| row.path.contains(part))
    {
        sent.push(("revision".to_owned(), thing.revision.to_string()));
    }
    Body::Form(sent)
}

fn report(world: &World, row: &RouteRow, key: &str) -> serde_json::Value {
    let service = &world.services["P.11"];
    match row.path.as_str() {
        "/api/v1/cases" => {
            let answers = forms::example("childbirth-benefit").expect("an example");
            json!({ "service": service, "answers": answers })
        }
        "/api/v1/consultations" => json!({ "service": service, "channel": "phone", "outcome": "answered" }),
        _ if ["resident", "resident2", "company"].contains(&key) => json!({ "kind": "case.withdrawn" }),
        _ => json!({ "kind": "case.stage_reported", "stage": "Datu pārbaude" }),
    }
}
