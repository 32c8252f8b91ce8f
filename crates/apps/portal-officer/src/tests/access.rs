//! Who works where, and which systems may call the API: the platform for every institution, administrators for their own.

use super::house::{ANNAS_CODE, Browser, House};
use http::StatusCode;
use kernel::{Caller, Role};

async fn platform(house: &House) -> Browser {
    let tx = house.db.reading(&Caller::engine()).await;
    let operator = institutions::by_code(&tx, "VDAA").await.unwrap().unwrap().id;
    drop(tx);
    house.staff_of(operator, "320000-00016", "Ilze", Role::PlatformAdministrator).await
}

// req: AUT-06, ADM-04
#[tokio::test]
async fn the_platform_appoints_the_administrator_of_any_institution() {
    let house = House::open().await;
    let platform = platform(&house).await;
    let list = platform.get("/lv/work/institutions?kind=municipality").await;
    assert_eq!(list.count("tbody tr"), 42);
    assert_eq!(platform.get("/lv/work/institutions?kind=castle").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = platform.get("/lv/work/institution?of=LV-022").await;
    assert_eq!((page.status, page.count("option[value='auditor']")), (StatusCode::OK, 1));
    assert_eq!((page.count("tbody"), page.count("#h-staff")), (0, 1));
    assert!(page.text("main").contains("vēl nevienam nav lomas"), "{}", page.text("main"));
    let form = page.attribute("form[action*='/members']", "action");
    let given = platform
        .post(&form, &[("code", ANNAS_CODE), ("family_name", "Bērziņa"), ("role", "institution_administrator")])
        .await;
    assert_eq!(given.location(), "/lv/work/institution?of=LV-022&done=role-given");
    let page = platform.get("/lv/work/institution?of=LV-022").await;
    assert!(page.text("table").contains("Anna Bērziņa"), "{}", page.text("table"));
    let revoke = page.attribute("form[action*='/revoke']", "action");
    assert_eq!(platform.post(&revoke, &[]).await.location(), "/lv/work/institution?of=LV-022&done=role-revoked");
    // The platform's own role is given where the platform is run.
    let role = "option[value='platform_administrator']";
    assert_eq!((page.count("option[value='auditor']"), page.count(role)), (1, 0));
    let refused = platform
        .post(&form, &[("code", ANNAS_CODE), ("family_name", "Bērziņa"), ("role", "platform_administrator")])
        .await;
    assert_eq!((refused.status, refused.count("#f-role-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    assert_eq!(platform.get("/lv/work/institution?of=VARAM").await.count(role), 1);
    let own = platform.get("/lv/work/institution").await;
    assert_eq!(own.count(role), 1);
    assert!(own.text("h1 + p").contains("VDAA"), "{}", own.text("main"));
}

// req: AUT-06
#[tokio::test]
async fn an_administrator_reaches_the_own_institution_only() {
    let house = House::open().await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    for path in ["/lv/work/institution?of=NVA", "/lv/work/systems?of=NVA", "/lv/work/systems?of=NO-SUCH"] {
        assert_eq!(administrator.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let fields = [("name", "Cita sistēma"), ("scopes", "cases:read"), ("code", ANNAS_CODE), ("role", "officer")];
    for path in ["/lv/work/institution/members?of=NVA", "/lv/work/systems?of=NVA"] {
        assert_eq!(administrator.post(path, &fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let refused = administrator.get("/lv/work/institutions").await;
    assert_eq!((refused.status, refused.count("main a[href='/lv/profile']")), (StatusCode::FORBIDDEN, 1));
    assert_eq!(administrator.get("/lv/work/systems?of=VSAA").await.status, StatusCode::OK);
}

// req: AUT-06, ADM-07
#[tokio::test]
async fn a_system_is_let_in_gets_a_new_secret_and_is_shut_out() {
    let house = House::open().await;
    let administrator = house.staff("320000-00014", "Māris", Role::InstitutionAdministrator).await;
    let path = "/lv/work/systems";
    let wrong = administrator.post(path, &[("name", " "), ("scopes", "castles:build")]).await;
    assert_eq!((wrong.status, wrong.count("#f-scopes-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let fields = [("name", "Pabalstu uzskaite"), ("scopes", "cases:read"), ("scopes", "cases:write")];
    let made = administrator.post(path, &fields).await;
    assert_eq!((made.status, made.count("#h-secret")), (StatusCode::OK, 1));
    assert_eq!(made.text("tbody td:nth-of-type(1)"), "cases:read, cases:write");
    let again = administrator.post(path, &fields).await;
    assert_eq!((again.status, again.count("#f-name-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));
    let page = administrator.get(path).await;
    assert_eq!((page.count("tbody tr"), page.count("#h-secret")), (1, 0), "a secret is shown once");
    let renew = page.attribute("form[action*='/renew']", "action");
    for nowhere in ["NVA", "NO-SUCH", "%0d%0aX: y"] {
        let refused = administrator.post(&format!("{renew}?of={}", nowhere.replace(' ', "%20")), &[]).await;
        assert_eq!((refused.status, refused.count("#h-secret")), (StatusCode::NOT_FOUND, 0), "{nowhere}");
    }
    assert!(!administrator.get(path).await.text("tbody").contains("Iepriekšējā"), "nothing was renewed");
    let renewed = administrator.post(&renew, &[]).await;
    assert_eq!(renewed.count("#h-secret"), 1);
    assert_ne!(renewed.text("dd:last-of-type code"), made.text("dd:last-of-type code"));
    // What cannot be undone is not one press away, and it is said.
    assert_eq!(page.count("details form[action*='/revoke']"), page.count("form[action*='/revoke']"));
    assert!(page.text("td details").contains("nevar atcelt"), "{}", page.text("td details"));
    let revoked = administrator.post(&page.attribute("form[action*='/revoke']", "action"), &[]).await;
    assert_eq!(revoked.location(), "/lv/work/systems?done=system-revoked");
    let page = administrator.get(revoked.location()).await;
    assert!(page.text("[role=status]").contains("ir atsaukta"), "{}", page.text("[role=status]"));
    assert_eq!(page.count("form[action*='/renew']"), 0);
    assert!(page.text("tbody").contains("Atsaukta"), "{}", page.text("tbody"));
}

// req: PRF-03
#[tokio::test]
async fn what_cannot_be_put_on_record_is_not_shown() {
    use sea_orm::ConnectionTrait as _;
    let house = House::open().await;
    let number = house.submitted().await.slug();
    let officer = house.officer().await;
    let path = format!("/lv/work/cases/{number}");
    assert!(officer.get(&path).await.body.contains("Anna"));
    let refuse = "CREATE TRIGGER refuse BEFORE INSERT ON events WHEN NEW.kind = 'access.viewed' \
                  BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
    house.db.for_migrations().execute_unprepared(refuse).await.unwrap();
    let page = officer.get(&path).await;
    assert!(page.status.is_server_error(), "{}", page.status);
    assert!(!page.body.contains("Anna") && !page.body.contains(ANNAS_CODE), "{}", page.text("main"));
    house.db.for_migrations().execute_unprepared("DROP TRIGGER refuse").await.unwrap();
    assert_eq!(officer.get(&path).await.status, StatusCode::OK);
}
