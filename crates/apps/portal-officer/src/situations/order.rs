//! `/work/situations/order`: the order of the published life situations of a branch, by numbers.

use crate::parts::{Asked, either, form_errors, refusal, seen_revision};
use catalogue::{BranchOrder, OrderSituations, SituationBranch, branch_order, order_situations};
use kernel::{Error, Locale, Result};
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/situations/order.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OrderPage {
    branch: &'static str,
    revision: i64,
    rows: Vec<Row>,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    title: String,
    /// Name of the input with its number.
    field: String,
    place: String,
    /// The number it has now, where somebody else changed the branch meanwhile and something else is typed.
    now: Option<usize>,
}

/// The page.
pub async fn show_order(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let branch = branch_of(&Fields(asked))?;
    let tx = visit.read().await?;
    let order = branch_order(&tx, branch).await?;
    visit.render(&OrderPage::of(&visit, branch, &order, None))
}

/// Keeps the order that the numbers give.
pub async fn order(visit: Visit, sent: Fields) -> Answer {
    let branch = branch_of(&sent)?;
    let known = branch_order(&visit.read().await?, branch).await?;
    let visit = visit.shown_at(&format!("/work/situations/order?branch={}", branch.as_str()));
    let done = async {
        let slugs = numbered(&known, &sent)?;
        let mut tx = visit.write().await?;
        order_situations(&mut tx, OrderSituations { branch, revision: seen_revision(&sent), slugs }).await?;
        tx.commit().await
    };
    let error = match done.await {
        Ok(()) => {
            let path = format!("/work/situations/order?branch={}&done=situations-ordered", branch.as_str());
            return visit.redirect(&path);
        }
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let now = branch_order(&visit.read().await?, branch).await?;
    visit.render_with(status, &OrderPage { errors, ..OrderPage::of(&visit, branch, &now, Some(&sent)) })
}

/// The branch that an address or a form names.
fn branch_of(asked: &Fields) -> Result<SituationBranch> {
    asked.text("branch").parse().map_err(|_| Error::invalid("form-has-errors").field("branch", "work-choose"))
}

/// The words of the situations in the order of their numbers; equal numbers stand as before, those without one are left
/// out.
///
/// # Errors
/// Invalid with a field error for each number that is none.
fn numbered(known: &BranchOrder, sent: &Fields) -> Result<Vec<String>> {
    let (mut numbers, mut wrong) = (Vec::new(), Error::invalid("form-has-errors"));
    for line in &known.lines {
        let field = field(&line.slug);
        match sent.text(&field) {
            "" => {}
            typed => match typed.parse::<u32>() {
                Ok(number) => numbers.push((number, line.slug.clone())),
                Err(_) => wrong = wrong.field(field, "situation-place"),
            },
        }
    }
    if !wrong.field_errors().is_empty() {
        return Err(wrong);
    }
    numbers.sort_by_key(|(number, _)| *number);
    Ok(numbers.into_iter().map(|(_, slug)| slug).collect())
}

fn field(slug: &str) -> String {
    format!("place-{slug}")
}

impl OrderPage {
    /// `sent` are the numbers as they were typed, in place of those that the situations have. Where they were typed upon
    /// an order that is no longer so, each has the present number beside it, so that nobody replaces an order unseen.
    fn of(visit: &Visit, branch: SituationBranch, order: &BranchOrder, sent: Option<&Fields>) -> Self {
        let meanwhile = sent.is_some_and(|sent| seen_revision(sent) != order.revision);
        let row = |(number, line): (usize, &catalogue::SituationLine)| {
            let field = field(&line.slug);
            let typed = sent.and_then(|sent| sent.get(&field)).map(str::to_owned);
            let place = typed.unwrap_or_else(|| number.to_string());
            Row { title: line.title.get(visit.locale()).to_owned(), field, place, now: meanwhile.then_some(number) }
        };
        let rows = (1..).zip(&order.lines).map(row).collect();
        Self { branch: branch.as_str(), revision: order.revision, rows, errors: FormErrors::none() }
    }
}

impl Template for OrderPage {
    const NAME: &'static str = "work/situations/order.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |slug: &str, place: &str| Row {
            title: either(locale, "Bērna piedzimšana", "Childbirth"),
            field: field(slug),
            place: place.to_owned(),
            now: None,
        };
        let rows = vec![row("childbirth", "1"), row("illness", "<2>")];
        let plain = Self { branch: "residents", revision: 3, rows, errors: FormErrors::none() };
        let mut errors = FormErrors::none();
        errors.add(Some("place-illness"), either(locale, "Šeit jābūt skaitlim.", "A number is wanted here."));
        let none = Self { rows: Vec::new(), ..plain.clone() };
        let rows = (1..).zip(plain.rows.clone()).map(|(number, row)| Row { now: Some(number), ..row }).collect();
        let meanwhile = Self { rows, ..plain.clone() };
        vec![plain.clone(), Self { errors, ..plain }, meanwhile, none]
    }
}
