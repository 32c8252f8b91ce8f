//! Lets a system in.

use super::page::{SystemsPage, TypedSystem};
use crate::institution::chosen;
use crate::parts::Asked;
use axum::extract::Query;
use identity::{IssuedSecret, RegisterApiClient};
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Registers the system and shows its secret, this once. Sent again it is refused: the name is taken then.
pub async fn register(visit: Visit, Query(asked): Asked, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/systems");
    let asked = Fields(asked);
    let scopes = sent.all("scopes").map(str::to_owned).collect();
    let typed = TypedSystem { name: sent.text("name").to_owned(), scopes };
    let kept = keep(&visit, asked.text("of"), &typed).await;
    let tx = visit.read().await?;
    let page = SystemsPage::read(&visit, &tx, asked.text("of")).await?;
    match kept {
        Ok(issued) => visit.render(&SystemsPage { issued: Some(issued.into()), ..page }),
        Err(error) if error.kind() == ErrorKind::Invalid => {
            visit.render_invalid(&SystemsPage { typed, errors: visit.form_errors(error)?, ..page })
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &Visit, named: &str, typed: &TypedSystem) -> Result<IssuedSecret> {
    let institution = chosen(visit, &visit.read().await?, named).await?.id;
    let scopes: Result<Vec<_>> = typed.scopes.iter().map(|scope| scope.parse()).collect();
    // Only boxes of the page send scopes: another word is none.
    let scopes = scopes.map_err(|_| Error::invalid("api-client-invalid").field("scopes", "api-client-scopes"))?;
    let mut tx = visit.write().await?;
    let input = RegisterApiClient { name: typed.name.clone(), institution, scopes };
    let issued = identity::register_api_client(&mut tx, input).await?;
    tx.commit().await?;
    Ok(issued)
}
