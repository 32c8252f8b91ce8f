//! The funeral benefit: whoever arranges the funeral receives it, a person or a company.

use ::cases::{CaseNumber, Purpose, open_case};
use kernel::Party;

use super::browser::{Portal, Register};
use super::journey::fill;

// req: CSS-11
#[tokio::test]
async fn a_company_applies_in_its_own_name_and_a_person_is_not_asked_about_organisations() {
    let portal = Portal::open(Register { down: false }).await;
    let service = portal.service("P.08").await;
    let company = portal.company("320000-00002", "Anna").await;
    let (person, _) = portal.resident("320000-00010", "Jānis").await;
    for (browser, organisation) in [(&company, true), (&person, false)] {
        let described = browser.get(&format!("/lv/services/{service}")).await;
        assert!(described.text("main").contains("Cilvēks vai organizācija, kas uzņemas apbedīšanu"));
        let check = fill(browser, &service, "funeral-benefit").await;
        let first = browser.get(&check.replace("/check", "/steps/applicant")).await;
        assert!(!first.has("[name=on_behalf]"), "it follows from who applies");
        assert_eq!(first.has("[name=registration_number]"), organisation, "{}", first.text("main"));
        let later = browser.get(&check.replace("/check", "/steps/circumstances")).await;
        assert_eq!(later.has("[name=relation]"), !organisation, "{}", later.text("main"));
        let page = browser.get(&check).await;
        assert_eq!(page.text("main").contains("40003189718"), organisation, "{}", page.text("main"));
        let done = browser.submit(&page, &check, &[]).await.location();

        let slug = done.trim_start_matches("/lv/cases/").split('/').next().unwrap();
        let number: CaseNumber = slug.parse().unwrap();
        let mut tx = portal.db.writing(&portal.officer(&service).await).await;
        let file = open_case(&mut tx, &number, Purpose::Handle).await.unwrap();
        assert_eq!(matches!(file.case.client, Some(Party::Organisation(_))), organisation);
        assert_eq!(file.answers["on_behalf"], if organisation { "organisation" } else { "self" });
        assert_eq!(
            (file.answers.contains_key("organisation_name"), file.answers.contains_key("relation")),
            (organisation, !organisation)
        );
    }
}
