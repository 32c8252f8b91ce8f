//! Project tasks: `cargo xtask ci | tidy | layering | licences | law | new-module`.
#![expect(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod ci;
mod law;
mod layering;
mod licences;
mod new_module;
mod report;
mod sizes;
mod tidy;
mod tree;

#[cfg(test)]
mod tests;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask TASK

  ci [STEP…]        every check and test: fmt clippy doc tidy layering licences law nextest
  tidy              form of files, crates and texts
  layering          edges between crates against xtask/layering.toml
  licences          licences of all crates that are built
  law [--check]     requirement ids and the tests that prove them
  new-module NAME   scaffold crates/modules/NAME
";

/// What a task gives back: problems to print, or nothing.
pub type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let root = tree::root();
    let outcome = match args.first().map(String::as_str) {
        Some("ci") => ci::run(&root, rest),
        Some("tidy") => tidy::run(&root),
        Some("layering") => layering::run(&root),
        Some("licences") => licences::run(&root),
        Some("law") => law::run(&root, rest.iter().any(|a| a == "--check")),
        Some("new-module") => new_module::run(&root, rest),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}
