//! What an operator may write, and what answer a slip gets.
use std::path::PathBuf;

use crate::{ConfigError, KEYS, Sources, explain, load};

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let environment = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Sources { environment, ..Sources::default() }
}

fn file(text: &str) -> (tempfile::TempDir, Sources) {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("durvis.toml");
    std::fs::write(&path, text).expect("file");
    (folder, Sources { file: Some(path), ..Sources::default() })
}

#[test]
fn defaults_stand_for_themselves() {
    let config = load(&Sources::default()).expect("defaults are complete");
    assert_eq!(config.server.listen, "127.0.0.1:8080");
    assert_eq!((config.server.base_url, config.server.metrics_listen), (None, None));
    assert_eq!(config.server.request.as_secs(), 30);
    assert!(config.oidc.is_none() && config.database.url.is_none());
}

#[test]
fn command_line_wins_over_environment_wins_over_file() {
    let (_folder, mut sources) =
        file("[server]\nlisten = \"127.0.0.1:1\"\n[upload]\nmax_bytes = 5000\n[rate_limit]\nenabled = false\n");
    assert_eq!(load(&sources).expect("file").server.listen, "127.0.0.1:1");
    sources.environment = vec![("DURVIS_SERVER__LISTEN".to_owned(), "127.0.0.1:2".to_owned())];
    assert_eq!(load(&sources).expect("environment").server.listen, "127.0.0.1:2");
    sources.overrides = vec![("server.listen", "127.0.0.1:3".to_owned())];
    let config = load(&sources).expect("options");
    assert_eq!(config.server.listen, "127.0.0.1:3");
    assert_eq!(config.upload.max_bytes, 5000);
    assert!(!config.rate_limit.enabled);
}

#[test]
fn defaults_of_a_command_give_way_to_everything_that_is_set() {
    let (_folder, mut sources) = file("[rate_limit]\nburst = 7\n");
    sources.defaults = vec![("rate_limit.per_second", "500".to_owned()), ("rate_limit.burst", "5000".to_owned())];
    let limit = load(&sources).expect("file").rate_limit;
    assert_eq!((limit.per_second, limit.burst), (500, 7));
    sources.environment = vec![("DURVIS_RATE_LIMIT__PER_SECOND".to_owned(), "3".to_owned())];
    assert_eq!(load(&sources).expect("environment").rate_limit.per_second, 3);
    sources.defaults = vec![("rate_limit.per_second", "many".to_owned())];
    let error = load(&sources).expect_err("refused").to_string();
    assert!(error.contains("the defaults of this command"), "{error}");
}

#[test]
fn a_wrong_key_is_named_with_its_place_and_the_nearest_key() {
    let (_folder, sources) = file("[server]\nlistne = \"127.0.0.1:1\"\n");
    let error = load(&sources).expect_err("refused").to_string();
    assert!(error.contains("`server.listne`") && error.contains("durvis.toml"), "{error}");
    assert!(error.contains("did you mean `server.listen`?"), "{error}");
    let error = load(&environment(&[("DURVIS_SERVRE__LISTEN", "127.0.0.1:1")])).expect_err("refused").to_string();
    assert!(error.contains("DURVIS_SERVRE__LISTEN") && error.contains("`server.listen`"), "{error}");
    let error = load(&environment(&[("DURVIS_COLOUR", "blue")])).expect_err("refused").to_string();
    assert!(error.contains("--explain-config"), "{error}");
}

#[test]
fn other_variables_are_left_alone() {
    load(&environment(&[("PATH", "/bin"), ("DURVISX", "1")])).expect("fine");
}

// req: POR-23
#[test]
fn plain_addresses_are_hosts_with_paths() {
    let text = "E-konts.example.lv=/{lang}/cases dev.example.lv=/openapi.json";
    let config = load(&environment(&[("DURVIS_SERVER__PLAIN_ADDRESSES", text)])).expect("fits");
    assert_eq!(config.server.plain_addresses[0], ("e-konts.example.lv".to_owned(), "/{lang}/cases".to_owned()));
    assert_eq!(config.server.plain_addresses.len(), 2);
    for wrong in ["e-konts.example.lv", "=/x", "a.lv=//elsewhere.example", "a.lv=https://elsewhere.example"] {
        let error = load(&environment(&[("DURVIS_SERVER__PLAIN_ADDRESSES", wrong)])).expect_err("refused").to_string();
        assert!(error.contains("HOST=/PATH"), "{error}");
    }
}

#[test]
fn a_wrong_value_says_what_would_fit() {
    for (name, value, expected) in [
        ("DURVIS_SERVER__LISTEN", "8080", "HOST:PORT"),
        ("DURVIS_SERVER__BASE_URL", "durvis.example", "http://"),
        ("DURVIS_SERVER__BASE_URL", "https://durvis.example/portal", "nothing behind host and port"),
        ("DURVIS_SERVER__BASE_URL", "https://durvis.example?x=1", "nothing behind host and port"),
        ("DURVIS_SERVER__BASE_URL", "https://dur vis.example", "nothing behind host and port"),
        ("DURVIS_SERVER__BASE_URL", "https://durvis.example:99999", "nothing behind host and port"),
        ("DURVIS_DATABASE__CONNECTIONS", "many", "from 1 to 500"),
        ("DURVIS_UPLOAD__MAX_BYTES", "104857601", "from 1024 to 104857600"),
        ("DURVIS_JOBS__ENABLED", "yes", "true or false"),
        ("DURVIS_LOG__FORMAT", "xml", "text, json"),
    ] {
        let error = load(&environment(&[(name, value)])).expect_err("refused").to_string();
        assert!(error.contains(expected) && error.contains(value) && error.contains(name), "{error}");
    }
}

#[test]
fn the_address_of_the_platform_is_a_host_with_or_without_a_port() {
    for address in [
        "https://durvis.example",
        "https://durvis.example/",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://[::1]",
    ] {
        let config = load(&environment(&[("DURVIS_SERVER__BASE_URL", address)])).expect(address);
        assert_eq!(config.server.base_url.as_deref(), Some(address.trim_end_matches('/')));
    }
}

#[test]
fn a_value_of_acr_means_one_level() {
    let levels = |high: &str, substantial: &str| {
        load(&environment(&[
            ("DURVIS_OIDC__ISSUER", "https://id.example"),
            ("DURVIS_OIDC__CLIENT_ID", "durvis"),
            ("DURVIS_OIDC__ACR_HIGH", high),
            ("DURVIS_OIDC__ACR_SUBSTANTIAL", substantial),
        ]))
    };
    levels("card app", "bank").expect("each its own");
    let error = levels("card bank", "app bank").expect_err("refused").to_string();
    assert!(error.contains("`oidc.acr_high`") && error.contains("oidc.acr_substantial"), "{error}");
}

#[test]
fn secrets_come_from_files_and_do_not_print() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("secret");
    std::fs::write(&path, "s3cret\n").expect("file");
    let path = path.display().to_string();
    let config = load(&environment(&[
        ("DURVIS_OIDC__ISSUER", "https://id.example"),
        ("DURVIS_OIDC__CLIENT_ID", "durvis"),
        ("DURVIS_OIDC__CLIENT_SECRET_FILE", &path),
    ]))
    .expect("complete");
    let oidc = config.oidc.as_ref().expect("set");
    assert_eq!(oidc.client_secret.as_ref().expect("read").reveal(), "s3cret");
    assert!(!format!("{config:?}").contains("s3cret"));
}

#[test]
fn what_another_key_makes_necessary_is_asked_for() {
    let error = load(&environment(&[("DURVIS_OIDC__ISSUER", "https://id.example")])).expect_err("refused");
    assert!(matches!(error, ConfigError::Missing { ref key, .. } if key == "oidc.client_id"));
    let missing = Sources { file: Some(PathBuf::from("nowhere/durvis.toml")), ..Sources::default() };
    assert!(matches!(load(&missing), Err(ConfigError::File { .. })));
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_stops_nothing() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;
    let odd = || OsString::from_vec(b"caf\xe9".to_vec());
    let variables = [("LS_COLORS".into(), odd()), (odd(), "x".into()), ("DURVIS_SERVER__BANNER".into(), odd())];
    let environment = crate::source::environment(variables.into_iter());
    let config = load(&Sources { environment, ..Sources::default() }).expect("what is not ours is passed over");
    assert_eq!(config.server.banner.as_deref(), Some("caf\u{fffd}"));
}

#[test]
fn the_explanation_is_a_file_that_loads_and_names_every_key() {
    let text = explain();
    let set: String = text
        .lines()
        .map(|line| {
            if line.starts_with('#') && !line.starts_with("# ") && !line.contains("# unset") {
                &line[1..]
            } else {
                line
            }
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let (_folder, sources) = file(&set);
    let (own, default) = (load(&sources).expect("loads"), load(&Sources::default()).expect("defaults"));
    assert_eq!(format!("{own:?}"), format!("{default:?}"));
    for key in KEYS {
        let name = key.name.split_once('.').expect("section.key").1;
        assert!(text.contains(&format!("#{name} = ")), "{name}");
        assert!(key.default.is_none_or(|value| key.kind.accepts(value)), "default of {}", key.name);
    }
}
