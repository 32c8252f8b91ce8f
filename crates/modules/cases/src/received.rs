//! A request that came to an institution another way than by a form of the platform (EFR-24, CSS-03): what its staff or
//! its system tell of it.

use catalogue::Service;
use chrono::{DateTime, Days, NaiveDate, Utc};
use documents::InspectedFile;
use forms::Answers;
use kernel::{Caller, Channel, Error, FieldError, Party, Result, holds_personal_code, no_faults, riga_date};
use storage::Read;

/// A request is registered so many days after it came at most. Older ones are history, which comes by an import; and a
/// key that makes the same request twice one case is remembered as long.
pub const REGISTERED_WITHIN_DAYS: u64 = 90;

/// The longest note, in characters.
const NOTE: usize = 2000;

/// A request as the institution tells it.
#[derive(Debug, Clone)]
pub struct Received {
    /// Code of the service.
    pub service: String,
    /// The day on which it came; now unless said. The deadline counts from it.
    pub on: Option<NaiveDate>,
    /// Whose request it is; none for somebody whom the platform does not know (REG-04). The caller of
    /// [`crate::submit()`] has found them.
    pub client: Option<Party>,
    /// What the institution notes of it; may be empty. The client reads it.
    pub note: String,
    /// The answers to the form, where a system has them.
    pub answers: Option<Answers>,
    /// The paper, scanned (CEN-01).
    pub scan: Option<InspectedFile>,
}

impl Received {
    /// Everything that is wrong with it, as far as that can be told before the service is known.
    #[must_use]
    pub fn faults(&self, now: DateTime<Utc>) -> Vec<FieldError> {
        let day = self.on.and_then(|day| wrong_day(day, riga_date(now)));
        let scan = self.scan.is_some() && self.client.is_none();
        let scan = scan.then(|| FieldError::new("file", "case-has-no-client"));
        day.into_iter().chain(self.wrong_note()).chain(scan).collect()
    }

    fn wrong_note(&self) -> Option<FieldError> {
        if self.note.trim().chars().count() > NOTE {
            return Some(FieldError::new("note", "words-too-long").arg("most", NOTE));
        }
        holds_personal_code(&self.note).then(|| FieldError::new("note", "received-personal-code"))
    }

    /// That nothing is wrong with it.
    pub(crate) fn check(&self, now: DateTime<Utc>) -> Result<()> {
        no_faults(self.faults(now))
    }

    /// When it came: of an earlier day its beginning, because no hour is known. The day itself is not counted in a term.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        match self.on {
            Some(day) if day != riga_date(now) => worktime::start_of_day(day),
            _ => now,
        }
    }

    /// What tells one request from another under the same key.
    pub(crate) fn content(&self) -> Result<String> {
        let client = self.client.map(|client| (client.kind(), client.uuid()));
        let answers = self.answers.as_ref().map(forms::canonical);
        let scan = self.scan.as_ref().map(InspectedFile::sha256);
        Ok(serde_json::to_string(&(&self.service, self.on, client, &self.note, answers, scan))?)
    }
}

/// That the caller works for, or is a system of, the holder or the provider of a service.
pub fn check_own_service(caller: &Caller, service: &Service) -> Result<()> {
    let own = caller.require_institution()?;
    if [service.holder, service.provider].contains(&own) {
        return Ok(());
    }
    Err(Error::forbidden("service-of-another-holder"))
}

/// That the caller registers a request for a service that came by this channel: for one of the own institution by every
/// channel; at a unified centre, by its own channel, for every one that is asked for there. What came to the holder by
/// post or by phone did not come to the centre.
pub async fn check_received(tx: &Read, service: &Service, channel: Channel) -> Result<()> {
    let Err(refused) = check_own_service(tx.caller(), service) else { return Ok(()) };
    let own = tx.caller().require_institution()?;
    if !catalogue::requested_in_centre(tx, service, own).await? {
        return Err(refused);
    }
    if channel == Channel::Centre {
        return Ok(());
    }
    Err(Error::invalid("form-has-errors").field("channel", "received-not-in-centre"))
}

fn wrong_day(day: NaiveDate, today: NaiveDate) -> Option<FieldError> {
    if day > today {
        return Some(FieldError::new("received", "received-in-future"));
    }
    let first = today.checked_sub_days(Days::new(REGISTERED_WITHIN_DAYS)).unwrap_or(today);
    (day < first).then(|| FieldError::new("received", "received-too-long-ago").arg("most", REGISTERED_WITHIN_DAYS))
}
