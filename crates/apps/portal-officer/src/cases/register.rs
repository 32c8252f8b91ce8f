//! `/work/cases/new`: registers a request that came to the institution another way (CSS-03, EFR-24).

use super::fields::{inspected, told};
use super::register_page::{Kept, RegisterPage, TypedRequest};
use crate::desk;
use crate::parts::{Asked, file_again, form_errors, institution_name, refusal, sent_before};
use crate::picks::{Among, Meant};
use cases::{CaseNumber, Origin, Received, SubmitCase};
use catalogue::day_of;
use chrono::NaiveDate;
use documents::InspectedFile;
use identity::{NamedClient, find_client};
use kernel::{Channel, Error, ErrorKind, Party, Result};
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Upload, UploadedFile, Visit};

/// The empty form; `?service=1009` chooses a service. Behind a request that went to another institution it begins with
/// what became of it.
pub async fn begin(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let typed = TypedRequest::empty(&visit, asked.text("service"), desk::at_centre(&tx).await?);
    let page = RegisterPage::read(&visit, &tx, typed, FormErrors::none()).await?;
    visit.render(&page.after(kept(&visit, &tx, asked.text("registered")).await?))
}

/// The request with this number, which the caller registered for another institution; any other number is passed over.
async fn kept(visit: &Visit, tx: &Read, number: &str) -> Result<Option<Kept>> {
    let Ok(number) = number.parse::<CaseNumber>() else { return Ok(None) };
    let Some(handler) = cases::handed_on(tx, &number).await? else { return Ok(None) };
    let institution = institution_name(tx, visit.locale(), handler).await?;
    Ok(Some(Kept { number: number.to_string(), institution }))
}

/// Registers it and leads to its case.
pub async fn register(visit: Visit, sent: Upload) -> Answer {
    let visit = visit.shown_at("/work/cases/new");
    let typed = TypedRequest::of(&sent.fields);
    let file = sent.file("file").cloned();
    let name = file.as_ref().map(|file| file.name.clone());
    match keep(&visit, &typed, file).await {
        Ok(place) => visit.redirect(&place),
        Err(error) => again(&visit, typed, name.as_deref(), error).await,
    }
}

/// Where the caller goes on: to the case, or, where another institution has it, to its number and the next request.
async fn keep(visit: &Visit, typed: &TypedRequest, file: Option<UploadedFile>) -> Result<String> {
    let scan = inspected(visit, file).await;
    let input = input(visit, typed, scan).await?;
    let mut tx = visit.write().await?;
    let submitted = cases::submit(&mut tx, input).await.map_err(of_service)?;
    tx.commit().await?;
    let slug = submitted.number.slug();
    Ok(match cases::handed_on(&visit.read().await?, &submitted.number).await? {
        Some(_) => format!("/work/cases/new?registered={slug}"),
        None => format!("/work/cases/{slug}?done=case-registered"),
    })
}

/// What was typed; everything that is wrong is told at once, in the order of the form.
async fn input(visit: &Visit, typed: &TypedRequest, scan: Result<Option<InspectedFile>>) -> Result<SubmitCase> {
    let tx = visit.read().await?;
    let (mut wrong, mut of_client, mut of_scan) = (Vec::new(), Vec::new(), Vec::new());
    let service = told(service(visit, &tx, typed).await, &mut wrong)?;
    let channel = typed.channel.parse::<Channel>().map_err(|_| fault("channel", "work-consultation-channel"));
    let channel = told(channel, &mut wrong)?;
    let on = told(day(&typed.received), &mut wrong)?;
    let client = told(client(&tx, typed).await, &mut of_client)?;
    let scan = told(scan, &mut of_scan)?;
    let received = Received {
        service: service.unwrap_or_default(),
        on: on.flatten(),
        client: client.flatten(),
        note: typed.note.clone(),
        answers: None,
        // While it is not clear who the client is, nothing is wrong with the file.
        scan: scan.flatten().filter(|_| client.is_some()),
    };
    let (of_day, below): (Vec<_>, Vec<_>) =
        received.faults(visit.now()).into_iter().partition(|one| one.path == "received");
    wrong.extend(of_day.into_iter().chain(of_client).chain(below).chain(of_scan));
    let idempotency_key = Some(typed.key.clone()).filter(|key| !key.is_empty() && key.len() <= 100);
    match channel {
        Some(channel) if wrong.is_empty() => {
            Ok(SubmitCase { origin: Origin::Received(received), channel, idempotency_key })
        }
        _ => Err(Error::invalid("form-has-errors").fields(wrong)),
    }
}

/// The code of the service that is meant, among those of the institution.
async fn service(visit: &Visit, tx: &Read, typed: &TypedRequest) -> Result<String> {
    let among = Among::Services(desk::own_services(tx).await?);
    let meant = Meant::read(visit, tx, among, &typed.service).await?;
    let unknown = if typed.service.is_empty() { "work-consultation-service" } else { "work-consultation-unknown" };
    meant.only(unknown).map(str::to_owned).map_err(|key| fault("service", key))
}

/// The day that is typed; none for now.
fn day(typed: &str) -> Result<Option<NaiveDate>> {
    if typed.is_empty() {
        return Ok(None);
    }
    day_of(typed).map(Some).ok_or_else(|| fault("received", "work-day"))
}

async fn client(tx: &Read, typed: &TypedRequest) -> Result<Option<Party>> {
    let named = match typed.client.as_str() {
        "person" => NamedClient::Person { code: typed.personal_code.clone(), family_name: typed.family_name.clone() },
        "company" => NamedClient::Organisation { number: typed.registration_number.clone() },
        "unknown" => return Ok(None),
        _ => return Err(fault("client", "work-register-client")),
    };
    find_client(tx, &named).await.map(Some)
}

fn fault(field: &'static str, key: &'static str) -> Error {
    Error::invalid("form-has-errors").field(field, key)
}

/// A service that is not there, or of another institution, is a wrong choice.
fn of_service(error: Error) -> Error {
    match (error.kind(), error.key()) {
        (ErrorKind::NotFound, _) => fault("service", "work-consultation-unknown"),
        (ErrorKind::Forbidden, "service-of-another-holder") => fault("service", "service-of-another-holder"),
        _ => error,
    }
}

async fn again(visit: &Visit, mut typed: TypedRequest, file: Option<&str>, error: Error) -> Answer {
    let (status, error) = refusal(sent_before(visit, &mut typed.key, error))?;
    let mut errors = form_errors(visit, error)?;
    file_again(visit, &mut errors, file);
    let tx = visit.read().await?;
    visit.render_with(status, &RegisterPage::read(visit, &tx, typed, errors).await?)
}
