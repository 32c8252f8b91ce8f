//! Context of the page that registers a request.

use crate::desk;
use crate::parts::{Choice, choices, either};
use crate::picks::{Among, Meant, Pick, said};
use documents::FileType;
use kernel::{Channel, Locale, Result, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Fields, FormErrors, Template, Visit};

/// Who the client may be.
const CLIENTS: [&str; 3] = ["person", "company", "unknown"];

/// Context of `work/cases/register.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterPage {
    service: Pick,
    channels: Vec<Choice>,
    clients: Vec<Choice>,
    accept: String,
    /// The key under which the same form sent twice is one request.
    key: String,
    typed: TypedRequest,
    errors: FormErrors,
    /// The request before, where it went to another institution.
    kept: Option<Kept>,
}

/// A request that the caller registered for another institution.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Kept {
    pub(super) number: String,
    pub(super) institution: String,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct TypedRequest {
    pub(super) service: String,
    pub(super) channel: String,
    pub(super) received: String,
    pub(super) client: String,
    pub(super) personal_code: String,
    pub(super) family_name: String,
    pub(super) registration_number: String,
    pub(super) note: String,
    #[serde(skip)]
    pub(super) key: String,
}

impl TypedRequest {
    /// What the form begins with: a request that comes today, in a unified centre by its own channel.
    pub(super) fn empty(visit: &Visit, service: &str, at_centre: bool) -> Self {
        Self {
            service: service.to_owned(),
            channel: if at_centre { Channel::Centre.as_str().to_owned() } else { String::new() },
            received: riga_date(visit.now()).format("%d.%m.%Y").to_string(),
            key: visit.state().database().ids().uuid().to_string(),
            ..Self::default()
        }
    }

    pub(super) fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            service: said(sent, "service"),
            channel: text("channel"),
            received: text("received"),
            client: text("client"),
            personal_code: text("personal_code"),
            family_name: text("family_name"),
            registration_number: text("registration_number"),
            note: text("note"),
            key: text("key"),
        }
    }
}

impl RegisterPage {
    pub(super) async fn read(visit: &Visit, tx: &Read, typed: TypedRequest, errors: FormErrors) -> Result<Self> {
        let among = Among::Services(desk::own_services(tx).await?);
        let meant = Meant::read(visit, tx, among, &typed.service).await?;
        let client = |word: &str| Choice {
            hint: Some(visit.text(&format!("work-register-client-{word}-hint"))),
            ..Choice::new(word, visit.text(&format!("work-register-client-{word}")))
        };
        Ok(Self {
            service: meant.pick(tx, visit.locale()).await?,
            channels: choices(visit, "channel", Channel::ALL.map(Channel::as_str)),
            clients: CLIENTS.into_iter().map(client).collect(),
            accept: FileType::accept(),
            key: typed.key.clone(),
            typed,
            errors,
            kept: None,
        })
    }

    /// The same below what became of the request before.
    pub(super) fn after(self, kept: Option<Kept>) -> Self {
        Self { kept, ..self }
    }
}

impl Template for RegisterPage {
    const NAME: &'static str = "work/cases/register.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let choice = |value: &str, lv: &str, en: &str| Choice::new(value, either(locale, lv, en));
        let person = Choice {
            hint: Some(either(locale, "Norādiet kodu un uzvārdu.", "Give the code and the family name.")),
            ..choice("person", "Persona", "A person")
        };
        let empty = Self {
            service: Pick { choices: vec![choice("1005", "1005 Pabalsts", "1005 Benefit")], ..Pick::default() },
            channels: vec![choice("post", "Pasts", "Post"), choice("phone", "Tālrunis", "Phone")],
            clients: vec![person, choice("unknown", "Nav zināms", "Not known")],
            accept: FileType::accept(),
            key: "0190a0d2-0000-7000-8000-000000000001".to_owned(),
            typed: TypedRequest { received: "23.11.2026".to_owned(), ..TypedRequest::default() },
            errors: FormErrors::none(),
            kept: None,
        };
        let institution = "Valsts sociālās apdrošināšanas aģentūra".to_owned();
        let next = empty.clone().after(Some(Kept { number: "1005 17".to_owned(), institution }));
        let mut errors = FormErrors::none();
        let fields =
            ["service", "channel", "received", "client", "personal_code", "family_name", "registration_number"];
        for field in fields.into_iter().chain(["note", "file"]) {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let typed = TypedRequest {
            channel: "post".to_owned(),
            received: "rīt".to_owned(),
            client: "person".to_owned(),
            personal_code: "32".to_owned(),
            note: "<īss>".to_owned(),
            ..TypedRequest::default()
        };
        let refused = Self { service: Pick::sample("pabalsts", &["1005", "1006"]), typed, errors, ..empty.clone() };
        vec![empty, next, refused]
    }
}
