//! How every change of a case goes: load and check, move, append, keep.

use crate::{Act, Action, Case, CaseNumber, State, policy, store};
use kernel::{Error, FieldError, Result, Role};
use storage::{Expected, NewEvent, Read, Stream, Write};
use worktime::{Calendar, Sla};

/// Timer: the due time of a case.
pub const OVERDUE: &str = "case.overdue";
/// Timer: the time for a client's answer.
pub const ANSWER_LATE: &str = "case.answer_late";
/// Timer: a delivered case is closed by itself.
pub const CLOSE_DELIVERED: &str = "case.close_delivered";

/// A case that the caller may read or act on in this way.
pub async fn load(tx: &Read, number: &CaseNumber, action: Action) -> Result<Case> {
    let found = store::by_number(tx, number).await?;
    checked(tx, found, action)
}

/// The same, locked against others until the unit of work ends. `revision` is what the caller has seen.
pub async fn load_for_change(tx: &Write, number: &CaseNumber, action: Action, revision: Option<i64>) -> Result<Case> {
    let found = store::by_number_for_update(tx, number).await?;
    let case = checked(tx, found, action)?;
    check_seen(&case, revision)?;
    Ok(case)
}

/// That nobody changed the case since the caller saw it, where it is known what was seen.
pub fn check_seen(case: &Case, revision: Option<i64>) -> Result<()> {
    if revision.is_some_and(|seen| seen != case.revision) {
        return Err(Error::stale("case-changed").arg("number", &case.number).arg("revision", case.revision));
    }
    Ok(())
}

fn checked(tx: &Read, found: Option<Case>, action: Action) -> Result<Case> {
    if tx.caller().role == Role::Anonymous {
        // Whoever is not signed in learns nothing about what exists.
        return Err(Error::unauthenticated("sign-in-needed"));
    }
    let case = found.ok_or_else(|| Error::not_found("case"))?;
    policy::check(tx.caller(), &case, action)?;
    Ok(case)
}

impl Case {
    /// Moves the case on.
    ///
    /// # Errors
    /// Conflict `case-state` when the act cannot be done in the present state.
    pub(crate) fn advance(&mut self, act: Act) -> Result<()> {
        self.state = self.state.after(act).ok_or_else(|| self.wrong_state(act))?;
        Ok(())
    }

    fn wrong_state(&self, act: Act) -> Error {
        Error::conflict("case-state")
            .arg("number", &self.number)
            .arg("state", self.state.as_str())
            .arg("act", act.as_str())
    }
}

/// Appends the facts and keeps the case; its revision becomes the number of the last fact.
pub async fn keep(tx: &mut Write, case: &mut Case, facts: Vec<NewEvent>) -> Result<()> {
    case.revision = tx.append(Stream::case(case.id), Expected::At(case.revision), facts).await?;
    if matches!(case.state, State::Closed | State::Withdrawn) && case.closed_at.is_none() {
        case.closed_at = Some(tx.now());
    }
    store::update(tx, case).await
}

/// How the deadline of a case that the caller has loaded stands now, by the handler's calendar.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn sla_of(tx: &Read, case: &Case) -> Result<Sla> {
    Ok(case.sla(&calendar_of(tx, case.handler).await?, tx.now()))
}

/// The working calendar of the handler.
pub async fn calendar_of(tx: &Read, handler: kernel::InstitutionId) -> Result<Calendar> {
    Ok(Calendar::of(institutions::calendar_transfers(tx, handler).await?.moves_days()))
}

/// A text that must be there and fit.
pub fn required_text(path: &'static str, text: &str, most: usize) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid("form-has-errors").field(path, "text-needed"));
    }
    fitting_text(path, text, most)
}

/// What a check of a text found wrong with it.
pub fn faults_of(checked: Result<String>) -> Vec<FieldError> {
    checked.err().map(|error| error.field_errors().to_vec()).unwrap_or_default()
}

/// A text about nobody: in the log it would stay for ever, and nobody knows whose a note without a client is.
pub fn without_personal_code(path: &'static str, text: &str) -> Result<()> {
    if kernel::holds_personal_code(text) {
        return Err(Error::invalid("form-has-errors").field(path, "words-personal-code"));
    }
    Ok(())
}

/// A text that may be empty and must fit; `most` in characters.
pub fn fitting_text(path: &'static str, text: &str, most: usize) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > most {
        let long = FieldError::new(path, "words-too-long").arg("most", most);
        return Err(Error::invalid("form-has-errors").fields([long]));
    }
    Ok(text.to_owned())
}
