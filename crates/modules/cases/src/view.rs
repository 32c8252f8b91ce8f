//! An official opens a case: on the record first.

use crate::{
    Action, Case, CaseNumber, Complaint, Decision, Doer, Feedback, InformationRequest, Intake, Stage, change,
    history::stages_of, store,
};
use documents::Document;
use forms::{Answers, Sources};
use kernel::{CaseId, Channel, DocumentId, Result, Role};
use storage::{AccessRecord, Read, Write};

/// Why an official opens a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To handle it.
    Handle,
    /// To tell its client about it.
    Consult,
    /// To check how it was handled.
    Audit,
}

impl Purpose {
    /// Why somebody in this role opens a case.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Officer | Role::ApiClient => Self::Handle,
            Role::Auditor => Self::Audit,
            _ => Self::Consult,
        }
    }

    /// The message id of the words that the client reads: `purpose-<id>`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Handle => "handle-case",
            Self::Consult => "consult-client",
            Self::Audit => "audit",
        }
    }
}

/// A case with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// What was answered.
    pub answers: Answers,
    /// Which answers came from which register.
    pub sources: Sources,
    /// What the institution noted, when it registered the request itself.
    pub intake: Option<Intake>,
    /// Questions and answers.
    pub requests: Vec<InformationRequest>,
    /// The decision.
    pub decision: Option<Decision>,
    /// The client's rating.
    pub feedback: Option<Feedback>,
    /// What the client complained of, oldest first.
    pub complaints: Vec<Complaint>,
    /// Files.
    pub documents: Vec<Document>,
    /// What happened, oldest first.
    pub stages: Vec<Stage>,
}

impl CaseFile {
    /// Whether it shows somebody's data, known or not. An imported case holds numbers and times alone.
    #[must_use]
    pub fn is_about_somebody(&self) -> bool {
        let noted = self.intake.as_ref().is_some_and(|intake| !intake.note.is_empty());
        let known = self.case.applicant.is_some() || self.case.client.is_some();
        known || noted || !self.answers.is_empty() || !self.documents.is_empty()
    }

    /// By which channel an answer came that the institution wrote down for the client: its words are the institution's,
    /// and nobody is to read them as typed by the client. None for an answer of the client's own.
    #[must_use]
    pub fn written_down(&self, request: &InformationRequest) -> Option<Channel> {
        let ended = |stage: &&Stage| {
            stage.kind == "case.information_provided" && Some(stage.recorded_at) == request.answered_at
        };
        let stage = self.stages.iter().find(ended)?;
        matches!(stage.doer, Doer::Institution(_)).then_some(stage.channel)
    }
}

/// Opens a case. The access record is written in the same unit of work: the door commits before it shows anything,
/// and shows nothing when the commit fails (PRF-03, AUD-01).
///
/// # Errors
/// Not found for a case of another institution; unavailable when the record cannot be written.
pub async fn open_case(tx: &mut Write, number: &CaseNumber, purpose: Purpose) -> Result<CaseFile> {
    let case = change::load(tx, number, Action::ReadOfficial).await?;
    let decision = store::decision(tx, case.id).await?;
    let file = file_of(tx, case, decision).await?;
    if file.is_about_somebody() {
        record(tx, &file.case, "case", purpose).await?;
    }
    Ok(file)
}

/// Everything that belongs to a case that the caller has loaded, with the decision as far as the caller may know it.
pub async fn file_of(tx: &Read, case: Case, decision: Option<Decision>) -> Result<CaseFile> {
    let (answers, sources) = answers_of(tx, &case).await?;
    Ok(CaseFile {
        answers,
        sources,
        intake: store::intake(tx, case.id).await?,
        requests: store::requests(tx, case.id).await?,
        decision,
        feedback: store::feedback(tx, case.id).await?,
        complaints: store::complaints(tx, case.id).await?,
        documents: documents::documents_of_case(tx, case.id).await?,
        stages: stages_of(tx, &case).await?,
        case,
    })
}

async fn answers_of(tx: &Read, case: &Case) -> Result<(Answers, Sources)> {
    let Some((answers, sources)) = store::answers(tx, case.id).await? else {
        return Ok((Answers::new(), Sources::new()));
    };
    Ok((serde_json::from_str(&answers)?, serde_json::from_str(&sources)?))
}

/// A file of a case that an official may read, as soon as the unit of work that recorded it is committed.
#[derive(Debug)]
pub struct RecordedFile {
    case: CaseId,
    document: DocumentId,
}

/// Records that an official reads a file of a case; [`read_file`] then gives it. Clients have [`crate::own_file`].
///
/// # Errors
/// Not found for a case of another institution, or a file that is not of this case.
pub async fn case_file(tx: &mut Write, number: &CaseNumber, id: DocumentId) -> Result<RecordedFile> {
    let case = change::load(tx, number, Action::ReadOfficial).await?;
    let document = documents::document_of_case(tx, case.id, id).await?.id;
    record(tx, &case, "document", Purpose::of(tx.caller().role)).await?;
    Ok(RecordedFile { case: case.id, document })
}

/// The file whose reading is on the record. It holds up nobody who writes: the caller commits the record first, and
/// reads outside of that unit of work.
///
/// # Errors
/// Not found for a file that was taken away meanwhile; internal `document-damaged`.
pub async fn read_file(tx: &Read, recorded: RecordedFile) -> Result<(Document, bytes::Bytes)> {
    documents::open_of_case(tx, recorded.case, recorded.document).await
}

/// On the record of the applicant or, when an institution registered the case for a client whom the platform does not
/// know or for a company, of the case.
async fn record(tx: &mut Write, case: &Case, what: &'static str, purpose: Purpose) -> Result<()> {
    let purpose = purpose.as_str();
    match case.applicant {
        Some(subject) => tx.record_access(AccessRecord { subject, what, purpose, case: Some(case.id) }).await,
        None => tx.record_access_to_case(case.id, what, purpose).await,
    }
}
