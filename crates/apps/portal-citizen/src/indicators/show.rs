//! `/indicators`: twelve months of the portal, in sentences and as a table.

use ::indicators::{Figure, PortalFigures, PortalIndicators, PortalMonth, Share, portal_indicators};
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use super::words::{decimal, month_name, percent, sentences};

/// A line of the table; a cell without text holds a figure that is not shown.
#[derive(Debug, Clone, Serialize)]
struct Row {
    label: String,
    cells: Vec<Option<String>>,
}

/// Context of `indicators/show.html`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct IndicatorsPage {
    from: String,
    to: String,
    sentences: Vec<String>,
    rows: Vec<Row>,
    total: Row,
}

/// `GET /indicators`
pub(crate) async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let found = portal_indicators(&tx).await?;
    let locale = visit.locale();
    let total = Row { label: visit.text("portal-total"), cells: cells(locale, &found.total) };
    visit.render(&IndicatorsPage { sentences: sentences(&visit, &found.total), ..page(locale, &found, total) })
}

/// All but the sentences.
fn page(locale: Locale, found: &PortalIndicators, total: Row) -> IndicatorsPage {
    let name = |month: Option<&PortalMonth>| month.map(|one| month_name(locale, one.month)).unwrap_or_default();
    let row = |one: &PortalMonth| Row { label: month_name(locale, one.month), cells: cells(locale, &one.figures) };
    IndicatorsPage {
        from: name(found.months.first()),
        to: name(found.months.last()),
        sentences: Vec::new(),
        rows: found.months.iter().map(row).collect(),
        total,
    }
}

/// In the order of the columns.
fn cells(locale: Locale, figures: &PortalFigures) -> Vec<Option<String>> {
    let shares = [figures.requested, figures.searches, figures.answers, figures.article_answers];
    let mut cells: Vec<Option<String>> = shares.iter().flat_map(|share| both(locale, share)).collect();
    cells.push(count(locale, figures.rated));
    cells.push(match (figures.rated, figures.rating_average) {
        (_, Some(average)) => Some(decimal(locale, average)),
        (Figure::Shown(0), None) => nothing(),
        _ => None,
    });
    cells
}

fn both(locale: Locale, share: &Share) -> [Option<String>; 2] {
    let part = match (share.whole, share.share) {
        (_, Some(share)) => Some(percent(locale, share)),
        (Figure::Shown(0), None) => nothing(),
        _ => None,
    };
    [count(locale, share.whole), part]
}

fn count(locale: Locale, figure: Figure) -> Option<String> {
    figure.value().map(|value| i18n::number(locale, value))
}

/// There is nothing to divide by.
fn nothing() -> Option<String> {
    Some("–".to_owned())
}

impl Template for IndicatorsPage {
    const NAME: &'static str = "citizen/indicators/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let shown = |text: &str| Some(text.to_owned());
        let row = |label: &str| Row {
            label: label.to_owned(),
            cells: vec![
                shown("1 240"),
                shown("65 %"),
                shown("8 031"),
                shown("93 %"),
                None,
                None,
                shown("0"),
                shown("–"),
                shown("96"),
                shown("4,4"),
            ],
        };
        let (from, to) = match locale {
            Locale::Lv => ("2025. gada decembris", "2026. gada novembris"),
            Locale::En => ("December 2025", "November 2026"),
        };
        let full = Self {
            from: from.to_owned(),
            to: to.to_owned(),
            sentences: vec!["Pakalpojumi pieprasīti 1 240 reižu <b>.".to_owned(), "Vērtējumi: nekas.".to_owned()],
            rows: vec![row(from), row(to)],
            total: row("Kopā"),
        };
        vec![full]
    }
}
