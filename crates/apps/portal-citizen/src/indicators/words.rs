//! Figures of the portal in words: one plain sentence for each.

use ::indicators::{Figure, Month, PortalFigures, Share};
use chrono::NaiveDate;
use i18n::Args;
use kernel::Locale;
use web_kit::Visit;

use crate::names::text_of;

/// A sentence for each figure.
pub(super) fn sentences(visit: &Visit, figures: &PortalFigures) -> Vec<String> {
    vec![
        shared(visit, "portal-requested", &figures.requested),
        shared(visit, "portal-searches", &figures.searches),
        shared(visit, "portal-answers", &figures.answers),
        shared(visit, "portal-articles", &figures.article_answers),
        rated(visit, figures),
    ]
}

fn shared(visit: &Visit, key: &'static str, share: &Share) -> String {
    let locale = visit.locale();
    match (share.whole, share.share) {
        (Figure::Shown(count), Some(part)) => counted(visit, key, count, ("share", percent(locale, part))),
        (Figure::Shown(0), None) => less(visit, key, "portal-none"),
        (Figure::Shown(count), None) => {
            let mut values = Args::new();
            values.set("what", visit.text(key));
            values.set("shown", i18n::number(locale, count));
            visit.text_with("portal-part-hidden", &values)
        }
        (Figure::Hidden, _) => less(visit, key, "portal-few"),
    }
}

fn rated(visit: &Visit, figures: &PortalFigures) -> String {
    match (figures.rated, figures.rating_average) {
        (Figure::Shown(count), Some(average)) => {
            counted(visit, "portal-rated", count, ("average", decimal(visit.locale(), average)))
        }
        (Figure::Shown(_), None) => less(visit, "portal-rated", "portal-none"),
        (Figure::Hidden, _) => less(visit, "portal-rated", "portal-few"),
    }
}

/// How often, and one more value.
fn counted(visit: &Visit, key: &str, count: i64, (name, value): (&'static str, String)) -> String {
    let mut values = Args::new();
    values.set("count", count);
    values.set("shown", i18n::number(visit.locale(), count));
    values.set(name, value);
    visit.text_with(&format!("{key}-full"), &values)
}

/// That there is nothing, or too little to be told.
fn less(visit: &Visit, key: &str, told: &str) -> String {
    text_of(visit, told, "what", visit.text(key))
}

/// `65 %` or `65%`.
pub(super) fn percent(locale: Locale, share: f64) -> String {
    let whole = format!("{:.0}", share * 100.0);
    match locale {
        Locale::Lv => format!("{whole}\u{a0}%"),
        Locale::En => format!("{whole}%"),
    }
}

/// `4,4` or `4.4`.
pub(super) fn decimal(locale: Locale, value: f64) -> String {
    let text = format!("{value:.1}");
    match locale {
        Locale::Lv => text.replace('.', ","),
        Locale::En => text,
    }
}

/// `2026. gada novembris`
pub(super) fn month_name(locale: Locale, month: Month) -> String {
    let first: Option<NaiveDate> = format!("{month}-01").parse().ok();
    first.map_or_else(|| month.to_string(), |day| i18n::month_of_year(locale, day))
}
