//! What a table would change: shown before anything is.

use super::columns::{CODE, Column, STATE, VERSION, columns};
use super::read::{ServiceTable, TableRow};
use catalogue::{Description, OwnService};
use kernel::{Error, ErrorKind, InstitutionId, LangText, Result, Role};
use storage::Read;

/// A cell that would change a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The heading.
    pub column: String,
    /// What there is.
    pub before: String,
    /// What there would be.
    pub after: String,
}

/// A cell that cannot be understood or used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// The heading; none when it concerns the row.
    pub column: Option<String>,
    /// What stands there.
    pub cell: String,
    /// Message id of what is wrong.
    pub key: String,
}

/// A row and what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Its number in the file.
    pub number: u32,
    /// Code of the service; none for a new one.
    pub code: Option<String>,
    /// Its name, for the reader.
    pub name: LangText,
    /// The newest version that the row was made from.
    pub version: i32,
    /// What would change, cell by cell.
    pub changes: Vec<CellChange>,
    /// What is wrong: a row with faults is not applied.
    pub faults: Vec<CellFault>,
    /// The description as it would be.
    pub description: Description,
}

impl PlannedRow {
    /// Whether applying it would do anything.
    #[must_use]
    pub fn would_change(&self) -> bool {
        self.faults.is_empty() && !self.changes.is_empty()
    }
}

/// Every row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePlan {
    /// In the order of the file; rows that change nothing are only counted.
    pub rows: Vec<PlannedRow>,
    /// Rows that change nothing.
    pub unchanged: usize,
}

/// What every row of a table would do to the services of the caller's institution.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution; unavailable when the database cannot be reached. What
/// is wrong with a row is no error: it stands in the plan.
pub async fn plan_table(tx: &Read, table: &ServiceTable) -> Result<TablePlan> {
    let columns = columns();
    let mut plan = TablePlan { rows: Vec::new(), unchanged: 0 };
    for row in &table.rows {
        let planned = planned(tx, &columns, table, row).await?;
        if planned.changes.is_empty() && planned.faults.is_empty() {
            plan.unchanged += 1;
        } else {
            plan.rows.push(planned);
        }
    }
    Ok(plan)
}

/// What one row would do.
///
/// # Errors
/// As [`plan_table`].
pub async fn plan_row(tx: &Read, table: &ServiceTable, row: &TableRow) -> Result<PlannedRow> {
    planned(tx, &columns(), table, row).await
}

async fn planned(tx: &Read, columns: &[Column], table: &ServiceTable, row: &TableRow) -> Result<PlannedRow> {
    tx.caller().require_role(&[Role::ContactPerson])?;
    let holder = tx.caller().require_institution()?;
    let code = row.cell(table, CODE).filter(|code| !code.is_empty());
    let mut planned = PlannedRow {
        number: row.number,
        code: code.map(str::to_owned),
        name: LangText::new(
            row.cell(table, "name_lv").unwrap_or_default(),
            row.cell(table, "name_en").unwrap_or_default(),
        ),
        version: 0,
        changes: Vec::new(),
        faults: Vec::new(),
        description: empty(holder),
    };
    if let Some(code) = code {
        match own(tx, code, holder).await? {
            Some(service) => begin(&mut planned, table, row, &service),
            None => planned.fault(Some(CODE), code, "table-code"),
        }
    }
    if planned.faults.is_empty() {
        cells(&mut planned, columns, table, row, holder);
    }
    if planned.code.is_none() && planned.description.name.lv.trim().is_empty() {
        planned.fault(Some("name_lv"), "", "service-text-missing");
    }
    Ok(planned)
}

/// The service, if it is one of the caller's institution.
async fn own(tx: &Read, code: &str, holder: InstitutionId) -> Result<Option<OwnService>> {
    match catalogue::own_service(tx, code).await {
        Ok(service) => Ok((service.service.holder == holder).then_some(service)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// From what there is; a row that was made from an older description is not applied, for it would undo what came since.
fn begin(planned: &mut PlannedRow, table: &ServiceTable, row: &TableRow, service: &OwnService) {
    planned.description = (*service.newest.description).clone();
    planned.name = planned.description.name.clone();
    planned.version = service.newest.line.version;
    let seen = row.cell(table, VERSION).unwrap_or_default();
    if seen.is_empty() || seen != planned.version.to_string() {
        planned.fault(Some(VERSION), seen, "table-version");
    }
}

fn cells(planned: &mut PlannedRow, columns: &[Column], table: &ServiceTable, row: &TableRow, holder: InstitutionId) {
    for column in columns {
        let Some(after) = row.cell(table, &column.name) else { continue };
        let before = (column.get)(&planned.description, holder);
        // What was written out reads back as what it was, so equal cells leave everything as it is.
        if normal(&before) == normal(after) {
            continue;
        }
        match (column.set)(&mut planned.description, holder, after) {
            Ok(()) => {
                let change = CellChange { column: column.name.clone(), before, after: after.to_owned() };
                planned.changes.push(change);
            }
            Err(key) => planned.fault(Some(&column.name), after, key),
        }
    }
    let fixed = planned.code.is_none().then_some(row.cell(table, STATE)).flatten().unwrap_or_default();
    if !fixed.is_empty() && fixed != "draft" {
        planned.fault(Some(STATE), fixed, "table-new-state");
    }
}

/// Blanks around lines and line ends of other kinds are no difference.
fn normal(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    cell.trim().split('\n').map(str::trim_end).collect::<Vec<_>>().join("\n")
}

impl PlannedRow {
    fn fault(&mut self, column: Option<&str>, cell: &str, key: &str) {
        let fault = CellFault { column: column.map(str::to_owned), cell: cell.to_owned(), key: key.to_owned() };
        self.faults.push(fault);
    }
}

/// What a new service begins with.
fn empty(holder: InstitutionId) -> Description {
    let contact = catalogue::Contact::default();
    let provider = |stage: &catalogue::Stage| catalogue::ProviderStage {
        stage: *stage,
        institution: holder,
        contact: contact.clone(),
    };
    Description {
        name: LangText::default(),
        summary: LangText::default(),
        cofog: String::new(),
        client_circle: catalogue::ClientCircle::Any,
        audience: LangText::default(),
        territory: catalogue::Territory::WholeCountry,
        steps: Vec::new(),
        documents: Vec::new(),
        conditions: Vec::new(),
        outputs: Vec::new(),
        legal_basis: Vec::new(),
        appeal: LangText::default(),
        providers: catalogue::Stage::ALL.iter().map(provider).collect(),
        channels: Vec::new(),
        identification: kernel::Assurance::None,
        signature: catalogue::Signature::NotNeeded,
        digital: None,
        flags: catalogue::Flags::default(),
        related: Vec::new(),
        life_events: Vec::new(),
        keywords: catalogue::Keywords::default(),
        minutes_to_fill: None,
        notice: None,
        checked_on: None,
        valid_from: None,
        valid_to: None,
        only_language: None,
    }
}

/// A fault of a row from an error of a use case.
pub(super) fn faults_of(error: &Error) -> Vec<CellFault> {
    let one = |column: Option<String>, key: &str| CellFault { column, cell: String::new(), key: key.to_owned() };
    if error.field_errors().is_empty() {
        return vec![one(None, error.key())];
    }
    error.field_errors().iter().map(|field| one(Some(field.path.clone()), &field.key)).collect()
}
