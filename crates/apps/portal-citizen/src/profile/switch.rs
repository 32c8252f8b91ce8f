//! Going on in another capacity: a new session, nothing carried over.

use axum::response::IntoResponse;
use http::header::SET_COOKIE;
use identity::{ProfileChoice, switch_profile};
use kernel::{Caller, Error};
use serde::Deserialize;
use web_kit::{Answer, Form, Visit, session_cookie};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    choice: String,
}

/// `POST /profile/switch`
pub(crate) async fn switch(visit: Visit, Form(sent): Form<Choice>) -> Answer {
    let choice: ProfileChoice = sent.choice.parse()?;
    let token = visit.session_token().ok_or_else(|| Error::unauthenticated("sign-in-needed"))?;
    let mut tx = visit.state().database().write(&Caller::engine()).await?;
    let new = switch_profile(&mut tx, &token, choice).await?;
    tx.commit().await?;
    let to = if matches!(choice, ProfileChoice::Staff(..)) { "/work" } else { "/" };
    let cookie = session_cookie(visit.state().settings(), new.reveal());
    Ok(([(SET_COOKIE, cookie)], visit.redirect(to)?).into_response())
}
