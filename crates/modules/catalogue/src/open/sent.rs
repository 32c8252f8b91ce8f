//! What an institution's system has sent, and what it was refused.

use super::receive::edition;
use super::write;
use crate::store::editing::own;
use crate::store::{cache, sources, versions};
use crate::{Service, Version, policy, view};
use chrono::{DateTime, Utc};
use kernel::{ApiClientId, Cursor, Error, InstitutionId, Page, PageRequest, Result, Role, ServiceId, riga_date};
use std::sync::Arc;
use storage::Read;
use uuid::Uuid;

/// A service of the caller's institution with its newest description, published or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnService {
    /// The service as the public sees it.
    pub service: Arc<Service>,
    /// The newest description that was not taken back: what the next writer must have seen.
    pub newest: Version,
    /// The tag of both.
    pub edition: String,
}

/// The service that the caller's institution knows under this name.
///
/// # Errors
/// Forbidden for everybody but systems and contact persons of institutions; not found when there is none.
pub async fn own_service_by_name(tx: &Read, external_id: &str) -> Result<OwnService> {
    let institution = policy::may_send(tx.caller())?;
    let row = sources::find(tx, institution, external_id).await?.ok_or_else(|| Error::not_found("service"))?;
    own_service(tx, &row.code).await
}

/// A service of the caller's institution by its code.
///
/// # Errors
/// Not found when there is none or it is another holder's.
pub async fn own_service(tx: &Read, code: &str) -> Result<OwnService> {
    let service = view::service(tx, code).await?;
    if !policy::sees_drafts(tx.caller(), service.holder) {
        return Err(Error::not_found("service"));
    }
    let newest = write::newest(tx, service.id, service.latest).await?;
    let edition = edition(service.revision, service.version, newest.line.version);
    Ok(OwnService { service, newest, edition })
}

/// A page of the services of an institution, each with its newest description, in the order of their codes.
///
/// # Errors
/// Forbidden for everybody but those who see the drafts of this holder; invalid `bad-cursor`.
pub async fn own_services_whole(tx: &Read, holder: InstitutionId, page: &PageRequest) -> Result<Page<OwnService>> {
    if !policy::sees_drafts(tx.caller(), holder) {
        return Err(Error::forbidden("service-not-yours"));
    }
    let rows = own::after(tx, holder, None, own::number_of(page)?, page.probe()).await?;
    let rows = Page::from_probe(rows, page, |row| Cursor::from_parts(&[&row.number.to_string()]));
    let ids: Vec<Uuid> = rows.items.iter().map(|row| row.id).collect();
    let mut newest = versions::newest_of(tx, &ids).await?;
    let present = cache::descriptions(tx, &rows.items.iter().collect::<Vec<_>>()).await?;
    let day = riga_date(tx.now());
    let mut items = Vec::with_capacity(ids.len());
    for (row, description) in rows.items.into_iter().zip(present) {
        let newest = match newest.remove(&row.id) {
            Some(newest) => newest,
            None => write::newest(tx, ServiceId::new(row.id), row.latest).await?,
        };
        let edition = edition(row.revision, row.version, newest.line.version);
        items.push(OwnService { service: Arc::new(row.with(description)?.on(day)), newest, edition });
    }
    Ok(Page { items, next: rows.next })
}

/// A write that was refused because the service is another holder's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteRefused {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose system it was.
    pub institution: InstitutionId,
    /// Which system; none for a person.
    pub api_client: Option<ApiClientId>,
    /// The name of the service in that system.
    pub external_id: String,
    /// Code of the service, when it was known.
    pub code: Option<String>,
    /// Whose service it was to be.
    pub holder: InstitutionId,
}

/// Refused writes, newest first, for those who watch over all institutions.
///
/// # Errors
/// Forbidden for everybody but auditors and the platform; invalid `bad-cursor`.
pub async fn refused_writes(tx: &Read, page: &PageRequest) -> Result<Page<WriteRefused>> {
    tx.caller().require_role(&[Role::Auditor, Role::PlatformAdministrator])?;
    let behind = page.after.as_ref().map(Cursor::moment).transpose()?;
    let rows = sources::refused(tx, behind, page.probe()).await?;
    let items = rows.into_iter().map(|row| WriteRefused {
        id: row.id,
        at: row.at,
        institution: InstitutionId::new(row.institution),
        api_client: row.api_client.map(ApiClientId::new),
        external_id: row.external_id,
        code: row.code,
        holder: InstitutionId::new(row.holder),
    });
    Ok(Page::from_probe(items.collect(), page, |item: &WriteRefused| Cursor::of_moment(item.at, item.id)))
}
