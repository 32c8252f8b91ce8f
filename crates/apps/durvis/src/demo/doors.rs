//! The three routes of a demonstration: who can be played, one-click sign-in for browsers, a token for programs.
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, Json};
use identity::{Demonstration, Persona};
use kernel::{Caller, Error, Role};
use serde::{Deserialize, Serialize};
use serde_json::json;
use web_kit::{Access, AppState, Routes, Visit, safe_return, session_cookie};

type Answer = Result<Response, web_kit::Failure>;

/// What the door for tokens reads.
const FORM: &str = "application/x-www-form-urlencoded";

/// The routes; web-kit leaves them out wherever the program is not a demonstration.
pub fn routes() -> Routes {
    Routes::plain()
        .get("/demo/personas", Access::DemoOnly, personas)
        .get("/demo/sign-in/{persona}", Access::DemoOnly, sign_in)
        .post("/demo/token", Access::DemoOnly, token)
}

/// One persona as `/demo/personas` and the terminal show it.
#[derive(Serialize)]
pub struct Shown<'a> {
    persona: &'a str,
    name: String,
    role: Role,
    personal_code: &'a str,
    description: serde_json::Value,
    sign_in: String,
}

impl<'a> Shown<'a> {
    fn new(persona: &'a Persona) -> Self {
        Self {
            persona: &persona.key,
            name: persona.display_name(),
            role: persona.role(),
            personal_code: persona.personal_code(),
            description: json!({ "lv": persona.description.lv, "en": persona.description.en }),
            sign_in: format!("/demo/sign-in/{}", persona.key),
        }
    }
}

async fn personas(State(state): State<AppState>) -> Answer {
    let demo = state.part::<Demonstration>()?;
    let shown: Vec<Shown<'_>> = demo.personas().iter().map(Shown::new).collect();
    Ok(Json(shown).into_response())
}

/// Where to go after signing in: `?return=/lv/…`.
#[derive(Deserialize)]
struct Back {
    #[serde(default, rename = "return")]
    path: String,
}

/// Begins a session as the persona, in place of the one that the browser had, and leads back to where the visitor came
/// from, or to where that role works.
async fn sign_in(visit: Visit, Path(key): Path<String>, Query(back): Query<Back>) -> Answer {
    let demo = visit.state().part::<Demonstration>()?;
    let staff = demo.persona(&key)?.role().is_staff();
    let mut tx = visit.state().database().write(&Caller::engine()).await?;
    let secret = identity::persona_sign_in(&mut tx, demo, &key).await?;
    if let Some(former) = visit.session_token() {
        identity::sign_out(&mut tx, &former).await?;
    }
    tx.commit().await?;
    let cookie = session_cookie(visit.state().settings(), secret.reveal());
    let home = if staff { "/lv/work" } else { "/lv" };
    Ok(([(SET_COOKIE, cookie)], Redirect::to(safe_return(&back.path).unwrap_or(home))).into_response())
}

#[derive(Deserialize)]
struct Wanted {
    persona: String,
}

async fn token(State(state): State<AppState>, sent: Result<Form<Wanted>, FormRejection>) -> Answer {
    let Form(wanted) = sent.map_err(|rejection| match rejection {
        FormRejection::InvalidFormContentType(_) => Error::unsupported("body-type").arg("wanted", FORM),
        rejection => Error::invalid("persona-missing").source(rejection),
    })?;
    let demo = state.part::<Demonstration>()?;
    let mut tx = state.database().write(&Caller::engine()).await?;
    let token = identity::issue_persona_token(&mut tx, demo, &wanted.persona).await?;
    tx.commit().await?;
    let body = json!({
        "access_token": token.access_token.reveal(),
        "token_type": "Bearer",
        "expires_in": token.expires_in,
    });
    Ok(Json(body).into_response())
}
