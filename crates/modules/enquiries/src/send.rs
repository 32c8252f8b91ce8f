//! Writing to an institution (POR-22).

use crate::addressees::require_addressee;
use crate::events::{ENQUIRY_RECEIVED, append};
use crate::{ENQUIRY_OVERDUE_TIMER, EnquiryKind, EnquiryLine, EnquiryState, store};
use chrono::TimeDelta;
use kernel::{
    EnquiryId, Error, ErrorKind, InstitutionId, Locale, PersonId, Result, Role, digest_hex, holds_personal_code,
};
use storage::Write;
use worktime::Calendar;

/// The series of numbers.
const SERIES: &str = "enquiry";
/// Longest subject, in characters.
const LONGEST_SUBJECT: usize = 120;
/// Shortest and longest text, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 10..=4000;
/// So many enquiries are taken within an hour: of one person who is signed in, and for one institution of all who are not.
const MOST_AN_HOUR: u64 = 60;
/// Digits of a reference: 128 bits.
const REFERENCE: usize = 32;

/// What somebody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendEnquiry {
    /// A question, a suggestion or a complaint; none when nothing was chosen.
    pub kind: Option<EnquiryKind>,
    /// To whom; the holder of the service when one is named.
    pub institution: Option<InstitutionId>,
    /// Code of the service it is about.
    pub service: Option<String>,
    /// About what.
    pub subject: String,
    /// What.
    pub text: String,
    /// The language of the page.
    pub language: Locale,
    /// What the form was made with: 32 hexadecimal digits. Whoever has it reads the answer.
    pub reference: String,
}

/// What was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its id.
    pub id: EnquiryId,
    /// What the answer is read with: the reference of the form, or a new one when that was used for other words.
    pub reference: String,
    /// Whether these very words were sent with this reference before; nothing was written then.
    pub repeated: bool,
}

/// Keeps an enquiry and sets its term. Anybody may write; who is signed in as a client is kept as the writer.
///
/// # Errors
/// Invalid with every field that is wrong: `enquiry-kind`, `enquiry-institution` (none, or one that is not there),
/// `enquiry-no-letters` (a service centre), `enquiry-subject`, `enquiry-text`, `enquiry-personal-data` (a personal code from
/// somebody unknown), `bad-reference`; not found for an unknown service; rate limited `enquiry-too-many`.
pub async fn send_enquiry(tx: &mut Write, input: SendEnquiry) -> Result<Sent> {
    let person = tx.caller().person.filter(|_| tx.caller().role == Role::Client);
    let Words { kind, subject, text } = checked(&input, person.is_some())?;
    let mut reference = input.reference.clone();
    if let Some(known) = store::by_hash(tx, &hash_of(&reference)?).await? {
        if known.person == person && known.line.kind == kind && known.subject == subject && known.text == text {
            return Ok(Sent { id: known.line.id, reference, repeated: true });
        }
        // Somebody went back and wrote something else: that is another letter, and nothing of it is lost.
        reference = new_reference(tx);
    }
    let institution = addressee(tx, &input).await?;
    require_calm(tx, institution, person).await?;
    let now = tx.now();
    let calendar = Calendar::of(institutions::calendar_transfers(tx, institution).await?.moves_days());
    let line = EnquiryLine {
        id: EnquiryId::new(tx.ids().uuid()),
        number: tx.next_number(SERIES).await?.to_string(),
        kind,
        state: EnquiryState::Open,
        institution,
        service: input.service,
        received_at: now,
        due_at: calendar.due_at(now, kind.term()),
    };
    let new = store::New { line: &line, person, hash: hash_of(&reference)?, subject, text, language: input.language };
    store::insert(tx, new).await?;
    tx.schedule(ENQUIRY_OVERDUE_TIMER, line.id.uuid(), line.due_at + TimeDelta::seconds(1)).await?;
    append(tx, &line, ENQUIRY_RECEIVED, None).await?;
    Ok(Sent { id: line.id, reference, repeated: false })
}

fn new_reference(tx: &Write) -> String {
    tx.ids().secret().iter().take(REFERENCE / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// That nobody floods an institution.
async fn require_calm(tx: &Write, institution: InstitutionId, person: Option<PersonId>) -> Result<()> {
    let hour = tx.now() - TimeDelta::hours(1);
    let full = match person {
        Some(person) => store::count_of_person(tx, person, hour, MOST_AN_HOUR).await? >= MOST_AN_HOUR,
        None => store::count_anonymous(tx, institution, hour, MOST_AN_HOUR).await? >= MOST_AN_HOUR,
    };
    if full { Err(Error::rate_limited("enquiry-too-many")) } else { Ok(()) }
}

/// The hash under which a reference is kept.
pub(crate) fn hash_of(reference: &str) -> Result<String> {
    let good = reference.len() == REFERENCE && reference.bytes().all(|byte| byte.is_ascii_hexdigit());
    if good { Ok(digest_hex(reference.as_bytes())) } else { Err(Error::invalid("bad-reference")) }
}

async fn addressee(tx: &Write, input: &SendEnquiry) -> Result<InstitutionId> {
    if let Some(code) = &input.service {
        return Ok(catalogue::service(tx, code).await?.holder);
    }
    let missing = || Error::invalid("form-has-errors").field("institution", "enquiry-institution");
    let id = input.institution.ok_or_else(missing)?;
    let institution = match institutions::find(tx, id).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(missing()),
        found => found?,
    };
    require_addressee(&institution)?;
    Ok(institution.id)
}

/// What was filled in rightly.
struct Words {
    kind: EnquiryKind,
    subject: String,
    text: String,
}

/// Everything that can be told from the form alone is told at once, in the order of the form.
fn checked(input: &SendEnquiry, known: bool) -> Result<Words> {
    let (subject, text) = (input.subject.trim(), input.text.trim());
    let mut error = Error::invalid("form-has-errors");
    if input.kind.is_none() {
        error = error.field("kind", "enquiry-kind");
    }
    if input.institution.is_none() && input.service.is_none() {
        error = error.field("institution", "enquiry-institution");
    }
    if subject.is_empty() || subject.chars().count() > LONGEST_SUBJECT {
        error = error.field("subject", "enquiry-subject");
    }
    if !LENGTH.contains(&text.chars().count()) {
        error = error.field("text", "enquiry-text");
    }
    for (field, value) in [("subject", subject), ("text", text)] {
        if !known && holds_personal_code(value) {
            error = error.field(field, "enquiry-personal-data");
        }
    }
    match input.kind {
        Some(kind) if error.field_errors().is_empty() => {
            Ok(Words { kind, subject: subject.to_owned(), text: text.to_owned() })
        }
        _ => Err(error),
    }
}
