//! Asking an engine for what is not translated yet.

use crate::{Source, Translator, queue, store};
use kernel::{Caller, Result};
use std::collections::BTreeSet;
use storage::{Database, Read, Write};

/// So many texts are sent at once.
const BATCH: usize = 50;

/// Those of the texts that have no translation into `target`, each once; texts that are in `target` need none.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn missing(tx: &Read, sources: &[Source], target: &str) -> Result<Vec<Source>> {
    let wanted: BTreeSet<&Source> = sources.iter().filter(|source| source.language != target).collect();
    let wanted: Vec<Source> = wanted.into_iter().filter(|source| !source.text.trim().is_empty()).cloned().collect();
    let known = store::find(tx, &wanted, target).await?;
    Ok(wanted.into_iter().filter(|source| !known.contains_key(source)).collect())
}

/// Keeps what an engine answered; what is there already is replaced.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn keep(tx: &mut Write, sources: &[Source], target: &str, texts: &[String], engine: &str) -> Result<()> {
    queue::platform(tx.caller())?;
    store::put(tx, sources, target, texts, engine).await
}

/// Translates what is missing: reads, asks the engine with no unit of work open, writes. Returns how many texts.
///
/// # Errors
/// Those of the engine; what was translated before the failure is kept.
pub async fn translate_missing(
    db: &Database,
    translator: &dyn Translator,
    sources: &[Source],
    target: &str,
) -> Result<usize> {
    let missing = missing(&db.read(&Caller::engine()).await?, sources, target).await?;
    for language in missing.iter().map(|source| source.language.clone()).collect::<BTreeSet<_>>() {
        let of_language: Vec<Source> = missing.iter().filter(|source| source.language == language).cloned().collect();
        for batch in of_language.chunks(BATCH) {
            let texts: Vec<String> = batch.iter().map(|source| source.text.clone()).collect();
            let translated = translator.translate(&texts, &language, target).await?;
            let mut tx = db.write(&Caller::engine()).await?;
            keep(&mut tx, batch, target, &translated, translator.name()).await?;
            tx.commit().await?;
        }
    }
    Ok(missing.len())
}
