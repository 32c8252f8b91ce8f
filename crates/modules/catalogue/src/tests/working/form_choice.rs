//! Choosing the form that a service is requested with.

use super::saving::{save, typed};
use crate::tests::{contact, db};
use crate::{FormChoice, Saved, Section, preview, service, working_copy};

fn key(word: &str) -> FormChoice {
    FormChoice::Key(word.to_owned())
}

// req: CAT-06, CAT-15, EFR-01
#[tokio::test]
async fn an_editor_chooses_a_form_and_takes_it_away_again() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let wrong = typed(&db, &dace, Section::Channels, &[("form", "nav-tadas")]).await;
    let Saved::Kept { findings: told, .. } = save(&db, &dace, wrong).await else { panic!("refused") };
    assert!(told.iter().any(|one| one.path == "form" && one.key == "edit-form-unknown" && one.blocks()), "{told:?}");

    let other = typed(&db, &dace, Section::Channels, &[("form", "funeral-benefit")]).await;
    let Saved::Kept { findings: told, .. } = save(&db, &dace, other).await else { panic!("refused") };
    assert!(!told.iter().any(|one| one.path == "form"), "{told:?}");
    let tx = db.reading(&dace).await;
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!(copy.description.form, key("funeral-benefit"));
    assert_eq!(copy.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), ["form"]);
    assert_eq!(preview(&tx, "1007").await.unwrap().form_key.as_deref(), Some("funeral-benefit"));
    assert_eq!(service(&tx, "1007").await.unwrap().form_key.as_deref(), Some("childbirth-benefit"), "not published");
    drop(tx);

    let none = typed(&db, &dace, Section::Channels, &[("form", "")]).await;
    save(&db, &dace, none).await;
    let tx = db.reading(&dace).await;
    let shown = preview(&tx, "1007").await.unwrap();
    assert_eq!((&shown.description.form, &shown.form_key, shown.online()), (&FormChoice::NoForm, &None, None));
}
