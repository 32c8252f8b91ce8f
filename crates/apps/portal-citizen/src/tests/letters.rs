//! Letters to institutions.

use super::browser::{Portal, Register};
use http::StatusCode;

// req: POR-22
#[tokio::test]
async fn everything_that_is_wrong_with_a_letter_is_told_at_once() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let page = visitor.get("/lv/contact").await;
    let wrong = visitor.submit(&page, "/lv/contact", &[("text", "Īss")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["kind", "institution", "subject", "text"] {
        assert!(wrong.has(&format!("#f-{field}-error")), "{field}: {}", wrong.text(".dv-errsum"));
    }
    assert_eq!(wrong.text("#f-text"), "Īss");
}
