//! Invented cases, so that every page of a fresh demonstration has something to show. Each goes the road of a real one:
//! the use cases of the people who would do it, with their events and access records.
use std::collections::BTreeMap;

use cases::{
    Answer, Ask, CaseNumber, ConsultationOutcome, Decide, Deliver, ImportedCase, ImportedStage, Origin, Outcome,
    Purpose, RegisterConsultation, State, SubmitCase,
};
use chrono::TimeDelta;
use enquiries::{AnswerEnquiry, EnquiryKind, SendEnquiry};
use forms::Answers;
use identity::Demonstration;
use kernel::{Caller, Channel, EnquiryId, Error, Locale, PageRequest, Result};
use serde_json::json;
use storage::Database;

const CHILDBIRTH: &str = "P.11";
const FUNERAL: &str = "P.08";
const UNEMPLOYED: &str = "P.02";

/// Makes the cases, unless there is one already. The first is the one that the examples of the API name.
pub async fn install(db: &Database, demo: &Demonstration) -> Result<()> {
    let tx = db.read(&Caller::engine()).await?;
    if !cases::export_page(&tx, None, 1).await?.is_empty() {
        return Ok(());
    }
    drop(tx);
    let stage = Stage::set(db, demo).await?;
    stage.waits_for_the_office().await?;
    stage.waits_for_the_client().await?;
    stage.is_delivered().await?;
    stage.is_worked_on().await?;
    stage.is_late().await?;
    stage.consultations().await?;
    stage.letters().await
}

/// Who acts, and the services they ask for.
struct Stage<'a> {
    db: &'a Database,
    people: BTreeMap<&'static str, Caller>,
    /// Code by pilot label.
    services: BTreeMap<String, String>,
}

impl<'a> Stage<'a> {
    async fn set(db: &'a Database, demo: &Demonstration) -> Result<Self> {
        let tx = db.read(&Caller::engine()).await?;
        let mut people = BTreeMap::new();
        for key in ["resident", "resident2", "company", "specialist", "officer", "officer-nva"] {
            people.insert(key, identity::persona_caller(&tx, demo, key).await?);
        }
        let filter = catalogue::ServiceFilter::default();
        let open = catalogue::list_services(&tx, &filter, &PageRequest::first(PageRequest::MAX)).await?;
        let services = open.items.into_iter().filter_map(|item| Some((item.pilot?, item.code))).collect();
        Ok(Self { db, people, services })
    }

    fn caller(&self, persona: &str) -> Result<&Caller> {
        self.people.get(persona).ok_or_else(|| Error::not_found("persona"))
    }

    fn service(&self, pilot: &str) -> Result<String> {
        self.services.get(pilot).cloned().ok_or_else(|| Error::not_found("service"))
    }

    /// Just received: the case of the examples.
    async fn waits_for_the_office(&self) -> Result<()> {
        self.submit("resident", CHILDBIRTH, forms::example("childbirth-benefit")?).await?;
        let answers = with(
            forms::example("unemployed-status")?,
            json!({ "applicant_given_name": "Jānis", "applicant_family_name": "Ozols",
                "applicant_personal_code": "328000-00022", "declared_address": "Kļavu iela 3, Valmiera, LV-4201",
                "email": "janis.ozols@example.lv", "last_job_title": "Galdnieks", "wanted_job": "Galdnieks" }),
        );
        self.submit("resident2", UNEMPLOYED, answers).await.map(drop)
    }

    /// The officer has asked; a question before that is answered.
    async fn waits_for_the_client(&self) -> Result<()> {
        let answers = with(
            forms::example("childbirth-benefit")?,
            json!({ "applicant_given_name": "Jānis", "applicant_family_name": "Ozols",
                "applicant_personal_code": "328000-00022", "applicant_role": "father",
                "child_given_name": "Marta", "child_family_name": "Ozola", "child_personal_code": "328000-00128",
                "account_holder": "Jānis Ozols", "email": "janis.ozols@example.lv" }),
        );
        let number = self.submit("resident2", CHILDBIRTH, answers).await?;
        self.take(&number).await?;
        let first = "Iesniegumā norādīts konts, kas atvērts uz citas personas vārda. Vai konts pieder Jums?";
        self.ask(&number, first).await?;
        self.answer("resident2", &number, "Jā, konts pieder man.").await?;
        let second = "Lūdzu, norādiet, vai bērna māte šo pabalstu jau ir saņēmusi citā valstī.";
        self.ask(&number, second).await
    }

    /// The client has the decision and can rate the service.
    async fn is_delivered(&self) -> Result<()> {
        let number = self.submit("resident", FUNERAL, forms::example("funeral-benefit")?).await?;
        self.take(&number).await?;
        let text = "Apbedīšanas pabalsts ir piešķirts. Naudu pārskaitīsim uz Jūsu norādīto kontu piecu darba dienu laikā.\n\n\
                    Lēmumu var apstrīdēt mēneša laikā, iesniedzot iesniegumu VSAA direktoram.";
        let input = Decide {
            number: number.clone(),
            revision: self.revision(&number).await?,
            outcome: Outcome::Granted,
            text: text.to_owned(),
            file: None,
        };
        let mut tx = self.db.write(self.caller("officer")?).await?;
        cases::decide(&mut tx, input).await?;
        tx.commit().await?;
        let revision = self.revision(&number).await?;
        let mut tx = self.db.write(self.caller("officer")?).await?;
        cases::deliver(&mut tx, Deliver { number, revision, channel: Channel::Electronic }).await?;
        tx.commit().await
    }

    /// A company's case that the officer has taken.
    async fn is_worked_on(&self) -> Result<()> {
        let mut answers = with(
            forms::example("funeral-benefit")?,
            json!({ "applicant_given_name": "Līga", "applicant_family_name": "Krūmiņa",
                "applicant_personal_code": "328000-00030", "on_behalf": "organisation",
                "organisation_name": "SIA „Rīta Rasa”", "registration_number": "49999999000",
                "deceased_given_name": "Alfrēds", "deceased_family_name": "Zvirbulis",
                "deceased_birth_date": "1938-09-14", "account_holder": "SIA „Rīta Rasa”",
                "email": "liga.krumina@example.lv" }),
        );
        // Of a company nobody asks who the deceased was to it.
        answers.remove("relation");
        let number = self.submit("company", FUNERAL, answers).await?;
        self.take(&number).await
    }

    /// A case that came by post and is past its time. It is taken over from another log with its own times, as every
    /// case is whose steps happened elsewhere; the record says when it was written down here.
    async fn is_late(&self) -> Result<()> {
        let mut tx = self.db.write(&Caller::engine()).await?;
        let submitted_at = tx.now() - TimeDelta::days(45);
        let stage = |name: &str, days: i64| ImportedStage {
            name: name.to_owned(),
            at: submitted_at + TimeDelta::days(days),
            doer: Some("VSAA".to_owned()),
            flags: Vec::new(),
        };
        let late = ImportedCase {
            existing: None,
            service: self.service(CHILDBIRTH)?,
            channel: Channel::Post,
            unit: Some("Cēsu nodaļa".to_owned()),
            submitted_at,
            due_at: Some(submitted_at + TimeDelta::days(31)),
            closed_at: None,
            state: State::Accepted,
            outcome: None,
            stages: vec![stage("Vēstule reģistrēta", 0), stage("Nodots izskatīšanai", 2)],
            flags: Vec::new(),
        };
        cases::import_case(&mut tx, late).await?;
        tx.commit().await
    }

    /// Advice that was given at the desk and on the phone.
    async fn consultations(&self) -> Result<()> {
        let given = [
            (
                "specialist",
                CHILDBIRTH,
                Channel::Centre,
                ConsultationOutcome::Requested,
                "Palīdzēju iesniegt elektroniski",
            ),
            ("officer", FUNERAL, Channel::Phone, ConsultationOutcome::Answered, "Par izmaksas termiņu"),
        ];
        for (persona, pilot, channel, outcome, note) in given {
            let service = self.service(pilot)?;
            let mut tx = self.db.write(self.caller(persona)?).await?;
            let input =
                RegisterConsultation { service, channel, outcome, note: note.to_owned(), idempotency_key: None };
            cases::register_consultation(&mut tx, input).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// What people wrote to an institution outside a case; one is answered.
    async fn letters(&self) -> Result<()> {
        let letters = [
            (
                None,
                EnquiryKind::Question,
                CHILDBIRTH,
                "Dokumenti no ārzemēm",
                "Bērns piedzima Īrijā. Vai dzimšanas apliecība jātulko? (Izdomāta vēstule.)",
            ),
            (
                Some("resident"),
                EnquiryKind::Complaint,
                FUNERAL,
                "Gaidīšana pa tālruni",
                "Trīs reizes gaidīju vairāk nekā pusstundu un neviens neatbildēja. (Izdomāta vēstule.)",
            ),
            (
                Some("resident2"),
                EnquiryKind::Suggestion,
                CHILDBIRTH,
                "Atgādinājums",
                "Būtu labi saņemt ziņu, kad pabalsts ir pārskaitīts. (Izdomāta vēstule.)",
            ),
        ];
        for (number, (persona, kind, pilot, subject, text)) in letters.into_iter().enumerate() {
            let writer =
                persona.map(|persona| self.caller(persona)).transpose()?.cloned().unwrap_or_else(Caller::anonymous);
            let input = SendEnquiry {
                kind: Some(kind),
                institution: None,
                service: Some(self.service(pilot)?),
                subject: subject.to_owned(),
                text: text.to_owned(),
                language: Locale::Lv,
                // Known to everybody, as all of a demonstration.
                reference: format!("{number:032x}"),
            };
            let mut tx = self.db.write(&writer).await?;
            let sent = enquiries::send_enquiry(&mut tx, input).await?;
            tx.commit().await?;
            if kind == EnquiryKind::Suggestion {
                self.answer_letter(sent.id).await?;
            }
        }
        Ok(())
    }

    async fn answer_letter(&self, id: EnquiryId) -> Result<()> {
        let mut tx = self.db.write(self.caller("officer")?).await?;
        let revision = enquiries::open_enquiry(&mut tx, id).await?.revision;
        let answer = "Paldies par ierosinājumu! No nākamā gada ziņu nosūtīsim uz Jūsu e-adresi.".to_owned();
        enquiries::answer_enquiry(&mut tx, AnswerEnquiry { id, revision, answer }).await?;
        tx.commit().await
    }

    async fn submit(&self, persona: &str, pilot: &str, answers: Answers) -> Result<CaseNumber> {
        let origin = Origin::Answers { service: self.service(pilot)?, answers };
        let mut tx = self.db.write(self.caller(persona)?).await?;
        let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
        let submitted = cases::submit(&mut tx, input).await?;
        tx.commit().await?;
        Ok(submitted.number)
    }

    async fn take(&self, number: &CaseNumber) -> Result<()> {
        let mut tx = self.db.write(self.caller("officer")?).await?;
        cases::take(&mut tx, number).await?;
        tx.commit().await
    }

    async fn ask(&self, number: &CaseNumber, question: &str) -> Result<()> {
        let revision = self.revision(number).await?;
        let mut tx = self.db.write(self.caller("officer")?).await?;
        let input = Ask { number: number.clone(), revision, question: question.to_owned(), days: None };
        cases::ask(&mut tx, input).await?;
        tx.commit().await
    }

    async fn answer(&self, persona: &str, number: &CaseNumber, text: &str) -> Result<()> {
        let mut tx = self.db.write(self.caller(persona)?).await?;
        let input = Answer { number: number.clone(), text: text.to_owned(), files: Vec::new(), seen: None };
        cases::answer(&mut tx, input).await?;
        tx.commit().await
    }

    /// The officer reads the case before acting on it, which goes on its client's record of viewings.
    async fn revision(&self, number: &CaseNumber) -> Result<i64> {
        let mut tx = self.db.write(self.caller("officer")?).await?;
        let file = cases::open_case(&mut tx, number, Purpose::Handle).await?;
        tx.commit().await?;
        Ok(file.case.revision)
    }
}

/// The answers with some of them replaced.
fn with(mut answers: Answers, changes: serde_json::Value) -> Answers {
    if let serde_json::Value::Object(changes) = changes {
        answers.extend(changes);
    }
    answers
}
