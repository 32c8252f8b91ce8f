//! The command line itself, and what it says when something is wrong; what is translated.
mod data_folder;
mod forgetting;
mod patience;
mod progress;
mod template_day;
mod translating;

use clap::{CommandFactory as _, Parser as _};
use config::Sources;
use kernel::Error;

use crate::cli::Cli;
use crate::failure::{Failure, words};
use crate::open;

#[test]
fn the_command_line_is_consistent_and_every_command_explains_itself() {
    let mut command = Cli::command();
    command.build();
    command.clone().debug_assert();
    let mut stack = vec![("durvis".to_owned(), command)];
    while let Some((path, command)) = stack.pop() {
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            let path = format!("{path} {}", sub.get_name());
            explains_itself(&path, sub);
            stack.push((path, sub.clone()));
        }
    }
}

/// What it is in a line, what every argument means, and a text worth reading with an example that is understood.
fn explains_itself(path: &str, command: &clap::Command) {
    assert!(command.get_about().is_some(), "{path} has no description");
    for argument in command.get_arguments().filter(|a| a.get_id() != "help" && a.get_id() != "version") {
        assert!(argument.get_help().is_some(), "{path} {} has no description", argument.get_id());
    }
    let text = command.get_long_about().map(ToString::to_string).unwrap_or_default();
    assert!(text.split_whitespace().count() > 20, "{path} is not explained: {text}");
    let examples: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("  durvis ")).collect();
    assert!(examples.iter().any(|line| format!("durvis {line} ").starts_with(&format!("{path} "))), "{path}: {text}");
    for line in examples {
        let typed = ["durvis".to_owned()].into_iter().chain(typed(line));
        if let Err(error) = Cli::try_parse_from(typed) {
            panic!("{path}: `{line}`: {error}");
        }
    }
}

/// The words of a line as a shell reads them, up to where it turns a stream.
fn typed(line: &str) -> Vec<String> {
    let plain = |part: &str| -> Vec<String> { part.split_whitespace().map(str::to_owned).collect() };
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(n, part)| if n % 2 == 1 { vec![part.to_owned()] } else { plain(part) });
    words.take_while(|word| word != ">" && word != "<").collect()
}

#[test]
fn a_failure_is_told_in_words_that_people_know() {
    let inner = Error::unavailable("outbound-refused").arg("host", "id.example:443").arg("status", 503);
    let outer = Error::unavailable("register-unreachable").arg("register", "Reģistrs").source(inner);
    assert_eq!(
        words(&outer),
        "Reģistrs does not answer at the moment: The system id.example:443 refused the request (code 503)"
    );
    let column = Failure::from(Error::invalid("services-file").field("service_id", "services-column"));
    assert_eq!(
        column.text,
        "The file could not be read as a list of services\n  service_id: The file lacks this column\n\
         Nothing was imported.\n\
         Check that the file is CSV with the needed columns."
    );
    let probe = Error::unavailable("probe-state").arg("state", "submitted");
    assert_eq!(words(&probe), "The test application is not in the expected state: submitted");
    let defect = Error::internal("no-words-for-this").source(std::io::Error::other("disk on fire"));
    assert_eq!(words(&defect), "Something went wrong on our side: disk on fire");
}

#[test]
fn the_demonstration_takes_many_requests_of_one_address_unless_told_otherwise() {
    let limits = |sources: &Sources| {
        let limit = config::load(sources).unwrap().rate_limit;
        (limit.enabled, limit.per_second, limit.burst)
    };
    assert_eq!(limits(&Sources::default()), (true, 20, 200));
    let demonstration = open::of_demonstration(Sources::default());
    assert_eq!(limits(&demonstration), (true, 10_000, 100_000));
    let environment = vec![("DURVIS_RATE_LIMIT__BURST".to_owned(), "5".to_owned())];
    assert_eq!(limits(&Sources { environment, ..demonstration }), (true, 10_000, 5));
}

#[test]
fn a_password_never_shows() {
    assert_eq!(open::shown("postgres://me:secret@db.example/durvis"), "postgres://me@db.example/durvis");
    assert_eq!(open::shown("postgres://db.example/durvis"), "postgres://db.example/durvis");
    assert_eq!(open::shown("sqlite:///tmp/x.db"), "sqlite:///tmp/x.db");
    assert_eq!(open::shown("postgres://db.example/d?password=secret"), "postgres://db.example/d");
    assert_eq!(open::shown("postgre://me:secret@db.example/d"), "postgre://me@db.example/d");
    for mistyped in
        ["postgres:/me:secret@x/d", "me:secret@x/d", "postgres://me:se?secret@x/d", "postgres://me:a/secret@x/d"]
    {
        let shown = open::shown(mistyped);
        assert!(shown.ends_with("@x/d") && !shown.contains("secret"), "{shown}");
    }
}

#[test]
fn the_server_of_a_database_is_known_before_it_is_opened() {
    assert_eq!(open::server_of("postgres://me:p@ss@db.example:5433/durvis").as_deref(), Some("db.example:5433"));
    assert_eq!(open::server_of("postgres://db.example/durvis").as_deref(), Some("db.example:5432"));
    assert_eq!(open::server_of("postgres:///durvis?host=/run/postgresql"), None);
    assert_eq!(open::server_of("sqlite://data/durvis.db"), None);
}

#[test]
fn the_file_of_an_embedded_database_is_known_before_it_is_opened() {
    let file = |url: &str| open::file_of(url).map(|file| file.display().to_string());
    assert_eq!(file("sqlite:///var/lib/durvis.db?mode=rw").as_deref(), Some("/var/lib/durvis.db"));
    assert_eq!(file("sqlite:data/durvis.db").as_deref(), Some("data/durvis.db"));
    assert_eq!(file("sqlite::memory:"), None);
    assert_eq!(file("postgres://db.example/durvis"), None);
}
