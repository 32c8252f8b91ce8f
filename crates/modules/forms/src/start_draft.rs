//! Begins an application, or goes on with the one that is open.

use crate::draft::{DRAFT_DAYS, Draft};
use crate::events::{self, Started};
use crate::expire::{self, EXPIRE_TIMER};
use crate::normalise::RawInput;
use crate::source::Known;
use crate::{registry, source, store};
use chrono::TimeDelta;
use kernel::{DraftId, Error, InstitutionId, Result};
use registers::Lookup;
use storage::{Expected, Stream, Write};

/// What to begin.
#[derive(Debug, Clone)]
pub struct StartDraft {
    /// The service that is applied for; the caller has checked that it can be requested.
    pub service_code: String,
    /// Who holds it: the institution whose figures count what was begun.
    pub holder: InstitutionId,
    /// Its form.
    pub form_key: String,
    /// What the person register said, asked before this unit of work was opened.
    pub prefill: Lookup,
    /// What the platform itself knows of who applies.
    pub known: Known,
}

/// Begins an application in the newest version of the form, filled with what a register knows. Whoever has an open
/// draft for the same service and the same client goes on with that one.
///
/// # Errors
/// Unauthenticated or forbidden for everybody but clients; forbidden `service-not-assigned` for a service that company
/// management did not assign; not found `form`.
pub async fn start_draft(tx: &mut Write, input: StartDraft) -> Result<DraftId> {
    let party = tx.caller().require_party()?;
    let person = tx.caller().require_person()?;
    tx.caller().require_service(&input.service_code)?;
    let definition = registry::definition(&input.form_key, None)?;
    let open_key = Draft::open_key(person, party, &input.service_code);
    if let Some(open) = store::find_open(tx.conn(), &open_key).await? {
        if open.expires_at > tx.now() {
            return Ok(open.id);
        }
        expire::end(tx, open).await?;
    }
    let (mut answers, sources) = source::prefill(&definition, &input.prefill, &input.known);
    source::settle(&definition, party, &mut answers);
    let draft = Draft {
        id: DraftId::new(tx.ids().uuid()),
        service_code: input.service_code,
        form_key: definition.key.clone(),
        form_version: definition.version,
        person,
        party,
        raw: RawInput::default(),
        step: definition.steps(&answers).first().map(|first| first.step.key.clone()).unwrap_or_default(),
        answers,
        sources,
        revision: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
        expires_at: tx.now() + TimeDelta::days(DRAFT_DAYS),
        submitted_case: None,
    };
    if !store::insert(tx.conn(), &draft, &open_key).await? {
        // Begun at the same instant in another window: go on with that one.
        let open = store::find_open(tx.conn(), &open_key).await?;
        return open.map(|open| open.id).ok_or_else(|| Error::conflict("draft-begun"));
    }
    let fact = events::started(&Started {
        draft: draft.id,
        service: &draft.service_code,
        holder: input.holder,
        form: &draft.form_key,
        form_version: draft.form_version,
    })?;
    tx.append(Stream::draft(draft.id), Expected::New, vec![fact]).await?;
    tx.schedule(EXPIRE_TIMER, draft.id.uuid(), draft.expires_at).await?;
    Ok(draft.id)
}
