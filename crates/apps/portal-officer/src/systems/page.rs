//! Context of the page of an institution's systems.

use crate::institution::{about, chosen};
use crate::parts::Choice;
use chrono::{DateTime, Utc};
use identity::{ApiClient, IssuedSecret, Scope};
use kernel::Result;
use serde::Serialize;
use storage::Read;
use web_kit::{FormErrors, Visit};

/// Context of `work/systems/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SystemsPage {
    pub(super) institution: String,
    /// The code that the address names; empty for the caller's own institution.
    pub(super) of: String,
    pub(super) systems: Vec<System>,
    pub(super) scopes: Vec<Choice>,
    pub(super) typed: TypedSystem,
    /// What was issued a moment ago: it is shown now and never again.
    pub(super) issued: Option<Issued>,
    pub(super) errors: FormErrors,
}

/// A system.
#[derive(Debug, Clone, Serialize)]
pub(super) struct System {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) scopes: Vec<String>,
    pub(super) created: DateTime<Utc>,
    pub(super) used: Option<DateTime<Utc>>,
    pub(super) revoked: Option<DateTime<Utc>>,
    /// Until when the former secret works.
    pub(super) former_until: Option<DateTime<Utc>>,
    pub(super) renew: String,
    pub(super) revoke: String,
}

/// A secret and whose it is.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Issued {
    pub(super) client: String,
    pub(super) secret: String,
}

impl From<IssuedSecret> for Issued {
    fn from(issued: IssuedSecret) -> Self {
        Self { client: issued.client.to_string(), secret: issued.secret.reveal().to_owned() }
    }
}

/// What was typed into the form.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct TypedSystem {
    pub(super) name: String,
    pub(super) scopes: Vec<String>,
}

impl SystemsPage {
    /// Reads the systems of the institution that the address names.
    pub(super) async fn read(visit: &Visit, tx: &Read, of: &str) -> Result<Self> {
        let institution = chosen(visit, tx, of).await?;
        let clients = identity::api_clients(tx, institution.id).await?;
        Ok(Self {
            institution: institution.name.get(visit.locale()).to_owned(),
            of: of.to_owned(),
            systems: clients.into_iter().map(|client| line(visit, of, client)).collect(),
            scopes: Scope::ALL.map(|scope| choice(visit, scope)).to_vec(),
            typed: TypedSystem::default(),
            issued: None,
            errors: FormErrors::none(),
        })
    }
}

fn choice(visit: &Visit, scope: Scope) -> Choice {
    let hint = visit.text(&format!("scope-{}", scope.as_str().replace(':', "-")));
    Choice { hint: Some(hint), ..Choice::new(scope.as_str(), scope.as_str()) }
}

fn line(visit: &Visit, of: &str, client: ApiClient) -> System {
    let act = |what: &str| visit.url(&about(&format!("/work/systems/{}/{what}", client.id), of));
    System {
        renew: act("renew"),
        revoke: act("revoke"),
        id: client.id.to_string(),
        name: client.name,
        scopes: client.scopes.iter().map(ToString::to_string).collect(),
        created: client.created_at,
        used: client.last_used_at,
        revoked: client.revoked_at,
        former_until: client.former_secret_until,
    }
}
