//! Saving a step: files first, then the answers; wrong input is kept and shown again.

use axum::extract::Path;
use documents::{InspectedFile, inspect, too_large};
use forms::{AttachFile, Definition, Draft, Next, RawInput, SaveStep, StepOutcome, attach_file, save_step};
use http::StatusCode;
use kernel::{DocumentId, DraftId, Error, ErrorKind, FieldError, Result};
use storage::{Read, Write};
use web_kit::{Answer, Fields, FormErrors, Upload, UploadedFile, Visit, aside, percent};

use super::step::{CHECK, StepPage, draft_id};

/// The boxes beside stored files: the ids of those that are to go.
const REMOVE: &str = "remove";

/// `POST /drafts/{id}/steps/{step}`. What is sent when the session has run out is kept as well; then the person signs in
/// and comes back to the same step.
pub(crate) async fn save(visit: Visit, Path((id, step)): Path<(String, String)>, upload: Upload) -> Answer {
    let id = draft_id(&id)?;
    let visit = if visit.is_late() { visit.before_the_end(&upload.fields)? } else { visit };
    let raw: RawInput = upload.fields.0.iter().map(|(name, value)| (name.as_str(), value)).collect();
    let revision = upload.fields.text("revision").parse().unwrap_or(-1);
    let mut file_errors = FormErrors::none();
    let mut looked = Vec::new();
    for sent in &upload.files {
        looked.push((sent.field.clone(), accepted(&visit, sent).await));
    }
    let mut tx = visit.write().await?;
    if !visit.is_late() {
        remove_files(&mut tx, id, &upload.fields).await?;
    }
    keep_files(&mut tx, &visit, id, looked, &mut file_errors).await?;
    let input = SaveStep { draft: id, step: step.clone(), raw: raw.clone(), revision };
    let outcome = match save_step(&mut tx, input).await {
        Ok(outcome) => outcome,
        Err(error) if error.kind() == ErrorKind::Stale => {
            drop(tx);
            if visit.is_late() {
                return Err(Error::unauthenticated("sign-in-needed").into());
            }
            return changed_meanwhile(&visit, id, &step, &raw).await;
        }
        Err(error) => return Err(error.into()),
    };
    tx.commit().await?;
    if visit.is_late() {
        let kept = if file_errors.is_empty() { "kept" } else { "kept-without-files" };
        return visit.back_to(&format!("/drafts/{id}/steps/{step}"), kept);
    }
    go_on(&visit, id, &step, &upload.fields, &outcome, file_errors).await
}

/// To the next page, or the same one with what is wrong.
async fn go_on(
    visit: &Visit,
    id: DraftId,
    step: &str,
    sent: &Fields,
    outcome: &StepOutcome,
    file_errors: FormErrors,
) -> Answer {
    // A refused file is told at once: who comes back another day would not know that it is missing.
    if sent.get("later").is_some() && file_errors.is_empty() {
        return visit.redirect("/drafts?done=draft-saved");
    }
    let then = sent.get("then").filter(|then| *then == CHECK).map(str::to_owned);
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    let errors = all_errors(visit, &draft, outcome, file_errors)?;
    if !errors.is_empty() {
        let page = StepPage::new(&tx, visit, &draft, step, None, errors).await?;
        return visit.render_invalid(&page.leading_to(then));
    }
    match &outcome.next {
        // An answer has called for a question: the page says why it is there again, and still leads to where it led.
        Next::Same => {
            let then = then.map(|then| format!("&then={then}")).unwrap_or_default();
            let asked = percent(&asked_more(&tx, &draft, step, sent).await?);
            visit.redirect(&format!("/drafts/{id}/steps/{step}?asked={asked}{then}"))
        }
        // The page where everything is checked leads on to what has become open by the change.
        Next::Step(next) if then.is_none() => visit.redirect(&format!("/drafts/{id}/steps/{next}")),
        Next::Step(_) | Next::Check => visit.redirect(&format!("/drafts/{id}/check")),
    }
}

/// The names of the questions that the answers have called for, with commas between. The page that was sent did not
/// have them.
async fn asked_more(tx: &Read, draft: &Draft, step: &str, sent: &Fields) -> Result<String> {
    let raw: RawInput = sent.0.iter().map(|(name, value)| (name.as_str(), value)).collect();
    let answers = forms::answers_of(tx, draft).await?;
    let definition = draft.definition()?;
    let steps = definition.steps(&answers);
    let here = steps.iter().filter(|visible| visible.step.key == step).flat_map(|visible| &visible.fields);
    let names: Vec<&str> = here.filter(|field| !raw.shows(field)).map(|field| field.name.as_str()).collect();
    Ok(names.join(","))
}

/// The draft was changed in another window: what was typed here is shown on top of it, to be sent again.
async fn changed_meanwhile(visit: &Visit, id: DraftId, step: &str, typed: &RawInput) -> Answer {
    let tx = visit.read().await?;
    let draft = forms::draft(&tx, id).await?;
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("step-changed"));
    let page = StepPage::new(&tx, visit, &draft, step, Some(typed), errors).await?;
    visit.render_with(StatusCode::PRECONDITION_FAILED, &page)
}

/// Takes away the files that are ticked, together with saving the page beside them: nothing typed there is lost. A file
/// that is gone already is no mistake of the person.
async fn remove_files(tx: &mut Write, draft: DraftId, sent: &Fields) -> Result<()> {
    for (_, ticked) in sent.0.iter().filter(|(name, _)| name == REMOVE) {
        let Ok(document) = ticked.parse::<DocumentId>() else { continue };
        match forms::remove_file(tx, draft, document).await {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            done => done?,
        }
    }
    Ok(())
}

/// Keeps the files that are in order; of the others says what is wrong. The answers beside them are saved all the same.
async fn keep_files(
    tx: &mut Write,
    visit: &Visit,
    draft: DraftId,
    files: Vec<(String, Result<InspectedFile>)>,
    errors: &mut FormErrors,
) -> Result<()> {
    for (field, looked) in files {
        let kept = match looked {
            Ok(file) => attach_file(tx, AttachFile { draft, field: field.clone(), file }).await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            for item in visit.form_errors(error)?.items {
                errors.add(Some(&field), item.text);
            }
        }
    }
    Ok(())
}

/// The file, looked into away from the threads that serve requests; too large ones never came in.
pub(crate) async fn accepted(visit: &Visit, sent: &UploadedFile) -> Result<InspectedFile> {
    let limit = visit.state().settings().upload_limit;
    if sent.too_large {
        return Err(too_large(&sent.name, limit));
    }
    let (name, content) = (sent.name.clone(), sent.content.clone());
    aside(move || inspect(&name, content, limit)).await
}

/// Errors of the step in the order of its fields, in the words of the form where it has some. A refused file makes the
/// complaint that the file is missing needless.
fn all_errors(visit: &Visit, draft: &Draft, outcome: &StepOutcome, files: FormErrors) -> Result<FormErrors> {
    let definition = draft.definition()?;
    let unsaid = outcome.errors.iter().filter(|error| !files.by_field.contains_key(&error.path));
    let mut errors = worded(visit, &definition, unsaid.cloned().collect())?;
    for item in files.items {
        errors.add(item.field.as_deref(), item.text);
    }
    Ok(errors)
}

/// Field errors in words; paths are field names, with or without `answers/` in front.
pub(super) fn worded(visit: &Visit, definition: &Definition, fields: Vec<FieldError>) -> Result<FormErrors> {
    let mut errors = FormErrors::none();
    for error in fields {
        let name = error.path.strip_prefix("answers/").unwrap_or(&error.path).to_owned();
        let own = definition.field(&name).and_then(|field| field.error_text(&error.key, visit.locale()));
        match own {
            Some(text) => errors.add(Some(&name), text),
            None => {
                // General words do not name the question, and several alike would lead nobody to the right one.
                let general = Error::new(ErrorKind::Invalid, "answers").fields([error]);
                let question = |name: &str| Some(definition.field(name)?.label.get(visit.locale()).to_owned());
                errors.append(visit.form_errors(general)?.renamed(|_| name.clone()).named(question));
            }
        }
    }
    Ok(errors)
}
