//! The page of a service in a further language: all of it, each text in that language as far as there is one, the frame in
//! the page's own.

use catalogue::{Description, Service};
use kernel::Error;
use storage::Read;
use web_kit::{Answer, Visit};

use super::show::page;
use crate::spoken::{Speech, speak};

/// The page of `service` in the language `tag`.
pub(super) async fn show(tx: &Read, visit: &Visit, service: &Service, tag: &str) -> Answer {
    let path = format!("/services/{}", service.code);
    let spoken = speak(tx, visit, &*service.description, tag, &path).await?;
    let (text, speech): (Description, Speech) = spoken.ok_or_else(|| Error::not_found("page"))?;
    visit.render(&page(tx, visit, service, &text, Some(speech)).await?)
}
