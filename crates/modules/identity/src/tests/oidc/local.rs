//! What needs no provider: paths, claims, settings.

use crate::oidc::{identified, local_path};
use crate::{OidcProvider, OidcSettings};
use kernel::{Assurance, ErrorKind, SystemClock};
use serde_json::json;
use std::sync::Arc;

// req: AUT-01
#[test]
fn sign_in_returns_only_to_paths_of_this_site() {
    for path in ["/", "/lv/cases", "/en/services/9999?step=2#a"] {
        assert_eq!(local_path(path).unwrap(), path);
    }
    for path in ["", "lv", "//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", "/\t/evil.example"] {
        assert_eq!(local_path(path).unwrap_err().key(), "return-path", "{path:?}");
    }
}

#[test]
fn claims_are_read_by_their_configured_names() {
    let mut settings = OidcSettings::new("https://provider.example", "durvis", "https://durvis.example/callback");
    settings.claims.personal_code = "serialNumber".into();
    let claims = json!({
        "serialNumber": ["PNOLV-328000-00915", "12076818764"], "given_name": "Aivars", "family_name": " Paraugs ",
        "birthdate": "1968-07-12"
    });
    let told = identified(claims.as_object().unwrap(), &settings).unwrap();
    assert_eq!((told.codes.len(), told.family_name.as_str()), (2, "Paraugs"));
    for (claims, key) in [
        (json!({ "given_name": "A", "family_name": "B" }), "sign-in-no-code"),
        (json!({ "serialNumber": "1", "given_name": "A", "family_name": "B" }), "sign-in-no-code"),
        (json!({ "serialNumber": "328000-00915", "given_name": "A" }), "sign-in-no-name"),
    ] {
        assert_eq!(identified(claims.as_object().unwrap(), &settings).unwrap_err().key(), key);
    }
}

#[test]
fn an_unknown_assurance_counts_as_low_unless_it_is_set() {
    let mut settings = OidcSettings::new("https://provider.example", "durvis", "https://durvis.example/callback");
    settings.assurance.insert("high".into(), Assurance::High);
    let levels = [Some("high"), Some("other"), None].map(|acr| settings.assurance_of(acr));
    assert_eq!(levels, [Assurance::High, Assurance::Low, Assurance::Low]);
    // Where the provider is as sure of everybody and says no level, its operator says it.
    settings.otherwise = Assurance::Substantial;
    assert_eq!([Some("high"), None].map(|acr| settings.assurance_of(acr)), [Assurance::High, Assurance::Substantial]);
}

// req: AUT-01
#[tokio::test]
async fn a_silent_provider_is_unavailable() {
    let settings = OidcSettings::new("http://127.0.0.1:1", "durvis", "http://127.0.0.1:8080/sign-in/callback");
    let http = outbound::Client::new(outbound::Settings::default()).unwrap();
    let error = OidcProvider::new(settings, http, Arc::new(SystemClock)).discover().await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Unavailable, "sign-in-unavailable"));
}
