//! Who may use a route. Every route states one rule; it is enforced before the handler runs.
//!
//! The rule of a route is the outer wall; the use case checks the caller against the loaded thing as well.

use identity::Scope;
use kernel::{Caller, Error, Result, Role};

use crate::visitor::Visitor;

/// The rule of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Public,
    /// Everybody, and the pages of other sites as well: open data. Their scripts may read the answer (CORS `*`), which
    /// is the same for all and never depends on a cookie.
    Open,
    /// Everybody who is signed in, in whatever role.
    SignedIn,
    /// Residents and those who act for a company.
    Client,
    /// The same, and a client whose session has run out: only for handlers that keep what was typed and then show nothing but
    /// the page for signing in ([`Visit::before_the_end`](crate::Visit)).
    ClientToKeep,
    /// People of institutions in one of these roles.
    Staff(&'static [Role]),
    /// People with a token in one of these roles, or systems whose token holds the scope.
    Api {
        /// The roles of people.
        roles: &'static [Role],
        /// The scope of systems.
        scope: Scope,
    },
    /// Everybody, and only in a demonstration: elsewhere the route does not exist.
    DemoOnly,
}

impl Access {
    /// The rule in words, for the table of routes.
    #[must_use]
    pub fn describe(&self) -> String {
        let names = |roles: &[Role]| roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join("|");
        match self {
            Self::Public => "public".to_owned(),
            Self::Open => "open".to_owned(),
            Self::SignedIn => "signed-in".to_owned(),
            Self::Client => "client".to_owned(),
            Self::ClientToKeep => "client, also too late".to_owned(),
            Self::Staff(roles) => format!("staff:{}", names(roles)),
            Self::Api { roles, scope } => format!("api:{} scope:{scope}", names(roles)),
            Self::DemoOnly => "demo".to_owned(),
        }
    }

    /// Whether `visitor` may pass.
    ///
    /// # Errors
    /// Unauthenticated for those who are not signed in, forbidden for the others.
    pub(crate) fn check(&self, visitor: &Visitor) -> Result<()> {
        let caller = &visitor.caller;
        match self {
            Self::Public | Self::Open | Self::DemoOnly => Ok(()),
            Self::SignedIn => signed_in(caller),
            Self::ClientToKeep if visitor.was_client().is_some() => Ok(()),
            Self::Client | Self::ClientToKeep => caller.require_role(&[Role::Client]),
            Self::Staff(roles) => caller.require_role(roles),
            Self::Api { scope, .. } if caller.role == Role::ApiClient => holds(visitor, *scope),
            Self::Api { roles, .. } => caller.require_role(roles),
        }
    }
}

fn signed_in(caller: &Caller) -> Result<()> {
    if caller.role == Role::Anonymous { Err(Error::unauthenticated("sign-in-needed")) } else { Ok(()) }
}

fn holds(visitor: &Visitor, scope: Scope) -> Result<()> {
    if visitor.scopes.contains(&scope) { Ok(()) } else { Err(Error::forbidden("scope").arg("scope", scope)) }
}
