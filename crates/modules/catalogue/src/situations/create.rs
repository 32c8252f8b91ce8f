//! Beginning a life situation.

use super::events::{SITUATION_CREATED, SituationFact, append};
use super::{SituationBranch, SituationText, branches, policy, quality};
use crate::store::situations;
use kernel::{FieldError, InstitutionId, Result, SituationId, no_faults};
use storage::Write;

/// Words of addresses that lead elsewhere.
const TAKEN: [&str; 4] = ["new", "corrections", "coordinators", "order"];

/// A life situation to be begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateSituation {
    /// Its id, when it is fixed in content; a new one otherwise.
    pub id: Option<SituationId>,
    /// Its word in addresses: small letters, digits and `-`.
    pub slug: String,
    /// For whom.
    pub branch: SituationBranch,
    /// Who answers for it.
    pub responsible: InstitutionId,
    /// Its place in the list of its branch; smaller comes first.
    pub place: i32,
    /// The first text; gaps are allowed until it is published.
    pub text: SituationText,
}

/// Begins a life situation as a draft.
///
/// # Errors
/// Forbidden for everybody but the contact person of the branch's coordinator and the platform; not found for an
/// unknown institution; invalid with field errors `slug` (`situation-slug`, `situation-slug-taken`) and of the text.
pub async fn create_situation(tx: &mut Write, input: CreateSituation) -> Result<SituationId> {
    policy::may_coordinate(tx.caller(), branches::of(tx, input.branch).await?.coordinator)?;
    institutions::find(tx, input.responsible).await?;
    let mut wrong = situation_faults(&input.slug, &input.text);
    if situations::by_slug(tx, &input.slug).await?.is_some() {
        wrong.push(FieldError::new("slug", "situation-slug-taken"));
    }
    no_faults(wrong)?;
    let id = input.id.unwrap_or_else(|| SituationId::new(tx.ids().uuid()));
    let digest = situations::insert(tx, id, &input).await?;
    let fact = SituationFact { slug: input.slug, responsible: input.responsible, version: 1, digest };
    append(tx, id, SITUATION_CREATED, &fact).await?;
    Ok(id)
}

/// What is wrong with the text and the word for addresses of a new one, as far as they tell by themselves.
#[must_use]
pub fn situation_faults(slug: &str, text: &SituationText) -> Vec<FieldError> {
    let word = (!is_slug(slug)).then(|| FieldError::new("slug", "situation-slug"));
    quality::unwritable(text).into_iter().chain(word).collect()
}

/// Two to sixty small letters, digits and single hyphens between them.
fn is_slug(text: &str) -> bool {
    let parts = text
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    (2..=60).contains(&text.len()) && parts && !TAKEN.contains(&text)
}
