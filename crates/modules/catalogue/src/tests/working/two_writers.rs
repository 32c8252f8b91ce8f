//! Two people in one section: who changed what is known, and is asked only where both did.

use super::saving::{colleague, save, typed};
use crate::tests::{contact, db};
use crate::{
    Began, Choice, Pick, RefusedText, SaveSection, Saved, Section, Side, Typed, refused_text, section_text,
    settle_refused, working_copy,
};
use kernel::Caller;
use test_support::TestDb;
use uuid::Uuid;

fn refused(saved: &Saved) -> Uuid {
    match saved {
        Saved::Refused(id) => *id,
        Saved::Kept { .. } => panic!("was kept"),
    }
}

/// What a page sends that was made now, with some inputs changed.
async fn sent(db: &TestDb, who: &Caller, section: Section, changes: &[(&str, &str)]) -> SaveSection {
    let shown = section_text(&db.reading(who).await, "1007", section).await.unwrap();
    SaveSection { began: Some(Began::of(&shown.typed)), ..typed(db, who, section, changes).await }
}

async fn read(db: &TestDb, who: &Caller, id: Uuid) -> RefusedText {
    refused_text(&db.reading(who).await, "1007", id).await.unwrap()
}

fn sides(text: &RefusedText) -> Vec<(&str, Side)> {
    text.fields.iter().map(|field| (field.name.as_str(), field.side)).collect()
}

// req: CAT-15
#[tokio::test]
async fn what_a_page_sends_again_takes_the_place_of_what_it_sent_before() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    let page = typed(&db, &ilze, Section::Law, &[("appeal/lv", "Pirmie vārdi")]).await;
    save(&db, &dace, typed(&db, &dace, Section::Law, &[("appeal/lv", "Daces vārdi")]).await).await;
    let first = refused(&save(&db, &ilze, page.clone()).await);
    let again = SaveSection { typed: page.typed.mapped(more), ..page };
    let second = refused(&save(&db, &ilze, again.clone()).await);
    let waiting = working_copy(&db.reading(&dace).await, "1007").await.unwrap().refused;
    assert_eq!(waiting.iter().map(|line| line.id).collect::<Vec<_>>(), [second]);
    assert_eq!(read(&db, &ilze, second).await.mine, again.typed);
    let before = read(&db, &ilze, first).await;
    assert!(before.settled && before.mine != again.typed, "nothing is lost");
    // What another person or another page sent stays.
    let other = SaveSection { revision: 7, ..again };
    refused(&save(&db, &ilze, other).await);
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().refused.len(), 2);
}

fn more(name: &str, value: &str) -> String {
    if name == "appeal/lv" { format!("{value} un vēl") } else { value.to_owned() }
}

// req: CAT-15
#[tokio::test]
async fn only_what_both_changed_is_asked_and_new_words_never_yield_to_old_ones() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    // Somebody has written here already, so that both begin with what was typed and not with a version.
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("notice/lv", "Pirms\r\ntam")]).await).await;
    let hers = [("summary/lv", "Ilzes apraksts"), ("audience/lv", "Ilzes klienti")];
    let hers = sent(&db, &ilze, Section::Basics, &hers).await;
    let mine = [("summary/lv", "Daces apraksts"), ("name/lv", "Daces nosaukums")];
    save(&db, &dace, sent(&db, &dace, Section::Basics, &mine).await).await;
    let id = refused(&save(&db, &ilze, hers).await);
    let text = read(&db, &ilze, id).await;
    let found = sides(&text);
    assert_eq!(found.len(), 3, "{found:?}");
    for one in [("name/lv", Side::Theirs), ("audience/lv", Side::Mine), ("summary/lv", Side::Both)] {
        assert!(found.contains(&one), "{one:?} in {found:?}");
    }
    let both = text.merged(|name| if name == "summary/lv" { Pick::Theirs } else { panic!("{name} is asked") });
    let mut tx = db.writing(&ilze).await;
    settle_refused(&mut tx, "1007", id, text.revision, Choice::Merged(both)).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    let d = copy.description;
    assert_eq!((d.name.lv.as_str(), d.summary.lv.as_str()), ("Daces nosaukums", "Daces apraksts"));
    assert_eq!((d.audience.lv.as_str(), copy.refused.len()), ("Ilzes klienti", 0));
}

// req: CAT-15
#[tokio::test]
async fn without_what_both_began_with_everything_is_asked() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("notice/lv", "Pirms tam")]).await).await;
    let hers = typed(&db, &ilze, Section::Basics, &[("audience/lv", "Ilzes klienti")]).await;
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("name/lv", "Daces nosaukums")]).await).await;
    let id = refused(&save(&db, &ilze, hers).await);
    let text = read(&db, &ilze, id).await;
    assert!(text.fields.len() == 2 && text.fields.iter().all(|field| field.side == Side::Both), "{:?}", sides(&text));
}

// req: CAT-15
#[tokio::test]
async fn an_item_of_a_list_is_one_thing_and_so_is_a_list_that_grew() {
    let db = db().await;
    let (dace, ilze) = (contact(&db, "VSAA").await, colleague(&db).await);
    let hers = sent(&db, &ilze, Section::Steps, &[("steps/0/title/lv", "Ilzes solis")]).await;
    let other = sent(&db, &ilze, Section::Steps, &[("steps/1/text/lv", "Ilzes teksts")]).await;
    let mine = sent(&db, &dace, Section::Steps, &[("steps/1/title/lv", "Daces solis")]).await;
    let grown = mine.typed.rearranged(&crate::Rearrange::Add("steps".into()));
    let more = typed_more(&grown);
    save(&db, &dace, mine).await;
    let apart = read(&db, &ilze, refused(&save(&db, &ilze, hers.clone()).await)).await;
    assert_eq!(sides(&apart), [("steps/0/title/lv", Side::Mine), ("steps/1/title/lv", Side::Theirs)]);
    let together = read(&db, &ilze, refused(&save(&db, &ilze, other).await)).await;
    assert!(together.fields.len() == 2 && together.fields.iter().all(|field| field.side == Side::Both));
    let next = sent(&db, &dace, Section::Steps, &[]).await;
    save(&db, &dace, SaveSection { typed: more, ..next }).await;
    let longer = read(&db, &ilze, refused(&save(&db, &ilze, hers).await)).await;
    assert!(longer.fields.len() > 2 && longer.fields.iter().all(|field| field.side == Side::Both));
}

/// With words in the item that was added last.
fn typed_more(typed: &Typed) -> Typed {
    let place = typed.items("steps") - 1;
    let added = [(format!("steps/{place}/title/lv"), "Vēl viens solis".to_owned())];
    typed.pairs().iter().cloned().chain(added).collect()
}

// req: CAT-15
#[test]
fn marks_go_through_a_form_and_say_nothing_of_line_ends() {
    let typed = |value: &str| -> Typed { [("appeal/lv".to_owned(), value.to_owned())].into_iter().collect() };
    let marks = Began::of(&typed("Viens\r\ndivi "));
    assert_eq!(Began::of(&typed("Viens\ndivi")), marks);
    assert_ne!(Began::of(&typed("Viens, divi")), marks);
    assert_eq!(Began::read(&marks.text()), Some(marks));
    assert_eq!(Began::of(&typed(" ")), Began::default());
    assert_eq!((Began::read(""), Began::read("x")), (Some(Began::default()), None));
}
