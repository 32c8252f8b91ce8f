//! Shows the whole personal code, for a stated reason that the client can read (PRF-03).

use super::act::at_case;
use crate::parts::{Choice, choices, either};
use axum::extract::Path;
use cases::CaseNumber;
use kernel::{Error, Locale, Result};
use serde::Serialize;
use storage::AccessRecord;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Why a whole code may be needed: message ids `purpose-…`. A closed list, so that the record holds no typed words.
pub const REASONS: [&str; 3] = ["verify-identity", "compare-registers", "prepare-decision"];

/// Context of `work/cases/identity.html`.
#[derive(Debug, Clone, Serialize)]
pub struct IdentityPage {
    number: String,
    href: String,
    reasons: Vec<Choice>,
    revealed: Option<Revealed>,
    errors: FormErrors,
}

/// Who it is.
#[derive(Debug, Clone, Serialize)]
struct Revealed {
    name: String,
    codes: Vec<String>,
    reason: String,
}

impl Template for IdentityPage {
    const NAME: &'static str = "work/cases/identity.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        errors.add(Some("reason"), either(locale, "Izvēlieties iemeslu", "Choose a reason"));
        let reason = either(locale, "Pārliecinās par klienta identitāti", "Making sure who the client is");
        let revealed = Revealed {
            name: "Anna Bērziņa".to_owned(),
            codes: vec!["328000-00014".to_owned()],
            reason: reason.clone(),
        };
        let page = |revealed, errors| Self {
            number: "1007 42".to_owned(),
            href: format!("/{locale}/work/cases/1007-42"),
            reasons: vec![Choice::new("verify-identity", reason.clone())],
            revealed,
            errors,
        };
        vec![page(Some(revealed), FormErrors::none()), page(None, errors)]
    }
}

/// The code, after its record is committed. It is not kept in an address, so going back does not show it again.
pub async fn reveal(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let number: CaseNumber = number.parse()?;
    let visit = at_case(visit, &number);
    let mut page = IdentityPage {
        number: number.to_string(),
        href: visit.url(&format!("/work/cases/{}", number.slug())),
        reasons: choices(&visit, "purpose", REASONS),
        revealed: None,
        errors: FormErrors::none(),
    };
    let Some(reason) = REASONS.into_iter().find(|reason| *reason == sent.text("reason")) else {
        page.errors = visit.form_errors(Error::invalid("form-has-errors").field("reason", "work-reason"))?;
        return visit.render_invalid(&page);
    };
    page.revealed = Some(revealed(&visit, &number, reason).await?);
    visit.render(&page)
}

async fn revealed(visit: &Visit, number: &CaseNumber, reason: &'static str) -> Result<Revealed> {
    let mut tx = visit.write().await?;
    let (case, _) = cases::history(&tx, number).await?;
    let subject = case.applicant.ok_or_else(|| Error::not_found("person"))?;
    tx.record_access(AccessRecord { subject, what: "personal-code", purpose: reason, case: Some(case.id) }).await?;
    let person = identity::person(&tx, subject).await?;
    tx.commit().await?;
    Ok(Revealed {
        name: person.display_name(),
        codes: person.codes.iter().map(identity::PersonalCode::reveal).collect(),
        reason: visit.text(&format!("purpose-{reason}")),
    })
}
