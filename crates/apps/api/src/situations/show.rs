//! `GET /api/v1/life-situations/{slug}`

use crate::etag;
use crate::services::shapes::Text;
use axum::extract::Path;
use axum::response::IntoResponse;
use catalogue::{LifeSituation, SituationStep};
use chrono::{DateTime, NaiveDate, Utc};
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// A life situation.
#[derive(Debug, Serialize, ToSchema)]
pub struct SituationDetail {
    /// Its word in addresses.
    #[schema(example = "job-loss")]
    slug: String,
    /// The word by which services and linked data name it.
    #[schema(example = "job_loss")]
    word: String,
    /// For whom: `residents` or `businesses`.
    #[schema(example = "residents")]
    branch: &'static str,
    /// Institution that answers for it.
    responsible: Uuid,
    /// Number of the text, from 1.
    version: i32,
    /// Counts every change, also of what is not public yet.
    revision: i64,
    /// The day on which somebody last checked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_on: Option<NaiveDate>,
    updated_at: DateTime<Utc>,
    /// Whether it is in the scope of the Single Digital Gateway (Regulation 2018/1724, Annex I).
    #[schema(example = true)]
    sdg: bool,
    title: Text,
    summary: Text,
    /// What to do, in order.
    steps: Vec<StepDetail>,
    /// Terms to remember.
    deadlines: Vec<TermDetail>,
    /// Good advice: paragraphs and `- ` lists.
    advice: Text,
}

/// One step of the way.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepDetail {
    title: Text,
    text: Text,
    /// Codes of the services that it needs, in order.
    #[schema(example = json!(["1007"]))]
    services: Vec<String>,
    /// Codes of the unified services that it needs: the same service in many institutions.
    #[schema(example = json!(["V101"]))]
    unified: Vec<String>,
    /// Where to go when there is no service for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<Uuid>,
}

/// A term to remember.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermDetail {
    /// By when.
    when: Text,
    /// What.
    what: Text,
}

impl From<&SituationStep> for StepDetail {
    fn from(step: &SituationStep) -> Self {
        let (unified, services) = step.services.iter().cloned().partition(|code| catalogue::is_unified(code));
        Self {
            title: Text::from(&step.title),
            text: Text::from(&step.text),
            services,
            unified,
            institution: step.institution.map(|id| id.uuid()),
        }
    }
}

impl From<&LifeSituation> for SituationDetail {
    fn from(one: &LifeSituation) -> Self {
        let text = &one.text;
        let terms = text.deadlines.iter();
        Self {
            slug: one.slug.clone(),
            word: one.word(),
            branch: one.branch.as_str(),
            responsible: one.responsible.uuid(),
            version: one.version,
            revision: one.revision,
            checked_on: one.checked_on,
            updated_at: one.updated_at,
            sdg: text.sdg,
            title: Text::from(&text.title),
            summary: Text::from(&text.summary),
            steps: text.steps.iter().map(StepDetail::from).collect(),
            deadlines: terms
                .map(|one| TermDetail { when: Text::from(&one.when), what: Text::from(&one.what) })
                .collect(),
            advice: Text::from(&text.advice),
        }
    }
}

/// One published life situation: what to do in order, with which services of which institution, and what not to miss. The
/// tag is its revision.
#[utoipa::path(
    get,
    path = "/api/v1/life-situations/{slug}",
    tag = "life situations",
    params(("slug" = String, Path, description = "Its word in addresses", example = "job-loss")),
    responses(
        (status = 200, description = "The life situation", body = SituationDetail, headers(("ETag" = String))),
        (status = 304, description = "What If-None-Match names is still so"),
        (status = 404, description = "No such life situation, or it is not published"),
    ),
)]
pub async fn show(visit: Visit, Path(slug): Path<String>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let situation = catalogue::situation(&tx, &slug).await?;
    let tag = etag::header(situation.revision);
    if etag::known(&headers, situation.revision) {
        return Ok((StatusCode::NOT_MODIFIED, tag).into_response());
    }
    Ok((tag, axum::Json(SituationDetail::from(&situation))).into_response())
}
