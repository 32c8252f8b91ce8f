//! Context of the matrix of holders and templates.

use crate::parts::{Choice, Paging, either};
use catalogue::{Coverage, CoverageCell, CoverageRow};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Template, Visit};

/// Context of `work/unified/coverage.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CoveragePage {
    /// Whether all holders are shown.
    pub(super) all: bool,
    /// A page of the templates in use; the sums are of it alone.
    pub(super) columns: Vec<Column>,
    pub(super) columns_paging: Paging,
    /// Where that page begins in the list, as the address says it.
    pub(super) templates: String,
    pub(super) rows: Vec<Row>,
    /// "131 of 370 places".
    pub(super) total: String,
    pub(super) csv: String,
    /// Services that are attached to nothing.
    pub(super) alone: Vec<Alone>,
    pub(super) holders: Vec<Choice>,
    /// The holder whose services are shown; empty for all.
    pub(super) holder: String,
    pub(super) paging: Paging,
}

/// A template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Column {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) members: usize,
}

/// A holder.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
    /// "5 of 9".
    pub(super) sum: String,
}

/// One holder and one template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Cell {
    /// `attached`, `missing` or `none`.
    pub(super) kind: &'static str,
    pub(super) service: String,
    pub(super) href: String,
    /// Whether the service is not open.
    pub(super) closed: bool,
}

/// A service that is attached to nothing.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Alone {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) holder: String,
}

impl CoveragePage {
    /// The matrix; the services that stand alone come from another list.
    pub(super) fn of(visit: &Visit, matrix: &Coverage, all: bool) -> Self {
        let locale = visit.locale();
        let column = |template: &catalogue::TemplateLine| Column {
            code: template.code.clone(),
            name: template.name.get(locale).to_owned(),
            href: visit.url(&format!("/work/templates/{}", template.code)),
            members: template.members,
        };
        let (attached, missing) = matrix
            .rows
            .iter()
            .fold((0, 0), |(attached, missing), row| (attached + row.attached(), missing + row.missing()));
        Self {
            all,
            columns: matrix.templates.items.iter().map(column).collect(),
            columns_paging: Paging::default(),
            templates: String::new(),
            rows: matrix.rows.iter().map(|row| line(visit, row)).collect(),
            total: sum(visit, attached, attached + missing),
            csv: visit.url("/work/templates/coverage.csv"),
            alone: Vec::new(),
            holders: Vec::new(),
            holder: String::new(),
            paging: Paging::default(),
        }
    }
}

fn sum(visit: &Visit, attached: usize, of: usize) -> String {
    let mut values = i18n::Args::new();
    values.set("attached", i64::try_from(attached).unwrap_or(i64::MAX));
    values.set("of", i64::try_from(of).unwrap_or(i64::MAX));
    visit.text_with("template-sum", &values)
}

fn line(visit: &Visit, row: &CoverageRow) -> Row {
    let cell = |cell: &CoverageCell| match cell {
        CoverageCell::Attached(service, state) => Cell {
            kind: "attached",
            service: service.clone(),
            href: visit.url(&format!("/services/{service}")),
            closed: *state != catalogue::ServiceState::Open,
        },
        CoverageCell::Missing => Cell { kind: "missing", service: String::new(), href: String::new(), closed: false },
        CoverageCell::NotFor => Cell { kind: "none", service: String::new(), href: String::new(), closed: false },
    };
    Row {
        name: row.name.get(visit.locale()).to_owned(),
        cells: row.cells.iter().map(cell).collect(),
        sum: sum(visit, row.attached(), row.attached() + row.missing()),
    }
}

impl Template for CoveragePage {
    const NAME: &'static str = "work/unified/coverage.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let cell = |kind: &'static str, closed: bool| Cell {
            kind,
            service: if kind == "attached" { "1100".to_owned() } else { String::new() },
            href: if kind == "attached" { format!("/{locale}/services/1100") } else { String::new() },
            closed,
        };
        let columns = ["V101", "V102", "V103", "V104"].map(|code| Column {
            code: code.to_owned(),
            name: either(locale, "Būvatļauja <paraugs>", "Building permit <example>"),
            href: format!("/{locale}/work/templates/{code}"),
            members: 18,
        });
        let row = Row {
            name: either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"),
            cells: vec![cell("attached", false), cell("attached", true), cell("missing", false), cell("none", false)],
            sum: either(locale, "2 no 3", "2 of 3"),
        };
        let alone = Alone {
            code: "1120".to_owned(),
            name: either(locale, "Suņa reģistrācija", "Dog registration"),
            href: format!("/{locale}/services/1120"),
            holder: either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"),
        };
        let full = Self {
            all: true,
            columns: columns.to_vec(),
            columns_paging: Paging::default(),
            templates: String::new(),
            rows: vec![row.clone(), row],
            total: either(locale, "4 no 6", "4 of 6"),
            csv: format!("/{locale}/work/templates/coverage.csv"),
            alone: vec![alone],
            holders: vec![Choice::new("LV-022", either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"))],
            holder: "LV-022".to_owned(),
            paging: Paging { first: None, next: Some(format!("/{locale}/work/templates/coverage?after=31")) },
        };
        let part = Self {
            columns_paging: Paging { first: Some("/a".to_owned()), next: Some("/b".to_owned()) },
            templates: "31".to_owned(),
            ..full.clone()
        };
        let empty = Self {
            all: false,
            columns: Vec::new(),
            rows: Vec::new(),
            alone: Vec::new(),
            holders: Vec::new(),
            holder: String::new(),
            paging: Paging::default(),
            ..full.clone()
        };
        vec![full, part, empty]
    }
}
