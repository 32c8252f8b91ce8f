//! Things in a demonstration that routes are about: cases in every state, drafts, files, consultations, roles. They are
//! made by the use cases of those who would make them.
use std::collections::BTreeMap;

use cases::{Ask, CaseNumber, ConsultationOutcome, Decide, Deliver, Origin, Outcome, RegisterConsultation, SubmitCase};
use catalogue::{
    ChangeTemplate, CreateSituation, PlanTemplate, PublishSituation, ReportCorrection, SaveSituation, SituationBranch,
    SituationStep, SituationText,
};
use enquiries::{AnswerEnquiry, EnquiryKind, SendEnquiry};
use forms::{Answers, AttachFile, RawInput, SaveStep, StartDraft};
use kernel::{Caller, Channel, LangText, Role};
use knowledge::{ArticleKind, ArticleText, Audience, CreateArticle, PublishArticle};
use storage::{Database, Write};

use crate::browser::{House, Visitor};
use crate::matrix::Stand;

/// A small real PDF, enough for the check of the content.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Far {
    Submitted,
    Taken,
    Asked,
    Decided,
    Delivered,
}

/// How far the working copy of a service has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    Begun,
    Refused,
    InReview,
    Scheduled,
    Closed,
}

/// Which institution handles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    Vsaa,
    Nva,
    /// VSAA as well, with the service that the company's management assigned to its employee.
    Assigned,
}

impl Office {
    /// Pilot label of a service, key of its form, persona who decides.
    pub const fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Vsaa => ("P.11", "childbirth-benefit", "officer"),
            Self::Nva => ("P.02", "unemployed-status", "officer-nva"),
            Self::Assigned => ("P.08", "funeral-benefit", "officer"),
        }
    }

    /// Complete answers to its form. Assigned services are asked for by a company, which is asked for its name and number.
    pub fn answers(self) -> Answers {
        let mut answers = forms::example(self.parts().1).expect("an example");
        if self == Self::Assigned {
            answers.remove("relation");
            let company = [
                ("on_behalf", "organisation"),
                ("organisation_name", "SIA „Rīta Rasa”"),
                ("registration_number", "49999999000"),
            ];
            answers.extend(company.map(|(name, value)| (name.to_owned(), value.into())));
        }
        answers
    }

    /// A field of its form that takes files.
    const fn file_field(self) -> &'static str {
        match self {
            Self::Assigned => "death_certificate",
            Self::Vsaa | Self::Nva => "birth_certificate",
        }
    }
}

/// Something with an address.
#[derive(Debug, Clone, Default)]
pub struct Thing {
    /// As written in addresses.
    pub id: String,
    /// A file of it.
    pub document: String,
    /// Its revision.
    pub revision: i64,
    /// The newest version of a service.
    pub latest: i32,
    /// The version that a route is about, when that is not the first published one.
    pub waiting: Option<i32>,
    /// What a page would send for its first step.
    pub typed: Vec<(String, String)>,
}

impl Thing {
    /// The version that a route is about: the first published one unless it is said.
    pub fn version(&self) -> i32 {
        self.waiting.unwrap_or(2)
    }
}

/// Everybody, and the services.
pub struct World {
    /// The server.
    pub house: House,
    /// By key.
    pub people: BTreeMap<&'static str, Visitor>,
    /// Code by pilot label.
    pub services: BTreeMap<String, String>,
}

/// Everybody who stands in front of a route.
pub const ACTORS: [&str; 13] = [
    "anonymous",
    "resident",
    "resident2",
    "company",
    "employee",
    "specialist",
    "officer",
    "officer-nva",
    "contact",
    "administrator",
    "auditor",
    "platform",
    "system",
];

impl World {
    /// A fresh demonstration with everybody signed in.
    pub async fn new(house: House) -> Self {
        let mut people = BTreeMap::new();
        for key in ACTORS {
            let who = match key {
                "anonymous" => Visitor { key: key.to_owned(), ..Visitor::default() },
                "system" => house.system().await,
                _ => house.persona(key).await,
            };
            people.insert(key, who);
        }
        let services = house.pilots().await;
        Self { house, people, services }
    }

    /// Somebody.
    pub fn who(&self, key: &str) -> &Visitor {
        self.people.get(key).unwrap_or_else(|| panic!("nobody is called {key}"))
    }

    /// Somebody as the use cases see them.
    pub fn caller(&self, key: &str) -> &Caller {
        self.who(key).caller.as_ref().unwrap_or_else(|| panic!("{key} has no session"))
    }

    fn db(&self) -> &Database {
        self.house.running.database()
    }

    async fn write(&self, caller: &Caller) -> Write {
        self.db().write(caller).await.expect("a unit of work")
    }

    /// A new case of a client.
    pub async fn case(&self, client: &str, office: Office, far: Far) -> Thing {
        let (pilot, _, officer) = office.parts();
        let origin = Origin::Answers { service: self.services[pilot].clone(), answers: office.answers() };
        let mut tx = self.write(self.caller(client)).await;
        let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
        let number = cases::submit(&mut tx, input).await.expect("a case").number;
        tx.commit().await.expect("kept");
        let document = self.handle(&number, self.caller(officer), far).await;
        Thing { id: number.slug(), document, revision: self.revision(&number).await, ..Thing::default() }
    }

    /// Brings a case as far as wanted; gives the file of the decision.
    async fn handle(&self, number: &CaseNumber, officer: &Caller, far: Far) -> String {
        if far == Far::Submitted {
            return String::new();
        }
        let mut tx = self.write(officer).await;
        cases::take(&mut tx, number).await.expect("taken");
        tx.commit().await.expect("kept");
        let revision = self.revision(number).await;
        let mut tx = self.write(officer).await;
        if far == Far::Asked {
            let question = "Vai konts pieder Jums?".to_owned();
            cases::ask(&mut tx, Ask { number: number.clone(), revision, question, days: None }).await.expect("asked");
        }
        if far >= Far::Decided {
            let file = documents::inspect("lemums.pdf", PDF.into(), PDF.len()).expect("a file");
            let text = "Pabalsts ir piešķirts.".to_owned();
            let outcome = Outcome::Granted;
            let input = Decide { number: number.clone(), revision, outcome, text, file: Some(file) };
            cases::decide(&mut tx, input).await.expect("decided");
        }
        tx.commit().await.expect("kept");
        if far == Far::Delivered {
            let revision = self.revision(number).await;
            let mut tx = self.write(officer).await;
            let input = Deliver { number: number.clone(), revision, channel: Channel::Electronic };
            cases::deliver(&mut tx, input).await.expect("delivered");
            tx.commit().await.expect("kept");
        }
        if far >= Far::Decided { self.document_of(number, officer).await } else { String::new() }
    }

    async fn document_of(&self, number: &CaseNumber, officer: &Caller) -> String {
        let mut tx = self.write(officer).await;
        let file = cases::open_case(&mut tx, number, cases::Purpose::Handle).await.expect("opened");
        file.documents.first().expect("a file").id.to_string()
    }

    /// The revision of a case now.
    pub async fn revision(&self, number: &CaseNumber) -> i64 {
        let tx = self.db().read(&Caller::engine()).await.expect("a read");
        cases::history(&tx, number).await.expect("a case").0.revision
    }

    /// A complete application that is not sent, with a file; the open one if there is one.
    pub async fn draft(&self, client: &str) -> Thing {
        self.draft_of(client, Office::Vsaa).await
    }

    /// The same for the service of an office.
    pub async fn draft_of(&self, client: &str, office: Office) -> Thing {
        let caller = self.caller(client);
        let (pilot, form, _) = office.parts();
        let start = StartDraft {
            service_code: self.services[pilot].clone(),
            holder: self.holder(pilot).await.parse().expect("an institution"),
            form_key: form.to_owned(),
            prefill: registers::Lookup::NotConnected,
            known: forms::Known::default(),
        };
        let mut tx = self.write(caller).await;
        let id = forms::start_draft(&mut tx, start).await.expect("a draft");
        let answers = office.answers();
        let definition = forms::definition(form, None).expect("a form");
        if forms::draft(&tx, id).await.expect("a draft").step != "check" {
            for visible in definition.steps(&answers) {
                let revision = forms::draft(&tx, id).await.expect("a draft").revision;
                let raw = pairs_of(&visible, &answers).into_iter().collect::<RawInput>();
                let input = SaveStep { draft: id, step: visible.step.key.clone(), raw, revision };
                forms::save_step(&mut tx, input).await.expect("saved");
            }
        }
        let document = match forms::files_of(&tx, id).await.expect("files").first() {
            Some(file) => file.id,
            None => {
                let file = documents::inspect("apliecība.pdf", PDF.into(), PDF.len()).expect("a file");
                let input = AttachFile { draft: id, field: office.file_field().to_owned(), file };
                forms::attach_file(&mut tx, input).await.expect("kept")
            }
        };
        let document = document.to_string();
        let revision = forms::draft(&tx, id).await.expect("a draft").revision;
        tx.commit().await.expect("kept");
        let first = definition.steps(&answers).into_iter().next().expect("a step");
        Thing { id: id.to_string(), document, revision, typed: pairs_of(&first, &answers), ..Thing::default() }
    }

    /// A consultation of an officer or specialist, just registered.
    pub async fn consultation(&self, staff: &str) -> Thing {
        let mut tx = self.write(self.caller(staff)).await;
        let input = RegisterConsultation {
            service: self.services["P.11"].clone(),
            channel: Channel::Phone,
            outcome: ConsultationOutcome::Answered,
            note: String::new(),
            idempotency_key: None,
        };
        let kept = cases::register_consultation(&mut tx, input).await.expect("registered");
        tx.commit().await.expect("kept");
        Thing { id: kept.id.to_string(), ..Thing::default() }
    }

    /// Somebody signed in once more, on another device.
    pub async fn session(&self, key: &str) -> Thing {
        let device = self.house.persona(key).await;
        let cookie = device.cookie.expect("a cookie");
        let session = self.house.session(cookie.split_once('=').expect("a cookie").1).await;
        Thing { id: session.id.to_string(), ..Thing::default() }
    }

    /// A role of a resident in an institution.
    pub async fn membership(&self, institution: &str) -> Thing {
        let person = self.caller("resident2").person.expect("a person");
        let mut tx = self.write(&Caller::engine()).await;
        let found = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution");
        let id = institutions::ensure_membership(&mut tx, person, found.id, Role::Specialist).await.expect("a role");
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), ..Thing::default() }
    }

    /// A system that may call the API for an institution.
    pub async fn system(&self, institution: &str) -> Thing {
        let person = self.caller("platform").person.expect("a person");
        let tx = self.write(&Caller::engine()).await;
        let found = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution");
        drop(tx);
        let mut tx = self.write(&Caller::staff(person, Role::PlatformAdministrator, found.id)).await;
        let name = format!("Sistēma {}", tx.ids().uuid());
        let input =
            identity::RegisterApiClient { name, institution: found.id, scopes: vec![identity::Scope::CasesRead] };
        let issued = identity::register_api_client(&mut tx, input).await.expect("a system");
        tx.commit().await.expect("kept");
        Thing { id: issued.client.to_string(), ..Thing::default() }
    }

    /// A table that the contact person of an institution has uploaded.
    pub async fn table(&self, institution: &str) -> Thing {
        let person = self.caller("contact").person.expect("a person");
        let tx = self.write(&Caller::engine()).await;
        let found = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution");
        drop(tx);
        let mut tx = self.write(&Caller::staff(person, Role::ContactPerson, found.id)).await;
        let table = exchange::read_table("tabula.csv", b"code,version,name_lv\n").expect("a table");
        let id = exchange::keep_table(&mut tx, &table).await.expect("a table");
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), ..Thing::default() }
    }

    /// What the search is told: a service that stands higher, or another word.
    pub async fn search_rule(&self, boost: bool) -> Thing {
        let mut tx = self.write(&Caller::engine()).await;
        let id = if boost {
            let service = self.services["P.11"].clone();
            let input = catalogue::SetBoost { known: None, service, words: String::new(), percent: 120 };
            catalogue::set_boost(&mut tx, input).await.expect("a rule")
        } else {
            let (words, means) = ("tests".to_owned(), "pabalsts".to_owned());
            let input = catalogue::SetSynonym { known: None, words, means, two_way: false };
            catalogue::set_synonym(&mut tx, input).await.expect("a rule")
        };
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), revision: 1, ..Thing::default() }
    }

    /// An act that is not in force any more, under a number that nothing else has.
    pub async fn act(&self) -> Thing {
        let mut tx = self.write(&Caller::engine()).await;
        let number = tx.ids().uuid().as_u128() % 1_000_000_000 + 1_000_000;
        let input = catalogue::SetRepealedAct {
            known: None,
            act: number.to_string(),
            title: "Vecs likums".to_owned(),
            successor: "Jauns likums".to_owned(),
            link: "999003".to_owned(),
        };
        let number = catalogue::set_repealed_act(&mut tx, input).await.expect("an act");
        tx.commit().await.expect("kept");
        Thing { id: number.to_string(), revision: 1, ..Thing::default() }
    }

    /// A new template of unified services, for municipalities and institutions of the state; its file is a service.
    pub async fn template(&self, stand: Stand) -> Thing {
        let mut tx = self.write(&Caller::engine()).await;
        let model = catalogue::template(&tx, "V109").await.expect("a unified service of the demonstration");
        let code = catalogue::create_template(&mut tx, (*model.text).clone()).await.expect("a template");
        let mut document = String::new();
        if stand != Stand::Draft {
            catalogue::publish_template(&mut tx, &code, 1).await.expect("in use");
        }
        if stand == Stand::WithService {
            let vsaa = institutions::by_code(&tx, "VSAA").await.expect("a read").expect("an institution").id;
            document = catalogue::create_service_from_template(&mut tx, &code, vsaa).await.expect("a service");
        }
        if stand == Stand::Planned {
            let mut text = (*model.text).clone();
            text.local.push(LangText::new("Kas mainīsies", "What will change"));
            let change = ChangeTemplate { code: code.clone(), revision: 2, text, note: String::new() };
            let from = chrono::NaiveDate::from_ymd_opt(2099, 12, 31).expect("a day");
            let plan = PlanTemplate { change, from, replaces: None };
            catalogue::plan_template(&mut tx, plan).await.expect("waits");
        }
        let revision = catalogue::template(&tx, &code).await.expect("a template").revision;
        tx.commit().await.expect("kept");
        Thing { id: code, document, revision, ..Thing::default() }
    }

    /// The holder of a service.
    pub async fn holder(&self, pilot: &str) -> String {
        let tx = self.db().read(&Caller::engine()).await.expect("a read");
        catalogue::service(&tx, &self.services[pilot]).await.expect("a service").holder.to_string()
    }

    /// A published life situation that an institution answers for, with a text that is not public yet.
    pub async fn situation(&self, institution: &str) -> Thing {
        let mut tx = self.write(&Caller::engine()).await;
        let found = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution");
        let slug = format!("s-{}", tx.ids().uuid().simple());
        let both = |text: &str| LangText::new(text, text);
        let step = SituationStep { title: both("Solis"), text: both("Teksts"), ..SituationStep::default() };
        let (title, summary) = (both("Situācija"), both("Īsi"));
        let text = SituationText { title, summary, steps: vec![step], ..SituationText::default() };
        let input = CreateSituation {
            id: None,
            slug: slug.clone(),
            branch: SituationBranch::Residents,
            responsible: found.id,
            place: 1,
            text: text.clone(),
        };
        catalogue::create_situation(&mut tx, input).await.expect("a situation");
        let publish = PublishSituation { slug: slug.clone(), revision: 1, note: String::new() };
        catalogue::publish_situation(&mut tx, publish).await.expect("published");
        let save = SaveSituation { slug: slug.clone(), revision: 2, text };
        catalogue::save_situation(&mut tx, save).await.expect("saved");
        tx.commit().await.expect("kept");
        let typed = vec![("title-lv".to_owned(), "Situācija".to_owned())];
        Thing { id: slug, revision: 3, typed, ..Thing::default() }
    }

    /// A new report of a mistake in a life situation that an institution answers for.
    pub async fn correction(&self, institution: &str) -> Thing {
        let slug = self.situation(institution).await.id;
        let mut tx = self.write(&Caller::anonymous()).await;
        let report = "Saite uz kalkulatoru nedarbojas.".to_owned();
        let input = ReportCorrection { slug, report, language: kernel::Locale::Lv };
        let id = catalogue::report_correction(&mut tx, input).await.expect("a report");
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), ..Thing::default() }
    }

    /// That an institution wants a new service of its own to become an e-service.
    pub async fn nomination(&self, institution: &str) -> Thing {
        let person = self.caller("contact").person.expect("a person");
        let mut tx = self.write(&Caller::engine()).await;
        let holder = institutions::by_code(&tx, institution).await.expect("a read").expect("an institution").id;
        let text = |text: &str| LangText::new(text, text);
        let sample = catalogue::SampleService {
            external_id: format!("nominated-{}", tx.ids().uuid()),
            holder,
            name: text("Pakalpojums bez veidlapas"),
            summary: text("Īsi"),
            keywords: Vec::new(),
            client_circle: catalogue::ClientCircle::Any,
            territory: catalogue::Territory::WholeCountry,
            channels: vec![Channel::Phone],
            life_events: Vec::new(),
        };
        let service = catalogue::put_sample_service(&mut tx, sample).await.expect("a service");
        tx.commit().await.expect("kept");
        let mut tx = self.write(&Caller::staff(person, Role::ContactPerson, holder)).await;
        let (criteria, reason) = (vec![indicators::Criterion::Access], "Klienti brauc uz Rīgu.".to_owned());
        let input = indicators::NominateService { service, criteria, reason };
        let id = indicators::nominate_service(&mut tx, input).await.expect("a nomination");
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), ..Thing::default() }
    }

    /// A letter of this client to the institution of this office; answered, when that is asked for.
    pub async fn letter(&self, client: &str, office: Office, answered: bool) -> Thing {
        let mut tx = self.write(self.caller(client)).await;
        let (pilot, _, officer) = office.parts();
        let input = SendEnquiry {
            kind: Some(EnquiryKind::Question),
            institution: None,
            service: Some(self.services[pilot].clone()),
            subject: "Termiņš".to_owned(),
            text: "Kad saņemšu atbildi uz vēstuli?".to_owned(),
            language: kernel::Locale::Lv,
            reference: tx.ids().uuid().simple().to_string(),
        };
        let id = enquiries::send_enquiry(&mut tx, input).await.expect("a letter").id;
        tx.commit().await.expect("kept");
        if answered {
            let mut tx = self.write(self.caller(officer)).await;
            let input = AnswerEnquiry { id, revision: 1, answer: "Rīt.".to_owned() };
            enquiries::answer_enquiry(&mut tx, input).await.expect("answered");
            tx.commit().await.expect("kept");
        }
        Thing { id: id.to_string(), revision: 1, ..Thing::default() }
    }

    /// News of VSAA that is shown.
    pub async fn article(&self) -> Thing {
        let mut tx = self.write(self.caller("contact")).await;
        let slug = format!("a-{}", tx.ids().uuid().simple());
        let both = |text: &str| LangText::new(text, text);
        let (kind, text) = (ArticleKind::News, ArticleText { title: both("x"), lead: both("y"), body: both("z") });
        let institution = self.caller("contact").institution.expect("an institution");
        let audience = Audience::Public;
        let input = CreateArticle { kind, slug: slug.clone(), audience, institution, text };
        knowledge::create_article(&mut tx, input).await.expect("an article");
        let show = PublishArticle { kind, slug: slug.clone(), revision: 1, from: None, to: None };
        knowledge::publish_article(&mut tx, show).await.expect("shown");
        tx.commit().await.expect("kept");
        let typed = vec![("title-lv".to_owned(), "x".to_owned()), ("audience".to_owned(), "public".to_owned())];
        Thing { id: format!("news/{slug}"), revision: 2, typed, ..Thing::default() }
    }

    /// The revision of somebody's own data.
    pub async fn profile_revision(&self, key: &str) -> i64 {
        let Some(caller) = self.who(key).caller.as_ref() else { return 1 };
        let tx = self.db().read(caller).await.expect("a read");
        identity::profile(&tx).await.expect("a profile").revision
    }
}

/// Names and values of the inputs of a step that give these answers.
pub fn pairs_of(visible: &forms::VisibleStep<'_>, answers: &Answers) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for field in &visible.fields {
        pairs.push(("_shown".to_owned(), field.name.clone()));
        for (input, values) in forms::shown(field, &RawInput::default(), answers) {
            pairs.extend(values.into_iter().map(|value| (input.clone(), value)));
        }
    }
    pairs
}
