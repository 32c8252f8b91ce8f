//! The page of a template with invented content.

use super::page::{Attached, MemberRow, Own, Step, TemplatePage, TypedAttach, Version};
use super::plan::Plans;
use crate::parts::{Choice, either};
use crate::picks::Pick;
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for TemplatePage {
    const NAME: &'static str = "work/unified/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let platform = sample(locale, "published", true, None);
        let draft = TemplatePage { members: Vec::new(), public: None, ..sample(locale, "draft", true, None) };
        let own = Own {
            fits: true,
            attached: None,
            service: Pick { choices: vec![Choice::new("1100", "1100 Būvatļauja")], ..Pick::default() },
            typed: TypedAttach { service: "1100".to_owned(), words: "own".to_owned(), ..TypedAttach::default() },
        };
        let kept = Attached {
            code: "1100".to_owned(),
            name: either(locale, "Būvatļauja <paraugs>", "Building permit <example>"),
            href: format!("/{locale}/work/services/1100"),
        };
        let attached = Own { attached: Some(kept), service: Pick::default(), ..own.clone() };
        let unfit = Own { fits: false, ..own.clone() };
        let several = Own { service: Pick::sample("būv", &["1100", "1101"]), ..own.clone() };
        let mut errors = FormErrors::none();
        for field in ["service", "deviation-lv"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let contact = sample(locale, "published", false, Some(own));
        let with = |plans| TemplatePage { plans, ..platform.clone() };
        vec![
            with(Plans::sample(locale, false)),
            with(Plans::sample(locale, true)),
            with(Plans::sample_taken_back(locale)),
            platform.clone(),
            draft,
            TemplatePage { errors, ..contact.clone() },
            contact,
            sample(locale, "published", false, Some(several)),
            sample(locale, "withdrawn", false, Some(attached)),
            sample(locale, "published", false, Some(unfit)),
        ]
    }
}

fn sample(locale: Locale, state: &'static str, manage: bool, own: Option<Own>) -> TemplatePage {
    let href = format!("/{locale}/work/templates/V102");
    let member = |holder: &str, deviations: Vec<String>| MemberRow {
        holder: holder.to_owned(),
        service: "1100".to_owned(),
        href: format!("/{locale}/services/1100"),
        state: "open",
        fee: "45,00 €".to_owned(),
        deadline: either(locale, "20 darba dienas", "20 working days"),
        note: deviations.first().cloned().unwrap_or_default(),
        deviations,
        detach: manage,
    };
    let longer = either(locale, "Termiņš ir garāks: 20 darba dienas.", "The deadline is longer: 20 working days.");
    TemplatePage {
        code: "V102".to_owned(),
        name: either(locale, "Būvatļauja <paraugs>", "Building permit <example>"),
        summary: either(locale, "Saņemiet atļauju būvēt.", "Get a permit to build."),
        state,
        scope: "municipalities",
        revision: 3,
        public: Some(format!("/{locale}/unified/V102")),
        href,
        manage,
        local: vec![either(locale, "Maksa un termiņš.", "Fee and deadline.")],
        steps: vec![Step {
            stage: "request",
            title: either(locale, "Iesniedzat ieceri", "Submit your intention"),
            text: either(locale, "Iesniegumu un projektu.", "Application and design."),
        }],
        documents: vec![either(locale, "Iesniegums", "Application")],
        laws: vec![either(locale, "Būvniecības likums", "Construction Law")],
        members: vec![member("Cēsu novada pašvaldība", Vec::new()), member("Ogres novada pašvaldība", vec![longer])],
        compares: true,
        own,
        plans: Plans::default(),
        history: if manage {
            vec![Version { version: 2, at: DateTime::UNIX_EPOCH, note: "Jauns nosaukums".to_owned() }]
        } else {
            Vec::new()
        },
        errors: FormErrors::none(),
    }
}
