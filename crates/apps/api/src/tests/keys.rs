//! The header that makes the same request twice one act: taken as it is, or refused, and never passed over.

use crate::etag::{holds, idempotency_key};
use http::{HeaderMap, HeaderValue, header::IF_NONE_MATCH};
use kernel::ErrorKind;

const HEADER: &str = "idempotency-key";

fn sent(keys: &[&[u8]]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for key in keys {
        headers.append(HEADER, HeaderValue::from_bytes(key).unwrap());
    }
    headers
}

// req: INF-01
#[test]
fn a_key_of_visible_characters_is_taken_as_it_is() {
    assert_eq!(idempotency_key(&HeaderMap::new()).unwrap(), None, "nobody needs a key");
    for key in ["k", "0197-\"a\"!~", &"k".repeat(200)] {
        assert_eq!(idempotency_key(&sent(&[key.as_bytes()])).unwrap().as_deref(), Some(key));
    }
}

// req: INF-01
#[test]
fn any_other_key_is_refused() {
    let long = vec![b'k'; 201];
    let wrong: [&[u8]; 6] = [b"", &long, "atslēga".as_bytes(), b"two words", b"a\tb", &[0xff]];
    for key in wrong {
        let refused = idempotency_key(&sent(&[key])).unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "bad-idempotency-key"), "{key:?}");
    }
    let two = idempotency_key(&sent(&[b"a", b"b"])).unwrap_err();
    assert_eq!(two.key(), "bad-idempotency-key", "nobody can tell which of two is meant");
}

#[test]
fn the_description_promises_how_long_a_key_is_remembered() {
    let document = crate::document().unwrap();
    let promise = format!("An `Idempotency-Key` is remembered for {} days.", storage::KEEP_KEYS_DAYS);
    assert!(document["info"]["description"].as_str().unwrap().contains(&promise));
}

#[test]
fn what_somebody_has_already_is_told_by_its_tag_or_by_the_star() {
    for (sent, known) in
        [("\"7\"", true), ("W/\"7\"", true), ("\"1\", \"7\"", true), ("*", true), ("\"8\"", false), ("7", false)]
    {
        let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(sent))]);
        assert_eq!(holds(&headers, "\"7\""), known, "{sent}");
    }
    assert!(!holds(&HeaderMap::new(), "\"7\""));
}
