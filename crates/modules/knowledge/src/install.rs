//! The articles that come with the demonstration.

use crate::{
    ArticleKind, ArticleText, Audience, CreateArticle, PublishArticle, create_article, publish_article, store,
};
use kernel::{Error, LangText, Result, Role};
use serde::Deserialize;
use storage::Write;

const FILE: &str = include_str!("../content/articles.json");

/// An entry of the content file. Institutions stand in it as codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: ArticleKind,
    slug: String,
    audience: Audience,
    institution: String,
    title: LangText,
    lead: LangText,
    body: LangText,
}

/// Begins and shows the articles that are not there yet; returns how many were added. Needs the reference institutions.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when institutions are not installed.
pub async fn install_articles(tx: &mut Write) -> Result<usize> {
    tx.caller().require_role(&[Role::PlatformAdministrator, Role::Engine])?;
    let mut added = 0;
    for entry in serde_json::from_str::<Vec<Entry>>(FILE)? {
        if store::by_slug(tx, entry.kind, &entry.slug).await?.is_some() {
            continue;
        }
        let institution = institutions::by_code(tx, &entry.institution).await?;
        let institution = institution.ok_or_else(|| Error::not_found("institution").arg("code", &entry.institution))?;
        let input = CreateArticle {
            kind: entry.kind,
            slug: entry.slug.clone(),
            audience: entry.audience,
            institution: institution.id,
            text: ArticleText { title: entry.title, lead: entry.lead, body: entry.body },
        };
        create_article(tx, input).await?;
        let show = PublishArticle { kind: entry.kind, slug: entry.slug, revision: 1, from: None, to: None };
        publish_article(tx, show).await?;
        added += 1;
    }
    Ok(added)
}
