//! The command line itself, and what it says when something is wrong.
use clap::CommandFactory as _;

use crate::cli::Cli;
use crate::open;

#[test]
fn the_command_line_is_consistent_and_every_command_explains_itself() {
    let mut command = Cli::command();
    command.build();
    command.clone().debug_assert();
    let mut stack: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    while let Some(sub) = stack.pop() {
        assert!(sub.get_about().is_some(), "{} has no description", sub.get_name());
        for argument in sub.get_arguments().filter(|a| a.get_id() != "help" && a.get_id() != "version") {
            assert!(argument.get_help().is_some(), "{} {} has no description", sub.get_name(), argument.get_id());
        }
        stack.extend(sub.get_subcommands().filter(|s| s.get_name() != "help").cloned());
    }
}

#[test]
fn a_password_never_shows() {
    assert_eq!(open::shown("postgres://me:secret@db.example/durvis"), "postgres://me@db.example/durvis");
    assert_eq!(open::shown("postgres://db.example/durvis"), "postgres://db.example/durvis");
    assert_eq!(open::shown("sqlite:///tmp/x.db"), "sqlite:///tmp/x.db");
}

#[test]
fn the_server_of_a_database_is_known_before_it_is_opened() {
    assert_eq!(open::server_of("postgres://me:p@ss@db.example:5433/durvis").as_deref(), Some("db.example:5433"));
    assert_eq!(open::server_of("postgres://db.example/durvis").as_deref(), Some("db.example:5432"));
    assert_eq!(open::server_of("postgres:///durvis?host=/run/postgresql"), None);
    assert_eq!(open::server_of("sqlite://data/durvis.db"), None);
}
