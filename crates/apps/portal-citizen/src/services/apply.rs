//! Beginning an application: what will be asked, then a draft filled in from the registers.

use std::sync::Arc;

use axum::extract::Path;
use catalogue::{ClientCircle, Service};
use chrono::{DateTime, NaiveDate, Utc};
use forms::{Known, KnownOrganisation, StartDraft, start_draft};
use kernel::{Error, Locale, Party, Result};
use registers::{Lookup, PersonRegister, lookup};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit};

/// A page of the form.
#[derive(Debug, Serialize)]
struct StepLine {
    label: String,
    /// Whether only some answers call for it.
    conditional: bool,
}

#[derive(Debug, Serialize)]
struct OpenDraft {
    href: String,
    discard: String,
    saved_at: DateTime<Utc>,
    expires_on: NaiveDate,
}

/// Context of `services/apply.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ApplyPage {
    name: String,
    service: String,
    action: String,
    for_whom: String,
    /// Whether the service is for people, and the visitor acts for a company.
    unfit: bool,
    steps: Vec<StepLine>,
    draft: Option<OpenDraft>,
}

/// `GET /services/{code}/apply`; who may not use the service reads why, before they fill in anything.
pub(crate) async fn apply(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    visit.caller().require_service(&service.code)?;
    service.require_open()?;
    service.require_identified(visit.caller())?;
    let key = service.form_key.as_deref().ok_or_else(|| no_form(&code))?;
    let definition = forms::definition(key, None)?;
    let locale = visit.locale();
    let line =
        |step: &forms::Step| StepLine { label: step.label.get(locale).to_owned(), conditional: step.is_conditional() };
    let steps = definition.steps.iter().map(line).collect();
    let drafts = forms::drafts_of(&tx).await?;
    let open = drafts.into_iter().find(|draft| draft.service_code == code).map(|draft| {
        let href = visit.url(&format!("/drafts/{}", draft.id));
        let expires_on = kernel::riga_date(draft.expires_at);
        OpenDraft { discard: format!("{href}/discard"), href, saved_at: draft.updated_at, expires_on }
    });
    let href = visit.url(&format!("/services/{code}"));
    let name = service.name().get(locale).to_owned();
    visit.render(&ApplyPage {
        name,
        action: format!("{href}/apply"),
        service: href,
        for_whom: whom(&visit),
        unfit: is_unfit(&visit, &service),
        steps,
        draft: open,
    })
}

/// `POST /services/{code}/apply`: the register is asked before the unit of work is opened.
pub(crate) async fn start(visit: Visit, Path(code): Path<String>, _checked: Fields) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    visit.caller().require_service(&service.code)?;
    service.require_open()?;
    service.require_identified(visit.caller())?;
    let form_key = service.form_key.clone().ok_or_else(|| no_form(&code))?;
    let person = identity::profile(&tx).await?;
    let known = known(&tx, &visit, &person).await?;
    drop(tx);
    let prefill = ask_register(&visit, &person).await?;
    let mut tx = visit.write().await?;
    let input = StartDraft { service_code: code, holder: service.holder, form_key, prefill, known };
    let id = start_draft(&mut tx, input).await?;
    tx.commit().await?;
    visit.redirect(&format!("/drafts/{id}"))
}

fn no_form(code: &str) -> Error {
    Error::conflict("service-has-no-form").arg("code", code)
}

/// What the platform knows of who applies: whoever acts for a company gives its name, and not their own account.
async fn known(tx: &Read, visit: &Visit, person: &identity::Person) -> Result<Known> {
    let (email, phone) = (person.email.clone(), person.phone.clone());
    let Some(Party::Organisation(firm)) = visit.caller().party else {
        return Ok(Known { email, phone, iban: person.iban.clone(), organisation: None });
    };
    let firm = identity::organisation(tx, firm).await?;
    let registration_number = firm.registration_number.as_str().to_owned();
    let organisation = Some(KnownOrganisation { name: firm.name, registration_number });
    Ok(Known { email, phone, iban: None, organisation })
}

/// What the person register says of somebody. It goes over the network: no unit of work is open meanwhile.
pub(crate) async fn ask_register(visit: &Visit, person: &identity::Person) -> Result<Lookup> {
    let Some(code) = person.code() else { return Ok(Lookup::NotConnected) };
    let register = visit.state().part::<Arc<dyn PersonRegister>>()?;
    Ok(lookup(register.as_ref(), &code.reveal(), visit.state().database().clock().as_ref()).await)
}

/// A company cannot receive what is for people alone.
fn is_unfit(visit: &Visit, service: &Service) -> bool {
    let acts = matches!(visit.caller().party, Some(Party::Organisation(_)));
    acts && service.description.client_circle == ClientCircle::NaturalPerson
}

fn whom(visit: &Visit) -> String {
    let session = visit.visitor().session.as_ref();
    session
        .map(|session| session.acting_for.clone().unwrap_or_else(|| session.display_name.clone()))
        .unwrap_or_default()
}

impl Template for ApplyPage {
    const NAME: &'static str = "citizen/services/apply.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let sample = |draft| Self {
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            service: format!("/{locale}/services/1001"),
            action: format!("/{locale}/services/1001/apply"),
            for_whom: "Anna Bērziņa".to_owned(),
            unfit: false,
            steps: [("Jūs", false), ("Dzimšana ārvalstīs", true)]
                .map(|(label, conditional)| StepLine { label: label.to_owned(), conditional })
                .into(),
            draft,
        };
        let open = OpenDraft {
            href: format!("/{locale}/drafts/1"),
            discard: format!("/{locale}/drafts/1/discard"),
            saved_at: DateTime::UNIX_EPOCH,
            expires_on: NaiveDate::default(),
        };
        vec![sample(None), Self { unfit: true, ..sample(None) }, sample(Some(open))]
    }
}
