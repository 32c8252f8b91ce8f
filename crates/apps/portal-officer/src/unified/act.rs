//! What is done on the page of a template: into use and out of it, attaching and detaching.

use super::asked::template_code;
use super::edit;
use super::page::{TemplatePage, TypedAttach, attachable};
use crate::parts::{form_errors, seen_revision};
use crate::picks::{Meant, said};
use axum::extract::Path;
use catalogue::{AttachService, DetachService};
use kernel::{Error, ErrorKind, LangText, Result};
use web_kit::{Answer, Fields, Visit};

/// Takes a template into use.
pub async fn publish(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let mut tx = visit.write().await?;
    let done = catalogue::publish_template(&mut tx, code, seen_revision(&sent)).await;
    match done {
        Ok(()) => {
            tx.commit().await?;
            visit.redirect(&format!("/work/templates/{code}?done=template-published"))
        }
        Err(error) if error.kind() == ErrorKind::Invalid => {
            drop(tx);
            edit::with_gaps(visit, code, error).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes a template out of use.
pub async fn withdraw(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let mut tx = visit.write().await?;
    catalogue::withdraw_template(&mut tx, code, seen_revision(&sent)).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/templates/{code}?done=template-withdrawn"))
}

/// Attaches a service of one's own.
pub async fn attach(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let text = |name: &str| sent.text(name).to_owned();
    let typed = TypedAttach {
        service: said(&sent, "service"),
        words: text("words"),
        deviation_lv: text("deviation-lv"),
        deviation_en: text("deviation-en"),
    };
    match keep(&visit, code, &typed).await {
        Ok(()) => visit.redirect(&format!("/work/templates/{code}?done=template-attached")),
        Err(error) => again(visit, code, typed, error).await,
    }
}

async fn keep(visit: &Visit, code: &str, typed: &TypedAttach) -> Result<()> {
    let tx = visit.read().await?;
    let own = attachable(visit.caller().require_institution()?);
    let meant = Meant::read(visit, &tx, own, &typed.service).await?;
    drop(tx);
    let wrong = |key: &'static str| Error::invalid("form-has-errors").field("service", key);
    let service = meant.only("template-choose-service").map_err(wrong)?.to_owned();
    let mut tx = visit.write().await?;
    let input = AttachService {
        template: code.to_owned(),
        service,
        adopt: typed.words != "own",
        deviation: LangText::new(&typed.deviation_lv, &typed.deviation_en),
    };
    catalogue::attach_service(&mut tx, input).await?;
    tx.commit().await
}

/// Detaches a service.
pub async fn detach(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code = template_code(&code)?;
    let mut tx = visit.write().await?;
    let input = DetachService { template: code.to_owned(), service: sent.text("service").to_owned() };
    catalogue::detach_service(&mut tx, input).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/templates/{code}?done=template-detached"))
}

/// Begins a service of one's own from the template.
pub async fn create_service(visit: Visit, Path(code): Path<String>, _: Fields) -> Answer {
    let code = template_code(&code)?;
    let holder = visit.caller().require_institution()?;
    let mut tx = visit.write().await?;
    let begun = catalogue::create_service_from_template(&mut tx, code, holder).await?;
    tx.commit().await?;
    visit.redirect(&format!("/work/services/{begun}?done=template-service-begun"))
}

/// The page again with what is wrong, where the person can do something about it.
async fn again(visit: Visit, code: &str, typed: TypedAttach, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict) {
        return Err(error.into());
    }
    let visit = visit.shown_at(&format!("/work/templates/{code}"));
    let errors = form_errors(&visit, error)?.renamed(|path| match path {
        "deviation" => "deviation-lv".to_owned(),
        path => path.to_owned(),
    });
    let tx = visit.read().await?;
    let page = TemplatePage::read(&visit, &tx, code, typed).await?;
    visit.render_invalid(&TemplatePage { errors, ..page })
}
