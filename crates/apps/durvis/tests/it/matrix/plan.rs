//! What each route is about, and what somebody who may use it sends.
use axum::http::Method;
use kernel::Role;
use serde_json::json;
use web_kit::{Access, RouteRow};

use crate::browser::{Body, fields};
use crate::things::{Far, Thing, World, Written};

/// What the address of a route names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Nothing in particular.
    Nothing,
    /// A service of the catalogue: nobody's own.
    Service,
    /// An institution: nobody's own.
    Institution,
    /// The working copy of a service, brought so far: a service is public, so another's does not look like a missing one.
    Copy(Written),
    /// What a provider proposed to the holder of a service.
    Proposal,
    /// What the holder of a service told its providers.
    Instruction,
    /// An invented person: nobody's own.
    Persona,
    /// A case that has come so far.
    Case(Far),
    /// An application that is not sent.
    Draft,
    /// A session of somebody.
    Session,
    /// A consultation.
    Consultation,
    /// The right of a person to act for a company.
    Representation,
    /// A role in an institution.
    Membership,
    /// A system of an institution.
    System,
    /// A table of services that was uploaded.
    Table,
    /// Other words that the search knows: nobody's own.
    Synonym,
    /// A service that the search moves: nobody's own.
    Boost,
    /// An act that is not in force any more: nobody's own.
    Act,
    /// A unified service: nobody's own.
    Unified,
    /// A template of unified services as it must be for what is done: nobody's own.
    Template(Stand),
    /// A life situation: public, nobody's own.
    Situation,
    /// The same at the workplace: of an institution that answers for it.
    WrittenSituation,
    /// A reported mistake in one, of the same institution.
    Correction,
    /// News: public, nobody's own.
    Article,
    /// A category of services.
    Category,
    /// A letter to an institution.
    Letter { answered: bool },
    /// A point of the checklist of internal rules: nobody's own.
    Norm,
    /// An indicator that the holder of a service set.
    OwnIndicator,
    /// A branch of an institution.
    Branch,
    /// The record of an institution, at the workplace.
    Record,
    /// That an institution wants its service to become an e-service.
    Nomination,
}

/// How a template must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    Draft,
    InUse,
    /// In use, with a service of VSAA attached.
    WithService,
    /// In use, with a text that waits for a day.
    Planned,
}

/// What a route is about; nothing for a route that nobody has thought of yet.
pub fn about(row: &RouteRow) -> Option<About> {
    let path = row.path.as_str();
    Some(match (row.method.as_str(), path) {
        (method, path) if path.starts_with("/{lang}/work/services/{code}") => About::Copy(written(method, path)),
        (_, "/{lang}/work/services/proposals/{id}") => About::Proposal,
        (_, path) if path.starts_with("/{lang}/work/services/instructions/{id}") => About::Instruction,
        (_, path) if path.contains("/services/{code}") || path == "/id/service/{code}" => About::Service,
        (
            _,
            "/id/institution/{code}"
            | "/api/v1/institutions/{code}"
            | "/api/v1/institutions/{code}/places"
            | "/{lang}/institutions/{code}",
        ) => About::Institution,
        (_, path) if path.starts_with("/{lang}/work/branches/{code}") => About::Branch,
        (_, "/{lang}/work/institutions/{code}") => About::Record,
        // A name that the sender's institution gives: there is none of others.
        (_, "/api/v1/services/by-external-id/{external_id}") => About::Nothing,
        // Words that the program itself keeps.
        (_, path) if path.starts_with("/id/concept/") || path.ends_with("/problems/{key}") => About::Nothing,
        ("POST", "/{lang}/work/search/synonyms/{id}/remove") => About::Synonym,
        ("POST", "/{lang}/work/search/boosts/{id}/remove") => About::Boost,
        ("POST", "/{lang}/work/acts/{number}/remove") => About::Act,
        (_, path) if path.contains("/unified/{code}") => About::Unified,
        (method, path) if path.contains("/templates/{code}") => About::Template(stand(method, path)),
        ("GET", "/{lang}/work/quality/{code}") => About::Service,
        ("GET", "/demo/sign-in/{persona}") => About::Persona,
        ("POST", "/{lang}/profile/sessions/{id}/end") => About::Session,
        (_, path) if path.starts_with("/{lang}/drafts/{id}") => About::Draft,
        (_, path) if path.contains("/representatives/{id}") => About::Representation,
        (_, path) if path.contains("/life/{slug}") || path.contains("/life-situations/{slug}") => About::Situation,
        (_, path) if path.contains("/situations/{slug}") => About::WrittenSituation,
        (_, path) if path.contains("/corrections/{id}") => About::Correction,
        (_, path) if path.contains("/enquiries/{id}") || path.contains("/contact/mine/{id}") => {
            About::Letter { answered: path.ends_with("/rate") }
        }
        (_, path) if path.contains("/news/{slug}") || path.contains("/help/{slug}") => About::Article,
        (_, path) if path.contains("/articles/{kind}/{slug}") => About::Article,
        (_, path) if path.contains("/browse/{kind}") => About::Category,
        (_, "/{lang}/work/norms/{point}") => About::Norm,
        (_, path) if path.starts_with("/{lang}/work/indicators/own/{code}") => About::OwnIndicator,
        (_, path) if path.starts_with("/{lang}/work/candidates/{id}") => About::Nomination,
        ("POST", "/{lang}/work/consultations/{id}/undo") => About::Consultation,
        ("POST", "/{lang}/work/institution/members/{id}/revoke") => About::Membership,
        ("POST", "/{lang}/work/systems/{id}/renew" | "/{lang}/work/systems/{id}/revoke") => About::System,
        ("POST", "/{lang}/work/services/import/{id}") => About::Table,
        ("GET", "/{lang}/work/find" | "/{lang}/work/audit") => About::Case(Far::Submitted),
        (method, path) if path.contains("/cases/{number}") => About::Case(far(method, path)?),
        (_, path) if path.contains(['{']) && path.replace("{lang}", "").contains('{') => return None,
        ("GET", _) => About::Nothing,
        ("POST", path) if PLAIN_POSTS.contains(&path) => About::Nothing,
        _ => return None,
    })
}

/// Routes that change something and name nothing in their address. A new one must be thought about here and in [`body`].
const PLAIN_POSTS: &[&str] = &[
    "/{lang}/work/services/import",
    "/{lang}/services/feedback",
    "/{lang}/contact",
    "/{lang}/contact/answer/rate",
    "/{lang}/work/search/starting-set",
    "/{lang}/work/search/synonyms",
    "/{lang}/work/search/boosts",
    "/{lang}/work/acts",
    "/{lang}/work/templates",
    "/{lang}/work/templates/similar/decide",
    "/{lang}/work/templates/similar/template",
    "/{lang}/work/templates/similar/attach",
    "/{lang}/municipality",
    "/{lang}/work/situations",
    "/{lang}/work/situations/order",
    "/{lang}/work/situations/coordinators",
    "/{lang}/work/articles",
    "/{lang}/sign-out",
    "/{lang}/profile",
    "/{lang}/profile/switch",
    "/{lang}/representatives",
    "/{lang}/profile/sessions/end-others",
    "/{lang}/work/audit/viewings",
    "/{lang}/work/desk/next",
    "/{lang}/work/consultations",
    "/{lang}/work/cases",
    "/{lang}/work/institution/members",
    "/{lang}/work/systems",
    "/{lang}/work/services/new",
    "/{lang}/work/services/bulk",
    "/{lang}/work/services/approval",
    "/{lang}/work/services/four-eyes",
    "/{lang}/work/checks",
    "/{lang}/work/candidates",
    "/{lang}/work/norms/satisfaction",
    "/{lang}/work/branches",
    "/{lang}/work/institutions",
    "/{lang}/work/indicators/own/new",
    "/{lang}/work/indicators/own/values",
    "/api/v1/cases",
    "/api/v1/consultations",
    "/api/v1/services/import",
    "/api/v1/indicators/own",
    "/oauth/token",
    "/demo/token",
];

/// How a template must stand for an act to be possible.
fn stand(method: &str, path: &str) -> Stand {
    match (method, path.rsplit('/').next().unwrap_or_default()) {
        ("POST", "withdraw") if path.ends_with("/plan/withdraw") => Stand::Planned,
        ("POST", "publish") => Stand::Draft,
        ("POST", "detach") => Stand::WithService,
        _ => Stand::InUse,
    }
}

/// How far a working copy must have come for an act to be possible.
fn written(method: &str, path: &str) -> Written {
    match (method, path.rsplit('/').next().unwrap_or_default()) {
        (_, "{text}") => Written::Refused,
        ("POST", "take-back" | "return" | "publish") => Written::InReview,
        ("POST", "withdraw") => Written::Scheduled,
        ("POST", "reopen") => Written::Closed,
        _ => Written::Begun,
    }
}

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
        Access::Public | Access::Open | Access::DemoOnly => true,
        Access::SignedIn => role != Role::Anonymous,
        // Nobody of the table has a session that ran out.
        Access::Client | Access::ClientToKeep => role == Role::Client,
        Access::Staff(roles) => roles.contains(&role),
        // The system of the demonstration holds every scope.
        Access::Api { roles, .. } => role == Role::ApiClient || roles.contains(&role),
    }
}

/// The address of a thing by this route.
pub fn address(row: &RouteRow, thing: &Thing) -> String {
    let path = row.path.replace("{lang}", "lv").replace("{number}/documents/{id}", "{number}/documents/{document}");
    // The first version of a pilot service is a draft of the installation, the second one is public.
    let path = path.replace("{external_id}", "paraugs-1").replace("{list}", "channel").replace("{word}", "electronic");
    let path = path.replace("{key}", "bad-json");
    let path = path.replace("{step}", "applicant").replace("{document}", &thing.document);
    let path = path.replace("{section}", "law").replace("{text}", &thing.document);
    let path = path.replace("{version}", &thing.version().to_string());
    let path = content(&path, &thing.id);
    let path = ["{number}", "{code}", "{id}", "{persona}", "{point}"]
        .iter()
        .fold(path, |path, place| path.replace(place, &thing.id));
    match row.path.as_str() {
        "/{lang}/services/{code}/versions/compare" => format!("{path}?from=2&to=2"),
        "/{lang}/work/situations/order" => format!("{path}?branch=residents"),
        "/{lang}/work/find" => format!("{path}?q={}", thing.id),
        "/{lang}/work/audit" => format!("{path}?number={}", thing.id),
        _ => path,
    }
}

/// Places of the portal's content: `news/slug` for articles, `kind/value` for categories.
fn content(path: &str, id: &str) -> String {
    if ["/situations/", "/life/", "/life-situations/"].iter().any(|part| path.contains(part)) {
        return path.replace("{slug}", id);
    }
    let (kind, rest) = id.split_once('/').unwrap_or((id, id));
    let help = path.contains("/help/") && rest != "nowhere";
    let path = if help { path.replace("{slug}", "your-data") } else { path.to_owned() };
    path.replace("{kind}", kind).replace("{value}", rest).replace("{slug}", rest)
}

/// What somebody who may use the route sends.
pub async fn body(world: &World, row: &RouteRow, key: &str, thing: &Thing) -> Body {
    if row.method != Method::POST && row.method != Method::PUT {
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
        "/contact" => {
            let number = key.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
            fields(&[
                ("kind", "question"),
                ("service", &world.services["P.11"]),
                ("subject", "Termiņš"),
                ("text", "Kad saņemšu atbildi uz vēstuli?"),
                ("reference", &format!("{number:032x}")),
            ])
        }
        "/contact/answer/rate" => fields(&[("reference", &"f".repeat(32)), ("helpful", "yes")]),
        "/contact/mine/{id}/rate" => fields(&[("helpful", "yes")]),
        "/work/enquiries/{id}/answer" => fields(&[("answer", "Rīt.")]),
        "/work/enquiries/{id}/forward" => {
            fields(&[("institution", &world.holder("P.02").await), ("reason", "Uz to atbild cita iestāde.")])
        }
        "/services/feedback" => fields(&[("q", "pase"), ("results", "0"), ("found", "no")]),
        "/services/{code}/places" => fields(&[("latitude", "57.31"), ("longitude", "25.27")]),
        "/work/search/synonyms" => fields(&[("words", "tests"), ("means", "pabalsts"), ("way", "one")]),
        "/work/search/boosts" => fields(&[("service", &world.services["P.11"]), ("percent", "150")]),
        "/work/acts" => fields(&[("act", "999001"), ("title", "Vecs"), ("successor", "Jauns"), ("link", "999002")]),
        "/work/audit/viewings" => fields(&[("code", "328000-00014")]),
        "/profile/switch" => fields(&[("choice", "self")]),
        "/representatives" => fields(&[("code", "328000-00022"), ("family_name", "Ozols")]),
        "/representatives/{id}/services" => fields(&[("add", &world.services["P.11"])]),
        "/drafts/{id}/steps/{step}" => thing.typed.clone(),
        "/drafts/{id}/check" => fields(&[("truth", "yes")]),
        "/cases/{number}/answer" => fields(&[("answer", "Jā")]),
        "/cases/{number}/rate" => fields(&[("rating", "4")]),
        "/cases/{number}/complain" => fields(&[("complaint", "Ilgi")]),
        "/work/cases/{number}/identity" => fields(&[("reason", "verify-identity")]),
        "/work/cases/{number}/ask" => fields(&[("question", "Vai konts pieder Jums?"), ("days", "5")]),
        "/work/cases/{number}/answer" => fields(&[("answer", "Jā"), ("channel", "post")]),
        "/work/cases/{number}/decide" => fields(&[("outcome", "granted"), ("text", "Piešķirts.")]),
        "/work/cases/{number}/withdraw" => fields(&[("withdrawn-by", "post")]),
        "/work/cases/{number}/deliver" => fields(&[("channel", "electronic")]),
        "/work/consultations" => {
            fields(&[("consulted", "phone"), ("consultation-service", &world.services["P.11"]), ("result", "answered")])
        }
        "/work/cases" => fields(&[
            ("service", &world.services["P.09"]),
            ("channel", "post"),
            ("client", "person"),
            ("personal_code", "328000-00014"),
            ("family_name", "Bērziņa"),
        ]),
        "/work/systems" => fields(&[("name", &format!("Sistēma {key}")), ("scopes", "cases:read")]),
        "/work/institution/members" => {
            fields(&[("code", "328000-00030"), ("family_name", "Krūmiņa"), ("role", "specialist")])
        }
        "/work/templates" | "/work/templates/{code}/edit" => {
            fields(&[("name-lv", "Jauns paraugs"), ("client_circle", "any"), ("scope", "both")])
        }
        "/work/templates/{code}/attach" => fields(&[("service", &world.services["P.11"]), ("words", "own")]),
        "/work/templates/{code}/detach" => fields(&[("service", &thing.document)]),
        "/work/norms/satisfaction" => {
            fields(&[("ended_on", "31.12.2025"), ("revision", &world.measurement_version().await.to_string())])
        }
        "/work/norms/{point}" => fields(&[
            ("state", "not-yet"),
            ("valid_from", "31.12.2025"),
            ("revision", &world.norm_version(&thing.id).await.to_string()),
        ]),
        "/work/indicators/own/new" | "/work/indicators/own/{code}" => fields(&[
            ("service", &world.services["P.11"]),
            ("channel", "phone"),
            ("stage", "request"),
            ("name_lv", "Gaidīšana"),
            ("name_en", "Waiting"),
            ("unit_lv", "min"),
            ("better", "lower"),
            ("wanted", "5"),
            ("revision", "1"),
        ]),
        "/work/indicators/own/{code}/values" => fields(&[("month", "2025-12"), ("value", "4,2")]),
        "/work/indicators/own/values" => fields(&[("values", "1007-R1;2025-12;4,2")]),
        "/work/branches" | "/work/branches/{code}" => fields(&[
            ("name_lv", "Filiāle"),
            ("address", "Rīgas iela 1, Cēsis"),
            ("latitude", "57,31"),
            ("longitude", "25,27"),
        ]),
        "/work/institutions" => fields(&[
            ("code", &format!("BY-{}", key.to_uppercase())),
            ("name_lv", "Jauna iestāde"),
            ("kind", "state_institution"),
            ("calendar_transfers", "state"),
        ]),
        "/work/institutions/{code}" => thing.typed.clone(),
        "/work/candidates" => fields(&[
            ("service", &world.services["P.13"]),
            ("criteria", "access"),
            ("reason", "Klienti brauc uz Rīgu."),
        ]),
        "/work/candidates/{id}/withdraw" => fields(&[("reason", "Vairs nav vajadzīgs.")]),
        "/work/services/new" => fields(&[("name/lv", "Jauns pakalpojums")]),
        "/work/services/bulk" => fields(&[("kind", "phone"), ("old", "0"), ("new", "+371 60000000"), ("code", "9")]),
        "/work/services/four-eyes" => fields(&[("four_eyes", "yes")]),
        "/work/services/proposals/{id}" => fields(&[("answer", "Labosim.")]),
        "/work/services/{code}/instructions" => {
            fields(&[("text_lv", "Pieņemiet arī kopijas."), ("valid_from", "31.12.2099")])
        }
        "/work/services/{code}/proposals" => fields(&[("text", "Klienti jautā par termiņu.")]),
        path if path.starts_with("/work/services/{code}") => {
            let more = fields(&[("base", "2"), ("comment", "Īsāk"), ("reason", "Likums"), ("choice", "theirs")]);
            let numbers = [("revision", thing.revision.to_string()), ("version", thing.latest.to_string())];
            [thing.typed.clone(), more, numbers.map(|(name, value)| (name.to_owned(), value)).to_vec()].concat()
        }
        "/municipality" => fields(&[("municipality", "")]),
        "/life/{slug}/correction" | "/services/{code}/correction" => {
            fields(&[("report", "Saite uz kalkulatoru nedarbojas.")])
        }
        "/news/{slug}/helpful" | "/help/{slug}/helpful" | "/services/{code}/helpful" => fields(&[("helpful", "yes")]),
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
        "/work/situations/order" => fields(&[("branch", "residents")]),
        // The one that coordinates already: everybody else's answers stay as they are.
        "/work/situations/coordinators" => fields(&[("branch", "residents"), ("institution-residents", "VDAA")]),
        // Neither VSAA nor NVA, which answer for the situations of the table.
        "/work/situations/{slug}/hand-over" => fields(&[("responsible", "VID")]),
        "/work/corrections/{id}/resolve" => fields(&[("resolution", "refused"), ("answer", "Teksts ir pareizs.")]),
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
    let revised = [
        "{number}",
        "/steps/{step}",
        "/representatives/{id}",
        "/templates/{code}",
        "/work/search/",
        "/work/enquiries/{id}",
        "/work/situations/{slug}",
        "/work/articles/{kind}",
        "/work/branches/{code}",
        "/work/institutions/{code}",
    ];
    if revised.iter().any(|part| row.path.contains(part)) {
        sent.push(("revision".to_owned(), thing.revision.to_string()));
    }
    Body::Form(sent)
}

fn report(world: &World, row: &RouteRow, key: &str) -> serde_json::Value {
    let service = &world.services["P.11"];
    match row.path.as_str() {
        // What came on paper: without answers.
        "/api/v1/cases" if ["specialist", "officer", "officer-nva"].contains(&key) => {
            json!({ "service": service, "channel": "post" })
        }
        "/api/v1/cases" => {
            let answers = forms::example("childbirth-benefit").expect("an example");
            json!({ "service": service, "answers": answers })
        }
        "/api/v1/services/by-external-id/{external_id}" => example("put", &row.path),
        "/api/v1/services/import" => example("post", &row.path),
        "/api/v1/indicators/own" => example("post", &row.path),
        "/api/v1/consultations" => json!({ "service": service, "channel": "phone", "outcome": "answered" }),
        _ if ["resident", "resident2", "company", "employee"].contains(&key) => json!({ "kind": "case.withdrawn" }),
        _ => json!({ "kind": "case.stage_reported", "stage": "Datu pārbaude" }),
    }
}

/// The example of the interface's own description.
fn example(method: &str, path: &str) -> serde_json::Value {
    let document = api::document().expect("a document");
    document["paths"][path][method]["requestBody"]["content"]["application/json"]["example"].clone()
}
