//! One unified service: what is the same everywhere, then the chosen municipality.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use catalogue::{Family, SituationLine, TemplateScope, TemplateText};
use http::header::SET_COOKIE;
use institutions::Institution;
use kernel::{Error, InstitutionId, Result};
use serde::Deserialize;
use storage::Read;
use web_kit::{Answer, Visit};

use super::chosen::{chosen, deadlines, fees};
use super::page::{Compared, UnifiedPage};
use crate::names::Link;
use crate::own::{Own, keeps_in_profile, municipality_cookie, sort_key};
use crate::services::elements::{RegisterFact, Teller, classes, documents, laws, steps, who};
use crate::spoken::{Speech, languages, speak};

/// `?municipality=LV-022` and `?lang=uk`
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    municipality: Option<String>,
    #[serde(default)]
    lang: String,
}

/// `GET /unified/{code}`: of the municipality asked for, otherwise of the visitor's own; in a further language as far as
/// its texts are in it.
pub(crate) async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let mut family = catalogue::family(&tx, &code).await?;
    let path = format!("/unified/{}", family.template.code);
    let languages = languages(&tx, &visit, &family.template.text.name, &path).await?;
    let mut speech = None;
    if !asked.lang.is_empty() {
        let spoken = speak(&tx, &visit, &*family.template.text, &asked.lang, &path).await?;
        let (text, how): (TemplateText, Speech) = spoken.ok_or_else(|| Error::not_found("page"))?;
        family.template.text = Arc::new(text);
        speech = Some(how);
    }
    let own = Own::of(&tx, &visit).await?;
    let holders = holders(&tx, &visit, &family, &own).await?;
    let own = own.municipality.map(|one| one.code);
    let wanted = asked.municipality.clone().or(own).unwrap_or_default();
    let holder = holders.iter().find(|holder| holder.code == wanted);
    if let (Some(speech), Some(holder)) = (&mut speech, holder) {
        let mut members = family.members.iter_mut();
        if let Some(member) = members.find(|member| member.service.holder == holder.id) {
            member.service.description = Arc::new(speech.also(&tx, &visit, &*member.service.description).await?);
        }
    }
    let tag = speech.as_ref().map(|speech| speech.tag.as_str());
    let common = page(&visit, &family, &holders, holder.map(|holder| holder.id), tag);
    let page = UnifiedPage {
        unknown: asked.municipality.as_ref().is_some_and(|code| !code.is_empty()) && holder.is_none(),
        choice: holder.map(|holder| holder.code.clone()).unwrap_or_default(),
        chosen: match holder {
            Some(holder) => Some(chosen(&tx, &visit, &family, holder, tag).await?),
            None => None,
        },
        situations: situations(&tx, &visit, &family.template.code).await?,
        languages,
        speech: speech.clone(),
        ..common
    };
    let answer = visit.render(&page)?;
    // What was asked for is remembered of those who have no profile; a profile changes only when its owner says so.
    match asked.municipality.and(holder).and_then(|holder| holder.atvk.as_deref()) {
        Some(atvk) if !keeps_in_profile(&visit) => {
            Ok(([(SET_COOKIE, municipality_cookie(&visit, Some(atvk)))], answer).into_response())
        }
        _ => Ok(answer),
    }
}

/// Who can be chosen: the municipalities by name where the template is theirs, then other holders of attached services.
async fn holders(tx: &Read, visit: &Visit, family: &Family, own: &Own) -> Result<Vec<Institution>> {
    let mut holders = match family.template.text.scope {
        TemplateScope::State => Vec::new(),
        _ => own.all.clone(),
    };
    let known: BTreeSet<InstitutionId> = holders.iter().map(|holder| holder.id).collect();
    let other = family.members.iter().map(|member| member.service.holder).filter(|id| !known.contains(id));
    let other: Vec<InstitutionId> = other.collect();
    let mut others: Vec<Institution> = institutions::of_ids(tx, &other).await?.into_values().collect();
    others.sort_by_cached_key(|holder| sort_key(holder.name.get(visit.locale())));
    holders.extend(others);
    Ok(holders)
}

/// The life situations whose steps lead to a unified service.
async fn situations(tx: &Read, visit: &Visit, code: &str) -> Result<Vec<Link>> {
    let lines = catalogue::situations_of_service(tx, code).await?;
    let link = |line: SituationLine| Link {
        href: visit.url(&format!("/life/{}", line.slug)),
        name: line.title.get(visit.locale()).to_owned(),
    };
    Ok(lines.into_iter().map(link).collect())
}

fn page(
    visit: &Visit,
    family: &Family,
    holders: &[Institution],
    chosen: Option<InstitutionId>,
    tag: Option<&str>,
) -> UnifiedPage {
    let (template, locale) = (&family.template, visit.locale());
    let text = &template.text;
    let teller = Teller::new(visit, tag);
    let href = visit.url(&format!("/unified/{}", template.code));
    let lang = tag.map(|tag| format!("lang={tag}&")).unwrap_or_default();
    let choose = |holder: &Institution| format!("{href}?{lang}municipality={}#chosen", holder.code);
    let name = |holder: &Institution| holder.name.get(locale).to_owned();
    let members: BTreeMap<InstitutionId, _> =
        family.members.iter().map(|member| (member.service.holder, member)).collect();
    let compared = holders.iter().filter_map(|holder| {
        let member = members.get(&holder.id)?;
        Some(Compared {
            name: name(holder),
            href: choose(holder),
            chosen: chosen == Some(holder.id),
            fee: fees(visit, member),
            deadline: deadlines(visit, member),
            online: member.service.online().is_some(),
            closed: !member.service.is_open(),
        })
    });
    let absent = holders.iter().filter(|holder| !members.contains_key(&holder.id));
    UnifiedPage {
        name: teller.say(&text.name).unwrap_or_default(),
        lead: teller.say(&text.summary),
        state_too: text.scope != TemplateScope::Municipalities,
        choices: holders.iter().map(|holder| crate::own::Choice::new(&holder.code, name(holder))).collect(),
        choice: String::new(),
        unknown: false,
        chosen: None,
        languages: Vec::new(),
        speech: None,
        who: who(teller, &text.audience, &text.conditions),
        steps: steps(teller, &text.steps),
        documents: documents(teller, &text.documents, &text.conditions),
        compared: compared.collect(),
        absent: absent.map(|holder| Link { href: choose(holder), name: name(holder) }).collect(),
        appeal: teller.say(&text.appeal),
        laws: laws(teller, &text.legal_basis),
        situations: Vec::new(),
        register: RegisterFact::new(visit, "service-fact-code", &template.code)
            .into_iter()
            .chain(classes(visit, text.client_circle, &text.cofog, &text.keywords))
            .collect(),
        href,
    }
}
