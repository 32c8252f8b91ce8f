//! Context of the page of indicators.

use super::asked::{IndicatorsAsked, PERIODS};
use super::cards::{Card, cards, number, tenths};
use super::chart::{Bar, LineChart, bars};
use super::picks::Picks;
use super::sums::{Sum, Sums, permille};
use crate::own_indicators::{OwnRow, own_rows};
use crate::parts::{Choice, LINES, Paging, institution_name, page_asked_by, service_names};
use crate::picks::Pick;
use chrono::NaiveDate;
use i18n::Args;
use indicators::Month;
use kernel::{Channel, Cursor, InstitutionId, Locale, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};

/// Context of `work/indicators/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorsPage {
    pub(super) scope: String,
    pub(super) from_words: String,
    pub(super) to_words: String,
    pub(super) csv: String,
    pub(super) periods: Vec<Choice>,
    /// The length of the period in months.
    pub(super) period: String,
    /// The last month of the period, where it is not the present one; what was typed where that is no month.
    pub(super) until: String,
    /// None for those who see their own institution alone.
    pub(super) holder: Option<Pick>,
    pub(super) service: Pick,
    pub(super) errors: FormErrors,
    pub(super) cut: bool,
    pub(super) cards: Vec<Card>,
    pub(super) charts: Vec<LineChart>,
    pub(super) chart_words: String,
    /// How many cases ended beside those delivered, and why the two differ.
    pub(super) ends: String,
    pub(super) months: Vec<MonthRow>,
    pub(super) bars: Vec<Bar>,
    pub(super) bars_words: String,
    pub(super) rows: Vec<ServiceRow>,
    /// Where there are figures of an institution that has none of this time.
    pub(super) earlier: Option<Earlier>,
    /// A page of the indicators that holders set themselves, with their values of the period.
    pub(super) own: Vec<OwnRow>,
    pub(super) own_paging: Paging,
    /// Where they are set and recorded, for those who do.
    pub(super) own_href: Option<String>,
}

/// The last month before the period in which anything was requested.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Earlier {
    pub(super) month: String,
    pub(super) href: String,
}

/// A month of the table beside the chart.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MonthRow {
    pub(super) label: String,
    pub(super) requested: String,
    pub(super) delivered: String,
    pub(super) closed: String,
    pub(super) overdue: String,
    pub(super) complaints: String,
    pub(super) starts: String,
    pub(super) completions: String,
    pub(super) consulted: String,
}

/// A service of the table.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ServiceRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) holder: String,
    pub(super) requested: String,
    pub(super) electronic: String,
    pub(super) delivered: String,
    pub(super) closed: String,
    pub(super) overdue: String,
    pub(super) complaints: String,
    pub(super) success: String,
    pub(super) rating: String,
    pub(super) consulted: String,
}

impl IndicatorsPage {
    /// Reads the figures that the address asks for.
    pub async fn read(visit: &Visit, tx: &Read, fields: &Fields) -> Result<Self> {
        let locale = visit.locale();
        let Picks { asked, holder, service, until, errors } = Picks::read(visit, tx, fields).await?;
        let sums = Sums::read(tx, &asked).await?;
        let months: Vec<Month> = (0..asked.months).rev().map(|back| asked.to.back(back)).collect();
        let of_month = |month: &Month| sums.months.get(month).copied().unwrap_or_default();
        let by_month: Vec<Sum> = months.iter().map(of_month).collect();
        let requested: Vec<i64> = by_month.iter().map(|sum| sum.requested).collect();
        let delivered: Vec<i64> = by_month.iter().map(|sum| sum.delivered).collect();
        let labels: Vec<String> = months.iter().map(|month| short(*month)).collect();
        let own_request = page_asked_by(fields, "own", LINES)?;
        let own = own_rows(visit, tx, &asked.filter(false), &own_request).await?;
        let own_at = |after: Option<&Cursor>| {
            let after = after.map(|after| format!("&own={}", after.as_str())).unwrap_or_default();
            visit.url(&format!("/work/indicators?{}{after}#h-own", asked.pairs()))
        };
        let own_paging = Paging::new(&own_request, &own, own_at);
        let by_channel = Channel::ALL.map(|channel| visit.text(&format!("work-channel-{channel}")));
        Ok(Self {
            scope: scope(visit, tx, &asked).await?,
            from_words: words(locale, asked.from()),
            to_words: words(locale, asked.to),
            csv: visit.url(&format!("/work/indicators.csv?{}", asked.pairs())),
            periods: PERIODS.map(|length| period(visit, length)).to_vec(),
            period: asked.months.to_string(),
            until,
            holder,
            service,
            errors,
            cut: sums.cut,
            cards: cards(visit, &sums.now, &sums.before),
            charts: LineChart::both(&labels, &requested, &delivered),
            chart_words: chart_words(visit, &sums.now),
            ends: ends(visit, &sums.now),
            months: months.iter().zip(&by_month).map(|(month, sum)| month_row(locale, *month, sum)).collect(),
            bars_words: bars_words(&by_channel, sums.now.by_channel),
            bars: bars(by_channel.into_iter().zip(sums.now.by_channel).collect()),
            earlier: earlier(visit, tx, &asked, &sums).await?,
            rows: service_rows(visit, tx, &sums).await?,
            own: own.items,
            own_paging,
            own_href: (visit.caller().role == Role::ContactPerson).then(|| visit.url("/work/indicators/own")),
        })
    }
}

/// `11.26`: short enough for the foot of a chart.
fn short(month: Month) -> String {
    let text = month.to_string();
    text.split_once('-').map_or(text.clone(), |(year, month)| format!("{month}.{}", year.get(2..).unwrap_or(year)))
}

/// `2026. gada novembris`.
fn words(locale: Locale, month: Month) -> String {
    let first: Option<NaiveDate> = format!("{month}-01").parse().ok();
    first.map_or_else(|| month.to_string(), |day| i18n::month_of_year(locale, day))
}

fn period(visit: &Visit, length: u32) -> Choice {
    let mut args = Args::new();
    args.set("count", f64::from(length));
    Choice::new(length.to_string(), visit.state().templates().text(visit.locale(), "work-last-months", &args))
}

async fn scope(visit: &Visit, tx: &Read, asked: &IndicatorsAsked) -> Result<String> {
    match asked.holder {
        Some(holder) => institution_name(tx, visit.locale(), holder).await,
        None => Ok(visit.text("work-all-holders")),
    }
}

/// Where to look where a period has nothing; of all institutions together, or of one service, nothing is said.
async fn earlier(visit: &Visit, tx: &Read, asked: &IndicatorsAsked, sums: &Sums) -> Result<Option<Earlier>> {
    let Some(holder) = asked.holder.filter(|_| asked.service.is_none() && sums.services.is_empty()) else {
        return Ok(None);
    };
    let Some(month) = indicators::last_requested_before(tx, holder, asked.from()).await? else { return Ok(None) };
    let then = IndicatorsAsked { to: month, until: Some(month.to_string()), ..asked.clone() };
    let href = visit.url(&format!("/work/indicators?{}", then.pairs()));
    Ok(Some(Earlier { month: words(visit.locale(), month), href }))
}

fn chart_words(visit: &Visit, now: &Sum) -> String {
    let mut args = Args::new();
    args.set("requested", now.requested.to_string());
    args.set("delivered", now.delivered.to_string());
    visit.state().templates().text(visit.locale(), "work-chart-words", &args)
}

fn ends(visit: &Visit, now: &Sum) -> String {
    let mut args = Args::new();
    args.set("delivered", number(now.delivered));
    args.set("closed", number(now.closed));
    visit.text_with("work-indicators-ends", &args)
}

fn bars_words(labels: &[String], values: [i64; 5]) -> String {
    labels.iter().zip(values).map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join(", ")
}

fn month_row(locale: Locale, month: Month, sum: &Sum) -> MonthRow {
    let count = |value| number(value);
    MonthRow {
        label: words(locale, month),
        requested: count(sum.requested),
        delivered: count(sum.delivered),
        closed: count(sum.closed),
        overdue: count(sum.overdue),
        complaints: count(sum.complaints),
        starts: count(sum.starts),
        completions: count(sum.completions),
        consulted: count(sum.consulted),
    }
}

async fn service_rows(visit: &Visit, tx: &Read, sums: &Sums) -> Result<Vec<ServiceRow>> {
    let locale = visit.locale();
    let names = service_names(tx, locale, sums.services.keys().map(|(code, _)| code.clone()).collect()).await?;
    let mut ids: Vec<InstitutionId> = sums.services.keys().map(|(_, holder)| *holder).collect();
    ids.sort();
    ids.dedup();
    let holders = institutions::names_of(tx, &ids).await?;
    let count = |value| number(value);
    let share =
        |part, whole| permille(part, whole).map_or("–".to_owned(), |share| format!("{} %", tenths(locale, share)));
    let row = |((code, holder), sum): (&(String, InstitutionId), &Sum)| ServiceRow {
        code: code.clone(),
        name: names.get(code).filter(|name| *name != code).cloned().unwrap_or_default(),
        holder: holders.get(holder).map(|name| name.get(locale).to_owned()).unwrap_or_default(),
        requested: count(sum.requested),
        electronic: share(sum.by_channel[0], sum.requested),
        delivered: count(sum.delivered),
        closed: count(sum.closed),
        overdue: count(sum.overdue),
        complaints: count(sum.complaints),
        success: share(sum.completions, sum.starts),
        rating: sum.rating_tenths().map_or("–".to_owned(), |average| tenths(locale, average)),
        consulted: count(sum.consulted),
    };
    Ok(sums.services.iter().map(row).collect())
}
