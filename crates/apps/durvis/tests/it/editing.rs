//! Working copies, proposals and instructions that routes are about.
use catalogue::{
    ClientCircle, CloseService, DraftSeen, IssueInstruction, SampleService, SaveSection, Saved, Section, ServiceState,
    Territory, Typed,
};
use kernel::{Caller, Channel, LangText, Role};
use storage::Write;

use crate::things::{Thing, World, Written};

/// The service whose description is edited; nobody applies for it in these tests.
const EDITED: &str = "P.12";

impl World {
    /// A service of VSAA whose working copy has come so far; what was there before is given up.
    pub async fn copy(&self, far: Written) -> Thing {
        let code = self.services[EDITED].clone();
        let mut tx = self.house.running.database().write(&Caller::engine()).await.expect("a unit of work");
        start_again(&mut tx, &code).await;
        let mut thing = Thing { id: code.clone(), ..Thing::default() };
        let text = catalogue::section_text(&tx, &code, Section::Law).await.expect("a section");
        thing.typed = text.typed.pairs().to_vec();
        match far {
            Written::Begun => catalogue::open_editing(&mut tx, &code).await.expect("begun"),
            Written::Refused => thing.document = refused(&mut tx, &code).await,
            Written::InReview => {
                catalogue::open_editing(&mut tx, &code).await.expect("begun");
                let seen = DraftSeen { code: code.clone(), revision: 1 };
                catalogue::submit_for_review(&mut tx, &seen).await.expect("submitted");
            }
            Written::Scheduled => thing.waiting = Some(scheduled(&mut tx, &code).await),
            Written::Closed => {
                let version = catalogue::service(&tx, &code).await.expect("a service").latest;
                let close = CloseService { code: code.clone(), version };
                catalogue::close_service(&mut tx, close).await.expect("closed");
            }
        }
        let copy = catalogue::working_copy(&tx, &code).await.expect("a working copy");
        thing.latest = copy.service.latest;
        thing.revision = match far {
            Written::Refused => 1,
            _ => copy.draft.map_or(0, |draft| draft.revision),
        };
        tx.commit().await.expect("kept");
        thing
    }

    /// Something that a service centre proposed about a service.
    pub async fn proposal(&self, pilot: &str) -> Thing {
        let mut tx = self.house.running.database().write(self.caller("specialist")).await.expect("a unit of work");
        let id = catalogue::send_proposal(&mut tx, &self.services[pilot], "Klienti jautā.").await.expect("sent");
        tx.commit().await.expect("kept");
        Thing { id: id.to_string(), ..Thing::default() }
    }

    /// What VSAA told the service centres, or NVA those who give a service that no centre gives.
    pub async fn instruction(&self, own: bool) -> Thing {
        let contact = self.caller("contact");
        let (holder, code) =
            if own { (contact.clone(), self.services["P.11"].clone()) } else { self.only_by_phone(contact).await };
        let mut tx = self.house.running.database().write(&holder).await.expect("a unit of work");
        let (key, text) = (tx.ids().uuid(), LangText::new("Pieņemiet arī kopijas.", ""));
        let valid_from = chrono::NaiveDate::from_ymd_opt(2099, 12, 31);
        let input = IssueInstruction { key, code, text, valid_from, replaces: None };
        catalogue::issue_instruction(&mut tx, input).await.expect("issued");
        tx.commit().await.expect("kept");
        Thing { id: key.to_string(), ..Thing::default() }
    }

    /// A service of NVA by telephone alone, and somebody who speaks for its holder.
    async fn only_by_phone(&self, person: &Caller) -> (Caller, String) {
        let mut tx = self.house.running.database().write(&Caller::engine()).await.expect("a unit of work");
        let holder = institutions::by_code(&tx, "NVA").await.expect("a read").expect("an institution").id;
        let text = |text: &str| LangText::new(text, text);
        let sample = SampleService {
            external_id: format!("instructed-{}", tx.ids().uuid()),
            holder,
            name: text("Pakalpojums pa tālruni"),
            summary: text("Īsi"),
            keywords: Vec::new(),
            client_circle: ClientCircle::Any,
            territory: Territory::WholeCountry,
            channels: vec![Channel::Phone],
            life_events: Vec::new(),
        };
        let code = catalogue::put_sample_service(&mut tx, sample).await.expect("a service");
        tx.commit().await.expect("kept");
        (Caller::staff(person.person.expect("a person"), Role::ContactPerson, holder), code)
    }
}

/// Open, without a working copy, whatever it was.
async fn start_again(tx: &mut Write, code: &str) {
    let copy = catalogue::working_copy(tx, code).await.expect("a service");
    if let Some(draft) = copy.draft {
        catalogue::discard_editing(tx, code, draft.revision).await.expect("given up");
    }
    if copy.service.state == ServiceState::Closed {
        let close = CloseService { code: code.to_owned(), version: copy.service.latest };
        catalogue::reopen_service(tx, close, "Atkal").await.expect("open");
    }
}

/// The id of a text that was not taken because another one stands.
async fn refused(tx: &mut Write, code: &str) -> String {
    let text = catalogue::section_text(tx, code, Section::Law).await.expect("a section");
    let mut saved = None;
    for words in ["Pirmais", "Otrais"] {
        let typed = Typed::of(Section::Law, [("appeal/lv".to_owned(), words.to_owned())]);
        let (section, base) = (Section::Law, text.base);
        let input = SaveSection { code: code.to_owned(), section, base, revision: 0, typed, began: None };
        saved = Some(catalogue::save_section(tx, input).await.expect("saved"));
    }
    match saved {
        Some(Saved::Refused(id)) => id.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

/// The number of a version that waits for its day.
async fn scheduled(tx: &mut Write, code: &str) -> i32 {
    let service = catalogue::service(tx, code).await.expect("a service");
    let from = kernel::riga_date(tx.now()).checked_add_days(chrono::Days::new(30));
    let description = Some((*service.description).clone());
    let input = catalogue::PublishService { from, ..catalogue::PublishService::now(code, service.latest, description) };
    catalogue::publish(tx, input).await.expect("scheduled")
}
