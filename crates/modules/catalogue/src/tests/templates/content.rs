//! The unified services of the demonstration.

use crate::templates::template_gaps;
use crate::tests::db;
use crate::{ServiceFilter, TemplateState, family, install_template_services, list_services, templates};
use kernel::{Caller, PageRequest};

// req: UNI-01, UNI-02, A11-04
#[tokio::test]
async fn the_demonstration_has_unified_services_of_many_municipalities() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert!(install_template_services(&mut tx).await.unwrap() > 100);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let all = templates(&tx, &[TemplateState::Published], &PageRequest::first(100)).await.unwrap().items;
    assert_eq!(all.len(), 9);
    for line in &all {
        let found = family(&tx, &line.code).await.unwrap();
        assert_eq!(template_gaps(&found.template.text), []);
        assert!((8..=21).contains(&found.members.len()), "{}: {}", line.code, found.members.len());
        for member in &found.members {
            let text = &member.service.description;
            assert_eq!(crate::tests::blocking(text), [] as [String; 0], "{}", member.service.code);
            assert!(text.notice.as_ref().is_some_and(|notice| notice.lv.contains("Izdomāts")), "marked as invented");
        }
    }
    // The pilot services keep their codes: they were there first.
    let first = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(17)).await.unwrap();
    let (pilots, others): (Vec<_>, Vec<_>) = first.items.iter().partition(|item| item.pilot.is_some());
    assert_eq!((pilots.len(), others.len()), (16, 1));
    let mut again = db.writing(&Caller::engine()).await;
    assert_eq!(install_template_services(&mut again).await.unwrap(), 0);
}
