//! What is decided about services that look alike.

use super::asked::template_code;
use catalogue::{AttachService, DecideSimilar};
use kernel::{ErrorKind, LangText, Result};
use web_kit::{Answer, Fields, Visit};

/// Sets a pair aside as not the same, or brings it back.
pub async fn decide(visit: Visit, sent: Fields) -> Answer {
    let same = sent.text("same") == "yes";
    let input = DecideSimilar { service: sent.text("service").to_owned(), other: sent.text("other").to_owned(), same };
    let mut tx = visit.write().await?;
    catalogue::decide_similar(&mut tx, input).await?;
    tx.commit().await?;
    let done = if same { "similar-back" } else { "similar-aside" };
    visit.redirect(&format!("/work/templates/similar?done={done}"))
}

/// Begins a template from services that are the same, and goes on to write it; pressed twice, to the one that was begun.
pub async fn make_template(visit: Visit, sent: Fields) -> Answer {
    let codes: Vec<String> = sent.all("service").map(str::to_owned).collect();
    let mut tx = visit.write().await?;
    match catalogue::create_template_from_services(&mut tx, &codes).await {
        Ok(code) => {
            tx.commit().await?;
            visit.redirect(&format!("/work/templates/{code}?done=template-begun"))
        }
        Err(error) if error.kind() == ErrorKind::Conflict => {
            drop(tx);
            let code = shared(&visit, &codes).await?.ok_or(error)?;
            visit.redirect(&format!("/work/templates/{code}"))
        }
        Err(error) => Err(error.into()),
    }
}

/// The template that all of these services are attached to.
async fn shared(visit: &Visit, codes: &[String]) -> Result<Option<String>> {
    let tx = visit.read().await?;
    let mut shared = None;
    for service in catalogue::services_by_codes(&tx, codes).await? {
        let template = catalogue::template_of(&tx, service.id).await?.map(|line| line.code);
        if template.is_none() || shared.as_ref().is_some_and(|known| Some(known) != template.as_ref()) {
            return Ok(None);
        }
        shared = template;
    }
    Ok(shared)
}

/// Attaches a service to the template that its like is in; its words stay its own.
pub async fn attach_similar(visit: Visit, sent: Fields) -> Answer {
    let template = template_code(sent.text("template"))?.to_owned();
    let service = sent.text("service").to_owned();
    let mut tx = visit.write().await?;
    let input = AttachService { template: template.clone(), service, adopt: false, deviation: LangText::default() };
    catalogue::attach_service(&mut tx, input).await?;
    tx.commit().await?;
    visit.redirect("/work/templates/similar?done=template-attached")
}
