//! Beginning and writing.

use super::super::{contact, institution};
use super::{coordinator, house, new, platform, published, text};
use crate::{
    SaveSituation, SituationState, create_situation, save_situation, situation, situation_draft, situation_versions,
    situations_to_edit,
};
use kernel::{Caller, ErrorKind, LangText, Locale, PageRequest, Role};

// req: POR-03, POR-05
#[tokio::test]
async fn the_coordinator_begins_one_and_nobody_sees_it_until_it_is_published() {
    let db = house().await;
    let dace = contact(&db, "VSAA").await;
    let input = new(&db, "jauna", &[&["1007"]]).await;
    let mut tx = db.writing(&coordinator(&db).await).await;
    create_situation(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(situation(&tx, "jauna").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(situation_versions(&tx, "jauna").await.unwrap_err().kind(), ErrorKind::NotFound);
    let tx = db.reading(&dace).await;
    let draft = situation_draft(&tx, "jauna").await.unwrap();
    assert_eq!((draft.situation.state, draft.revision, draft.unpublished), (SituationState::Draft, 1, true));
    assert_eq!(draft.gaps, []);
}

// req: POR-04, POR-05
#[tokio::test]
async fn others_neither_begin_nor_write_nor_read_drafts() {
    let db = house().await;
    let vsaa = institution(&db, "VSAA").await;
    let mut officer = contact(&db, "VSAA").await;
    officer.role = Role::Officer;
    let client = Caller { institution: Some(vsaa), role: Role::Client, ..Caller::anonymous() };
    // Who works with content elsewhere does not learn that there is such a situation.
    for (caller, begin, write) in [
        (officer, ErrorKind::Forbidden, ErrorKind::Forbidden),
        (client, ErrorKind::Forbidden, ErrorKind::Forbidden),
        (contact(&db, "NVA").await, ErrorKind::Forbidden, ErrorKind::NotFound),
        (contact(&db, "EM").await, ErrorKind::Forbidden, ErrorKind::NotFound),
        (Caller::anonymous(), ErrorKind::Unauthenticated, ErrorKind::Unauthenticated),
    ] {
        let input = new(&db, "jauna", &[&["1007"]]).await;
        let mut tx = db.writing(&caller).await;
        assert_eq!(create_situation(&mut tx, input).await.unwrap_err().kind(), begin, "{:?}", caller.role);
        let save = SaveSituation { slug: "childbirth".into(), revision: 2, text: text("Cits", &[]) };
        assert_eq!(save_situation(&mut tx, save).await.unwrap_err().kind(), write);
        assert_eq!(situation_draft(&tx, "childbirth").await.unwrap_err().kind(), write);
    }
    let mut tx = db.writing(&platform(&db).await).await;
    let missing = SaveSituation { slug: "nav".into(), revision: 1, text: text("Cits", &[]) };
    assert_eq!(save_situation(&mut tx, missing).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn words_of_addresses_are_plain_and_used_once() {
    let db = house().await;
    let editor = coordinator(&db).await;
    for (slug, key) in [
        ("childbirth", "situation-slug-taken"),
        ("Ar Atstarpi", "situation-slug"),
        ("new", "situation-slug"),
        ("order", "situation-slug"),
        ("coordinators", "situation-slug"),
        ("ā", "situation-slug"),
        ("a--b", "situation-slug"),
        ("", "situation-slug"),
    ] {
        let input = new(&db, slug, &[&["1007"]]).await;
        let mut tx = db.writing(&editor).await;
        let error = create_situation(&mut tx, input).await.unwrap_err();
        assert_eq!(error.field_errors()[0].key, key, "{slug}");
    }
    // What else is wrong is told in the same answer.
    let mut input = new(&db, "a--b", &[&["1007"]]).await;
    input.text.title.lv.clear();
    let mut tx = db.writing(&editor).await;
    let error = create_situation(&mut tx, input).await.unwrap_err();
    let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["title-lv", "slug"], "in the order of the form");
}

// req: POR-06
#[tokio::test]
async fn of_two_editors_the_second_loses_nothing_and_overwrites_nothing() {
    let db = house().await;
    let dace = contact(&db, "VSAA").await;
    published(&db, "kopa", &[&["1007"]]).await;
    let save = |title: &str| SaveSituation { slug: "kopa".into(), revision: 2, text: text(title, &[&["1007"]]) };
    let mut tx = db.writing(&dace).await;
    assert_eq!(save_situation(&mut tx, save("Pirmais")).await.unwrap(), 3);
    tx.commit().await.unwrap();
    let mut tx = db.writing(&platform(&db).await).await;
    let error = save_situation(&mut tx, save("Otrais")).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Stale, "situation-changed"));
    let kept = situation_draft(&tx, "kopa").await.unwrap();
    assert_eq!((kept.situation.text.title.lv.as_str(), kept.revision), ("Pirmais", 3));
    // What is public stays as it was until somebody publishes.
    assert_eq!(situation(&tx, "kopa").await.unwrap().text.title.lv, "Jauna situācija");
}

#[tokio::test]
async fn a_text_without_a_latvian_title_or_too_long_is_not_kept() {
    let db = house().await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let mut wrong = text("x", &[&["1007"]]);
    wrong.title = LangText::new(" ", "Title");
    wrong.summary.lv = "a".repeat(401);
    let save = SaveSituation { slug: "childbirth".into(), revision: 2, text: wrong };
    let error = save_situation(&mut tx, save).await.unwrap_err();
    let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["title-lv", "summary-lv"]);
}

#[tokio::test]
async fn an_institution_lists_its_own_and_the_platform_all() {
    let db = house().await;
    let slugs = async |caller: Caller, limit| {
        let tx = db.reading(&caller).await;
        let (mut request, mut found) = (PageRequest::first(limit), Vec::new());
        loop {
            let page = situations_to_edit(&tx, Locale::Lv, &request).await.unwrap();
            found.extend(page.items.into_iter().map(|line| line.slug));
            let Some(next) = page.next else { return found };
            request = PageRequest::new(limit, Some(next));
        }
    };
    let own = slugs(contact(&db, "UR").await, 1).await;
    assert_eq!(own, ["starting-business", "running-business", "closing-business"]);
    let all = slugs(platform(&db).await, 4).await;
    assert_eq!(all.len(), 20);
    // By title and not by the word of the address; letters with marks stand where Latvian puts them.
    let place = |slug: &str| all.iter().position(|one| one == slug).unwrap();
    assert_eq!((place("returning"), place("childbirth"), place("parenting")), (0, 1, 2));
    assert!(place("coming-of-age") < place("living-abroad") && place("living-abroad") < place("retirement"));
    assert_eq!(place("name-change"), 19);
    let tx = db.reading(&Caller::anonymous()).await;
    assert!(situations_to_edit(&tx, Locale::Lv, &PageRequest::first(5)).await.is_err());
}
