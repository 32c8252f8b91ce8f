//! The last day of a service: a slip of the pen closes nothing.

use super::saving::{save, typed};
use crate::tests::{contact, db};
use crate::{DraftSeen, Saved, Section, publish_draft, working_copy};
use chrono::TimeDelta;
use kernel::{ErrorKind, riga_date};

// req: CAT-15, CAT-18
#[tokio::test]
async fn a_last_day_that_is_over_is_told_and_nothing_is_published_with_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let today = riga_date(db.reading(&dace).await.now());
    for (days, told) in [(1, 0), (0, 0), (-1, 1), (-4000, 1)] {
        let day = (today + TimeDelta::days(days)).format("%d.%m.%Y").to_string();
        let input = typed(&db, &dace, Section::Basics, &[("valid_to", day.as_str())]).await;
        let Saved::Kept { findings, .. } = save(&db, &dace, input).await else { panic!("refused") };
        let wrong =
            findings.iter().filter(|one| one.path == "valid_to" && one.key == "edit-last-day-past" && one.blocks());
        assert_eq!(wrong.count(), told, "{days} days");
    }
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    let seen = DraftSeen { code: "1007".to_owned(), revision: copy.draft.unwrap().revision };
    let refused = publish_draft(&mut db.writing(&dace).await, &seen).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "service-incomplete"));
    assert!(refused.field_errors().iter().any(|field| field.path == "valid_to"), "{:?}", refused.field_errors());
}
