//! The viewings of a case of a client whom many have looked at.

use super::house::House;
use kernel::{Caller, PersonId, Role};
use storage::AccessRecord;
use uuid::Uuid;

// req: AUD-03, PRF-03
#[tokio::test]
async fn the_viewings_of_a_case_are_read_page_by_page_whatever_came_later() {
    let house = House::open().await;
    let number = house.submitted().await;
    let tx = house.db.reading(&Caller::engine()).await;
    let case = cases::history(&tx, &number).await.unwrap().0.id;
    let ministry = institutions::by_code(&tx, "VARAM").await.unwrap().unwrap().id;
    drop(tx);
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Officer, house.vsaa);
    let mut tx = house.db.writing(&officer).await;
    for (case, times) in [(Some(case), 30), (None, 120)] {
        for _ in 0..times {
            let record = AccessRecord { subject: house.anna, what: "case", purpose: "handle-case", case };
            tx.record_access(record).await.unwrap();
        }
    }
    tx.commit().await.unwrap();

    let auditor = house.staff_of(ministry, "320000-00015", "Inese", Role::Auditor).await;
    let path = format!("/lv/work/audit?number={}", number.slug());
    let page = auditor.get(&path).await;
    assert_eq!(page.count("#h-views + div tbody tr"), 25, "{}", page.text("main"));
    let next = page.attribute("a[rel=next]", "href");
    assert!(next.ends_with("#h-views"), "{next}");
    let rest = auditor.get(next.trim_end_matches("#h-views")).await;
    assert_eq!((rest.count("#h-views + div tbody tr"), rest.count("a[rel=next]")), (5, 0));
    assert_eq!(rest.count(&format!("a[href='{path}#h-views']")), 1, "the way back to the first page");
    assert_eq!(house.views().await[0].purpose, "audit", "each page is on the record");
    assert!(auditor.get(&format!("{path}&after=zz")).await.status.is_client_error());
}
