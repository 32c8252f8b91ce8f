//! What management does: lets somebody in, assigns services, ends it.

use axum::extract::Path;
use identity::{
    AddRepresentative, AssignServices, add_representative, assign_services, end_representative, seek_representative,
};
use kernel::{Error, ErrorKind, Remit, RepresentationId, Result};
use serde::Deserialize;
use storage::Read;
use web_kit::{Answer, Form, Visit, percent};

use super::list::{ListPage, Typed};
use super::show::{RepresentativePage, right};

/// `POST /representatives`
pub(crate) async fn add(visit: Visit, Form(sent): Form<Typed>) -> Answer {
    let visit = visit.shown_at("/representatives");
    match keep(&visit, &sent).await {
        Ok(id) => visit.redirect(&format!("/representatives/{id}?done=representative-added")),
        Err(error) => {
            // Too many is told above the form as well: what was typed stays.
            let error = if error.kind() == ErrorKind::RateLimited { Error::invalid(error.key()) } else { error };
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&ListPage::load(&tx, &visit, None, sent, errors).await?)
        }
    }
}

async fn keep(visit: &Visit, sent: &Typed) -> Result<RepresentationId> {
    // That somebody is looked for stays on record, whatever comes of it.
    let mut tx = visit.write().await?;
    seek_representative(&mut tx).await?;
    tx.commit().await?;
    let mut tx = visit.write().await?;
    let input = AddRepresentative { code: sent.code.clone(), family_name: sent.family_name.clone() };
    let id = add_representative(&mut tx, input).await?;
    tx.commit().await?;
    Ok(id)
}

/// One change of the services: all or chosen ones, one more, one less.
#[derive(Debug, Deserialize)]
pub(crate) struct Change {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    add: String,
    #[serde(default)]
    remove: String,
    /// The words that were looked for, to be shown again.
    #[serde(default)]
    q: String,
}

/// `POST /representatives/{id}/services`
pub(crate) async fn assign(visit: Visit, Path(id): Path<String>, Form(sent): Form<Change>) -> Answer {
    let id = right(&id)?;
    let visit = visit.shown_at(&format!("/representatives/{id}"));
    match keep_services(&visit, id, &sent).await.map_err(told) {
        Ok(()) => visit.redirect(&after(id, &sent.q)),
        Err(error) => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&RepresentativePage::load(&tx, &visit, id, &sent.q, errors).await?)
        }
    }
}

async fn keep_services(visit: &Visit, id: RepresentationId, sent: &Change) -> Result<()> {
    let mut tx = visit.write().await?;
    let before = identity::representative(&tx, id).await?.remit;
    let remit = changed(&tx, &before, sent).await?;
    assign_services(&mut tx, AssignServices { id, remit, revision: sent.revision }).await?;
    tx.commit().await
}

/// Somebody else was faster: the general words would say that nothing is lost, and not that nothing was done.
fn told(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Stale => Error::stale("representative-changed").source(error),
        _ => error,
    }
}

/// The services after the change. One that is added must be there to be requested.
async fn changed(tx: &Read, before: &Remit, sent: &Change) -> Result<Remit> {
    let mut codes = before.codes().cloned().unwrap_or_default();
    match (sent.scope.as_str(), sent.add.trim(), sent.remove.trim()) {
        ("all", ..) => return Ok(Remit::All),
        ("chosen", ..) => {}
        (_, "", "") => return Err(Error::invalid("form-has-errors").field("scope", "representative-scope")),
        (_, "", gone) => {
            codes.remove(gone);
        }
        (_, code, _) => {
            let service = catalogue::service(tx, code).await?;
            service.require_open()?;
            codes.insert(service.code.clone());
        }
    }
    Ok(Remit::only(codes))
}

/// Back to the page, with what was looked for.
fn after(id: RepresentationId, q: &str) -> String {
    let words = if q.is_empty() { String::new() } else { format!("q={}&", percent(q)) };
    format!("/representatives/{id}?{words}done=services-assigned")
}

/// What the page has shown.
#[derive(Debug, Deserialize)]
pub(crate) struct Seen {
    #[serde(default)]
    revision: i64,
}

/// `POST /representatives/{id}/end`
pub(crate) async fn end(visit: Visit, Path(id): Path<String>, Form(sent): Form<Seen>) -> Answer {
    let id = right(&id)?;
    let mut tx = visit.write().await?;
    end_representative(&mut tx, id, sent.revision).await.map_err(told)?;
    tx.commit().await?;
    visit.redirect("/representatives?done=representative-ended")
}
