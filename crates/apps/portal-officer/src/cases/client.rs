//! Who the client is: the name, and the personal code masked.

use super::page::ClientPanel;
use super::reveal::REASONS;
use crate::parts::choices;
use cases::Case;
use kernel::{Party, Result, Role};
use storage::Read;
use web_kit::Visit;

/// The client of a case that is open on the record. Auditors see names, no codes.
pub async fn panel(visit: &Visit, tx: &Read, case: &Case) -> Result<ClientPanel> {
    let mut panel = ClientPanel::default();
    let applicant = case.applicant.map(Party::Person);
    let parties: Vec<Party> = case.client.into_iter().chain(applicant).collect();
    let mut names = identity::names_of(tx, &parties).await?;
    if let Some(Party::Organisation(id)) = case.client {
        panel.registration_number = Some(identity::organisation(tx, id).await?.registration_number.as_str().to_owned());
        panel.applicant = applicant.and_then(|person| names.remove(&person));
    }
    panel.name = case.client.and_then(|client| names.remove(&client));
    if let Some(person) = case.applicant.filter(|_| visit.caller().role != Role::Auditor) {
        let person = identity::person(tx, person).await?;
        panel.code = person.code().map(identity::PersonalCode::masked);
        let contact: Vec<String> = person.phone.into_iter().chain(person.email).collect();
        panel.contact = (!contact.is_empty()).then(|| contact.join(", "));
        panel.reasons = choices(visit, "purpose", REASONS);
    }
    Ok(panel)
}
