//! The form of a question, a suggestion or a complaint.

use axum::extract::Query;
use enquiries::{EnquiryKind, addressees};
use kernel::{ErrorKind, Locale, Result, Role};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

use crate::names::{Link, Names};
use crate::own::{Choice, sort_key};

/// Bytes of a reference; as text twice as many digits.
const REFERENCE: usize = 16;

/// What the form sends, and what an address may fill in: `?service=1007&kind=complaint`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) kind: String,
    pub(super) institution: String,
    pub(super) service: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) reference: String,
}

impl Typed {
    /// What the form sent.
    pub(super) fn of(fields: &Fields) -> Self {
        let of = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        Self {
            kind: of("kind"),
            institution: of("institution"),
            service: of("service"),
            subject: of("subject"),
            text: of("text"),
            reference: of("reference"),
        }
    }
}

/// Context of `enquiries/ask.html`.
#[derive(Debug, Serialize)]
pub(crate) struct AskPage {
    kinds: Vec<Choice>,
    kind: String,
    institutions: Vec<Choice>,
    institution: String,
    /// The service it is about, and its holder.
    service: Option<About>,
    subject: String,
    text: String,
    reference: String,
    /// Whether the writer is known: then the answer waits in their own pages.
    known: bool,
    errors: FormErrors,
}

#[derive(Debug, Serialize)]
struct About {
    code: String,
    link: Link,
    holder: String,
}

/// `GET /contact`
pub(crate) async fn ask(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let fresh = Typed { reference: reference(&visit), ..asked };
    let tx = visit.read().await?;
    visit.render(&AskPage::read(&visit, &tx, fresh, FormErrors::none()).await?)
}

/// What the answer will be read with: 128 random bits.
fn reference(visit: &Visit) -> String {
    let secret = visit.state().database().ids().secret();
    secret.iter().take(REFERENCE).map(|byte| format!("{byte:02x}")).collect()
}

impl AskPage {
    pub(super) async fn read(visit: &Visit, tx: &Read, typed: Typed, errors: FormErrors) -> Result<Self> {
        let service = about(visit, tx, &typed.service).await?;
        let kinds = EnquiryKind::ALL.iter().map(|kind| {
            let key = format!("contact-kind-{}", kind.as_str());
            Choice { hint: Some(visit.text(&format!("{key}-hint"))), ..Choice::new(kind.as_str(), visit.text(&key)) }
        });
        Ok(Self {
            kinds: kinds.collect(),
            institutions: if service.is_some() { Vec::new() } else { institutions(tx, visit.locale()).await? },
            service,
            kind: typed.kind,
            institution: typed.institution,
            subject: typed.subject,
            text: typed.text,
            reference: typed.reference,
            known: visit.caller().role == Role::Client,
            errors,
        })
    }
}

/// The service of the address; a code that is none is passed over, so that an old link still leads to the form.
async fn about(visit: &Visit, tx: &Read, code: &str) -> Result<Option<About>> {
    if code.is_empty() {
        return Ok(None);
    }
    let service = match catalogue::service(tx, code).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        found => found?,
    };
    let names = Names::of(tx, visit, [service.holder]).await?;
    let link = Link {
        href: visit.url(&format!("/services/{}", service.code)),
        name: service.name().get(visit.locale()).to_owned(),
    };
    Ok(Some(About { code: service.code.clone(), link, holder: names.get(service.holder) }))
}

/// Everybody who can be written to, by name.
async fn institutions(tx: &Read, locale: Locale) -> Result<Vec<Choice>> {
    let mut all = addressees(tx).await?;
    all.sort_by_key(|one| sort_key(one.name.get(locale)));
    Ok(all.into_iter().map(|one| Choice::new(one.id.to_string(), one.name.get(locale))).collect())
}

impl Template for AskPage {
    const NAME: &'static str = "citizen/enquiries/ask.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let empty = |errors| Self {
            kinds: vec![Choice::new("question", "Jautājums"), Choice::new("complaint", "Sūdzība")],
            kind: "question".to_owned(),
            institutions: vec![Choice::new("1", "Valsts sociālās apdrošināšanas aģentūra")],
            institution: String::new(),
            service: None,
            subject: String::new(),
            text: String::new(),
            reference: "0".repeat(32),
            known: false,
            errors,
        };
        let mut errors = FormErrors::none();
        for field in ["kind", "institution", "subject", "text"] {
            errors.add(Some(field), "Šeit kaut kas nav pareizi.");
        }
        let link = Link { href: format!("/{locale}/services/1007"), name: "Bērna piedzimšanas pabalsts".to_owned() };
        let about = About { code: "1007".to_owned(), link, holder: "VSAA".to_owned() };
        let text = "Kad saņemšu <b>atbildi</b>?".to_owned();
        let known = Self {
            service: Some(about),
            institutions: Vec::new(),
            known: true,
            subject: "Termiņš".to_owned(),
            text,
            ..empty(FormErrors::none())
        };
        vec![empty(FormErrors::none()), empty(errors), known]
    }
}
