//! How attached services differ from their template and from each other.

use super::{attach, attached, own_service, platform, published, text};
use crate::tests::{contact, db};
use crate::{Deviation, Fee, FeeTier, PublishService, deviations, family, publish, service};
use kernel::{Caller, ErrorKind, LangText, Money};
use test_support::TestDb;
use worktime::Deadline;

/// A service of a holder with this fee and term, and so many of the recommended steps.
async fn with(db: &TestDb, template: &str, holder: &str, cents: i64, days: u16, steps: usize) -> String {
    let code = own_service(db, holder, "Koku ciršana").await;
    let caller = contact(db, holder).await;
    attached(db, &caller, attach(template, &code, true)).await;
    let mut tx = db.writing(&caller).await;
    let before = service(&tx, &code).await.unwrap();
    let mut description = (*before.description).clone();
    description.steps.truncate(steps);
    for offer in &mut description.channels {
        offer.fee = Fee::Amount(Money::cents(cents));
        offer.deadline = Some(Deadline::WorkingDays(days));
        // Haste costs more at one of them, which does not make it dearer than the others.
        if holder == "LV-022" {
            let condition = LangText::new("Steidzami", "Urgent");
            offer.tiers = vec![FeeTier { fee: Fee::Amount(Money::cents(9900)), added: false, condition }];
        }
    }
    publish(&mut tx, PublishService::now(&code, before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    code
}

// req: UNI-06
#[tokio::test]
async fn longer_dearer_and_shorter_descriptions_are_named() {
    let db = db().await;
    let template = published(&db, text()).await;
    let usual = with(&db, &template, "LV-022", 700, 10, 3).await;
    let usual_too = with(&db, &template, "LV-113", 700, 10, 3).await;
    let slow = with(&db, &template, "LV-050", 2000, 20, 2).await;
    let platform = platform(&db).await;
    let tx = db.reading(&platform).await;
    let found = family(&tx, &template).await.unwrap();
    let all = deviations(&tx, &found).unwrap();
    let of = |code: &str| all.iter().find(|line| line.service == code).unwrap().deviations.clone();
    assert_eq!((of(&usual), of(&usual_too)), (Vec::new(), Vec::new()));
    let missing = Deviation::StepsMissing(vec![text().steps[2].title.clone()]);
    assert_eq!(of(&slow), [Deviation::LongerDeadline(20, 10), Deviation::HigherFee(2000, 700), missing]);
    drop(tx);

    // A holder sees the own, measured by the median of all.
    let tx = db.reading(&contact(&db, "LV-050").await).await;
    let own = deviations(&tx, &found).unwrap();
    assert_eq!((own.len(), own[0].service.as_str(), own[0].deviations.len()), (1, slow.as_str(), 3));
    let public = db.reading(&Caller::anonymous()).await;
    assert_eq!(deviations(&public, &found).unwrap_err().kind(), ErrorKind::Unauthenticated);
}

// req: UNI-06
#[tokio::test]
async fn other_words_are_a_deviation() {
    let db = db().await;
    let template = published(&db, text()).await;
    let code = own_service(&db, "LV-022", "Cita atļauja").await;
    attached(&db, &contact(&db, "LV-022").await, attach(&template, &code, false)).await;
    let tx = db.reading(&platform(&db).await).await;
    let found = family(&tx, &template).await.unwrap();
    assert_eq!(deviations(&tx, &found).unwrap()[0].deviations, [Deviation::Name]);
}
