//! The queue with invented cases.

use super::page::{DeskPage, Figure, Filters, Row, TabLink};
use super::panel::{Panel, RecentConsultation, TypedConsultation};
use crate::parts::{Badge, Choice, Paging, either};
use crate::picks::Pick;
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for DeskPage {
    const NAME: &'static str = "work/desk/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![full(locale), empty(locale), with_errors(locale), several(locale)]
    }
}

fn full(locale: Locale) -> DeskPage {
    let choice = |value: &str, lv: &str, en: &str| Choice::new(value, either(locale, lv, en));
    let services = vec![
        choice("1007", "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
        choice("1004", "Apbedīšanas pabalsts", "Funeral benefit"),
    ];
    DeskPage {
        tab: "team",
        tabs: tabs(locale),
        figures: figures(locale),
        filters: Filters { channel: "phone".to_owned(), ..Filters::default() },
        filtered: true,
        unfiltered: format!("/{locale}/work/desk?tab=team"),
        channels: vec![choice("phone", "Tālrunis", "Phone"), choice("electronic", "Elektroniski", "Electronic")],
        service: Pick { choices: services.clone(), value: "1007".to_owned(), ..Pick::default() },
        dues: vec![choice("late", "Nokavēti", "Late")],
        rows: rows(locale),
        paging: Paging {
            first: Some(format!("/{locale}/work/desk?tab=team")),
            next: Some(format!("/{locale}/work/desk?tab=team&after=31")),
        },
        may_take: true,
        may_register: true,
        consultation: panel(locale, services),
        errors: FormErrors::none(),
    }
}

fn empty(locale: Locale) -> DeskPage {
    let filters = Filters::default();
    let full = full(locale);
    let consultation = Panel { recent: Vec::new(), ..full.consultation };
    let (rows, paging) = (Vec::new(), Paging::default());
    let (may_take, may_register) = (false, false);
    DeskPage { tab: "done", filters, filtered: false, rows, paging, may_take, may_register, consultation, ..full }
}

fn with_errors(locale: Locale) -> DeskPage {
    let mut errors = FormErrors::none();
    errors.add(Some("consulted"), either(locale, "Izvēlieties kanālu.", "Choose a channel."));
    errors.add(Some("consultation-service"), either(locale, "Norādiet pakalpojumu.", "Name the service."));
    errors.add(Some("result"), either(locale, "Izvēlieties iznākumu.", "Choose an outcome."));
    errors.add(Some("note"), either(locale, "Piezīme ir par garu.", "The note is too long."));
    DeskPage { errors, filtered: true, rows: Vec::new(), ..full(locale) }
}

/// Words fit more than one, in the filter and in the panel.
fn several(locale: Locale) -> DeskPage {
    let full = full(locale);
    let here = |code: &str| format!("/{locale}/work/desk?tab=team&service={code}");
    let service = Pick::sample("<pabalsts>", &["1004", "1007"]).linked(here);
    let found = Pick { more: false, ..Pick::sample("pabalsts", &["1004", "1007"]) };
    let consultation = Panel { service: found, ..full.consultation };
    DeskPage { service, consultation, ..full }
}

fn tabs(locale: Locale) -> Vec<TabLink> {
    let counts = [
        ("mine", Some("7")),
        ("team", Some("99+")),
        ("unassigned", Some("5")),
        ("waiting", Some("4")),
        ("delivered", Some("2")),
        ("done", None),
    ];
    let tab = |(word, count): (&'static str, Option<&str>)| TabLink {
        word,
        href: format!("/{locale}/work/desk?tab={word}"),
        count: count.map(str::to_owned),
    };
    counts.into_iter().map(tab).collect()
}

fn figures(locale: Locale) -> Vec<Figure> {
    let figures = [("team", "99+", false), ("late", "2", true), ("today", "5", false), ("closed", "18", false)];
    let figure = |(word, count, urgent): (&'static str, &str, bool)| Figure {
        word,
        count: count.to_owned(),
        href: urgent.then(|| format!("/{locale}/work/desk?tab=team")),
        urgent,
    };
    figures.into_iter().map(figure).collect()
}

fn rows(locale: Locale) -> Vec<Row> {
    let states = [
        ("late", 2, "in_progress", "phone", false),
        ("late", 0, "accepted", "post", false),
        ("today", 0, "in_progress", "electronic", true),
        ("soon", 1, "submitted", "centre", false),
        ("later", 8, "accepted", "institution", false),
        ("paused", 0, "waiting_for_client", "electronic", true),
        ("done", 0, "decided", "electronic", true),
        ("done", 0, "delivered", "electronic", false),
        ("done", 0, "closed", "phone", false),
        ("done", 0, "withdrawn", "electronic", false),
    ];
    let row = |(number, (kind, days, state, channel, mine)): (
        usize,
        (&'static str, u32, &'static str, &'static str, bool),
    )| {
        let href = format!("/{locale}/work/cases/1007-{number}");
        Row {
            take: (state == "submitted").then(|| format!("{href}/take")),
            href,
            number: format!("1007 {number}"),
            service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            due_at: DateTime::UNIX_EPOCH,
            left: (kind == "paused").then_some(10),
            assignee: (state == "in_progress").then(|| "Pēteris Liepa".to_owned()),
            mine,
            channel,
            state,
            sla: Badge { kind, days },
        }
    };
    states.into_iter().enumerate().map(row).collect()
}

fn panel(locale: Locale, services: Vec<Choice>) -> Panel {
    let recent = |undo: Option<&str>| RecentConsultation {
        at: DateTime::UNIX_EPOCH,
        service: either(locale, "Apbedīšanas pabalsts", "Funeral benefit"),
        channel: "phone",
        outcome: "answered",
        undo: undo.map(|path| format!("/{locale}{path}")),
    };
    Panel {
        action: format!("/{locale}/work/consultations?tab=team"),
        key: "0190a0d2-0000-7000-8000-000000000001".to_owned(),
        channels: vec!["electronic", "phone", "post", "centre", "institution"],
        service: Pick { choices: services, ..Pick::default() },
        outcomes: vec!["answered", "requested", "forwarded", "unresolved"],
        typed: TypedConsultation { channel: "phone".to_owned(), outcome: "answered".to_owned(), ..Default::default() },
        recent: vec![recent(Some("/work/consultations/1/undo")), recent(None)],
    }
}
