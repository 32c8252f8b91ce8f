//! Whose a form is that came too late: what a client typed comes back to that client alone (decision 0006).

use identity::Session;
use kernel::{Error, Role, digest_hex};

use crate::typed::Typed;
use crate::visitor::Visitor;
use crate::{Failure, Fields};

/// The field by which a form that was given back to a client says whose it is.
pub(crate) const OWNER: &str = "late-owner";

/// The refusal of a form with what was typed. Staff get it back in any case; a client only where it is known whose it is.
pub(crate) fn refused(
    error: Error,
    visitor: &Visitor,
    fields: &Fields,
    files: impl IntoIterator<Item = String>,
    staff: bool,
) -> Failure {
    let owner = owner(visitor, fields);
    if !staff && owner.is_none() {
        return error.into();
    }
    // Whoever is signed in is another client, acts for somebody else or is no client at all.
    let foreign = owner.is_some() && visitor.session.as_deref().is_some_and(|session| sign(session) != owner);
    Failure::with(error, Typed { owner, foreign, ..Typed::of(fields, files) })
}

/// The sign of the client whose form it is: the form says so itself when it was given back before; else they opened it in
/// the session in force, or in the one that ran out. None for staff and visitors.
fn owner(visitor: &Visitor, fields: &Fields) -> Option<String> {
    let carried = fields.get(OWNER).filter(|sign| !sign.is_empty()).map(str::to_owned);
    carried.or_else(|| {
        let mut sessions = visitor.session.iter().chain(visitor.lapsed.iter());
        sessions.find(|session| has_mark(session, fields)).and_then(|session| sign(session))
    })
}

/// Tells one client from another and says nothing about them. It guards no secret: a page shows only what its own form
/// has sent.
fn sign(session: &Session) -> Option<String> {
    let caller = &session.caller;
    let client = caller.role == Role::Client;
    client.then(|| digest_hex(format!("{:?} for {:?}", caller.person, caller.party).as_bytes()))
}

/// Whether the form was opened in this session.
pub(crate) fn has_mark(session: &Session, fields: &Fields) -> bool {
    session.has_mark(fields.get("csrf").unwrap_or_default())
}
