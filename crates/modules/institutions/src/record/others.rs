//! What a record says of other institutions: the body above, a code that is given once.

use super::model::InstitutionIdentity;
use crate::{Institution, InstitutionFilter, InstitutionKind, store};
use kernel::{FieldError, InstitutionId, PageRequest, Result};
use storage::Read;

/// Nobody stands deeper below a ministry than this.
const DEEPEST: usize = 10;

/// The longest code, in characters.
const LONGEST_CODE: usize = 40;

/// The id of the parent that an identity names, and what is wrong, by field: `kind`, `atvk`, `parent`. `own` is the
/// institution as it is, where it is there already.
pub(crate) async fn among_others(
    tx: &Read,
    own: Option<&Institution>,
    identity: &InstitutionIdentity,
) -> Result<(Option<InstitutionId>, Vec<FieldError>)> {
    let mut faults = Vec::new();
    let id = own.map(|own| own.id);
    if let Some(own) = own
        && own.kind == InstitutionKind::Municipality
        && identity.kind != InstitutionKind::Municipality
        && has_centres(tx, own.id).await?
    {
        faults.push(FieldError::new("kind", "institution-has-centres"));
    }
    if identity.kind == InstitutionKind::Municipality
        && let Some(atvk) = &identity.atvk
        && store::institutions::has_atvk(tx, id, atvk).await?
    {
        faults.push(FieldError::new("atvk", "institution-atvk-taken"));
    }
    let Some(code) = &identity.parent else { return Ok((None, faults)) };
    let Some(parent) = store::institutions::by_code(tx, code).await? else {
        faults.push(FieldError::new("parent", "institution-parent-unknown"));
        return Ok((None, faults));
    };
    let above = parent.id;
    let over_centres = [InstitutionKind::Municipality, InstitutionKind::Ministry];
    if identity.kind == InstitutionKind::ServiceCentre && !over_centres.contains(&parent.kind) {
        faults.push(FieldError::new("parent", "institution-parent-centre"));
    } else if let Some(own) = id
        && stands_below(tx, parent, own).await?
    {
        faults.push(FieldError::new("parent", "institution-parent-below"));
    }
    Ok((Some(above), faults))
}

async fn has_centres(tx: &Read, municipality: InstitutionId) -> Result<bool> {
    let filter = InstitutionFilter { kind: Some(InstitutionKind::ServiceCentre), parent: Some(municipality) };
    let first = store::institutions::list(tx, &filter, &PageRequest::first(1)).await?;
    Ok(!first.items.is_empty())
}

/// Whether `one` is `other` or stands somewhere below it.
async fn stands_below(tx: &Read, mut one: Institution, other: InstitutionId) -> Result<bool> {
    for _ in 0..DEEPEST {
        if one.id == other {
            return Ok(true);
        }
        let Some(parent) = one.parent else { return Ok(false) };
        one = crate::find(tx, parent).await?;
    }
    Ok(true)
}

/// What is wrong with the code of a new institution. Places have codes of their institution with a number, so no
/// institution gets a code that is a place of another one or would become one.
pub(super) async fn code_fault(tx: &Read, code: &str) -> Result<Option<FieldError>> {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let begins = code.starts_with(|sign: char| sign.is_ascii_uppercase());
    if !(begins && (2..=LONGEST_CODE).contains(&code.len()) && code.split('-').all(part)) {
        return Ok(Some(FieldError::new("code", "institution-code")));
    }
    let known = store::institutions::by_code(tx, code).await?.is_some();
    if known || store::branches::find(tx, code).await?.is_some() {
        return Ok(Some(FieldError::new("code", "institution-code-taken")));
    }
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((start, end)) = code.rsplit_once('-')
        && number(end)
        && store::institutions::by_code(tx, start).await?.is_some()
    {
        return Ok(Some(FieldError::new("code", "institution-code-of-place")));
    }
    let start = format!("{code}-");
    let longer = store::institutions::codes_beginning(tx, &start).await?;
    let place = longer.iter().any(|longer| longer.strip_prefix(&start).is_some_and(number));
    Ok(place.then(|| FieldError::new("code", "institution-code-of-place")))
}
