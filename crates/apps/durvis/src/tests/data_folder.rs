//! Where `demo --with` looks for its data sets.
use crate::commands::import::{LOG, SERVICES, found_in};

#[test]
fn a_data_set_is_found_below_the_folder_and_in_it() {
    let place = tempfile::tempdir().unwrap();
    let outer = place.path();
    let inner = outer.join("event-logs");
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(inner.join("receipt.csv.gz"), []).unwrap();
    let file = Some(outer.join(LOG));
    assert_eq!((found_in(outer, LOG), found_in(&inner, LOG)), (file.clone(), file));
    assert_eq!((found_in(outer, SERVICES), found_in(&outer.join("nothing"), LOG)), (None, None));
}
