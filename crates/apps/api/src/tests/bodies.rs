//! Bodies are counted before they are read.

use crate::body::has_more_values;

#[test]
fn values_are_counted_wherever_they_stand_and_signs_in_texts_are_none() {
    for (json, values) in [
        (r#""""#, 0),
        ("[]", 1),
        ("[1,2,[3,{}]]", 6),
        ("{\"a\":\"\n[1,2]", 3),
        (r#"{"a":"x,[{","b":null}"#, 2),
        (r#"{"a":"\",[","b":"\\","c":[]}"#, 4),
    ] {
        let json = json.as_bytes();
        assert!(!has_more_values(json, values), "{json:?}");
        assert!(values == 0 || has_more_values(json, values - 1), "{json:?}");
    }
}
