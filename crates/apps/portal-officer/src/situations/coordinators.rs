//! `/work/situations/coordinators`: which institution coordinates what is written for residents, and for businesses.

use super::create::{OF_STATE, chosen};
use crate::parts::{Choice, either, form_errors, institution_name, refusal, seen_revision};
use crate::picks::{Meant, Pick, said};
use catalogue::{Coordination, SetCoordinator, SituationBranch};
use kernel::{Error, InstitutionId, Locale, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/situations/coordinators.html`.
#[derive(Debug, Clone, Serialize)]
pub struct CoordinatorsPage {
    branches: Vec<Branch>,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Branch {
    branch: &'static str,
    /// Name of the input: each branch has a form of its own.
    field: String,
    /// Who coordinates it now; nobody but the platform when none.
    coordinator: Option<String>,
    institution: Pick,
    revision: i64,
}

/// The page.
pub async fn coordinators(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    visit.render(&CoordinatorsPage::read(&visit, &tx, None, FormErrors::none()).await?)
}

/// Names the coordinator of a branch.
pub async fn set_coordinator(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/situations/coordinators");
    let branch: SituationBranch =
        sent.text("branch").parse().map_err(|_| Error::invalid("form-has-errors").field("branch", "work-choose"))?;
    let typed = said(&sent, &field(branch));
    let done = async {
        let institution = meant(&visit, &visit.read().await?, branch, &typed).await?;
        let mut tx = visit.write().await?;
        let input = SetCoordinator { branch, institution, revision: seen_revision(&sent) };
        catalogue::set_coordinator(&mut tx, input).await?;
        tx.commit().await
    };
    let error = match done.await {
        Ok(()) => return visit.redirect("/work/situations/coordinators?done=coordinator-set"),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    visit.render_with(status, &CoordinatorsPage::read(&visit, &tx, Some((branch, &typed)), errors).await?)
}

/// The institution that the form of a branch names.
async fn meant(visit: &Visit, tx: &Read, branch: SituationBranch, typed: &str) -> Result<InstitutionId> {
    chosen(visit, tx, typed).await.map_err(|error| match error.field_errors().first() {
        Some(wrong) => Error::invalid("form-has-errors").field(field(branch), wrong.key.clone()),
        None => error,
    })
}

fn field(branch: SituationBranch) -> String {
    format!("institution-{}", branch.as_str())
}

impl CoordinatorsPage {
    /// `typed` is what was sent for a branch and could not be kept.
    async fn read(
        visit: &Visit,
        tx: &Read,
        typed: Option<(SituationBranch, &str)>,
        errors: FormErrors,
    ) -> Result<Self> {
        let mut branches = Vec::new();
        for one in catalogue::coordinators(tx).await? {
            let now = one.coordinator.map(|id| id.to_string()).unwrap_or_default();
            let words = typed.filter(|(branch, _)| *branch == one.branch).map_or(now.as_str(), |(_, words)| words);
            branches.push(branch(visit, tx, &one, words).await?);
        }
        Ok(Self { branches, errors })
    }
}

async fn branch(visit: &Visit, tx: &Read, one: &Coordination, words: &str) -> Result<Branch> {
    let coordinator = match one.coordinator {
        Some(id) => Some(institution_name(tx, visit.locale(), id).await?),
        None => None,
    };
    let institution = Meant::read(visit, tx, OF_STATE, words).await?.pick(tx, visit.locale()).await?;
    let (branch, field) = (one.branch.as_str(), field(one.branch));
    Ok(Branch { branch, field, coordinator, institution, revision: one.revision })
}

impl Template for CoordinatorsPage {
    const NAME: &'static str = "work/situations/coordinators.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let pick = Pick { choices: vec![Choice::new("1", "VDAA")], value: "1".to_owned(), ..Pick::default() };
        let branch = |branch: SituationBranch, coordinator: Option<&str>| Branch {
            branch: branch.as_str(),
            field: field(branch),
            coordinator: coordinator.map(str::to_owned),
            institution: pick.clone(),
            revision: 1,
        };
        let branches =
            vec![branch(SituationBranch::Residents, Some("VDAA")), branch(SituationBranch::Businesses, None)];
        let plain = Self { branches, errors: FormErrors::none() };
        let mut wrong = plain.clone();
        wrong.branches[0].institution = Pick::sample("valsts", &["VID", "VSAA"]);
        let text = either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here.");
        wrong.errors.add(Some(&field(SituationBranch::Residents)), text);
        vec![plain, wrong]
    }
}
