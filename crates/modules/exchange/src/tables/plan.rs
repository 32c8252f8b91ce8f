//! What a table would change: shown before anything is.

use super::around::Around;
use super::columns::{CODE, Column, PASSED_OVER, STATE, VERSION, columns};
use super::lists::Numbers;
use super::places::Places;
use super::read::{ServiceTable, TableRow};
use super::shape::{List, Shape};
use catalogue::{Description, OwnService, ServiceState};
use kernel::{Error, ErrorKind, FieldError, InstitutionId, LangText, Result, Role};
use std::sync::Arc;
use storage::Read;

/// A cell that would change a description, or differs from what somebody else wrote meanwhile.
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
    /// Number of the newest description.
    pub version: i32,
    /// Whether the row was made from an older description: it is not applied, for it would undo what came since.
    pub stale: bool,
    /// What would change, cell by cell; of a stale row both texts, where they differ.
    pub changes: Vec<CellChange>,
    /// What is wrong: a row with faults is not applied.
    pub faults: Vec<CellFault>,
    /// What would keep a service that is there from being published so; it can be kept as a draft all the same.
    pub blocked: Vec<CellFault>,
    /// The description as it would be.
    pub description: Description,
    /// The numbers of its items in the headings.
    pub(super) numbers: Numbers,
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
    /// Headings whose cells are passed over, though they hold something.
    pub passed_over: Vec<&'static str>,
}

/// What every row of a table would do to the services of the caller's institution.
///
/// # Errors
/// Forbidden for everybody but contact persons of an institution; unavailable when the database cannot be reached. What
/// is wrong with a row is no error: it stands in the plan.
pub async fn plan_table(tx: &Read, table: &ServiceTable) -> Result<TablePlan> {
    let mut around = around(tx)?;
    let columns = columns_of(table);
    let mut plan = TablePlan { rows: Vec::new(), unchanged: 0, passed_over: passed_over(table) };
    for row in &table.rows {
        let planned = planned(tx, &columns, &mut around, table, row).await?;
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
    planned(tx, &columns_of(table), &mut around(tx)?, table, row).await
}

fn around(tx: &Read) -> Result<Around> {
    tx.caller().require_role(&[Role::ContactPerson])?;
    Ok(Around::new(tx.caller().require_institution()?))
}

/// The columns that a table has.
fn columns_of(table: &ServiceTable) -> Vec<Column> {
    let mut all = columns(&Shape::of_headings(&table.columns));
    all.retain(|column| table.columns.contains(&column.name));
    all
}

async fn planned(
    tx: &Read,
    columns: &[Column],
    around: &mut Around,
    table: &ServiceTable,
    row: &TableRow,
) -> Result<PlannedRow> {
    let holder = around.holder;
    let code = row.cell(table, CODE).filter(|code| !code.is_empty());
    let mut planned = PlannedRow {
        number: row.number,
        code: code.map(str::to_owned),
        name: LangText::new(
            row.cell(table, "name_lv").unwrap_or_default(),
            row.cell(table, "name_en").unwrap_or_default(),
        ),
        version: 0,
        stale: false,
        changes: Vec::new(),
        faults: Vec::new(),
        blocked: Vec::new(),
        description: empty(holder),
        numbers: Numbers::default(),
    };
    let mut standing = None;
    if let Some(code) = code {
        match own(tx, code, holder).await? {
            Some(service) => {
                begin(&mut planned, table, row, &service);
                standing = Some(standing_of(&service));
            }
            None => planned.fault(Some(CODE), code, "table-code"),
        }
    }
    let known = planned.faults.is_empty();
    if known {
        around.learn(tx, &[&planned.description]).await?;
        around.learn_row(tx, columns, table, row).await?;
        cells(&mut planned, columns, table, row, around);
    }
    if planned.code.is_none() && planned.description.name.lv.trim().is_empty() {
        planned.fault(Some("name_lv"), "", "service-text-missing");
    }
    let idle = planned.changes.is_empty() && planned.faults.is_empty();
    if planned.stale && !idle {
        let seen = row.cell(table, VERSION).unwrap_or_default();
        planned.faults.insert(0, fault(Some(VERSION), seen, "table-version"));
    } else if known && !idle {
        check(tx, &mut planned, table, row, standing.as_deref()).await?;
    }
    Ok(planned)
}

/// Everything that is wrong with the description as it would be, and what would keep it from being published: all in one
/// round, beside the cells that could not be read. Of a cell the first thing is told.
async fn check(
    tx: &Read,
    planned: &mut PlannedRow,
    table: &ServiceTable,
    row: &TableRow,
    standing: Option<&Description>,
) -> Result<()> {
    let holder = tx.caller().require_institution()?;
    let wrong = catalogue::check_description(tx, &planned.description, standing).await?;
    let mut wrong = planned.told(&wrong, table, row, holder);
    wrong.retain(|fault| planned.faults.iter().all(|told| told.column != fault.column));
    planned.faults.extend(wrong);
    if planned.code.is_some() {
        let gaps = catalogue::check_publication(tx, holder, &planned.description).await?;
        let mut blocked = planned.told(&gaps, table, row, holder);
        blocked.retain(|fault| planned.faults.iter().all(|told| told.column != fault.column));
        planned.blocked = blocked;
    }
    Ok(())
}

/// The headings of a table whose cells are passed over, where there is something in them.
fn passed_over(table: &ServiceTable) -> Vec<&'static str> {
    let holds = |name: &str| table.rows.iter().any(|row| row.cell(table, name).is_some_and(|cell| !cell.is_empty()));
    PASSED_OVER.into_iter().filter(|name| holds(name)).collect()
}

/// The service, if it is one of the caller's institution.
async fn own(tx: &Read, code: &str, holder: InstitutionId) -> Result<Option<OwnService>> {
    match catalogue::own_service(tx, code).await {
        Ok(service) => Ok((service.service.holder == holder).then_some(service)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The text that holds: the one in force, and of a service that was never public the newest.
fn standing_of(service: &OwnService) -> Arc<Description> {
    let draft = service.service.state == ServiceState::Draft;
    Arc::clone(if draft { &service.newest.description } else { &service.service.description })
}

/// From what there is; a row that was made from an older description would undo what came since.
fn begin(planned: &mut PlannedRow, table: &ServiceTable, row: &TableRow, service: &OwnService) {
    planned.description = (*service.newest.description).clone();
    planned.name = planned.description.name.clone();
    planned.version = service.newest.line.version;
    planned.stale = row.cell(table, VERSION) != Some(planned.version.to_string().as_str());
}

fn cells(planned: &mut PlannedRow, columns: &[Column], table: &ServiceTable, row: &TableRow, around: &Around) {
    let new = planned.code.is_none();
    let holds = |column: &Column| row.cell(table, &column.name).is_some_and(|cell| !cell.is_empty());
    if new && columns.iter().any(|column| matches!(column.item, Some((List::Providers, _))) && holds(column)) {
        // A row that names providers names all of them.
        planned.description.providers.clear();
    }
    let standing = planned.description.clone();
    for column in columns {
        let Some(after) = row.cell(table, &column.name) else { continue };
        // In a new row an empty cell says nothing: what a new service begins with stays.
        if new && after.is_empty() {
            continue;
        }
        let before = (column.get)(if column.moving { &planned.description } else { &standing }, around);
        // What was written out reads back as what it was, so equal cells leave everything as it is.
        if normal(&before) == normal(after) {
            continue;
        }
        match (column.set)(&mut planned.description, around, after) {
            Ok(()) => {
                let change = CellChange { column: column.name.clone(), before, after: after.to_owned() };
                planned.changes.push(change);
            }
            Err(key) => planned.fault(Some(&column.name), after, key),
        }
    }
    for list in List::ALL {
        settle(planned, columns, table, row, (list, list.length(&standing)));
    }
    let fixed = planned.code.is_none().then_some(row.cell(table, STATE)).flatten().unwrap_or_default();
    if !fixed.is_empty() && fixed != "draft" {
        planned.fault(Some(STATE), fixed, "table-new-state");
    }
}

/// The items that stay of a list that the row changes, when so many stood there before.
fn settle(
    planned: &mut PlannedRow,
    columns: &[Column],
    table: &ServiceTable,
    row: &TableRow,
    (list, standing): (List, usize),
) {
    let mut own = columns.iter().filter(|column| column.item.is_some_and(|(known, _)| known == list));
    if !own.any(|column| planned.changes.iter().any(|change| change.column == column.name)) {
        return;
    }
    let cell = |name: &str| row.cell(table, name);
    let wordless = planned.numbers.settle(list, standing, &mut planned.description, columns, cell);
    for column in wordless {
        planned.fault(Some(&column), "", "table-item-word");
    }
}

/// Blanks around lines and line ends of other kinds are no difference.
fn normal(cell: &str) -> String {
    let cell = cell.replace("\r\n", "\n").replace('\r', "\n");
    cell.trim().split('\n').map(str::trim_end).collect::<Vec<_>>().join("\n")
}

impl PlannedRow {
    fn fault(&mut self, column: Option<&str>, cell: &str, key: &str) {
        self.faults.push(fault(column, cell, key));
    }

    /// Faults of elements as faults of cells, each once: what stands in the cell is shown with the reason.
    fn told(
        &self,
        wrong: &[FieldError],
        table: &ServiceTable,
        row: &TableRow,
        holder: InstitutionId,
    ) -> Vec<CellFault> {
        let places = Places { text: &self.description, holder, numbers: &self.numbers };
        let cell = |name: &str| row.cell(table, name);
        let mut faults: Vec<CellFault> = Vec::new();
        for field in wrong {
            let column = places.column_of(field, &cell);
            let fault = fault(Some(&column), cell(&column).unwrap_or_default(), &field.key);
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// Faults of the row from an error of a use case.
    pub(super) fn faults_of(
        &self,
        error: &Error,
        table: &ServiceTable,
        row: &TableRow,
        holder: InstitutionId,
    ) -> Vec<CellFault> {
        if error.field_errors().is_empty() {
            return vec![fault(None, "", error.key())];
        }
        self.told(error.field_errors(), table, row, holder)
    }
}

fn fault(column: Option<&str>, cell: &str, key: &str) -> CellFault {
    CellFault { column: column.map(str::to_owned), cell: cell.to_owned(), key: key.to_owned() }
}

/// What a new service begins with.
fn empty(holder: InstitutionId) -> Description {
    let contact = catalogue::Contact::default();
    let provider = |stage: &catalogue::Stage| catalogue::ProviderStage {
        stage: *stage,
        institution: holder,
        contact: contact.clone(),
    };
    Description { providers: catalogue::Stage::ALL.iter().map(provider).collect(), ..Description::empty() }
}
