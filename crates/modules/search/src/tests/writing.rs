//! How the index changes.
use kernel::Locale;

use crate::{Change, Document, Index, Location, Query, ask_for_rebuild, own_folders};

fn titled(id: &str, title: &str) -> Change {
    Change::Upsert(Document::new(id).title(Locale::Lv, title))
}

fn found(index: &Index, text: &str) -> usize {
    index.search(&Query::new(text, 10)).unwrap().hits.len()
}

#[test]
fn a_second_document_replaces_the_first() {
    let index = Index::open(Location::Ram).unwrap();
    index.apply(&[titled("a", "Pabalsts")]).unwrap();
    index.apply(&[titled("a", "Pensija")]).unwrap();
    assert_eq!((found(&index, "pabalsts"), found(&index, "pensija"), index.len()), (0, 1, 1));
}

#[test]
fn after_clearing_too_the_last_document_of_an_id_stays() {
    let index = Index::open(Location::Ram).unwrap();
    index.apply(&[Change::Clear, titled("a", "Pabalsts"), titled("a", "Pensija")]).unwrap();
    assert_eq!((found(&index, "pabalsts"), found(&index, "pensija"), index.len()), (0, 1, 1));
}

#[test]
fn removing_and_clearing_forget() {
    let index = Index::open(Location::Ram).unwrap();
    index.apply(&[titled("a", "Pabalsts"), titled("b", "Pensija")]).unwrap();
    index.apply(&[Change::Remove("a".into()), Change::Remove("missing".into())]).unwrap();
    assert_eq!((found(&index, "pabalsts"), index.len()), (0, 1));
    index.apply(&[Change::Clear, titled("c", "Nodoklis")]).unwrap();
    assert_eq!((found(&index, "pensija"), found(&index, "nodoklis"), index.len()), (0, 1, 1));
}

#[test]
fn many_single_changes_are_merged_and_stay_found() {
    let index = Index::open(Location::Ram).unwrap();
    for number in 0..30 {
        index.apply(&[titled(&number.to_string(), &format!("Pakalpojums numur{number}x"))]).unwrap();
    }
    assert_eq!(index.len(), 30);
    assert_eq!(found(&index, "numur7x"), 1);
    assert!(index.inner.searchable_segment_ids().unwrap().len() <= 30);
}

#[test]
fn a_directory_index_is_there_again_after_opening_with_its_mark() {
    let place = tempfile::tempdir().unwrap();
    let open = || Index::open(Location::Dir(place.path().to_path_buf())).unwrap();
    let first = open();
    assert_eq!(first.mark().unwrap(), None);
    let mut refill = first.refill().unwrap();
    let document = |id, title: &str, order| Document::new(id).title(Locale::Lv, title).order(order);
    refill.add(&document("a", "Pabalsts", 7).version(3)).unwrap();
    refill.finish("one").unwrap();
    first.apply(&[Change::Upsert(document("b", "Pensija", 8).version(1))]).unwrap();
    drop(first);
    let again = open();
    assert_eq!((found(&again, "pabalsti"), found(&again, "pensijas")), (1, 1));
    assert_eq!(again.mark().unwrap().as_deref(), Some("one"));
    assert_eq!(again.versions().unwrap(), [(7, 3), (8, 1)].into());
    let newer = Change::Upsert(document("a", "Pabalsts", 7).version(4));
    again.apply(&[newer, Change::Remove("b".to_owned())]).unwrap();
    assert_eq!(again.versions().unwrap(), [(7, 4)].into());
}

#[test]
fn processes_below_one_folder_keep_apart_and_find_their_own_files_again() {
    let place = tempfile::tempdir().unwrap();
    let open = || Index::open(Location::Own(place.path().to_path_buf())).unwrap();
    let (first, second) = (open(), open());
    first.apply(&[titled("a", "Pabalsts")]).unwrap();
    assert_eq!((found(&first, "pabalsts"), found(&second, "pabalsts")), (1, 0));
    assert!(Index::open(Location::Dir(place.path().join("1"))).is_err(), "another process uses it");
    drop(first);
    assert_eq!(found(&open(), "pabalsts"), 1);
    assert_eq!(own_folders(place.path()).unwrap().len(), 2);
    assert!(own_folders(&place.path().join("nothing")).unwrap().is_empty());
}

#[test]
fn files_of_another_program_version_are_replaced_and_foreign_files_are_not() {
    let place = tempfile::tempdir().unwrap();
    let mut other = tantivy::schema::Schema::builder();
    other.add_text_field("other", tantivy::schema::TEXT);
    drop(tantivy::Index::create_in_dir(place.path(), other.build()).unwrap());
    let index = Index::open(Location::Dir(place.path().to_path_buf())).unwrap();
    assert!(index.is_empty());
    index.apply(&[titled("a", "Pabalsts")]).unwrap();
    assert_eq!(found(&index, "pabalsts"), 1);
}

#[test]
fn a_refill_shows_nothing_before_it_is_finished_and_is_the_only_writer() {
    let place = tempfile::tempdir().unwrap();
    let index = Index::open(Location::Dir(place.path().to_path_buf())).unwrap();
    index.apply(&[titled("a", "Pabalsts")]).unwrap();
    ask_for_rebuild(place.path()).unwrap();
    assert!(index.rebuild_asked());
    let mut refill = index.refill().unwrap();
    for number in 0..40 {
        refill.add(&Document::new(number.to_string()).title(Locale::Lv, format!("Pensija nr{number}x"))).unwrap();
    }
    assert_eq!((found(&index, "pabalsts"), found(&index, "pensija")), (1, 0));
    assert!(index.apply(&[titled("b", "Nodoklis")]).is_err());
    assert!(index.refill().is_err());
    refill.finish("all").unwrap();
    assert_eq!((found(&index, "pabalsts"), index.len()), (0, 40));
    assert_eq!((index.mark().unwrap().as_deref(), index.rebuild_asked()), (Some("all"), false));
    index.apply(&[titled("b", "Nodoklis")]).unwrap();
    assert_eq!(found(&index, "nodoklis"), 1);
}

#[test]
fn a_refill_that_is_given_up_leaves_what_was_there() {
    let index = Index::open(Location::Ram).unwrap();
    index.apply(&[titled("a", "Pabalsts")]).unwrap();
    let mut refill = index.refill().unwrap();
    refill.add(&Document::new("b").title(Locale::Lv, "Pensija")).unwrap();
    drop(refill);
    index.apply(&[titled("c", "Nodoklis")]).unwrap();
    assert_eq!((found(&index, "pabalsts"), found(&index, "pensija"), found(&index, "nodoklis")), (1, 0, 1));
}

#[test]
fn a_missing_directory_is_an_error_not_a_panic() {
    let error = Index::open(Location::Dir("/nonexistent/durvis".into())).err().unwrap();
    assert_eq!(error.kind(), kernel::ErrorKind::Unavailable);
}
