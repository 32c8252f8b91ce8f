//! The page of a service with invented texts.

use super::{Line, OverviewPage, Published, Refused, Scheduled, Sent, Warned, Working};
use crate::parts::either;
use catalogue::{DraftState, Section};
use chrono::{DateTime, NaiveDate};
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for OverviewPage {
    const NAME: &'static str = "work/services/overview.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let page = |state: Option<DraftState>, alone: bool, reviewer: bool| full(locale, state, alone, reviewer);
        let published = |waits: bool| Some(Published { version: 3, from: DateTime::UNIX_EPOCH, waits });
        let mut errors = FormErrors::none();
        errors.add(Some("section/steps"), either(locale, "Trūkst soļu.", "Steps are missing."));
        errors.add(Some("comment"), either(locale, "Ierakstiet, kas jāmaina.", "Write what should change."));
        let free = Scheduled {
            version: 3,
            from: Some(DateTime::UNIX_EPOCH),
            note: String::new(),
            without: Vec::new(),
            show: format!("/{locale}/services/1007/versions/3"),
            compare: None,
            withdraw: format!("/{locale}/work/services/1007/versions/3/withdraw"),
            rewrite: Some(format!("/{locale}/work/services/1007/versions/3/withdraw?keep=yes")),
        };
        let quiet = Self {
            draft: None,
            refused: Vec::new(),
            overtaken: Vec::new(),
            sent: None,
            scheduled: Vec::new(),
            public: None,
            history: None,
            checked: None,
            state: "draft",
            changes: 0,
            warned: Vec::new(),
            warned_more: 0,
            ..page(None, true, false)
        };
        vec![
            page(Some(DraftState::Editing), true, false),
            page(Some(DraftState::Editing), false, false),
            Self { errors, ..page(Some(DraftState::InReview), false, true) },
            page(Some(DraftState::InReview), false, false),
            page(Some(DraftState::Returned), false, true),
            Self { published: published(false), ..page(None, true, false) },
            Self { published: published(true), ..page(None, true, false) },
            Self { state: "closed", editor: false, ..page(None, false, false) },
            Self { overtaken: Vec::new(), scheduled: vec![free], ..page(None, true, false) },
            quiet,
        ]
    }
}

/// A page with something of everything.
fn full(locale: Locale, state: Option<DraftState>, alone: bool, reviewer: bool) -> OverviewPage {
    OverviewPage {
        code: "1007".to_owned(),
        name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
        state: "open",
        published: None,
        here: format!("/{locale}/work/services/1007"),
        public: Some(format!("/{locale}/services/1007")),
        history: Some(format!("/{locale}/services/1007/versions")),
        preview: format!("/{locale}/services/1007/preview"),
        latest: 2,
        checked: NaiveDate::from_ymd_opt(2026, 11, 12),
        helpful: 3,
        unhelpful: 1,
        draft: state.map(|state| sample_draft(locale, state)),
        sections: vec![
            sample_line(locale, Section::Basics, 0, 0, true),
            sample_line(locale, Section::Steps, 1, 0, true),
            sample_line(locale, Section::Documents, 0, 2, true),
            sample_line(locale, Section::Law, 0, 0, false),
        ],
        changes: 3,
        blocking: if alone { 0 } else { 3 },
        warned: vec![Warned {
            href: format!("/{locale}/work/services/1007/sections/channels"),
            place: either(locale, "1. kanāls: maksa", "Channel 1: fee"),
            title: either(locale, "Maksa bez summas", "A fee without an amount"),
        }],
        warned_more: if alone { 3 } else { 0 },
        refused: vec![Refused {
            href: format!("/{locale}/work/services/1007/refused/1"),
            section: "law",
            by: "Ilze Kalniņa".to_owned(),
            at: DateTime::UNIX_EPOCH,
        }],
        overtaken: vec![either(locale, "Pamatziņas", "Basics")],
        sent: Some(Sent {
            sections: vec![either(locale, "Soļi", "Steps")],
            compare: format!("/{locale}/services/1007/versions/compare?from=2&to=4"),
        }),
        scheduled: vec![Scheduled {
            version: 3,
            from: Some(DateTime::UNIX_EPOCH),
            note: either(locale, "No janvāra", "From January"),
            without: vec![either(locale, "Sniedzēji un saziņa", "Providers and contacts")],
            show: format!("/{locale}/services/1007/versions/3"),
            compare: Some(format!("/{locale}/services/1007/versions/compare?from=2&to=3")),
            withdraw: format!("/{locale}/work/services/1007/versions/3/withdraw"),
            rewrite: None,
        }],
        editor: true,
        alone,
        reviewer,
        comment: String::new(),
        errors: FormErrors::none(),
    }
}

fn sample_line(locale: Locale, section: Section, wrong: usize, missing: usize, changed: bool) -> Line {
    Line {
        href: format!("/{locale}/work/services/1007/sections/{}", section.as_str()),
        section: section.as_str(),
        wrong,
        missing,
        warnings: missing,
        advice: if changed { missing + 1 } else { 0 },
        changed,
        by: if changed { "Dace Zariņa".to_owned() } else { String::new() },
        at: changed.then_some(DateTime::UNIX_EPOCH),
    }
}

fn sample_draft(locale: Locale, state: DraftState) -> Working {
    Working {
        state: state.as_str(),
        revision: 4,
        by: "Dace Zariņa".to_owned(),
        at: DateTime::UNIX_EPOCH,
        submitted_by: "Dace Zariņa".to_owned(),
        submitted_at: Some(DateTime::UNIX_EPOCH),
        comment: either(locale, "Lūdzu īsāk.", "Shorter, please."),
        reviewed_by: "Ilze Kalniņa".to_owned(),
        from: NaiveDate::from_ymd_opt(2027, 1, 1),
        note: either(locale, "Likuma grozījumi", "The law changed"),
    }
}
