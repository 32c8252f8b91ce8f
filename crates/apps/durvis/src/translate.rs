//! Has public texts translated: takes what waits, collects its texts, asks the engine with no unit of work open, keeps the
//! answers. Several processes may do so: a text that two of them translate is kept twice, which changes nothing.
use std::sync::Arc;
use std::time::Duration;

use catalogue::{ServiceState, TemplateId, TemplateState, TemplateText};
use kernel::{ArticleId, Caller, ErrorKind, Result, ServiceId, SituationId};
use storage::{Database, Read};
use tokio::sync::watch;
use translation::{Source, Subject, Translator};

/// Events whose subjects have texts to translate.
pub const WANTED: [&str; 5] = [
    catalogue::SERVICE_PUBLISHED,
    catalogue::SITUATION_PUBLISHED,
    catalogue::TEMPLATE_PUBLISHED,
    catalogue::TEMPLATE_CHANGED,
    knowledge::ARTICLE_PUBLISHED,
];

/// Time to wait when nothing waits.
const IDLE: Duration = Duration::from_secs(5);
/// Time to leave an engine alone that failed.
const REST: Duration = Duration::from_secs(60);
/// Time between two subjects, so that a large import does not keep the machine busy.
const BREATH: Duration = Duration::from_millis(20);

/// Translates what waits into each of the languages until told to stop.
pub async fn keep_translating(
    db: Database,
    translator: Arc<dyn Translator>,
    languages: Vec<String>,
    mut stop: watch::Receiver<bool>,
) {
    while !*stop.borrow() {
        let wait = match one(&db, &*translator, &languages).await {
            Ok(true) => BREATH,
            Ok(false) => IDLE,
            Err(error) => {
                tracing::warn!(%error, "texts were not translated");
                REST
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// Translates the texts of what has waited longest; whether there was something.
///
/// # Errors
/// Those of the engine and the database; the subject then waits at the end of the queue.
pub async fn one(db: &Database, translator: &dyn Translator, languages: &[String]) -> Result<bool> {
    let Some(waiting) = translation::next_subject(&db.read(&Caller::engine()).await?).await? else { return Ok(false) };
    let translated = all(db, translator, languages, &waiting.subject).await;
    let mut tx = db.write(&Caller::engine()).await?;
    match &translated {
        Ok(()) => translation::done(&mut tx, &waiting).await?,
        Err(_) => translation::put_off(&mut tx, &waiting.subject).await?,
    }
    tx.commit().await?;
    translated.map(|()| true)
}

async fn all(db: &Database, translator: &dyn Translator, languages: &[String], subject: &Subject) -> Result<()> {
    for language in languages {
        let sources = texts(&db.read(&Caller::engine()).await?, subject, language).await?;
        translation::translate_missing(db, translator, &sources, language).await?;
    }
    Ok(())
}

/// The public texts of a subject. What is not public, or came with an import, has none: it is not sent anywhere.
async fn texts(tx: &Read, subject: &Subject, language: &str) -> Result<Vec<Source>> {
    let found = match subject.kind.as_str() {
        "service" => match catalogue::service_by_id(tx, ServiceId::new(subject.id)).await {
            // Its page is read from the publication on, also before the first day on which it is offered, and nothing is
            // published again on that day.
            Ok(service)
                if service.state == ServiceState::Open
                    && !service.is_imported()
                    && !service.description.flags.internal =>
            {
                translation::sources(&*service.description, language)
            }
            Ok(_) => Ok(Vec::new()),
            Err(error) => Err(error),
        },
        "situation" => match catalogue::situation_by_id(tx, SituationId::new(subject.id)).await {
            Ok(situation) => translation::sources(&*situation.text, language),
            Err(error) => Err(error),
        },
        "template" => match catalogue::template_by_id(tx, TemplateId::new(subject.id)).await {
            Ok(template) if template.state == TemplateState::Published => {
                // What holders are to add themselves is told to them alone.
                let public = TemplateText { local: Vec::new(), ..(*template.text).clone() };
                translation::sources(&public, language)
            }
            Ok(_) => Ok(Vec::new()),
            Err(error) => Err(error),
        },
        "article" => match knowledge::article_by_id(tx, ArticleId::new(subject.id)).await {
            Ok(article) if article.audience == knowledge::Audience::Public => {
                translation::sources(&article.text, language)
            }
            Ok(_) => Ok(Vec::new()),
            Err(error) => Err(error),
        },
        _ => Ok(Vec::new()),
    };
    match found {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        other => other,
    }
}
