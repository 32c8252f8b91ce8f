//! Tests of the shared vocabulary.

use crate::{
    Caller, CaseId, Channel, CountingIds, Cursor, ErrorKind, Ids, Money, OrganisationId, Page, PageRequest, Party,
    PersonId, Remit, Role, folded, whole_micros,
};
use chrono::{DateTime, Utc};

#[test]
fn words_survive_a_round_trip() {
    for channel in Channel::ALL {
        assert_eq!(channel.as_str().parse::<Channel>().unwrap(), channel);
    }
    for role in Role::ALL {
        assert_eq!(role.as_str().parse::<Role>().unwrap(), role);
    }
    let id = CaseId::new(CountingIds::default().uuid());
    assert_eq!(id.to_string().parse::<CaseId>().unwrap(), id);
    assert!("not-an-id".parse::<CaseId>().is_err());
}

// req: POR-10
#[test]
fn a_remit_survives_its_text_and_covers_what_it_names() {
    for (text, covers) in [("all", [true, true]), ("1004 1007", [true, false]), ("1004", [true, false])] {
        let remit = Remit::parse(text);
        assert_eq!(remit.to_string(), text);
        assert_eq!(["1004", "100"].map(|code| remit.covers(code)), covers, "{text}");
    }
    let nothing = Remit::parse("");
    assert!(!nothing.covers("1004") && !nothing.covers("") && nothing.codes().unwrap().is_empty());
    assert_eq!(Remit::parse(" 1007  1004 "), Remit::only(["1004".to_owned(), "1007".to_owned()]));
}

// req: POR-10
#[test]
fn who_acts_for_a_company_uses_what_was_assigned_and_everybody_else_all() {
    let person = PersonId::new(CountingIds::default().uuid());
    let firm = Party::Organisation(OrganisationId::new(CountingIds::default().uuid()));
    let limited = Caller { remit: Remit::parse("1004"), ..Caller::client_for(person, firm, "authorised") };
    assert!(limited.require_service("1004").is_ok());
    let refused = limited.require_service("1007").unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "service-not-assigned"));
    assert_eq!(refused.args(), [("service", "1007".to_owned())]);
    for caller in [Caller::client(person), Caller::client_for(person, firm, "board-member"), Caller::engine()] {
        assert!(caller.may_use("1007"), "{caller:?}");
    }
}

#[test]
fn people_in_a_hurry_type_small_letters_without_marks() {
    assert_eq!(folded("Bērna ĢIMENE, Ūdens Ķīmija"), "berna gimene, udens kimija");
}

#[test]
fn instants_are_whole_microseconds() {
    let fine: DateTime<Utc> = "2026-11-22T10:00:00.123456789Z".parse().unwrap();
    assert_eq!(whole_micros(fine).timestamp_subsec_nanos(), 123_456_000);
}

#[test]
fn money_is_printed_to_the_cent() {
    assert_eq!(Money::cents(1250).to_string(), "12.50");
    assert_eq!(Money::cents(-5).to_string(), "-0.05");
}

#[test]
fn a_cursor_comes_back_as_it_went_and_foreign_text_is_refused() {
    let cursor = Cursor::from_parts(&["2026", "ābols"]);
    let back = Cursor::parse(cursor.as_str()).unwrap();
    assert_eq!(back.parts::<2>().unwrap(), ["2026".to_owned(), "ābols".to_owned()]);
    assert!(back.parts::<3>().is_err());
    assert!(Cursor::parse("zz").is_err());
}

#[test]
fn a_page_knows_whether_more_follows() {
    let request = PageRequest::first(2);
    let key = |n: &i32| Cursor::from_parts(&[&n.to_string()]);
    assert!(Page::from_probe(vec![1, 2, 3], &request, key).next.is_some());
    assert!(Page::from_probe(vec![1, 2], &request, key).next.is_none());
}

#[test]
fn what_looks_like_a_personal_code_is_found_in_a_text() {
    for code in ["328000-00014", "Mans kods 32800000014.", "(010190-12345)"] {
        assert!(crate::holds_personal_code(code), "{code}");
    }
    for other in ["", "Lieta 1007 42", "tālrunis +371 20000014", "3280000001", "328-00000014", "328000000145"] {
        assert!(!crate::holds_personal_code(other), "{other}");
    }
}
