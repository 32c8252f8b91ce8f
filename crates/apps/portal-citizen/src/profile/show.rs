//! The profile: what is known, contacts to keep in order, for whom to act.

use http::StatusCode;
use identity::{Person, Profile, ProfileChoice, UpdateProfile};
use kernel::{Caller, ErrorKind, Locale, Party, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Form, FormErrors, Template, Visit};

use crate::drafts::Row;

/// What the form sends and shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Contacts {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    iban: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    locale: Locale,
}

#[derive(Debug, Serialize)]
struct ProfileLine {
    choice: String,
    label: String,
    icon: &'static str,
    current: bool,
}

#[derive(Debug, Serialize)]
struct Language {
    value: Locale,
    label: String,
    hint: Option<String>,
}

/// Context of `profile/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ProfilePage {
    facts: Vec<Row>,
    profiles: Vec<ProfileLine>,
    /// Whether the visitor decides who acts for the company.
    manages: bool,
    languages: Vec<Language>,
    typed: Contacts,
    errors: FormErrors,
}

/// `GET /profile`
pub(crate) async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    visit.render(&ProfilePage::load(&tx, &visit, None, FormErrors::none()).await?)
}

/// `POST /profile`
pub(crate) async fn save(visit: Visit, Form(sent): Form<Contacts>) -> Answer {
    match keep(&visit, &sent).await {
        Ok(()) => visit.redirect("/profile?done=profile-saved"),
        Err(error) if error.kind() == ErrorKind::Stale => changed_meanwhile(&visit, sent).await,
        Err(error) => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&ProfilePage::load(&tx, &visit, Some(sent), errors).await?)
        }
    }
}

/// The data were changed in another window: what was typed here is shown again, to be compared and sent anew.
async fn changed_meanwhile(visit: &Visit, sent: Contacts) -> Answer {
    let tx = visit.read().await?;
    let revision = identity::profile(&tx).await?.revision;
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("profile-changed"));
    let page = ProfilePage::load(&tx, visit, Some(Contacts { revision, ..sent }), errors).await?;
    visit.render_with(StatusCode::PRECONDITION_FAILED, &page)
}

async fn keep(visit: &Visit, sent: &Contacts) -> Result<()> {
    let input = UpdateProfile {
        locale: sent.locale,
        email: sent.email.clone(),
        phone: sent.phone.clone(),
        iban: sent.iban.clone(),
        address: sent.address.clone(),
    };
    let mut tx = visit.write().await?;
    identity::update_profile(&mut tx, input, sent.revision).await?;
    tx.commit().await
}

impl ProfilePage {
    async fn load(tx: &Read, visit: &Visit, typed: Option<Contacts>, errors: FormErrors) -> Result<Self> {
        let person = identity::profile(tx).await?;
        let profiles = identity::profiles_of(tx, person.id).await?;
        let line = |profile: Profile| ProfileLine {
            current: is_current(visit.caller(), &profile),
            label: match profile.choice {
                ProfileChoice::Myself => visit.text("profile-act-self"),
                ProfileChoice::Organisation(_) => profile.name.get(visit.locale()).to_owned(),
                // Somebody may have two roles in one institution.
                ProfileChoice::Staff(_, role) => {
                    format!("{} – {}", profile.name.get(visit.locale()), visit.text(&format!("role-{role}")))
                }
            },
            icon: match profile.choice {
                ProfileChoice::Myself => "user",
                ProfileChoice::Organisation(_) => "building-2",
                ProfileChoice::Staff(..) => "users",
            },
            choice: profile.choice.to_string(),
        };
        Ok(Self {
            facts: facts(visit, &person),
            profiles: profiles.into_iter().map(line).collect(),
            manages: identity::manages_company(visit.caller()),
            languages: languages(|key| visit.text(key)),
            typed: typed.unwrap_or_else(|| Contacts {
                revision: person.revision,
                email: person.email.unwrap_or_default(),
                phone: person.phone.unwrap_or_default(),
                iban: person.iban.unwrap_or_default(),
                address: person.address.unwrap_or_default(),
                locale: person.locale,
            }),
            errors,
        })
    }
}

fn is_current(caller: &Caller, profile: &Profile) -> bool {
    match profile.choice {
        ProfileChoice::Myself => caller.institution.is_none() && caller.mandate.is_none(),
        ProfileChoice::Organisation(id) => caller.party == Some(Party::Organisation(id)),
        ProfileChoice::Staff(institution, role) => caller.institution == Some(institution) && caller.role == role,
    }
}

fn facts(visit: &Visit, person: &Person) -> Vec<Row> {
    let row = |key: &str, value: String| Row { label: visit.text(key), value, change: None, source: None };
    let mut rows = vec![row("profile-name", person.display_name())];
    if let Some(code) = person.code() {
        rows.push(row("profile-code", code.masked()));
    }
    if let Some(day) = person.birth_date {
        rows.push(row("profile-birth-date", i18n::date(visit.locale(), day)));
    }
    rows
}

fn languages(words: impl Fn(&str) -> String) -> Vec<Language> {
    let language = |value: Locale| Language { value, label: words(&format!("profile-language-{value}")), hint: None };
    Locale::ALL.map(language).into()
}

impl Template for ProfilePage {
    const NAME: &'static str = "citizen/profile/show.html";

    fn samples(_: Locale) -> Vec<Self> {
        let line = |choice: &str, label: &str, icon, current| ProfileLine {
            choice: choice.to_owned(),
            label: label.to_owned(),
            icon,
            current,
        };
        let typed = Contacts {
            revision: 1,
            email: "anna@example.lv".to_owned(),
            phone: "20000000".to_owned(),
            iban: "LV80BANK0000435195001".to_owned(),
            address: "Ozolu iela 12–5, Cēsis".to_owned(),
            locale: Locale::Lv,
        };
        let sample = |profiles: Vec<ProfileLine>, errors| Self {
            facts: vec![Row {
                label: "Vārds, uzvārds".to_owned(),
                value: "Anna Bērziņa".to_owned(),
                change: None,
                source: None,
            }],
            manages: profiles.len() > 1,
            profiles,
            languages: languages(|key| if key.ends_with("lv") { "Latviešu".to_owned() } else { "Angļu".to_owned() }),
            typed: typed.clone(),
            errors,
        };
        let mut errors = FormErrors::none();
        for field in ["email", "phone", "iban", "address", "locale"] {
            errors.add(Some(field), "Pārbaudiet šo lauku");
        }
        let two = vec![
            line("self", "Savā vārdā", "user", true),
            line("organisation:1", "SIA „Rīta Rasa”", "building-2", false),
        ];
        vec![sample(two, FormErrors::none()), sample(Vec::new(), errors)]
    }
}
