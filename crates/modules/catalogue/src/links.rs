//! Links change both their ends: whoever keeps a copy of a service learns from its revision that something which the
//! public sees of it is different, also when it was another service, a life situation or a template that changed.

use crate::events::{SERVICE_LINKED, ServiceFact};
use crate::store::{edit, services};
use kernel::{InstitutionId, Result, ServiceId};
use std::collections::BTreeSet;
use storage::{Expected, Stream, Write};

/// Notes at the other ends that the links of the service `by` are not `before` any more but `after`. Codes of services;
/// those that do not exist are passed over.
pub(crate) async fn changed(tx: &mut Write, by: &str, before: &[String], after: &[String]) -> Result<()> {
    let (before, after): (BTreeSet<&String>, BTreeSet<&String>) = (before.iter().collect(), after.iter().collect());
    let ends: Vec<String> =
        before.symmetric_difference(&after).filter(|code| **code != by).map(|c| (*c).clone()).collect();
    touch(tx, &ends).await
}

/// Notes that something which the public sees of these services changed elsewhere: their revision and time of change
/// move, and the log says so.
pub(crate) async fn touch(tx: &mut Write, codes: &[String]) -> Result<()> {
    for row in services::by_codes(tx, codes).await? {
        let id = ServiceId::new(row.id);
        edit::touch(tx, id).await?;
        let holder = InstitutionId::new(row.holder);
        let fact = ServiceFact { code: row.code, holder, version: row.version, digest: row.digest };
        tx.append(Stream::service(id), Expected::Any, vec![fact.event(SERVICE_LINKED)?]).await?;
    }
    Ok(())
}
