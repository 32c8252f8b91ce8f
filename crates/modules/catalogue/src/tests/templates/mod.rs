//! Templates of unified services, and services that are alike.

mod attaching;
mod carrying;
mod content;
mod coverage;
mod deviating;
mod families;
pub(super) mod finding_similar;
mod planning;
mod policy;
mod postgres;
mod rebuilding;
mod writing;

use super::{contact, institution, registration};
use crate::{
    AttachService, Description, LegalAct, PublishService, RegisterService, Service, Step, TemplateScope, TemplateText,
    create_template, publish, publish_template, register_service,
};
use kernel::{Caller, InstitutionId, LangText, PersonId, Role};
use std::sync::Arc;
use storage::Write;
use test_support::TestDb;
use uuid::Uuid;

/// The platform administrator.
pub(super) async fn platform(db: &TestDb) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(2)), Role::PlatformAdministrator, institution(db, "VDAA").await)
}

/// A complete text.
fn text() -> TemplateText {
    let step = |stage, lv: &str, en: &str| Step {
        stage,
        title: LangText::new(lv, en),
        text: LangText::new(format!("{lv} iestādē."), format!("{en} at the institution.")),
    };
    TemplateText {
        name: LangText::new("Atļauja koku ciršanai ārpus meža", "Permit to fell trees outside a forest"),
        summary: LangText::new("Saņemiet atļauju nocirst koku.", "Get a permit to fell a tree."),
        audience: LangText::new("Zemes īpašnieks.", "The owner of the land."),
        client_circle: crate::ClientCircle::Any,
        cofog: "05.4.0".to_owned(),
        scope: TemplateScope::Municipalities,
        conditions: vec![LangText::new("Koks ir uz jūsu zemes.", "The tree is on your land.")],
        steps: vec![
            step(crate::Stage::Request, "Iesniedzat iesniegumu", "Apply"),
            step(crate::Stage::Execution, "Speciālists apskata koku", "A specialist looks"),
            step(crate::Stage::Receipt, "Saņemat atļauju", "Receive the permit"),
        ],
        documents: Vec::new(),
        legal_basis: vec![LegalAct {
            title: LangText::new("Meža likums", "Law on Forests"),
            link: Some("https://likumi.lv/ta/id/2825".to_owned()),
        }],
        appeal: LangText::new("Mēneša laikā pašvaldībā.", "Within a month at the municipality."),
        local: vec![LangText::new("Maksa un termiņš.", "Fee and deadline.")],
        life_events: Vec::new(),
        keywords: crate::Keywords::default(),
    }
}

/// A published template; its code.
async fn published(db: &TestDb, text: TemplateText) -> String {
    let mut tx = db.writing(&platform(db).await).await;
    let code = create_template(&mut tx, text).await.unwrap();
    publish_template(&mut tx, &code, 1).await.unwrap();
    tx.commit().await.unwrap();
    code
}

/// A complete registration of a holder: the words of the template, and channels, fee and contacts of a pilot service.
async fn own_registration(db: &TestDb, holder: InstitutionId, name: &str) -> RegisterService {
    let model = registration(db).await;
    let text = text();
    let description = Description {
        name: LangText::new(name, name),
        summary: text.summary,
        cofog: text.cofog,
        steps: text.steps,
        documents: model.description.documents.clone(),
        legal_basis: text.legal_basis,
        related: Vec::new(),
        ..model.description
    };
    RegisterService { holder, description, ..model }
}

/// A published service of a holder; its code.
async fn own_service(db: &TestDb, holder: &str, name: &str) -> String {
    let holder_id = institution(db, holder).await;
    let input = own_registration(db, holder_id, name).await;
    let mut tx = db.writing(&contact(db, holder).await).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(&code, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    code
}

/// As everybody sees it.
async fn shown(db: &TestDb, code: &str) -> Arc<Service> {
    crate::service(&db.reading(&Caller::anonymous()).await, code).await.unwrap()
}

/// Attaching with the words of the template, or one's own.
fn attach(template: &str, service: &str, adopt: bool) -> AttachService {
    AttachService { template: template.to_owned(), service: service.to_owned(), adopt, deviation: LangText::default() }
}

/// Attaches and keeps it.
async fn attached(db: &TestDb, caller: &Caller, input: AttachService) {
    let mut tx: Write = db.writing(caller).await;
    crate::attach_service(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}
