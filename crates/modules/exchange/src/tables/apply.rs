//! Applying one row of a table.

use super::plan::{CellChange, CellFault, plan_row};
use super::read::{ServiceTable, TableRow};
use catalogue::{Done, RegisterService, SaveDescription};
use kernel::{ErrorKind, LangText, Result};
use storage::Write;

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowDone {
    /// A draft was registered.
    Created {
        /// Its code.
        code: String,
        /// Its name.
        name: LangText,
    },
    /// The description was changed.
    Changed {
        /// Code of the service.
        code: String,
        /// Its name.
        name: LangText,
    },
    /// Nothing was published: the working copy was changed, and another contact person must read it first.
    Copied {
        /// Code of the service.
        code: String,
        /// Its name.
        name: LangText,
    },
    /// Nothing was to be done.
    Unchanged,
    /// It was left out.
    Refused {
        /// Code of the service, if the row names one.
        code: Option<String>,
        /// Its name.
        name: LangText,
        /// Why.
        faults: Vec<CellFault>,
        /// Both texts, where the row was made from an older description.
        differences: Vec<CellChange>,
    },
}

/// Applies one row in its unit of work; drop that when the row was refused. The row is read against what there is now, so
/// whatever changed since the preview is noticed. New services become drafts.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution; unavailable when the database cannot be reached. What
/// the row is refused for is no error.
pub async fn apply_row(tx: &mut Write, table: &ServiceTable, row: &TableRow, publish: bool) -> Result<RowDone> {
    let planned = plan_row(tx, table, row).await?;
    let (code, name) = (planned.code.clone(), planned.name.clone());
    if !planned.faults.is_empty() {
        let differences = if planned.stale { planned.changes } else { Vec::new() };
        return Ok(RowDone::Refused { code, name, faults: planned.faults, differences });
    }
    if planned.changes.is_empty() {
        return Ok(RowDone::Unchanged);
    }
    let holder = tx.caller().require_institution()?;
    let description = planned.description.clone();
    let done = match planned.code.clone() {
        Some(code) => {
            let input = SaveDescription {
                code: code.clone(),
                version: planned.version,
                description,
                publish,
                note: String::new(),
            };
            let name = name.clone();
            catalogue::save_description(tx, input).await.map(|done| match done {
                Done::Copied => RowDone::Copied { code, name },
                _ => RowDone::Changed { code, name },
            })
        }
        None => {
            let input = RegisterService { id: None, holder, pilot: None, external_id: None, description };
            let created = catalogue::register_service(tx, input).await;
            created.map(|code| RowDone::Created { code, name: name.clone() })
        }
    };
    match done {
        Err(error) if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale | ErrorKind::Conflict) => {
            let faults = planned.faults_of(&error, table, row, holder);
            Ok(RowDone::Refused { code, name, faults, differences: Vec::new() })
        }
        done => done,
    }
}
