//! Facts about enquiries. They carry no text and no writer: the log is for ever, personal data are not.

use crate::{EnquiryKind, EnquiryLine};
use kernel::{EnquiryId, InstitutionId, Result};
use serde::Serialize;
use storage::{Expected, NewEvent, Stream, Write};

/// Somebody wrote to an institution.
pub const ENQUIRY_RECEIVED: &str = "enquiry.received";
/// It was passed on to another institution.
pub const ENQUIRY_FORWARDED: &str = "enquiry.forwarded";
/// It was answered.
pub const ENQUIRY_ANSWERED: &str = "enquiry.answered";
/// Its term ended without an answer.
pub const ENQUIRY_OVERDUE: &str = "enquiry.overdue";
/// The writer said whether the answer helped.
pub const ENQUIRY_RATED: &str = "enquiry.rated";

/// Data of all these events, version 1. `service` and `holder` are what the indicators count by.
#[derive(Debug, Serialize)]
struct EnquiryFact {
    kind: EnquiryKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<String>,
    holder: InstitutionId,
    in_time: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    helpful: Option<bool>,
}

pub async fn append(tx: &mut Write, line: &EnquiryLine, kind: &'static str, helpful: Option<bool>) -> Result<()> {
    let fact = EnquiryFact {
        kind: line.kind,
        service: line.service.clone(),
        holder: line.institution,
        in_time: tx.now() <= line.due_at,
        helpful,
    };
    let event = NewEvent::new(kind, 1, &fact)?;
    tx.append(stream(line.id), Expected::Any, vec![event]).await?;
    Ok(())
}

fn stream(id: EnquiryId) -> Stream {
    Stream::new("enquiry", id.uuid())
}
