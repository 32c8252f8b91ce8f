//! The choice of a municipality: kept in the profile of those who are signed in, in a cookie of the others.

use axum::extract::Query;
use axum::response::IntoResponse;
use http::header::SET_COOKIE;
use kernel::{Error, ErrorKind, Locale, Result};
use serde::{Deserialize, Serialize};
use web_kit::{Answer, Form, FormErrors, Template, Visit, safe_return};

use super::declared::declared;
use crate::own::{Choice, Own, keeps_in_profile, municipalities, municipality_cookie};

/// What the form sends: an ATVK code or nothing, and the page to go back to, without language.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sent {
    #[serde(default)]
    municipality: String,
    #[serde(default)]
    r#return: String,
}

/// `?return=/browse`: the page from which somebody came, without language.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Came {
    #[serde(default)]
    r#return: String,
}

/// Context of `place/choose.html`.
#[derive(Debug, Serialize)]
pub(crate) struct PlacePage {
    choices: Vec<Choice>,
    chosen: String,
    back: String,
    in_profile: bool,
    /// The register by which the choice is proposed; none where it is the visitor's own.
    source: Option<String>,
    errors: FormErrors,
}

/// `GET /municipality`: who has chosen none in their profile is proposed that of their declared residence.
pub(crate) async fn show(visit: Visit, Query(came): Query<Came>) -> Answer {
    let tx = visit.read().await?;
    let own = Own::of(&tx, &visit).await?;
    let in_profile = keeps_in_profile(&visit);
    let asks = in_profile && own.municipality.is_none();
    let person = if asks { Some(identity::profile(&tx).await?) } else { None };
    // The register is asked over the network: no unit of work waits for it.
    drop(tx);
    let declared = match &person {
        Some(person) => declared(&visit, person, &own.all).await,
        None => None,
    };
    let chosen = own.municipality.as_ref().and_then(|one| one.atvk.clone());
    let proposed = declared.as_ref().map(|found| found.atvk.clone());
    visit.render(&PlacePage {
        choices: own.choices(visit.locale()),
        chosen: chosen.or(proposed).unwrap_or_default(),
        back: safe_return(&came.r#return).unwrap_or("/").to_owned(),
        in_profile,
        source: declared.map(|found| registers::demo::name_in(&found.register, visit.locale()).to_owned()),
        errors: FormErrors::none(),
    })
}

/// `POST /municipality`
pub(crate) async fn choose(visit: Visit, Form(sent): Form<Sent>) -> Answer {
    let back = safe_return(&sent.r#return).unwrap_or("/").to_owned();
    let chosen = Some(sent.municipality.trim()).filter(|atvk| !atvk.is_empty());
    match keep(&visit, chosen).await {
        Ok(cookie) => {
            let joint = if back.contains('?') { '&' } else { '?' };
            let done = if chosen.is_some() { "place-kept" } else { "place-dropped" };
            let answer = visit.redirect(&format!("{back}{joint}done={done}"))?;
            Ok(match cookie {
                Some(cookie) => ([(SET_COOKIE, cookie)], answer).into_response(),
                None => answer,
            })
        }
        Err(error) if error.kind() == ErrorKind::Invalid => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            let choices = Own::of(&tx, &visit).await?.choices(visit.locale());
            let in_profile = keeps_in_profile(&visit);
            let (chosen, source) = (sent.municipality, None);
            visit.render_invalid(&PlacePage { choices, chosen, back, in_profile, source, errors })
        }
        Err(error) => Err(error.into()),
    }
}

/// Keeps the choice; for those without a profile of their own it is a cookie.
async fn keep(visit: &Visit, chosen: Option<&str>) -> Result<Option<http::HeaderValue>> {
    if keeps_in_profile(visit) {
        let mut tx = visit.write().await?;
        identity::choose_municipality(&mut tx, chosen).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let tx = visit.read().await?;
    let all = municipalities(&tx, visit.locale()).await?;
    if chosen.is_some_and(|atvk| !all.iter().any(|one| one.atvk.as_deref() == Some(atvk))) {
        return Err(Error::invalid("form-has-errors").field("municipality", "municipality-unknown"));
    }
    Ok(Some(municipality_cookie(visit, chosen)))
}

impl Template for PlacePage {
    const NAME: &'static str = "citizen/place/choose.html";

    fn samples(_: Locale) -> Vec<Self> {
        let sample = |chosen: &str, in_profile, errors| Self {
            choices: vec![
                Choice::new("0001000", "Rīgas valstspilsētas pašvaldība"),
                Choice::new("0042000", "Cēsu novada pašvaldība"),
            ],
            chosen: chosen.to_owned(),
            back: "/browse".to_owned(),
            in_profile,
            source: in_profile.then(|| "Fizisko personu reģistrs <paraugs>".to_owned()),
            errors,
        };
        let mut errors = FormErrors::none();
        errors.add(Some("municipality"), "Izvēlieties pašvaldību no saraksta.");
        vec![sample("0001000", true, FormErrors::none()), sample("x", false, errors)]
    }
}
