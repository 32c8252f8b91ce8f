//! Forms that people send: decoded only when the security mark of their session is in them.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::header::CONTENT_TYPE;
use kernel::{Error, Result};
use serde::de::DeserializeOwned;

use crate::owner::{OWNER, has_mark, refused};
use crate::typed::BY_ITSELF;
use crate::visitor::Visitor;
use crate::{AppState, Failure, zero};

/// A decoded form. Fields of `T` should have defaults: a missing field is for the use case to refuse in words.
pub struct Form<T>(pub T);

/// All fields of a form in the order sent, for forms whose fields are not known to the program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first value of `name` without blanks around it, or an empty text.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// Every value of `name`: boxes that can be ticked together.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl<T: DeserializeOwned> FromRequest<AppState> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Failure> {
        let visitor = visitor(&request)?;
        let body = body(request, state).await?;
        marked(&visitor, &pairs(body.clone()).await?, Vec::new())?;
        Ok(Self(decode(body).await?))
    }
}

impl FromRequest<AppState> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Failure> {
        let visitor = visitor(&request)?;
        let fields = unmarked(request, state).await?;
        marked(&visitor, &fields, Vec::new())?;
        Ok(fields)
    }
}

pub(crate) fn visitor(request: &Request) -> Result<Visitor> {
    request.extensions().get::<Visitor>().cloned().ok_or_else(|| Error::internal("visitor"))
}

/// All fields of a form, whoever sent it: the mark is still to be looked at.
pub(crate) async fn unmarked(request: Request, state: &AppState) -> Result<Fields> {
    pairs(body(request, state).await?).await
}

/// The mark must be that of the session. Visitors without a session have none: for them the origin check of the
/// router is the protection, and there is nothing of theirs to misuse. A form that the script sent of its own accord has
/// no valid mark, nor has one that a client is still to look at again: nobody has decided to send it.
pub(crate) fn check_mark(visitor: &Visitor, fields: &Fields) -> Result<()> {
    let pressed = fields.get(BY_ITSELF).is_none() && fields.get(OWNER).is_none();
    let own = visitor.session.as_ref().is_none_or(|session| has_mark(session, fields));
    if pressed && own { Ok(()) } else { Err(Error::forbidden("csrf")) }
}

/// The same check for what a handler gets. Staff whose form has the mark of an earlier session of theirs get it back, to
/// send it once more, and so does a client to whom it was given back before (decision 0006).
pub(crate) fn marked(visitor: &Visitor, fields: &Fields, files: Vec<String>) -> Result<(), Failure> {
    let Err(error) = check_mark(visitor, fields) else { return Ok(()) };
    let staff = visitor.session.as_ref().is_some_and(|session| session.caller.role.is_staff());
    // The form is one of somebody who is to sign in first, also where visitors may send it.
    let signed_in = visitor.session.is_some();
    let error = if signed_in { error } else { Error::unauthenticated("sign-in-needed") };
    Err(refused(error, visitor, fields, files, staff))
}

async fn body(request: Request, state: &AppState) -> Result<Bytes> {
    let body = Bytes::from_request(request, state).await.map_err(|rejection| {
        if rejection.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
            Error::too_large("body-too-large")
        } else {
            Error::invalid("bad-form").source(rejection)
        }
    })?;
    Ok(zero::without_in_form(body))
}

async fn pairs(body: Bytes) -> Result<Fields> {
    decode::<Vec<(String, String)>>(body).await.map(Fields)
}

async fn decode<T: DeserializeOwned>(body: Bytes) -> Result<T> {
    let request = http::Request::post("/")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(body))
        .map_err(|error| Error::internal("bad-form").source(error))?;
    let form = axum::extract::Form::<T>::from_request(request, &()).await;
    form.map(|form| form.0).map_err(|rejection| Error::invalid("bad-form").source(rejection))
}
