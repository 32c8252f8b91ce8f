//! Collects problems and turns them into one outcome.
use crate::Outcome;

/// Problems found by one task.
#[derive(Default)]
pub struct Report {
    problems: Vec<String>,
}

impl Report {
    /// Notes one problem.
    pub fn add(&mut self, problem: impl Into<String>) {
        self.problems.push(problem.into());
    }

    /// The problems so far.
    #[cfg(test)]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Ok when nothing was found, otherwise all problems, one a line.
    pub fn finish(mut self, task: &str) -> Outcome {
        if self.problems.is_empty() {
            println!("{task}: ok");
            return Ok(());
        }
        self.problems.sort();
        Err(format!("{}\n{task}: {} problem(s)", self.problems.join("\n"), self.problems.len()))
    }
}
