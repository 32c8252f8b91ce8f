//! The auditor's page with an invented case.

use super::page::{AuditPage, Entry, Report, Viewed};
use crate::parts::{Paging, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for AuditPage {
    const NAME: &'static str = "work/audit/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        errors.add(Some("number"), either(locale, "Tādas lietas nav.", "There is no such case."));
        let number = "1007 42".to_owned();
        let of = |report| Self { number: number.clone(), report: Some(report), errors: FormErrors::none() };
        let whole = report(locale);
        let broken = Report { broken: Some(3), views: Vec::new(), paging: Paging::default(), ..whole.clone() };
        vec![of(whole), of(broken), Self { number, report: None, errors }, Self::default()]
    }
}

fn report(locale: Locale) -> Report {
    Report {
        number: "1007 42".to_owned(),
        service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
        state: "in_progress",
        href: format!("/{locale}/work/cases/1007-42"),
        broken: None,
        stages: vec![entry(locale, Some("electronic")), entry(locale, None)],
        views: vec![Viewed {
            at: DateTime::UNIX_EPOCH,
            who: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            official: Some("Pēteris Liepa".to_owned()),
            role: "officer",
            what: either(locale, "Lieta", "The case"),
            why: either(locale, "Iesnieguma izskatīšana", "Handling the application"),
        }],
        paging: Paging { first: None, next: Some(format!("/{locale}/work/audit?number=1007-42&after=31#h-views")) },
    }
}

fn entry(locale: Locale, channel: Option<&'static str>) -> Entry {
    Entry {
        sequence: 1,
        title: either(locale, "Iesniegts", "Submitted"),
        at: DateTime::UNIX_EPOCH,
        recorded_at: DateTime::UNIX_EPOCH,
        doer: either(locale, "Klients", "Client"),
        official: channel.is_none().then(|| "Pēteris Liepa".to_owned()),
        channel,
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
    }
}
