//! "Did you find what you were looking for?": kept without a person.

use catalogue::GiveFeedback;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `services/feedback.html`: the question again, when something was wrong with the answer.
#[derive(Debug, Serialize)]
pub(crate) struct FeedbackPage {
    q: String,
    results: String,
    opened: String,
    comment: String,
    back: String,
    errors: FormErrors,
}

impl Template for FeedbackPage {
    const NAME: &'static str = "citizen/services/feedback.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        let text = if locale == Locale::Lv { "Nerakstiet personas kodu." } else { "Leave out personal codes." };
        errors.add(Some("comment"), text);
        vec![Self {
            q: "bērnudārzs <x>".to_owned(),
            results: "3".to_owned(),
            opened: String::new(),
            comment: "010190-12345".to_owned(),
            back: format!("/{locale}/services?q=x"),
            errors,
        }]
    }
}

/// `POST /services/feedback`
pub(crate) async fn give_feedback(visit: Visit, sent: Fields) -> Answer {
    let q: String = sent.text("q").chars().take(200).collect();
    let given = GiveFeedback {
        query: q.clone(),
        results: sent.text("results").parse().unwrap_or_default(),
        found: sent.text("found") == "yes",
        opened: Some(sent.text("opened").to_owned()).filter(|code| !code.is_empty()),
        comment: sent.text("comment").to_owned(),
        locale: visit.locale(),
    };
    let list = format!("/services?q={}", web_kit::percent(&q));
    let mut tx = visit.write().await?;
    match catalogue::give_feedback(&mut tx, given).await {
        Ok(()) => {
            tx.commit().await?;
            visit.redirect(&format!("{list}&done=feedback"))
        }
        Err(error) => {
            let errors = visit.form_errors(error)?;
            drop(tx);
            let page = FeedbackPage {
                results: sent.text("results").chars().filter(char::is_ascii_digit).take(9).collect(),
                opened: sent.text("opened").chars().take(20).collect(),
                comment: sent.text("comment").to_owned(),
                back: visit.url(&list),
                q,
                errors,
            };
            visit.shown_at(&list).render_invalid(&page)
        }
    }
}
