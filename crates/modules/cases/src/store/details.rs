//! What belongs to a case: answers, questions, the decision, what the client thought of it.

use super::{case_answers, case_complaints, case_decisions, case_feedback, case_intakes, case_requests};
use crate::{Complaint, Decision, Feedback, InformationRequest, Intake};
use chrono::{DateTime, Utc};
use kernel::{CaseId, DocumentId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

pub async fn insert_answers(tx: &Write, case: CaseId, answers: String, sources: String) -> Result<()> {
    let row = case_answers::ActiveModel { case_id: Set(case.uuid()), answers: Set(answers), sources: Set(sources) };
    tx.put(case_answers::Entity::insert_many([row])).await
}

/// Answers and their sources, as JSON.
pub async fn answers(tx: &Read, case: CaseId) -> Result<Option<(String, String)>> {
    let row = case_answers::Entity::find_by_id(case.uuid()).one(tx.conn()).await.db()?;
    Ok(row.map(|row| (row.answers, row.sources)))
}

pub async fn insert_intake(tx: &Write, case: CaseId, intake: &Intake) -> Result<()> {
    let row = case_intakes::ActiveModel { case_id: Set(case.uuid()), note: Set(intake.note.clone()) };
    tx.put(case_intakes::Entity::insert_many([row])).await
}

/// What the institution noted; none for a case that it did not register itself.
pub async fn intake(tx: &Read, case: CaseId) -> Result<Option<Intake>> {
    let row = case_intakes::Entity::find_by_id(case.uuid()).one(tx.conn()).await.db()?;
    Ok(row.map(|row| Intake { note: row.note }))
}

pub async fn insert_request(tx: &Write, case: CaseId, request: &InformationRequest) -> Result<()> {
    let row = case_requests::ActiveModel {
        id: Set(tx.ids().uuid()),
        case_id: Set(case.uuid()),
        question: Set(request.question.clone()),
        asked_at: Set(request.asked_at),
        answer_due: Set(request.answer_due),
        answer: Set(None),
        answered_at: Set(None),
    };
    tx.put(case_requests::Entity::insert_many([row])).await
}

/// Ends the open question of a case with its answer; with none when its time is over.
pub async fn end_request(tx: &Write, case: CaseId, answer: Option<&str>) -> Result<()> {
    case_requests::Entity::update_many()
        .col_expr(case_requests::Column::Answer, Expr::value(answer.map(str::to_owned)))
        .col_expr(case_requests::Column::AnsweredAt, Expr::value(Some(tx.now())))
        .filter(case_requests::Column::CaseId.eq(case.uuid()))
        .filter(case_requests::Column::AnsweredAt.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// The last questions of a case, oldest first: the open one is always among them.
pub async fn requests(tx: &Read, case: CaseId) -> Result<Vec<InformationRequest>> {
    let rows = case_requests::Entity::find()
        .filter(case_requests::Column::CaseId.eq(case.uuid()))
        .order_by_desc(case_requests::Column::AskedAt)
        .limit(100)
        .all(tx.conn())
        .await
        .db()?;
    let request = |row: case_requests::Model| InformationRequest {
        question: row.question,
        asked_at: row.asked_at,
        answer_due: row.answer_due,
        answer: row.answer,
        answered_at: row.answered_at,
    };
    Ok(rows.into_iter().rev().map(request).collect())
}

/// Until when the open question of each of these cases is to be answered; a case without one is not among them.
pub async fn answers_due(tx: &Read, cases: &[CaseId]) -> Result<BTreeMap<CaseId, DateTime<Utc>>> {
    let query = case_requests::Entity::find()
        .select_only()
        .column(case_requests::Column::CaseId)
        .column(case_requests::Column::AnswerDue)
        .filter(case_requests::Column::CaseId.is_in(cases.iter().map(|case| case.uuid())))
        .filter(case_requests::Column::AnsweredAt.is_null());
    let rows: Vec<(uuid::Uuid, DateTime<Utc>)> = query.into_tuple().all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|(case, due)| (CaseId::new(case), due)).collect())
}

pub async fn insert_decision(tx: &Write, case: CaseId, decision: &Decision) -> Result<()> {
    let row = case_decisions::ActiveModel {
        case_id: Set(case.uuid()),
        outcome: Set(decision.outcome.as_str().to_owned()),
        text: Set(decision.text.clone()),
        document: Set(decision.document.map(DocumentId::uuid)),
        decided_at: Set(decision.decided_at),
    };
    tx.put(case_decisions::Entity::insert_many([row])).await
}

pub async fn decision(tx: &Read, case: CaseId) -> Result<Option<Decision>> {
    let Some(row) = case_decisions::Entity::find_by_id(case.uuid()).one(tx.conn()).await.db()? else {
        return Ok(None);
    };
    Ok(Some(Decision {
        outcome: row.outcome.parse()?,
        text: row.text,
        document: row.document.map(DocumentId::new),
        decided_at: row.decided_at,
    }))
}

pub async fn insert_feedback(tx: &Write, case: CaseId, feedback: &Feedback) -> Result<()> {
    let row = case_feedback::ActiveModel {
        case_id: Set(case.uuid()),
        rating: Set(i32::from(feedback.rating)),
        comment: Set(feedback.comment.clone()),
        rated_at: Set(feedback.rated_at),
    };
    // Not `put`: the refusal of a second one is answered at once.
    case_feedback::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn feedback(tx: &Read, case: CaseId) -> Result<Option<Feedback>> {
    let row = case_feedback::Entity::find_by_id(case.uuid()).one(tx.conn()).await.db()?;
    Ok(row.map(|row| Feedback {
        rating: u8::try_from(row.rating).unwrap_or_default(),
        comment: row.comment,
        rated_at: row.rated_at,
    }))
}

pub async fn insert_complaint(tx: &Write, case: CaseId, text: &str) -> Result<()> {
    let row = case_complaints::ActiveModel {
        id: Set(tx.ids().uuid()),
        case_id: Set(case.uuid()),
        text: Set(text.to_owned()),
        filed_at: Set(tx.now()),
    };
    tx.put(case_complaints::Entity::insert_many([row])).await
}

/// The last complaints about a case, oldest first.
pub async fn complaints(tx: &Read, case: CaseId) -> Result<Vec<Complaint>> {
    let rows = case_complaints::Entity::find()
        .filter(case_complaints::Column::CaseId.eq(case.uuid()))
        .order_by_desc(case_complaints::Column::FiledAt)
        .limit(100)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().rev().map(|row| Complaint { text: row.text, filed_at: row.filed_at }).collect())
}
