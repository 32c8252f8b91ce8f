//! A browser without scripts: keeps its cookie, reads forms from pages, sends them.

use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, to_bytes};
use catalogue::SearchIndex;
use http::{HeaderMap, Request, StatusCode};
use identity::{Ground, Identified, PersonalCode, ProfileChoice, RegistrationNumber, SignIn};
use kernel::{Assurance, Caller, Error, InstitutionId, PersonId, Result, Role};
use registers::{PersonRegister, RegisterPerson};
use scraper::{Html, Selector};
use test_support::TestDb;
use tower::ServiceExt;
use web_kit::{AppState, Settings, Templates, percent};

use crate::GuideIndex;

/// Whose declared residence the register knows.
pub(super) const DECLARED: &str = "328000-00041";

/// A register that knows one invented person, or does not answer.
#[derive(Debug)]
pub(super) struct Register {
    pub(super) down: bool,
}

#[async_trait]
impl PersonRegister for Register {
    async fn person(&self, code: &str) -> Result<RegisterPerson> {
        if self.down {
            return Err(Error::unavailable("register-unreachable"));
        }
        let text = format!(
            r#"{{"given_name":"Anna","family_name":"Bērziņa","birth_date":null,"personal_code":"{code}","address":null,"children":[]}}"#
        );
        let person: RegisterPerson = serde_json::from_str(&text)?;
        let address = (code == DECLARED).then(|| "Ozolu iela 12 - 5, Cēsis, Cēsu nov., LV-4101".to_owned());
        Ok(RegisterPerson { address, ..person })
    }

    fn name(&self) -> &str {
        "Izdomāts reģistrs"
    }

    async fn check(&self) -> Result<()> {
        Ok(())
    }
}

/// The provider that the portal lets sign people in.
pub(super) const ISSUER: &str = "https://login.example.lv/op";

/// The portal on an empty database with the pilot services.
pub(super) struct Portal {
    /// What is found.
    pub(super) index: Arc<SearchIndex>,
    /// Life situations and articles.
    pub(super) guides: Arc<GuideIndex>,
    pub(super) db: TestDb,
    router: Router,
}

async fn fill(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    catalogue::install_life_situations(&mut tx).await.unwrap();
    knowledge::install_articles(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

impl Portal {
    pub(super) async fn open(register: Register) -> Self {
        Self::limited(register, Settings::default().upload_limit).await
    }

    /// The same where a file may have so many bytes at most.
    pub(super) async fn limited(register: Register, upload_limit: usize) -> Self {
        Self::on(TestDb::filled("published", fill).await, register, upload_limit).await
    }

    /// The same with unified services and what municipalities attached to them.
    pub(super) async fn with_unified() -> Self {
        let filled = async |db: &TestDb| {
            fill(db).await;
            let mut tx = db.writing(&Caller::engine()).await;
            catalogue::install_template_services(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        };
        let register = Register { down: false };
        Self::on(TestDb::filled("unified", filled).await, register, Settings::default().upload_limit).await
    }

    async fn on(db: TestDb, register: Register, upload_limit: usize) -> Self {
        let index = Arc::new(SearchIndex::open(search::Location::Ram).unwrap());
        index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
        let templates = Templates::new(vec![web_kit::templates(), crate::templates()]).unwrap();
        let sign_in_issuer = Some(ISSUER.to_owned());
        let settings = Settings { rate_limit: None, demo: true, upload_limit, sign_in_issuer, ..Settings::default() };
        let register: Arc<dyn PersonRegister> = Arc::new(register);
        let guides = Arc::new(GuideIndex::new().unwrap());
        guides.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
        let state = AppState::new(db.clone(), templates, settings).with(Arc::clone(&index)).with(register);
        let state = state.with(Arc::clone(&guides));
        let router = web_kit::app(state, crate::routes()).unwrap();
        Self { db, router, index, guides }
    }

    /// Somebody who is not signed in.
    pub(super) fn visitor(&self) -> Browser {
        Browser { router: self.router.clone(), cookie: String::new() }
    }

    /// A resident with this invented code, signed in.
    pub(super) async fn resident(&self, code: &str, name: &str) -> (Browser, PersonId) {
        let mut tx = self.db.writing(&Caller::engine()).await;
        let told = Identified {
            codes: vec![PersonalCode::parse(code).unwrap()],
            given_name: name.to_owned(),
            family_name: "Izdomāta".to_owned(),
            birth_date: None,
            email: None,
        };
        let person = identity::recognise(&mut tx, &told).await.unwrap();
        let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::High };
        let token = identity::sign_in(&mut tx, input).await.unwrap();
        tx.commit().await.unwrap();
        let cookie = format!("__Host-durvis={}", token.reveal());
        (Browser { router: self.router.clone(), cookie }, person)
    }

    /// The same person, signed in by a provider of OpenID Connect.
    pub(super) async fn resident_by(&self, code: &str, name: &str, issuer: &str) -> Browser {
        let (_, person) = self.resident(code, name).await;
        let mut tx = self.db.writing(&Caller::engine()).await;
        let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::High };
        let token = identity::sign_in_by(&mut tx, input, issuer).await.unwrap();
        tx.commit().await.unwrap();
        Browser { router: self.router.clone(), cookie: format!("__Host-durvis={}", token.reveal()) }
    }

    /// The same person, acting for an invented company.
    pub(super) async fn company(&self, code: &str, name: &str) -> Browser {
        let (_, person) = self.resident(code, name).await;
        let mut tx = self.db.writing(&Caller::engine()).await;
        let number = RegistrationNumber::parse("40003189718").unwrap();
        let firm = identity::ensure_organisation(&mut tx, &number, "SIA „Rīta Rasa”").await.unwrap();
        identity::allow_representation(&mut tx, person, firm, Ground::BoardMember).await.unwrap();
        tx.commit().await.unwrap();
        self.acting(person).await
    }

    /// A person acting for the invented company, if they may.
    pub(super) async fn acting(&self, person: PersonId) -> Browser {
        let mut tx = self.db.writing(&Caller::engine()).await;
        let number = RegistrationNumber::parse("40003189718").unwrap();
        let firm = identity::ensure_organisation(&mut tx, &number, "SIA „Rīta Rasa”").await.unwrap();
        let profile = ProfileChoice::Organisation(firm);
        let input = SignIn { person, profile, assurance: Assurance::High };
        let token = identity::sign_in(&mut tx, input).await.unwrap();
        tx.commit().await.unwrap();
        Browser { router: self.router.clone(), cookie: format!("__Host-durvis={}", token.reveal()) }
    }

    /// An officer of the institution that handles the service.
    pub(super) async fn officer(&self, service: &str) -> Caller {
        let (_, person) = self.resident("328000-00099", "Pēteris").await;
        let mut tx = self.db.writing(&Caller::engine()).await;
        let institution = catalogue::service(&tx, service).await.unwrap().provider;
        institutions::ensure_membership(&mut tx, person, institution, Role::Officer).await.unwrap();
        tx.commit().await.unwrap();
        Caller::staff(person, Role::Officer, institution)
    }

    /// Somebody as the contact person of an institution, signed in.
    pub(super) async fn contact(&self, person: PersonId, institution: InstitutionId) -> Browser {
        let mut tx = self.db.writing(&Caller::engine()).await;
        institutions::ensure_membership(&mut tx, person, institution, Role::ContactPerson).await.unwrap();
        let profile = ProfileChoice::Staff(institution, Role::ContactPerson);
        let input = SignIn { person, profile, assurance: Assurance::High };
        let token = identity::sign_in(&mut tx, input).await.unwrap();
        tx.commit().await.unwrap();
        Browser { router: self.router.clone(), cookie: format!("__Host-durvis={}", token.reveal()) }
    }

    /// Code of the service with this pilot label.
    pub(super) async fn service(&self, pilot: &str) -> String {
        let tx = self.db.reading(&Caller::anonymous()).await;
        let filter = catalogue::ServiceFilter::default();
        let page = catalogue::list_services(&tx, &filter, &kernel::PageRequest::first(100)).await.unwrap();
        page.items.into_iter().find(|item| item.pilot.as_deref() == Some(pilot)).unwrap().code
    }
}

/// What came back.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) body: String,
    pub(super) headers: HeaderMap,
}

impl Page {
    pub(super) fn location(&self) -> String {
        self.headers
            .get("location")
            .unwrap_or_else(|| panic!("{}: {}", self.status, self.body))
            .to_str()
            .unwrap()
            .to_owned()
    }

    /// Text of the first element that the selector finds.
    pub(super) fn text(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.body);
        let found = html.select(&Selector::parse(selector).unwrap()).next();
        found.map(|element| element.text().collect::<String>().trim().to_owned()).unwrap_or_default()
    }

    pub(super) fn has(&self, selector: &str) -> bool {
        let html = Html::parse_document(&self.body);
        html.select(&Selector::parse(selector).unwrap()).next().is_some()
    }

    /// The inputs of the form with this action as a browser would send them, without buttons and files.
    pub(super) fn form(&self, action: &str) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.body);
        let form = html.select(&Selector::parse(&format!("form[action=\"{action}\"]")).unwrap()).next();
        let form = form.unwrap_or_else(|| panic!("no form to {action} in {}", self.body));
        let mut fields = Vec::new();
        for element in form.select(&Selector::parse("input, textarea, select").unwrap()) {
            let value = element.value();
            let Some(name) = value.attr("name") else { continue };
            let text = match (value.name(), value.attr("type")) {
                ("textarea", _) => element.text().collect(),
                ("select", _) => {
                    let chosen = element.select(&Selector::parse("option[selected]").unwrap()).next();
                    chosen.and_then(|option| option.value().attr("value")).unwrap_or_default().to_owned()
                }
                (_, Some("file")) => continue,
                (_, Some("radio" | "checkbox")) if value.attr("checked").is_none() => continue,
                _ => value.attr("value").unwrap_or_default().to_owned(),
            };
            fields.push((name.to_owned(), text));
        }
        fields
    }
}

/// One browser.
#[derive(Clone)]
pub(super) struct Browser {
    router: Router,
    cookie: String,
}

impl Browser {
    /// The same browser with one more cookie, as an answer set it.
    pub(super) fn with_cookie(&self, set: &str) -> Self {
        let pair = set.split(';').next().unwrap();
        let cookie = if self.cookie.is_empty() { pair.to_owned() } else { format!("{}; {pair}", self.cookie) };
        Self { router: self.router.clone(), cookie }
    }

    pub(super) async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends the form of `page` to `action` after changing some of its fields.
    pub(super) async fn submit(&self, page: &Page, action: &str, changes: &[(&str, &str)]) -> Page {
        let mut fields = page.form(action);
        for (name, value) in changes {
            fields.retain(|(known, _)| known != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post(action, &fields).await
    }

    pub(super) async fn post(&self, path: &str, fields: &[(String, String)]) -> Page {
        self.send(form_request(path), form_body(fields)).await
    }

    /// The same, telling the page that the form stands on, as browsers do.
    pub(super) async fn post_from(&self, page: &str, path: &str, fields: &[(String, String)]) -> Page {
        let told = form_request(path).header("host", "durvis.example");
        self.send(told.header("referer", format!("http://durvis.example{page}")), form_body(fields)).await
    }

    /// Sends fields and one file.
    pub(super) async fn upload(&self, path: &str, fields: &[(String, String)], file: (&str, &str, &[u8])) -> Page {
        self.upload_all(path, fields, &[file]).await
    }

    /// Several files, each with the name of its input.
    pub(super) async fn upload_all(
        &self,
        path: &str,
        fields: &[(String, String)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        for (field, name, content) in files {
            let head = format!("--b\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
            body.extend(head.bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(b"--b--\r\n");
        self.send(Request::post(path).header("content-type", "multipart/form-data; boundary=b"), Body::from(body)).await
    }

    async fn send(&self, request: http::request::Builder, body: Body) -> Page {
        let request = request.header("accept", "text/html").header("cookie", &self.cookie).body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 50_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if parts.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
            let defects = web_kit::defects_of(&body);
            assert!(defects.is_empty(), "{defects:?} in {body}");
        }
        Page { status: parts.status, body, headers: parts.headers }
    }
}

fn form_request(path: &str) -> http::request::Builder {
    Request::post(path).header("content-type", "application/x-www-form-urlencoded")
}

fn form_body(fields: &[(String, String)]) -> Body {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect();
    Body::from(pairs.join("&"))
}
