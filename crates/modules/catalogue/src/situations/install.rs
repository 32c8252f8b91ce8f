//! The life situations that come with the program (POR-19).

use super::{
    CreateSituation, PublishSituation, SituationBranch, SituationDeadline, SituationStep, SituationText,
    create_situation, ensure_coordinators, publish_situation,
};
use crate::store::{services, situations, templates};
use crate::templates::labelled;
use crate::{Keywords, TemplateState, policy};
use kernel::{Error, InstitutionId, LangText, Result, ServiceId, SituationId};
use serde::Deserialize;
use std::collections::BTreeMap;
use storage::Write;

/// The content files; within a branch their order is the order of the list.
const FILES: [&str; 3] = [
    include_str!("../../content/situations/family.json"),
    include_str!("../../content/situations/life.json"),
    include_str!("../../content/situations/businesses.json"),
];

/// A content file's entry. Institutions stand in it as codes, services as pilot labels, unified services by the labels of
/// their content files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    id: SituationId,
    pub(crate) slug: String,
    pub(crate) branch: SituationBranch,
    responsible: String,
    title: LangText,
    summary: LangText,
    steps: Vec<EntryStep>,
    #[serde(default)]
    deadlines: Vec<SituationDeadline>,
    #[serde(default)]
    advice: LangText,
    #[serde(default)]
    keywords: Keywords,
    #[serde(default)]
    sdg: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryStep {
    title: LangText,
    text: LangText,
    #[serde(default)]
    services: Vec<String>,
    #[serde(default)]
    unified: Vec<String>,
    /// Ids of services that only some installations have; passed over elsewhere.
    #[serde(default)]
    where_there: Vec<ServiceId>,
    /// With `unified`: where to go in an installation that does not have them.
    institution: Option<String>,
}

/// Names the coordinators of the branches, begins and publishes the life situations that are not there yet; returns how
/// many were added. Needs the reference institutions and the pilot services; leads to unified services where they are
/// there before, as in the demonstration.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when institutions or services are not installed.
pub async fn install_life_situations(tx: &mut Write) -> Result<usize> {
    policy::may_import(tx.caller())?;
    ensure_coordinators(tx).await?;
    let codes = codes_by_pilot(tx).await?;
    let mut added = 0;
    for (place, entry) in (0..).zip(entries()?) {
        if situations::by_slug(tx, &entry.slug).await?.is_some() {
            continue;
        }
        let slug = entry.slug.clone();
        let input = input(tx, entry, place, &codes).await?;
        create_situation(tx, input).await?;
        publish_situation(tx, PublishSituation { slug, revision: 1, note: String::new() }).await?;
        added += 1;
    }
    Ok(added)
}

/// The content files, read.
pub(crate) fn entries() -> Result<Vec<Entry>> {
    let mut all = Vec::new();
    for file in FILES {
        all.extend(serde_json::from_str::<Vec<Entry>>(file)?);
    }
    Ok(all)
}

async fn input(tx: &Write, entry: Entry, place: i32, codes: &BTreeMap<String, String>) -> Result<CreateSituation> {
    let mut steps = Vec::new();
    for step in entry.steps {
        let code =
            |pilot: &String| codes.get(pilot).cloned().ok_or_else(|| Error::not_found("service").arg("pilot", pilot));
        let mut services: Vec<String> = step.services.iter().map(code).collect::<Result<_>>()?;
        let unified = in_use(tx, &step.unified).await?;
        let institution = match step.institution.filter(|_| unified.is_empty()) {
            Some(code) => Some(institution(tx, &code).await?),
            None => None,
        };
        services.extend(unified);
        for id in step.where_there {
            services.extend(services::by_id(tx, id).await?.map(|row| row.code));
        }
        steps.push(SituationStep { title: step.title, text: step.text, services, institution });
    }
    let text = SituationText {
        title: entry.title,
        summary: entry.summary,
        steps,
        deadlines: entry.deadlines,
        advice: entry.advice,
        keywords: entry.keywords,
        sdg: entry.sdg,
    };
    Ok(CreateSituation {
        id: Some(entry.id),
        slug: entry.slug,
        branch: entry.branch,
        responsible: institution(tx, &entry.responsible).await?,
        place,
        text,
    })
}

/// The codes of the unified services with these labels that are in use here.
async fn in_use(tx: &Write, labels: &[String]) -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for label in labels {
        let row = templates::by_id(tx, labelled(label)?).await?;
        codes.extend(row.filter(|row| row.state == TemplateState::Published.as_str()).map(|row| row.code));
    }
    Ok(codes)
}

async fn institution(tx: &Write, code: &str) -> Result<InstitutionId> {
    let found = institutions::by_code(tx, code).await?;
    found.map(|institution| institution.id).ok_or_else(|| Error::not_found("institution").arg("code", code))
}

async fn codes_by_pilot(tx: &Write) -> Result<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    for (id, pilot) in crate::pilot::labels()? {
        if let Some(row) = services::by_id(tx, id).await? {
            codes.insert(pilot, row.code);
        }
    }
    Ok(codes)
}
