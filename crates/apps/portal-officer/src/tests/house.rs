//! What the tests share: the workplace on a new database, invented staff with browsers, and a client with requests.

use axum::Router;
use axum::body::{Body, to_bytes};
use cases::{CaseNumber, Origin, SubmitCase};
use catalogue::SearchIndex;
use http::{HeaderMap, Request, StatusCode};
use identity::{Identified, PersonalCode, ProfileChoice, SignIn};
use kernel::{Assurance, Caller, Channel, InstitutionId, PersonId, Role};
use scraper::{ElementRef, Html, Selector};
use std::sync::Arc;
use storage::{AccessView, Write};
use test_support::TestDb;
use tower::ServiceExt;
use web_kit::{AppState, Settings, Templates, percent};

pub const ANNAS_CODE: &str = "320000-00002";

/// The workplace with one client and the pilot services.
pub struct House {
    pub db: TestDb,
    pub vsaa: InstitutionId,
    /// Code of the childbirth benefit.
    pub benefit: String,
    pub anna: PersonId,
    /// What is found by words.
    index: Arc<SearchIndex>,
    router: Router,
}

async fn fill(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

impl House {
    pub async fn open() -> Self {
        Self::limited(Settings::default().upload_limit).await
    }

    /// The same where a file may have so many bytes at most.
    pub async fn limited(upload_limit: usize) -> Self {
        Self::on(TestDb::filled("pilot-services", fill).await, upload_limit).await
    }

    /// The same with more that comes with the program; it is put in once in a run of the suite under this label.
    pub async fn filled(label: &str, more: impl AsyncFnOnce(&mut Write)) -> Self {
        let filled = async |db: &TestDb| {
            fill(db).await;
            let mut tx = db.writing(&Caller::engine()).await;
            more(&mut tx).await;
            tx.commit().await.unwrap();
        };
        Self::on(TestDb::filled(label, filled).await, Settings::default().upload_limit).await
    }

    /// The same with unified services and what municipalities attached to them.
    pub async fn with_unified() -> Self {
        Self::filled("unified", async |tx| _ = catalogue::install_template_services(tx).await.unwrap()).await
    }

    async fn on(db: TestDb, upload_limit: usize) -> Self {
        let mut tx = db.writing(&Caller::engine()).await;
        let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
        let filter = catalogue::ServiceFilter::default();
        let all = catalogue::list_services(&tx, &filter, &kernel::PageRequest::first(100)).await.unwrap();
        let benefit = all.items.into_iter().find(|item| item.form_key.as_deref() == Some("childbirth-benefit"));
        let anna = person(&mut tx, ANNAS_CODE, "Anna", "Bērziņa").await;
        tx.commit().await.unwrap();
        let templates = Templates::new(vec![web_kit::templates(), crate::templates()]).unwrap();
        let settings = Settings { rate_limit: None, upload_limit, ..Settings::default() };
        let index = Arc::new(SearchIndex::open(search::Location::Ram).unwrap());
        let state = AppState::new(db.clone(), templates, settings).with(Arc::clone(&index));
        let router = web_kit::app(state, crate::routes()).unwrap();
        let house = Self { db, vsaa, benefit: benefit.unwrap().code, anna, index, router };
        house.indexed().await;
        house
    }

    /// Brings the search up to date.
    pub async fn indexed(&self) {
        self.index.rebuild(&self.db.reading(&Caller::engine()).await).await.unwrap();
    }

    /// Somebody of VSAA, signed in.
    pub async fn staff(&self, code: &str, name: &str, role: Role) -> Browser {
        self.staff_of(self.vsaa, code, name, role).await
    }

    /// The contact person of VSAA.
    pub async fn dace(&self) -> Browser {
        self.staff("320000-00016", "Dace", Role::ContactPerson).await
    }

    pub async fn officer(&self) -> Browser {
        self.staff("320000-00010", "Pēteris", Role::Officer).await
    }

    /// Somebody of an institution, signed in.
    pub async fn staff_of(&self, institution: InstitutionId, code: &str, name: &str, role: Role) -> Browser {
        let mut tx = self.db.writing(&Caller::engine()).await;
        let person = person(&mut tx, code, name, "Izdomāts").await;
        institutions::ensure_membership(&mut tx, person, institution, role).await.unwrap();
        let profile = ProfileChoice::Staff(institution, role);
        let input = SignIn { person, profile, assurance: Assurance::High };
        let token = identity::sign_in_by(&mut tx, input, "https://login.example.lv").await.unwrap().reveal().to_owned();
        let mark = identity::session_by_token(&tx, &token).await.unwrap().unwrap().csrf;
        tx.commit().await.unwrap();
        Browser { router: self.router.clone(), cookie: format!("__Host-durvis={token}"), mark }
    }

    pub fn client(&self) -> Caller {
        Caller::client(self.anna)
    }

    /// Anna's request, received.
    pub async fn submitted(&self) -> CaseNumber {
        let mut tx = self.db.writing(&self.client()).await;
        let mut answers = forms::example("childbirth-benefit").unwrap();
        answers.insert("applicant_personal_code".to_owned(), ANNAS_CODE.into());
        let origin = Origin::Answers { service: self.benefit.clone(), answers };
        let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
        let number = cases::submit(&mut tx, input).await.unwrap().number;
        tx.commit().await.unwrap();
        number
    }

    /// Who looked at Anna's data, newest first.
    pub async fn views(&self) -> Vec<AccessView> {
        let tx = self.db.reading(&Caller::engine()).await;
        storage::access_views(&tx, self.anna, &kernel::PageRequest::first(100)).await.unwrap().items
    }
}

async fn person(tx: &mut storage::Write, code: &str, given: &str, family: &str) -> PersonId {
    let told = Identified {
        codes: vec![PersonalCode::parse(code).unwrap()],
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        birth_date: None,
        email: None,
    };
    identity::recognise(tx, &told).await.unwrap()
}

/// Fields of a form with some of them replaced; what the form did not have is added.
pub fn changed<'a>(fields: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = fields.to_vec();
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

/// A browser without scripts, signed in.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookie: String,
    mark: String,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub body: String,
    pub headers: HeaderMap,
}

impl Page {
    pub fn location(&self) -> &str {
        self.headers
            .get("location")
            .unwrap_or_else(|| panic!("{}: {}", self.status, self.text("main")))
            .to_str()
            .unwrap()
    }

    /// The words of the first element that fits.
    pub fn text(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.body);
        let words = |element: ElementRef<'_>| element.text().collect::<Vec<_>>().join(" ");
        let found = html.select(&Selector::parse(selector).unwrap()).next().map(words).unwrap_or_default();
        found.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&Selector::parse(selector).unwrap()).count()
    }

    /// What a form with mistakes came back with: the status, and how many mistakes it names above.
    pub fn refused(&self) -> (StatusCode, usize) {
        (self.status, self.count(".dv-errsum a"))
    }

    /// An attribute of the first element that fits.
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let html = Html::parse_document(&self.body);
        let found = html.select(&Selector::parse(selector).unwrap()).next().and_then(|element| element.attr(name));
        found.unwrap_or_else(|| panic!("no {name} of {selector} in {}", self.body)).to_owned()
    }

    /// All inputs of the first form that fits, as the page has them, with the mark of the session and the buttons left out.
    pub fn inputs(&self, form: &str) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.body);
        let form = Selector::parse(form).unwrap();
        let form = html.select(&form).next().unwrap_or_else(|| panic!("no form in {}", self.body));
        let mut found = Vec::new();
        for element in form.select(&Selector::parse("input, textarea, select").unwrap()) {
            let value = element.value();
            let Some(name) = value.attr("name").filter(|name| *name != "csrf").map(str::to_owned) else { continue };
            match value.name() {
                "textarea" => found.push((name, element.text().collect::<String>())),
                "select" => {
                    let chosen = element.select(&Selector::parse("option[selected]").unwrap()).next();
                    found.push((name, chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()));
                }
                _ if value.attr("type") == Some("checkbox") && value.attr("checked").is_none() => {}
                _ => found.push((name, value.attr("value").unwrap_or_default().to_owned())),
            }
        }
        found
    }
}

impl Browser {
    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Posts these fields with the security mark.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let all = fields.iter().copied().chain([("csrf", self.mark.as_str())]);
        let pairs: Vec<String> = all.map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request, Body::from(pairs.join("&"))).await
    }

    /// Posts these fields and a file.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain([("csrf", self.mark.as_str())]) {
            body.extend(format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = format!("--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
        body.extend(head.bytes());
        body.extend(file.1);
        body.extend(b"\r\n--b--\r\n");
        self.send(Request::post(path).header("content-type", "multipart/form-data; boundary=b"), Body::from(body)).await
    }

    /// The security mark of the pages that are open in it.
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// The same pages after `other` signed in in another window of this browser.
    pub fn now_of(&self, other: &Self) -> Self {
        Self { cookie: other.cookie.clone(), ..self.clone() }
    }

    /// The same pages after somebody signed out in another window.
    pub fn signed_out(&self) -> Self {
        Self { cookie: String::new(), ..self.clone() }
    }

    /// Posts these fields as they are, from the page at this address.
    pub async fn send_from(&self, referer: &str, path: &str, fields: &[(String, String)]) -> Page {
        let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect();
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        let request = request.header("host", "here.example").header("referer", referer);
        self.send(request, Body::from(pairs.join("&"))).await
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
