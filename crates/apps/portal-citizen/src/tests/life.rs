//! Life situations and reports of mistakes.

use catalogue::{
    CorrectionFilter, CorrectionState, CreateSituation, PublishSituation, SaveSituation, SituationBranch,
    SituationText, WithdrawSituation,
};
use http::StatusCode;
use kernel::{Caller, LangText, PageRequest};

use super::browser::{Portal, Register};

// req: POR-03, POR-04, POR-15, POR-19
#[tokio::test]
async fn a_life_situation_says_what_to_do_in_order_at_which_institution_and_until_when() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let list = visitor.get("/lv/life").await;
    assert!(list.has("#residents") && list.has("#businesses"));
    assert_eq!(list.body.matches("class=\"dv-tile\"").count(), 20);
    for lang in ["lv", "en"] {
        let page = visitor.get(&format!("/{lang}/life/childbirth")).await;
        assert_eq!(page.status, StatusCode::OK);
        let mut last = 0;
        for pilot in ["P.20", "P.11", "P.17", "P.13", "P.12"] {
            let at = page
                .body
                .find(&format!("/{lang}/services/{}", portal.service(pilot).await))
                .unwrap_or_else(|| panic!("{pilot}"));
            assert!(at > last, "{pilot} is out of order");
            last = at;
        }
        assert!(page.has("dl.dv-terms dt") && page.has(".dv-steplinks") && page.has("a[href$='/correction']"));
    }
    let page = visitor.get("/lv/life/childbirth").await;
    assert!(page.body.contains("Par tekstu atbild") && page.body.contains("Valsts sociālās apdrošināšanas aģentūra"));
    assert_eq!(visitor.get("/lv/life/nav").await.status, StatusCode::NOT_FOUND);
    let service = visitor.get(&format!("/lv/services/{}", portal.service("P.11").await)).await;
    assert!(service.has("a[href='/lv/life/childbirth']"), "the service does not lead to its life situation");
}

// req: POR-03, POR-04
#[tokio::test]
async fn a_step_without_a_service_leads_to_the_contacts_of_the_institution() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/life/death-in-family").await;
    assert!(page.has("#h-steps ~ ol a[href='/lv/institutions/TM']"), "{}", page.text("main"));
    assert!(!page.has("main a[href*='/browse/institution/']"), "its services are not what is looked for");
    let there = visitor.get("/lv/institutions/TM").await;
    assert!(there.status == StatusCode::OK && there.has("main a[href^='https://']"), "{}", there.text("main"));
}

// req: CAT-33
#[tokio::test]
async fn what_it_said_on_a_day_can_be_read_and_drafts_cannot() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let then = visitor.get("/lv/life/illness?on=2026-11-23").await;
    assert!(then.body.contains(". šeit bija rakstīts tā."), "{}", then.body);
    for never in ["/lv/life/illness?on=2020-01-01", "/lv/life/illness?on=vakar", "/lv/life/nav?on=2026-11-23"] {
        assert_eq!(visitor.get(never).await.status, StatusCode::NOT_FOUND, "{never}");
    }
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let responsible = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
    let text = SituationText { title: LangText::new("Slepena", "Secret"), ..SituationText::default() };
    let branch = SituationBranch::Residents;
    let input = CreateSituation { id: None, slug: "slepena".into(), branch, responsible, place: 1, text };
    catalogue::create_situation(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(visitor.get("/lv/life/slepena").await.status, StatusCode::NOT_FOUND);
    assert!(visitor.get("/lv/life/slepena?draft=1").await.location().starts_with("/lv/sign-in"));
    let (anna, _) = portal.resident("320000-00002", "Anna").await;
    assert_eq!(anna.get("/lv/life/slepena?draft=1").await.status, StatusCode::FORBIDDEN);
}

// req: CAT-33
#[tokio::test]
async fn every_text_it_ever_had_is_listed_and_told_by_day_also_after_it_is_withdrawn() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let draft = catalogue::situation_draft(&tx, "illness").await.unwrap();
    let text = SituationText { title: LangText::new("Slimošana", "Being ill"), ..(*draft.situation.text).clone() };
    let save = SaveSituation { slug: "illness".into(), revision: draft.revision, text };
    let revision = catalogue::save_situation(&mut tx, save).await.unwrap();
    let publish = PublishSituation { slug: "illness".into(), revision, note: "Likuma grozījumi".into() };
    catalogue::publish_situation(&mut tx, publish).await.unwrap();
    let revision = catalogue::situation_draft(&tx, "illness").await.unwrap().revision;
    tx.commit().await.unwrap();
    let page = visitor.get("/lv/life/illness").await;
    assert!(page.has("form[action='/lv/life/illness/versions'] #f-on") && !page.body.contains("vairs nav publicēta"));
    let list = visitor.get("/lv/life/illness/versions").await;
    assert_eq!((list.status, list.body.matches("<li><h3").count()), (StatusCode::OK, 2));
    assert!(list.body.contains("Likuma grozījumi") && list.has("a[href='/lv/life/illness?version=1']"));
    let before = visitor.get("/lv/life/illness/versions?on=01.03.2020").await;
    assert!(before.text("[role=status]").contains("nebija publicēta"), "{}", before.text("main"));
    let today = kernel::riga_date(portal.db.clock().now());
    let now = visitor.get(&format!("/en/life/illness/versions?on={today}")).await;
    assert!(now.text("[role=status]").contains("Version 2"), "{}", now.text("main"));
    let future = visitor.get("/en/life/illness/versions?on=2100-01-01").await;
    assert_eq!((future.status, future.has("main [role=status]")), (StatusCode::UNPROCESSABLE_ENTITY, false));
    assert!(future.text("#f-on-error").contains("still to come"), "{}", future.text("main"));
    let wrong = visitor.get("/lv/life/illness/versions?on=vakar").await;
    assert_eq!((wrong.status, wrong.has("#f-on-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let then = visitor.get("/lv/life/illness?version=1").await;
    assert!(then.text("h1") == "Slimība" && then.body.contains("Šī ir 1. redakcija: tā bija spēkā no"));
    for missing in ["illness?version=9", "illness?version=x", "nav/versions", "nav?version=1"] {
        assert_eq!(visitor.get(&format!("/lv/life/{missing}")).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    let mut tx = portal.db.writing(&Caller::engine()).await;
    catalogue::withdraw_situation(&mut tx, WithdrawSituation { slug: "illness".into(), revision }).await.unwrap();
    let today = i18n::date(kernel::Locale::Lv, kernel::riga_date(tx.now()));
    tx.commit().await.unwrap();
    let gone = visitor.get("/lv/life/illness").await;
    assert_eq!((gone.status, gone.text("h1").as_str()), (StatusCode::GONE, "Slimošana"));
    assert!(
        gone.text(".dv-hero .ds-alert").contains(&format!("Kopš {today} tās portālā vairs nav")),
        "{}",
        gone.text("main")
    );
    assert!(gone.has(".dv-hero .ds-alert a[href='/lv/life/illness/versions']") && !gone.has("#h-steps"));
    let kept = visitor.get("/lv/life/illness/versions").await;
    assert_eq!((kept.status, kept.body.matches("<li><h3").count()), (StatusCode::OK, 2));
    assert!(visitor.get("/lv/life/illness?version=2").await.has("#h-steps"));
}

// req: POR-03, POR-22
#[tokio::test]
async fn anybody_reports_a_mistake_without_signing_in_and_wrong_reports_are_kept_to_be_corrected() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let path = "/lv/life/illness/correction";
    let form = visitor.get(path).await;
    assert_eq!(form.status, StatusCode::OK);
    for wrong in ["īss", "Mans kods 320000-00002 nav redzams."] {
        let answer = visitor.submit(&form, path, &[("report", wrong)]).await;
        assert_eq!((answer.status, answer.has("#f-report-error")), (StatusCode::UNPROCESSABLE_ENTITY, true));
        assert_eq!(answer.text("#f-report"), wrong);
    }
    let sent = visitor.submit(&form, path, &[("report", "Saite uz kalkulatoru nedarbojas.")]).await;
    assert_eq!(sent.location(), "/lv/life/illness?done=correction-sent");
    let page = visitor.get("/lv/life/illness?done=correction-sent").await;
    assert!(page.body.contains("Ziņojums ir saņemts"));
    let tx = portal.db.reading(&Caller::engine()).await;
    let filter = CorrectionFilter { state: CorrectionState::Received };
    let kept = catalogue::corrections(&tx, filter, &PageRequest::first(9)).await.unwrap().items;
    assert_eq!((kept.len(), kept[0].institution), (1, None));
    assert_eq!(visitor.get("/lv/life/nav/correction").await.status, StatusCode::NOT_FOUND);
    let missing =
        visitor.post("/lv/life/nav/correction", &[("report".into(), "Saite nedarbojas vispār.".into())]).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}
