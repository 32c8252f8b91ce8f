//! `/work/indicators/own/new`: setting an indicator for a channel of a service.

use super::typed::{TypedOwn, called};
use crate::parts::{Asked, Choice, choices, form_errors, refusal};
use crate::picks::{Among, Meant, Pick};
use catalogue::{ServiceFilter, ServiceState};
use indicators::{Better, DefineOwn, OwnStage, define_own_indicator};
use kernel::{Channel, Error, ErrorKind, FieldError, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/own_indicators/define.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DefinePage {
    /// Among the institution's services.
    pub(super) service: Pick,
    pub(super) channels: Vec<Choice>,
    pub(super) stages: Vec<Choice>,
    pub(super) betters: Vec<Choice>,
    pub(super) typed: TypedOwn,
    pub(super) errors: FormErrors,
}

/// The empty form.
pub async fn begin(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let typed = TypedOwn { service: Fields(asked).text("service").to_owned(), ..TypedOwn::default() };
    visit.render(&DefinePage::read(&visit, &tx, typed, FormErrors::none()).await?)
}

/// Sets the indicator and leads to it.
pub async fn define(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/indicators/own/new");
    let typed = TypedOwn::of(&sent);
    let kept = async {
        let tx = visit.read().await?;
        let meant = Meant::read(&visit, &tx, offered(&visit)?, &typed.service).await?;
        drop(tx);
        let input = input(&typed, &meant)?;
        let mut tx = visit.write().await?;
        let code = define_own_indicator(&mut tx, input).await.map_err(of_service)?;
        tx.commit().await?;
        Ok(code)
    };
    let error = match kept.await {
        Ok(code) => return visit.redirect(&format!("/work/indicators/own/{code}?done=own-set")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?.named(|field| called(&visit, field));
    let tx = visit.read().await?;
    visit.render_with(status, &DefinePage::read(&visit, &tx, typed, errors).await?)
}

/// What was typed; everything that is wrong is told at once.
fn input(typed: &TypedOwn, meant: &Meant) -> Result<DefineOwn> {
    let mut faults: Vec<FieldError> = Vec::new();
    let service = meant.only("own-service");
    faults.extend(service.err().map(|key| FieldError::new("service", key)));
    let (channel, stage) = (typed.channel.parse::<Channel>(), typed.stage.parse::<OwnStage>());
    faults.extend(channel.is_err().then(|| FieldError::new("channel", "work-choose")));
    faults.extend(stage.is_err().then(|| FieldError::new("stage", "work-choose")));
    let text = typed.text(faults)?;
    Ok(DefineOwn { service: service.unwrap_or_default().to_owned(), channel: channel?, stage: stage?, text })
}

/// A service that is not there, or not the institution's, is a wrong choice.
fn of_service(error: Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::invalid("form-has-errors").field("service", "own-service"),
        _ => error,
    }
}

/// The open services of the caller's institution.
fn offered(visit: &Visit) -> Result<Among> {
    let holder = Some(visit.caller().require_institution()?);
    let states = vec![ServiceState::Open];
    Ok(Among::Services(ServiceFilter { states, holder, client_circle: None, internal: true }))
}

impl DefinePage {
    async fn read(visit: &Visit, tx: &Read, typed: TypedOwn, errors: FormErrors) -> Result<Self> {
        let meant = Meant::read(visit, tx, offered(visit)?, &typed.service).await?;
        Ok(Self {
            service: meant.pick(tx, visit.locale()).await?,
            channels: choices(visit, "work-channel", Channel::ALL.map(Channel::as_str)),
            stages: choices(visit, "own-stage", OwnStage::ALL.iter().map(|stage| stage.as_str())),
            betters: choices(visit, "own-better", Better::ALL.iter().map(|better| better.as_str())),
            typed,
            errors,
        })
    }
}
