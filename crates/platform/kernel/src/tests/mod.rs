//! Tests of the shared vocabulary.

use crate::{
    Caller, CaseId, Channel, CountingIds, Cursor, DayTime, Error, ErrorKind, FieldError, Ids, Money, OrganisationId,
    Page, PageRequest, Party, PersonId, Remit, Role, folded, sort_key, whole_micros,
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
fn names_stand_in_the_order_of_the_latvian_alphabet() {
    let mut names =
        ["šķirties", "EVAK karte", "zeme", "Āda", "alimenti", "Azote", "četri", "civils", "sēne", "evakuācija"];
    names.sort_by_cached_key(|name| sort_key(name));
    let ordered =
        ["alimenti", "Azote", "Āda", "civils", "četri", "EVAK karte", "evakuācija", "sēne", "šķirties", "zeme"];
    assert_eq!(names, ordered);
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
    assert_eq!(back.two::<String, String>().unwrap(), ("2026".to_owned(), "ābols".to_owned()));
    assert!(back.three::<String, String, String>().is_err() && back.one::<String>().is_err());
    assert!(Cursor::parse("zz").is_err());
}

#[test]
fn the_parts_of_a_cursor_are_read_as_what_they_were() {
    assert_eq!(Cursor::from_parts(&["-7"]).one::<i64>().unwrap(), -7);
    assert_eq!(Cursor::from_parts(&["1007", "2"]).two::<String, i32>().unwrap(), ("1007".to_owned(), 2));
    let three = Cursor::from_parts(&["1007", "2", "ābols"]).three::<String, i32, String>().unwrap();
    assert_eq!(three, ("1007".to_owned(), 2, "ābols".to_owned()));
    let at: DateTime<Utc> = "2026-11-22T10:00:00.123456Z".parse().unwrap();
    let id = uuid::Uuid::from_u128(7);
    assert_eq!(Cursor::of_moment(at, id).moment().unwrap(), (at, id));
    let bad = |result: crate::Result<()>| assert_eq!(result.unwrap_err().key(), "bad-cursor");
    bad(Cursor::from_parts(&["x"]).one::<i64>().map(drop));
    bad(Cursor::from_parts(&["1", "2"]).one::<i64>().map(drop));
    bad(Cursor::from_parts(&["1007", "x"]).two::<String, i32>().map(drop));
    bad(Cursor::from_parts(&["1", "2", "x"]).three::<i32, i32, i32>().map(drop));
    bad(Cursor::from_parts(&["1", "2"]).three::<i32, i32, i32>().map(drop));
    bad(Cursor::from_parts(&["1", "x"]).moment().map(drop));
    bad(Cursor::parse("6100").map(drop));
    bad(Cursor::from_parts(&["x", &id.to_string()]).moment().map(drop));
    bad(Cursor::from_parts(&[&i64::MAX.to_string(), &id.to_string()]).moment().map(drop));
    // Chrono knows it, PostgreSQL does not: about the year 7500 before our era.
    bad(Cursor::from_parts(&["-300000000000000000", &id.to_string()]).moment().map(drop));
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
    for code in [
        "328000-00014",
        "Mans kods 32800000014.",
        "(010190-12345)",
        "328000 – 00014",
        "328000\u{2011}00014",
        "328000- 00014",
        "kods 328000 00014",
        "LV-328000-00014",
        "328000-00014-",
        "12 328000-00014 3",
    ] {
        assert!(crate::holds_personal_code(code), "{code}");
    }
    for other in [
        "",
        "Lieta 1007 42",
        "tālrunis +371 20000014",
        "zvaniet +37120000014",
        "3280000001",
        "328-00000014",
        "328000000145",
        "328000\n00014",
        "328000 -- 00014",
        "328000, 00014",
        "328000-000145",
    ] {
        assert!(!crate::holds_personal_code(other), "{other}");
    }
}

// req: ACC-05
#[test]
fn a_telephone_number_is_kept_in_one_form_however_it_is_typed() {
    for typed in ["20000014", "2000 0014", "+371 2000-0014", "(+371) 2000 0014", "00371 20000014", "371 20000014"] {
        assert_eq!(crate::phone(typed).as_deref(), Some("+37120000014"), "{typed}");
    }
    assert_eq!(crate::phone("+49 151 12345678").as_deref(), Some("+4915112345678"));
    for wrong in
        ["", "1234", "+371 2000001", "+0371200000", "zvaniet vakarā", "2000001x", "4915112345678", "20000014, 1"]
    {
        assert_eq!(crate::phone(wrong), None, "{wrong}");
    }
}

#[test]
fn institutions_also_publish_short_numbers_and_several() {
    let three = "+371 67120000, +371 67120001; +371 67120002";
    for published in ["67120000/01", three, "112", "1188", "+371 67120000", "67120000, 8345", "(371) 67-12-00-00"] {
        assert!(crate::is_published_phone(published), "{published}");
    }
    for other in
        ["", "11", "zvaniet", "67120000 vai 8345", "123456789012345678901", "112, 123456789012345678901", "1, 2"]
    {
        assert!(!crate::is_published_phone(other), "{other}");
    }
}

// req: ACC-05
#[test]
fn an_address_of_e_mail_has_one_name_and_a_host_of_parts() {
    for good in ["anna@example.lv", "anna.berzina+x@pasts.example.lv", "o'neil@example.lv", "a@ābols.lv"] {
        assert!(crate::is_email(good), "{good}");
    }
    let long = format!("{}@example.lv", "a".repeat(65));
    for wrong in [
        "",
        "anna",
        "anna@",
        "@example.lv",
        "anna@lv",
        "anna@example.",
        "anna@.lv",
        "anna@@example.lv",
        "an na@example.lv",
        ".anna@example.lv",
        "an..na@example.lv",
        "anna,ilze@example.lv",
        "Anna <anna@example.lv>",
        "anna@[127.0.0.1]",
        "anna@-example.lv",
        "anna@exa_mple.lv",
        "ābols@example.lv",
        "anna@example.lv;ilze@example.lv",
        &long,
    ] {
        assert!(!crate::is_email(wrong), "{wrong}");
    }
}

// req: CAT-07, POR-16
#[test]
fn hours_are_read_in_one_way_and_end_with_the_day() {
    for (typed, read) in [("8:30", "08:30"), (" 08.05 ", "08:05"), ("0:00", "00:00"), ("24:00", "24:00")] {
        assert_eq!(DayTime::parse(typed).unwrap().to_string(), read);
    }
    for wrong in ["", "8", "8:5", "24:01", "25:00", "8:60", "+8:30", "-1:00", "8:30:00", "astoņi:30"] {
        assert_eq!(DayTime::parse(wrong), None, "{wrong}");
    }
    assert!(DayTime::parse("24:00") > DayTime::parse("23:59"));
}

#[test]
fn what_cannot_be_read_is_named_by_its_place_and_not_quoted() {
    let wrong = serde_json::from_str::<Vec<u32>>("[1,\n\"Anna 320000-00002\"]").unwrap_err();
    assert!(wrong.to_string().contains("Anna"), "the words of the reader quote: {wrong}");
    let error = Error::from(wrong);
    assert_eq!((error.kind(), error.key()), (ErrorKind::Internal, "json"));
    let chain = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
    assert!(chain.contains("Data at line 2, column"), "{chain}");
    assert!(!chain.contains("Anna") && !chain.contains("00002"), "{chain}");
}

#[test]
fn a_fault_is_told_beside_its_field_where_it_can_be_corrected() {
    let refused = Error::too_large("file-too-large").arg("bytes", 10).beside("file");
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "form-has-errors"));
    assert_eq!(refused.field_errors(), [FieldError::new("file", "file-too-large").arg("bytes", 10)]);
    assert!(std::error::Error::source(&refused).is_some(), "the log still knows what it was");

    let ours = Error::internal("panic").beside("file");
    assert_eq!((ours.kind(), ours.key()), (ErrorKind::Internal, "panic"));
    assert!(ours.field_errors().is_empty(), "a defect of ours is no fault of a file");
}
