//! Context of the report of a bulk change.

use crate::parts::{either, service_names};
use crate::services::overview::section_names;
use catalogue::BulkChange;
use chrono::NaiveDate;
use i18n::Args;
use kernel::{Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Template, Visit};

/// Context of `work/services/bulk_report.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BulkReport {
    kind: String,
    old: String,
    new: String,
    from: Option<NaiveDate>,
    changed: usize,
    lines: Vec<Line>,
    /// The services that were not looked through yet.
    next: Option<String>,
}

/// What became of one service.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) code: String,
    pub(super) name: String,
    /// `published`, `copied`, `nothing`, `closed` or `refused`.
    pub(super) kind: &'static str,
    pub(super) version: Option<i32>,
    /// Why nothing was changed, what became of hours for programs, and which waiting versions do not have the change.
    pub(super) reasons: Vec<String>,
}

impl BulkReport {
    /// The report with the names of the services.
    pub(super) async fn of(
        visit: &Visit,
        tx: &Read,
        change: &BulkChange,
        mut lines: Vec<Line>,
        next: Option<String>,
    ) -> Result<Self> {
        let names = service_names(tx, visit.locale(), lines.iter().map(|line| line.code.clone()).collect()).await?;
        for line in &mut lines {
            line.name = names.get(&line.code).cloned().unwrap_or_default();
            if line.kind == "published" {
                line.reasons.extend(left_behind(visit, tx, &line.code).await?);
            }
        }
        let changed = lines.iter().filter(|line| matches!(line.kind, "published" | "copied")).count();
        Ok(Self {
            kind: change.target.kind.as_str().to_owned(),
            old: change.target.old.clone(),
            new: change.new.get(visit.locale()).to_owned(),
            from: change.from,
            changed,
            lines,
            next,
        })
    }
}

/// The scheduled versions that do not have what was published, in words.
async fn left_behind(visit: &Visit, tx: &Read, code: &str) -> Result<Vec<String>> {
    let words = |one: catalogue::LeftBehind| {
        let mut args = Args::new();
        args.set("version", i64::from(one.version));
        args.set("sections", section_names(visit, &one.sections).join(", "));
        visit.text_with("bulk-left-behind", &args)
    };
    Ok(catalogue::left_behind(tx, code).await?.into_iter().map(words).collect())
}

impl Template for BulkReport {
    const NAME: &'static str = "work/services/bulk_report.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |code: &str, kind: &'static str| Line {
            code: code.to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            kind,
            version: (kind == "published").then_some(3),
            reasons: match kind {
                "refused" => vec![either(locale, "Trūkst ziņu.", "Incomplete.")],
                "published" => vec![either(locale, "5. redakcijā tā nav.", "Version 5 does not have it.")],
                _ => Vec::new(),
            },
        };
        let kinds = ["published", "copied", "nothing", "closed", "refused"];
        let report = Self {
            kind: "phone".to_owned(),
            old: "+371 6000 0000".to_owned(),
            new: "+371 6000 0001".to_owned(),
            from: NaiveDate::from_ymd_opt(2027, 1, 1),
            changed: 2,
            lines: kinds.into_iter().enumerate().map(|(place, kind)| line(&format!("100{place}"), kind)).collect(),
            next: Some(format!("/{locale}/work/services/bulk?kind=phone&old=1&after=31")),
        };
        vec![
            Self {
                old: String::new(),
                new: String::new(),
                from: None,
                kind: "notice".to_owned(),
                next: None,
                ..report.clone()
            },
            report,
        ]
    }
}
