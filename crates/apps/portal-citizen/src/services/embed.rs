//! The card of a service for other sites (CAT-23): a page of its own for a frame, without script, cookie or sign-in.

use super::elements::{ChannelLine, Teller, channels};
use super::parts::headline::Headline;
use super::parts::unavailable::unavailable;
use crate::names::{Names, foreign};
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect};
use catalogue::Service;
use http::header::{CONTENT_SECURITY_POLICY, HeaderName};
use http::{HeaderValue, StatusCode};
use kernel::{ErrorKind, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

/// Any site may frame the card; it loads its own styles and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

/// A frame of a site that isolates itself may hold it as well.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

#[derive(Debug, Serialize)]
struct Fact {
    term: String,
    value: String,
}

/// Context of `embed/card.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CardPage {
    found: bool,
    name: String,
    /// The language of name and summary, where they are not in that of the page.
    lang: Option<&'static str>,
    summary: String,
    notice: Option<String>,
    facts: Vec<Fact>,
    /// Every channel; folded, the card is small.
    ways: Vec<ChannelLine>,
    /// The page on our site.
    href: String,
}

/// In which language a card is wanted whose address does not say it.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    lang: Option<Locale>,
}

/// `GET /embed/services/{code}?lang=en`: to the card in that language, or in the one that the browser asks for.
pub(crate) async fn choose(visit: Visit, Path(code): Path<String>, Query(wanted): Query<Wanted>) -> Answer {
    let locale = wanted.lang.unwrap_or_else(|| visit.locale());
    Ok(Redirect::to(&format!("/{locale}/embed/services/{}", web_kit::percent(&code))).into_response())
}

/// `GET /{lang}/embed/services/{code}`
pub(crate) async fn card(visit: Visit, Path(code): Path<String>) -> Answer {
    // Whoever is signed in here sees on another site what everybody sees.
    let tx = visit.state().database().read(&kernel::Caller::anonymous()).await?;
    let (status, page) = match catalogue::service(&tx, &code).await {
        Ok(service) => (StatusCode::OK, of(&tx, &visit, &service).await?),
        Err(error) if error.kind() == ErrorKind::NotFound => (StatusCode::NOT_FOUND, missing(&visit)),
        Err(error) => return Err(error.into()),
    };
    let mut response = visit.render_with(status, &page)?;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static("cross-origin"));
    Ok(response)
}

async fn of(tx: &Read, visit: &Visit, service: &Service) -> Result<CardPage> {
    let locale = visit.locale();
    let text = &service.description;
    let names = Names::of(tx, visit, [service.holder]).await?;
    let headline = Headline::of(visit, service);
    let mut facts = vec![Fact { term: visit.text("service-provider"), value: names.get(service.holder) }];
    if let Some(fee) = headline.fee {
        facts.push(Fact { term: visit.text("service-fact-fee"), value: fee });
        facts.push(Fact { term: visit.text("service-fact-deadline"), value: headline.deadline });
    }
    Ok(CardPage {
        found: true,
        name: text.name.get(locale).to_owned(),
        lang: foreign(&text.name, locale),
        summary: text.summary.get(locale).to_owned(),
        notice: unavailable(tx, visit, service).await?.map(|told| told.title),
        facts,
        ways: channels(Teller::new(visit, None), &text.channels, service.online().is_some()),
        href: format!("{}/{locale}/services/{}", visit.state().settings().base_url, service.code),
    })
}

fn missing(visit: &Visit) -> CardPage {
    CardPage {
        found: false,
        name: visit.text("embed-missing-title"),
        lang: None,
        summary: String::new(),
        notice: None,
        facts: Vec::new(),
        ways: Vec::new(),
        href: format!("{}/{}/services", visit.state().settings().base_url, visit.locale()),
    }
}

impl Template for CardPage {
    const NAME: &'static str = "citizen/embed/card.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let fact = |term: &str, value: &str| Fact { term: term.to_owned(), value: value.to_owned() };
        let sample = |found: bool, closed: bool, lang: Option<&'static str>| Self {
            found,
            name: "Bērna piedzimšanas pabalsts <1>".to_owned(),
            lang,
            summary: "Vienreizējs pabalsts par katru jaundzimušo bērnu.".to_owned(),
            notice: closed.then(|| "Pieteikties varēs no 2027. gada 1. marta.".to_owned()),
            facts: vec![
                fact("Atbildīgā iestāde", "VSAA"),
                fact("Maksa", "Bez maksas"),
                fact("Termiņš", "10 darba dienas"),
            ],
            ways: if closed { Vec::new() } else { ChannelLine::samples(lang) },
            href: format!("https://durvis.example/{locale}/services/1007"),
        };
        vec![sample(true, false, None), sample(true, true, Some("lv")), sample(false, false, None)]
    }
}
