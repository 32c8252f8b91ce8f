//! `/work/candidates/new`: saying that a service should be an e-service, by which criteria and why.

use crate::parts::{Asked, Choice, choices, either, form_errors, refusal};
use crate::picks::{Among, Meant, Pick, said};
use catalogue::{ServiceFilter, ServiceState};
use indicators::{Criterion, NominateService, nominate_service};
use kernel::{Error, ErrorKind, FieldError, Locale, Result, Role, no_faults};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/oversight/nominate.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NominatePage {
    service: Pick,
    criteria: Vec<Choice>,
    typed: Typed,
    errors: FormErrors,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Typed {
    service: String,
    criteria: Vec<String>,
    reason: String,
}

/// The empty form; `?service=1009` chooses one.
pub async fn begin(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let typed = Typed { service: Fields(asked).text("service").to_owned(), ..Typed::default() };
    visit.render(&NominatePage::read(&visit, &tx, typed, FormErrors::none()).await?)
}

/// Keeps the nomination and leads to it.
pub async fn nominate(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/candidates/new");
    let typed = Typed {
        service: said(&sent, "service"),
        criteria: sent.all("criteria").map(str::to_owned).collect(),
        reason: sent.text("reason").to_owned(),
    };
    let kept = async {
        let meant = Meant::read(&visit, &visit.read().await?, offered(&visit)?, &typed.service).await?;
        let input = input(&typed, &meant)?;
        let mut tx = visit.write().await?;
        let id = nominate_service(&mut tx, input).await.map_err(of_service)?;
        tx.commit().await?;
        Ok(id)
    };
    let error = match kept.await {
        Ok(id) => return visit.redirect(&format!("/work/candidates/{id}?done=nomination-made")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    visit.render_with(status, &NominatePage::read(&visit, &tx, typed, errors).await?)
}

/// What was typed; everything that is wrong is told at once.
fn input(typed: &Typed, meant: &Meant) -> Result<NominateService> {
    let service = meant.only("nomination-service");
    // A word that is none of the list counts as nothing chosen.
    let criteria: Vec<Criterion> = typed.criteria.iter().filter_map(|word| word.parse().ok()).collect();
    let code = service.unwrap_or_default().to_owned();
    let input = NominateService { service: code, criteria, reason: typed.reason.clone() };
    let unchosen = service.err().map(|key| FieldError::new("service", key));
    no_faults(unchosen.into_iter().chain(input.faults()).collect())?;
    Ok(input)
}

/// A service that is not there, or of another holder, is a wrong choice.
fn of_service(error: Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound => {
            Error::invalid("form-has-errors").fields([FieldError::new("service", "nomination-service")])
        }
        _ => error,
    }
}

/// The open services of the caller's institution for its contact person, all of them for who oversees the register.
fn offered(visit: &Visit) -> Result<Among> {
    let holder = match visit.caller().role {
        Role::ContactPerson => Some(visit.caller().require_institution()?),
        _ => None,
    };
    let states = vec![ServiceState::Open];
    Ok(Among::Services(ServiceFilter { states, holder, client_circle: None, internal: true }))
}

impl NominatePage {
    async fn read(visit: &Visit, tx: &Read, typed: Typed, errors: FormErrors) -> Result<Self> {
        let meant = Meant::read(visit, tx, offered(visit)?, &typed.service).await?;
        let named = Criterion::ALL.iter().filter(|criterion| !criterion.is_counted());
        Ok(Self {
            service: meant.pick(tx, visit.locale()).await?,
            criteria: choices(visit, "work-criterion", named.map(|criterion| criterion.as_str())),
            typed,
            errors,
        })
    }
}

impl Template for NominatePage {
    const NAME: &'static str = "work/oversight/nominate.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let listed = Pick { choices: vec![Choice::new("1009", "1009")], ..Pick::default() };
        let criteria = vec![
            Choice::new("access", either(locale, "Pieejamība", "Access")),
            Choice::new("equality", either(locale, "Vienlīdzība", "Equality")),
        ];
        let empty = Self { service: listed, criteria, typed: Typed::default(), errors: FormErrors::none() };
        let mut errors = FormErrors::none();
        for field in ["service", "criteria", "reason"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let typed = Typed { criteria: vec!["equality".to_owned()], reason: "<īss>".to_owned(), ..Typed::default() };
        let several = Self { service: Pick::sample("pabalsts", &["1007", "1009"]), typed, errors, ..empty.clone() };
        vec![empty, several]
    }
}
