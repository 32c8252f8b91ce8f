//! Former versions for everybody, the preview for those who write.

use catalogue::{PublishService, SaveSection, Section, Typed, publish, save_section, section_text};
use chrono::{Datelike, Days};
use http::StatusCode;
use identity::{ProfileChoice, SignIn};
use kernel::{Assurance, Caller, LangText, Role, riga_date};

use super::browser::{Portal, Register};

// req: CAT-33
#[tokio::test]
async fn everybody_reads_what_was_written_before_and_what_changed() {
    let portal = Portal::open(Register { down: false }).await;
    let code = portal.service("P.11").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let service = catalogue::service(&tx, &code).await.unwrap();
    let mut description = (*service.description).clone();
    description.summary.lv = "Pavisam cits apraksts.".to_owned();
    description.flags.sdg = true;
    let note = "Likuma grozījumi".to_owned();
    let input = PublishService { note, ..PublishService::now(code.clone(), service.latest, Some(description)) };
    let version = publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let visitor = portal.visitor();
    let here = format!("/lv/services/{code}");
    assert!(visitor.get(&here).await.body.contains(&format!("{here}/versions")));
    let list = visitor.get(&format!("{here}/versions")).await;
    assert_eq!((list.status, list.body.matches("dv-h3").count()), (StatusCode::OK, 2));
    assert!(list.body.contains("Likuma grozījumi"));
    let then = visitor.get(&format!("{here}/versions/{}", service.version)).await;
    assert!(then.text(".dv-was").contains("tā bija spēkā no"), "{}", then.text(".dv-was"));
    assert!(
        then.body.contains(&*service.description.summary.lv.replace('"', "&quot;")) && !then.body.contains("/apply")
    );
    let now = visitor.get(&format!("{here}/versions/{version}")).await;
    assert!(now.text(".dv-was").contains("tā ir spēkā no") && now.body.contains("Pavisam cits apraksts."));
    let compared = visitor.get(&format!("{here}/versions/compare?from={}&to={version}", service.version)).await;
    assert!(compared.has("del") && compared.has("ins"), "{}", compared.body);
    assert!(compared.text(".dv-changes").contains("Īss apraksts (latviešu)"));
    for missing in ["versions/1", "versions/99", "versions/x", "versions/compare?from=1&to=2", "versions/compare"] {
        assert_eq!(visitor.get(&format!("{here}/{missing}")).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    assert_eq!(visitor.get("/lv/services/999999/versions").await.status, StatusCode::NOT_FOUND);
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_version_that_waits_is_read_and_compared_by_those_who_write_and_by_nobody_else() {
    let portal = Portal::open(Register { down: false }).await;
    let code = portal.service("P.11").await;
    let (_, person) = portal.resident("320000-00002", "Dace").await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let service = catalogue::service(&tx, &code).await.unwrap();
    institutions::ensure_membership(&mut tx, person, service.holder, Role::ContactPerson).await.unwrap();
    let profile = ProfileChoice::Staff(service.holder, Role::ContactPerson);
    let token = identity::sign_in(&mut tx, SignIn { person, profile, assurance: Assurance::High }).await.unwrap();
    let mut description = (*service.description).clone();
    description.summary.lv = "Gaida savu dienu.".to_owned();
    let from = riga_date(tx.now()).checked_add_days(Days::new(40));
    let input = PublishService { from, ..PublishService::now(code.clone(), service.latest, Some(description)) };
    let version = publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let contact = portal.visitor().with_cookie(&format!("__Host-durvis={}", token.reveal()));
    let here = format!("/lv/services/{code}/versions");
    let page = contact.get(&format!("{here}/{version}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let said = page.text(".dv-was");
    assert!(said.contains("klienti to vēl neredz") && !said.contains("tā ir spēkā"), "{said}");
    assert!(page.body.contains("Gaida savu dienu."));
    let compare = format!("{here}/compare?from={}&to={version}", service.version);
    let compared = contact.get(&compare).await;
    assert!(compared.has("ins") && compared.has(&format!("select[name=to] option[value='{version}'][selected]")));
    for path in [format!("{here}/{version}"), compare] {
        assert_eq!(portal.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

// req: CAT-33
#[tokio::test]
async fn a_day_is_answered_with_what_was_in_force_on_it() {
    let portal = Portal::open(Register { down: false }).await;
    let here = format!("/lv/services/{}/versions", portal.service("P.11").await);
    let visitor = portal.visitor();
    let before = visitor.get(&format!("{here}?on=2020-03-01")).await;
    assert!(before.text("[role=status]").contains("vēl nebija publicēts"), "{}", before.text("main"));
    let slip = visitor.get(&format!("{here}?on=-262143-01-01")).await;
    assert!(slip.text("[role=status]").contains("vēl nebija publicēts"), "the first day that there is: {}", slip.body);
    let today = kernel::riga_date(portal.db.clock().now());
    let now = visitor.get(&format!("{here}?on={today}")).await;
    assert!(now.text("[role=status]").contains("redakcija"), "{}", now.text("main"));
    // What will hold on a day to come is not told as if it had happened.
    for day in [today.succ_opt().unwrap(), today.with_year(2100).unwrap()] {
        let future = visitor.get(&format!("{here}?on={day}")).await;
        assert_eq!(
            (future.status, future.has("main [role=status]")),
            (StatusCode::UNPROCESSABLE_ENTITY, false),
            "{day}"
        );
        assert!(future.text("#f-on-error").contains("Šī diena vēl nav pienākusi"), "{}", future.text("main"));
        assert!(future.has(&format!("#f-on[value='{day}']")), "what was typed stays");
    }
    let wrong = visitor.get(&format!("{here}?on=vakar%3Cb%3E")).await;
    assert_eq!((wrong.status, wrong.has("#f-on-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
}

// req: CAT-15
#[tokio::test]
async fn the_preview_is_the_public_page_of_what_is_written_and_only_for_those_who_write() {
    let portal = Portal::open(Register { down: false }).await;
    let code = portal.service("P.11").await;
    let (resident, person) = portal.resident("320000-00002", "Anna").await;
    let path = format!("/lv/services/{code}/preview");
    assert_eq!(resident.get(&path).await.status, StatusCode::FORBIDDEN);
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let holder = catalogue::service(&tx, &code).await.unwrap().holder;
    let text = section_text(&tx, &code, Section::Law).await.unwrap();
    let typed = Typed::of(Section::Law, [("appeal/lv".to_owned(), "Vēl nav publicēts.".to_owned())]);
    let input =
        SaveSection { code: code.clone(), section: Section::Law, base: text.base, revision: 0, typed, began: None };
    save_section(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let contact = Caller::staff(person, Role::ContactPerson, holder);
    let shown = catalogue::preview(&portal.db.reading(&contact).await, &code).await.unwrap();
    assert_eq!(shown.description.appeal.lv, "Vēl nav publicēts.");
    assert!(!portal.visitor().get(&format!("/lv/services/{code}")).await.body.contains("Vēl nav publicēts."));
}

// req: CAT-15
#[tokio::test]
async fn a_draft_says_to_those_who_see_it_that_nobody_else_does() {
    let portal = Portal::open(Register { down: false }).await;
    let (open, (_, person)) = (portal.service("P.11").await, portal.resident("320000-00002", "Anna").await);
    let holder = catalogue::service(&portal.db.reading(&Caller::engine()).await, &open).await.unwrap().holder;
    let mut tx = portal.db.writing(&Caller::staff(person, Role::ContactPerson, holder)).await;
    let code = catalogue::register_by_name(&mut tx, holder, LangText::new("Jauns", "New")).await.unwrap();
    tx.commit().await.unwrap();
    let contact = portal.contact(person, holder).await;
    let draft = contact.get(&format!("/lv/services/{code}")).await;
    assert!(draft.text(".dv-was").contains("nav publicēts"), "{}", draft.text("main"));
    assert!(draft.has(&format!(".dv-was a[href='/lv/work/services/{code}']")));
    assert!(!contact.get(&format!("/lv/services/{open}")).await.has(".dv-was"));
    assert_eq!(portal.visitor().get(&format!("/lv/services/{code}")).await.status, StatusCode::NOT_FOUND);
}

// req: CAT-15, POR-12
#[tokio::test]
async fn staff_are_shown_that_clients_apply_here_and_are_not_told_that_nobody_can() {
    let portal = Portal::open(Register { down: false }).await;
    let (code, unready) = (portal.service("P.11").await, portal.service("P.12").await);
    let (_, person) = portal.resident("320000-00002", "Anna").await;
    let holder = catalogue::service(&portal.db.reading(&Caller::engine()).await, &code).await.unwrap().holder;
    let contact = portal.contact(person, holder).await;
    for path in [format!("/lv/services/{code}"), format!("/lv/services/{code}/preview")] {
        let page = contact.get(&path).await;
        let told = page.text(".dv-hero");
        assert!(page.has(".dv-cta button[disabled]") && !page.has("a[href$='/apply']"), "{path}: {told}");
        assert!(told.contains("Piesakās klienti savā profilā"), "{path}: {told}");
        assert!(!told.contains("pieteikt vēl nevar"), "{path}: {told}");
    }
    let former = contact.get(&format!("/lv/services/{code}/versions/2")).await;
    assert_eq!((former.status, former.has(".dv-cta")), (StatusCode::OK, false), "a version is requested by nobody");
    for browser in [portal.visitor(), contact] {
        let page = browser.get(&format!("/lv/services/{unready}")).await;
        assert!(page.text(".dv-hero").contains("internetā pieteikt vēl nevar"), "{}", page.text(".dv-hero"));
        assert!(!page.has(".dv-hero .dv-cta"));
    }
}
