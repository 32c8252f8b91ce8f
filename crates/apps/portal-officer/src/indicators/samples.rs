//! The page of indicators with invented figures.

use super::cards::Card;
use super::chart::{LineChart, bars};
use super::page::{Earlier, IndicatorsPage, MonthRow, ServiceRow};
use crate::own_indicators::OwnRow;
use crate::parts::{Choice, Paging, either};
use crate::picks::{Found, Pick};
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for IndicatorsPage {
    const NAME: &'static str = "work/indicators/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let (full, mut empty) = (full(locale), full(locale));
        empty.holder = Some(typed("zzz", Vec::new()));
        empty.service = typed("<zzz>", Vec::new());
        for field in ["until", "holder", "service"] {
            empty.errors.add(Some(field), either(locale, "Nav atrasts.", "Not found."));
        }
        empty.rows.clear();
        empty.earlier = Some(Earlier {
            month: either(locale, "2012. gada janvāris", "January 2012"),
            href: format!("/{locale}/work/indicators?months=12&until=2012-01"),
        });
        empty.own.clear();
        empty.own_paging = Paging::default();
        empty.own_href = None;
        empty.cut = true;
        let of_all = Self { holder: Some(listed("", "VSAA")), own: Vec::new(), ..full.clone() };
        let found = |name: &str| Found {
            value: "1007".to_owned(),
            code: "1007".to_owned(),
            name: name.to_owned(),
            holder: None,
            href: Some(format!("/{locale}/work/indicators?months=12")),
        };
        let several = Self {
            holder: Some(typed("valsts", vec![found("VSAA"), found("VID")])),
            service: Pick { more: true, ..typed("<pabalsts>", vec![found("Bērna piedzimšanas pabalsts")]) },
            ..full.clone()
        };
        vec![full, of_all, several, empty]
    }
}

fn listed(value: &str, label: &str) -> Pick {
    Pick { choices: vec![Choice::new("1007", label)], value: value.to_owned(), ..Pick::default() }
}

fn typed(value: &str, found: Vec<Found>) -> Pick {
    Pick { typed: true, value: value.to_owned(), found, ..Pick::default() }
}

fn full(locale: Locale) -> IndicatorsPage {
    let labels: Vec<String> = (1..=12).map(|month| format!("{month:02}.26")).collect();
    let (first, second) = ([212, 238, 229, 251, 244, 268, 259, 271, 240, 250, 260, 255], [205; 12]);
    let channels = [("Elektroniski", "Electronic", 512), ("Tālrunis", "Phone", 201), ("Pasts", "Post", 0)];
    IndicatorsPage {
        scope: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
        from_words: either(locale, "2026. gada janvāris", "January 2026"),
        to_words: either(locale, "2026. gada decembris", "December 2026"),
        csv: format!("/{locale}/work/indicators.csv?months=12"),
        periods: vec![Choice::new("12", either(locale, "Pēdējie 12 mēneši", "Last 12 months"))],
        period: "12".to_owned(),
        until: "2013-12".to_owned(),
        holder: None,
        service: listed("1007", &either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit")),
        errors: FormErrors::none(),
        cut: false,
        cards: vec![card(locale, "requested", Some("trending-up")), card(locale, "overdue", None)],
        charts: LineChart::both(&labels, &first, &second),
        chart_words: either(locale, "Saņemti 2977, sniegti 2460.", "2977 received, 2460 delivered."),
        ends: either(locale, "Sniegti gadījumi: 2460; pabeigti: 2301.", "Cases delivered: 2460; closed: 2301."),
        months: labels.iter().map(|label| month(label)).collect(),
        bars: bars(channels.iter().map(|(lv, en, value)| (either(locale, lv, en), *value)).collect()),
        bars_words: either(locale, "Visvairāk elektroniski.", "Mostly electronic."),
        earlier: None,
        rows: vec![service(locale)],
        own: vec![OwnRow::sample(locale, 2), OwnRow::sample(locale, 0)],
        own_paging: Paging { first: None, next: Some(format!("/{locale}/work/indicators?months=12&own=31#h-own")) },
        own_href: Some(format!("/{locale}/work/indicators/own")),
    }
}

fn card(locale: Locale, word: &'static str, picture: Option<&'static str>) -> Card {
    Card {
        word,
        label: match word {
            "requested" => either(locale, "Pieprasīti gadījumi", "Cases requested"),
            _ => either(locale, "Kavējumi", "Delays"),
        },
        value: "2 977".to_owned(),
        unit: picture.map(|_| either(locale, "no 5", "of 5")),
        picture: picture.unwrap_or("minus"),
        trend: picture.map(|_| either(locale, "Par 8 % vairāk", "8 % more")),
        help: either(locale, "Šajā periodā pieprasītie.", "Requested in the period."),
    }
}

fn month(label: &str) -> MonthRow {
    let count = || "7".to_owned();
    MonthRow {
        label: label.to_owned(),
        requested: count(),
        delivered: count(),
        closed: count(),
        overdue: count(),
        complaints: count(),
        starts: count(),
        completions: count(),
        consulted: count(),
    }
}

fn service(locale: Locale) -> ServiceRow {
    let count = || "7".to_owned();
    ServiceRow {
        code: "1007".to_owned(),
        name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
        holder: "VSAA".to_owned(),
        requested: count(),
        electronic: "71,9 %".to_owned(),
        delivered: count(),
        closed: count(),
        overdue: count(),
        complaints: count(),
        success: "–".to_owned(),
        rating: "4,5".to_owned(),
        consulted: count(),
    }
}
