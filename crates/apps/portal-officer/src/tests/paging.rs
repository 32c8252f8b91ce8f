//! Where the links of a list lead that is read page by page.

use crate::parts::read_on;
use kernel::Cursor;

#[test]
fn a_list_is_read_on_at_its_own_address_and_place() {
    let after = Cursor::from_parts(&["31"]);
    let on = |path: &str| read_on(path, Some(&after));
    assert_eq!(on("/work/branches"), format!("/work/branches?after={}", after.as_str()));
    assert_eq!(on("/work/institutions?kind="), format!("/work/institutions?kind=&after={}", after.as_str()));
    assert_eq!(on("/work/contacts#changes"), format!("/work/contacts?after={}#changes", after.as_str()));
    assert_eq!(
        on("/work/audit?number=7-1#h-views"),
        format!("/work/audit?number=7-1&after={}#h-views", after.as_str())
    );
    for first in ["/work/branches", "/work/audit?number=7-1#h-views"] {
        assert_eq!(read_on(first, None), first);
    }
}
