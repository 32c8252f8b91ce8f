//! What version 1 says of a case.

use cases::{Case, CaseFile, Decision, Desk, Doer, InformationRequest, Stage, State};
use chrono::{DateTime, Utc};
use documents::Document;
use identity::PersonalCode;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseSummary {
    /// Service code and number.
    #[schema(example = "1007 1")]
    number: String,
    /// Code of the service.
    service: String,
    /// `submitted`, `accepted`, `in_progress`, `waiting_for_client`, `decided`, `delivered`, `closed`, `withdrawn`.
    #[schema(example = "submitted")]
    state: &'static str,
    /// Who must act next: `office`, `client`, `done`.
    must_act: &'static str,
    /// `granted`, `refused`, `partly`; missing before the decision, for the client before its delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    /// `electronic`, `phone`, `post`, `centre`, `institution`.
    channel: &'static str,
    submitted_at: DateTime<Utc>,
    /// Until when it is to be decided; while the client must act, as it was when the clock stopped.
    due_at: DateTime<Utc>,
    /// While the client must act: working days that will be left after the answer; below zero if it was late already.
    #[serde(skip_serializing_if = "Option::is_none")]
    working_days_left: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<DateTime<Utc>>,
    /// Whether the due time passed while the office had to act.
    overdue: bool,
    /// Number of the last event; also in `ETag`.
    revision: i64,
}

/// A result that has been delivered waits for nobody: that it stands on a desk of its own is the officers' matter.
const fn must_act(case: &Case) -> Desk {
    if case.state.has_ended() { Desk::Done } else { case.desk() }
}

impl From<&Case> for CaseSummary {
    fn from(case: &Case) -> Self {
        Self {
            number: case.number.to_string(),
            service: case.service.clone(),
            state: case.state.as_str(),
            must_act: must_act(case).as_str(),
            outcome: case.outcome.map(cases::Outcome::as_str),
            channel: case.channel.as_str(),
            submitted_at: case.submitted_at,
            due_at: case.due_at,
            // A request that was taken back unanswered still remembers its clock; nobody waits for it.
            working_days_left: case
                .remaining
                .filter(|_| case.state == State::WaitingForClient)
                .map(|left| left.working_days),
            decided_at: case.decided_at,
            closed_at: case.closed_at,
            overdue: case.overdue,
            revision: case.revision,
        }
    }
}

/// A question to the client, and the answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Question {
    question: String,
    asked_at: DateTime<Utc>,
    answer_due: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered_at: Option<DateTime<Utc>>,
}

impl From<InformationRequest> for Question {
    fn from(request: InformationRequest) -> Self {
        Self {
            question: request.question,
            asked_at: request.asked_at,
            answer_due: request.answer_due,
            answer: request.answer,
            answered_at: request.answered_at,
        }
    }
}

/// A file of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct File {
    id: Uuid,
    /// The question it answers, `decision`, `answer-` and a number when it came with an answer to the institution, or
    /// `request` for a scanned request. The file itself is at `/api/v1/cases/{number}/documents/{id}`.
    field: String,
    name: String,
    media_type: String,
    /// Bytes.
    size: u64,
    sha256: String,
}

impl From<Document> for File {
    fn from(document: Document) -> Self {
        Self {
            id: document.id.uuid(),
            field: document.field,
            name: document.file_name,
            media_type: document.media_type,
            size: document.size,
            sha256: document.sha256,
        }
    }
}

/// The decision on a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionShape {
    /// `granted`, `refused`, `partly`.
    outcome: &'static str,
    text: String,
    decided_at: DateTime<Utc>,
    /// Id of the decision among the files.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<Uuid>,
}

impl From<Decision> for DecisionShape {
    fn from(decision: Decision) -> Self {
        Self {
            outcome: decision.outcome.as_str(),
            text: decision.text,
            decided_at: decision.decided_at,
            document: decision.document.map(kernel::DocumentId::uuid),
        }
    }
}

/// A case with its answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDetail {
    #[serde(flatten)]
    summary: CaseSummary,
    /// By field name of the form.
    #[schema(value_type = Object)]
    answers: Value,
    /// Which answers came from which register, and when.
    #[schema(value_type = Object)]
    sources: Value,
    /// What the institution noted of a request that came to it another way and that it registered itself: empty when it
    /// noted nothing, missing for every other case.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    questions: Vec<Question>,
    files: Vec<File>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionShape>,
}

impl TryFrom<CaseFile> for CaseDetail {
    type Error = kernel::Error;

    fn try_from(file: CaseFile) -> kernel::Result<Self> {
        Ok(Self {
            summary: CaseSummary::from(&file.case),
            answers: Value::Object(file.answers),
            sources: serde_json::to_value(file.sources)?,
            note: file.intake.map(|intake| intake.note),
            questions: file.requests.into_iter().map(Question::from).collect(),
            files: file.documents.into_iter().map(File::from).collect(),
            decision: file.decision.map(DecisionShape::from),
        })
    }
}

impl CaseDetail {
    /// Masks the personal codes among the answers, as the case's page for officials does.
    pub fn mask_codes(&mut self) {
        mask(&mut self.answers);
    }
}

fn mask(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Ok(code) = PersonalCode::parse(text) {
                *text = code.masked();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(mask),
        Value::Object(fields) => fields.values_mut().for_each(mask),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// One step of a case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseEvent {
    /// Number in the case, from 1.
    sequence: i64,
    /// `case.submitted`, `case.decided` …
    kind: String,
    /// When it happened.
    at: DateTime<Utc>,
    /// When it was written down.
    recorded_at: DateTime<Utc>,
    /// `client`, `institution`, `system`, `platform`, or `source`: another system whose log was taken over.
    by: &'static str,
    /// Which institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<Uuid>,
    channel: &'static str,
    /// The facts; no personal data.
    #[schema(value_type = Object)]
    data: Value,
    /// SHA-256 of this event and the one before.
    hash: String,
}

impl From<Stage> for CaseEvent {
    fn from(stage: Stage) -> Self {
        let (by, institution) = match stage.doer {
            Doer::Client => ("client", None),
            Doer::Institution(id) => ("institution", Some(id.uuid())),
            Doer::System(id) => ("system", Some(id.uuid())),
            Doer::Source(_) => ("source", None),
            Doer::Platform => ("platform", None),
        };
        Self {
            sequence: stage.sequence,
            kind: stage.kind,
            at: stage.at,
            recorded_at: stage.recorded_at,
            by,
            institution,
            channel: stage.channel.as_str(),
            data: stage.data,
            hash: stage.hash,
        }
    }
}
