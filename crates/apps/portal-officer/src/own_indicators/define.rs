//! `/work/indicators/own/new`: setting an indicator for a channel of a service.

use super::typed::{TypedOwn, fault};
use crate::parts::{Asked, Choice, choices, form_errors, refusal};
use catalogue::{ServiceFilter, ServiceState};
use indicators::{Better, DefineOwn, OwnStage, define_own_indicator};
use kernel::{Channel, Error, ErrorKind, FieldError, PageRequest, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/own_indicators/define.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DefinePage {
    /// The institution's services; empty when they are more than a list can hold, so that the code is typed.
    pub(super) services: Vec<Choice>,
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
        let input = input(&typed)?;
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
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    visit.render_with(status, &DefinePage::read(&visit, &tx, typed, errors).await?)
}

/// What was typed; everything that is wrong is told at once.
fn input(typed: &TypedOwn) -> Result<DefineOwn> {
    let mut faults: Vec<FieldError> = Vec::new();
    if typed.service.is_empty() {
        faults.push(fault("service", "own-service"));
    }
    let (channel, stage) = (typed.channel.parse::<Channel>(), typed.stage.parse::<OwnStage>());
    faults.extend(channel.is_err().then(|| fault("channel", "work-choose")));
    faults.extend(stage.is_err().then(|| fault("stage", "work-choose")));
    let text = typed.text(faults)?;
    Ok(DefineOwn { service: typed.service.clone(), channel: channel?, stage: stage?, text })
}

/// A service that is not there, or not the institution's, is a wrong choice.
fn of_service(error: Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => Error::invalid("form-has-errors").field("service", "own-service"),
        _ => error,
    }
}

impl DefinePage {
    async fn read(visit: &Visit, tx: &Read, typed: TypedOwn, errors: FormErrors) -> Result<Self> {
        let holder = Some(visit.caller().require_institution()?);
        let filter = ServiceFilter { states: vec![ServiceState::Open], holder, client_circle: None, internal: true };
        let page = catalogue::list_services(tx, &filter, &PageRequest::first(PageRequest::MAX)).await?;
        let named = |item: catalogue::ServiceListItem| {
            let label = format!("{} {}", item.code, item.name.get(visit.locale()));
            Choice::new(item.code, label)
        };
        let whole = page.next.is_none();
        Ok(Self {
            services: if whole { page.items.into_iter().map(named).collect() } else { Vec::new() },
            channels: choices(visit, "work-channel", Channel::ALL.map(Channel::as_str)),
            stages: choices(visit, "own-stage", OwnStage::ALL.iter().map(|stage| stage.as_str())),
            betters: choices(visit, "own-better", Better::ALL.iter().map(|better| better.as_str())),
            typed,
            errors,
        })
    }
}
