//! How the index changes.
use kernel::Locale;

use crate::{Change, Document, Index, Location, Query};

fn titled(id: &str, title: &str) -> Change {
    Change::Upsert(Document::new(id).title(Locale::Lv, title))
}

fn found(index: &Index, text: &str) -> usize {
    let query = Query { text: text.into(), facets: vec![], limit: 10, offset: 0 };
    index.search(&query).unwrap().hits.len()
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
    assert!(index.inner.searchable_segment_ids().unwrap().len() <= 12);
}

#[test]
fn a_directory_index_is_there_again_after_opening() {
    let place = tempfile::tempdir().unwrap();
    let open = || Index::open(Location::Dir(place.path().to_path_buf())).unwrap();
    open().apply(&[titled("a", "Pabalsts")]).unwrap();
    assert_eq!(found(&open(), "pabalsti"), 1);
}

#[test]
fn a_missing_directory_is_an_error_not_a_panic() {
    let error = Index::open(Location::Dir("/nonexistent/durvis".into())).err().unwrap();
    assert_eq!(error.kind(), kernel::ErrorKind::Unavailable);
}
