//! Services that imported test data mention, and putting imported descriptions into the catalogue.

use crate::publish::publish_unchecked;
use crate::store::{edit, services};
use crate::{ChannelOffer, Contact, Description, Fee, ProviderStage, RegisterService, Stage, policy, register_service};
use kernel::{Channel, Error, InstitutionId, LangText, Locale, Result, digest_hex};
use storage::Write;

/// What became of an imported description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Added,
    Updated,
    Unchanged,
}

/// The code of the open service that a holder has under this name in imported test data; made now, and marked as
/// imported, when there is none. It cannot be requested on-line.
///
/// # Errors
/// Forbidden for everybody but the platform; not found for an unknown holder.
pub async fn ensure_sample(tx: &mut Write, holder: InstitutionId, name: LangText, summary: LangText) -> Result<String> {
    policy::may_import(tx.caller())?;
    let external_id = format!("sample:{holder}:{}", digest_hex(name.get(Locale::En).as_bytes()));
    if let Some(row) = services::by_external_id(tx, &external_id).await? {
        return Ok(row.code);
    }
    let description = sample_description(holder, name, summary);
    put_imported(tx, &external_id, holder, description).await.map(|(code, _)| code)
}

/// Adds or updates the open service with this external identifier.
pub(crate) async fn put_imported(
    tx: &mut Write,
    external_id: &str,
    holder: InstitutionId,
    description: Description,
) -> Result<(String, Outcome)> {
    if let Some(row) = services::by_external_id(tx, external_id).await? {
        if row.digest == edit::digest(&description)? {
            return Ok((row.code, Outcome::Unchanged));
        }
        publish_unchecked(tx, &row, Some(&description)).await?;
        return Ok((row.code, Outcome::Updated));
    }
    let input =
        RegisterService { id: None, holder, pilot: None, external_id: Some(external_id.to_owned()), description };
    let code = register_service(tx, input).await?;
    let row = services::by_code(tx, &code).await?.ok_or_else(|| Error::not_found("service"))?;
    publish_unchecked(tx, &row, None).await?;
    Ok((code, Outcome::Added))
}

/// A description of which only name and summary are known.
pub(crate) fn sample_description(holder: InstitutionId, name: LangText, summary: LangText) -> Description {
    let notice = LangText::new(
        "Izdomāts ieraksts: ievesti testa dati, nevis Latvijas pakalpojums.",
        "Invented entry: imported test data, not a Latvian service.",
    );
    Description {
        name,
        summary,
        providers: vec![ProviderStage { stage: Stage::Execution, institution: holder, contact: Contact::default() }],
        channels: vec![offer(Channel::Institution, Fee::Free)],
        notice: Some(notice),
        ..Description::empty()
    }
}

/// A channel of which only its existence and whether it costs something are known.
pub(crate) fn offer(channel: Channel, fee: Fee) -> ChannelOffer {
    ChannelOffer::new(channel, vec![Stage::Request, Stage::Receipt], fee)
}
