//! The holder of a service tells those who provide it how to carry it out, and sees who has read it (CAT-32).

use super::proposals::provider_of;
use crate::events::{InstructionFact, SERVICE_INSTRUCTED, SERVICE_INSTRUCTION_READ, SERVICE_INSTRUCTION_WITHDRAWN};
use crate::store::editing::instructions as rows;
use crate::{Service, policy, view};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, ErrorKind, InstitutionId, LangText, PersonId, Result, ServiceId, holds_personal_code, riga_date};
use std::sync::Arc;
use storage::{Expected, NewEvent, Read, Stream, Write};
use uuid::Uuid;

/// Longest instruction in one language, in characters.
const LONGEST: usize = 2000;
/// So many of a service may hold at once: more are nothing that people read before they work.
const MOST: u64 = 50;
/// So many that ended are shown.
const PAST: u64 = 100;
/// So many marks of readers are shown.
const READS: u64 = 2000;

/// What a holder tells the providers of a service. Its words never change: others are another instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    /// Its id.
    pub id: Uuid,
    /// What it says; English may be missing.
    pub text: LangText,
    /// From which day it holds.
    pub valid_from: NaiveDate,
    /// The one whose place it takes from that day on.
    pub replaces: Option<Uuid>,
    /// Who wrote it.
    pub author: Option<PersonId>,
    /// When.
    pub issued_at: DateTime<Utc>,
    /// How it ends; none while nobody ended it.
    pub ended: Option<InstructionEnd>,
}

/// How an instruction ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstructionEnd {
    /// The first day on which it does not hold; may be still to come.
    pub on: NaiveDate,
    /// When somebody said so.
    pub at: Option<DateTime<Utc>>,
    /// Who.
    pub by: Option<PersonId>,
    /// The one that takes its place; none when it was withdrawn.
    pub replaced_by: Option<Uuid>,
}

impl Instruction {
    /// Whether it holds on this day or will hold later.
    #[must_use]
    pub fn is_current(&self, today: NaiveDate) -> bool {
        self.ended.as_ref().is_none_or(|end| end.on > today && end.on > self.valid_from)
    }
}

/// That somebody of a provider read an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InstructionRead {
    /// Which one.
    pub instruction: Uuid,
    /// Of which institution they are.
    pub institution: InstitutionId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// The instructions about a service, as one side sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instructions {
    /// Those that hold or will, oldest first; 50 at most.
    pub current: Vec<Instruction>,
    /// Those that ended, the latest end first; about 100 at most.
    pub past: Vec<Instruction>,
    /// Who read the current ones: for the holder everybody of the providers, at most 2000; for a provider the caller.
    pub reads: Vec<InstructionRead>,
    /// The institutions that the description names as providers, without the holder.
    pub providers: Vec<InstitutionId>,
    /// Whether the caller reads them as a provider; otherwise as the holder.
    pub as_provider: bool,
    /// Whether the caller may issue them.
    pub may_issue: bool,
}

impl Instructions {
    /// When the caller, of a provider, read one.
    #[must_use]
    pub fn own_read(&self, id: Uuid) -> Option<DateTime<Utc>> {
        self.reads.iter().find(|read| self.as_provider && read.instruction == id).map(|read| read.at)
    }

    /// How many of the current ones the caller, of a provider, has not read.
    #[must_use]
    pub fn unread(&self) -> usize {
        let unread = |one: &&Instruction| self.own_read(one.id).is_none();
        if self.as_provider { self.current.iter().filter(unread).count() } else { 0 }
    }
}

/// A new instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueInstruction {
    /// Its id, chosen by the form, so that one sent twice is one instruction.
    pub key: Uuid,
    /// Code of the service.
    pub code: String,
    /// What it says.
    pub text: LangText,
    /// From which day; none when what was typed is no day.
    pub valid_from: Option<NaiveDate>,
    /// The one whose place it takes.
    pub replaces: Option<Uuid>,
}

/// The instructions about a service, for its holder and for its providers.
///
/// # Errors
/// Not found; forbidden for those who are neither.
pub async fn instructions_about(tx: &Read, code: &str) -> Result<Instructions> {
    let service = view::service(tx, code).await?;
    let own = match policy::may_watch_editing(tx.caller(), service.holder) {
        Ok(()) => None,
        Err(_) => Some((provider_of(tx, &service).await?, tx.caller().require_person()?)),
    };
    let today = riga_date(tx.now());
    let mut current = rows::open(tx, service.id, MOST).await?;
    let ended = rows::ended(tx, service.id, PAST).await?.into_iter();
    let (ending, past): (Vec<Instruction>, Vec<Instruction>) = ended.partition(|one| one.is_current(today));
    current.extend(ending);
    current.sort_by_key(|one| (one.valid_from, one.id));
    let ids: Vec<Uuid> = current.iter().map(|one| one.id).collect();
    let reads = if ids.is_empty() { Vec::new() } else { rows::reads_of(tx, &ids, own, READS).await? };
    Ok(Instructions {
        current,
        past,
        reads,
        providers: providers(&service),
        as_provider: own.is_some(),
        may_issue: policy::may_instruct(tx.caller(), service.holder).is_ok(),
    })
}

/// Issues an instruction, instead of another one where it says so: that one holds until the day of the new one. The same
/// form sent again changes nothing. Returns its id.
///
/// # Errors
/// Not found, also for an instruction about another service; forbidden for everybody but the holder's contact person;
/// stale `instruction-changed` when the one to be replaced was replaced or withdrawn meanwhile; invalid
/// `instruction-text`, `instruction-personal-data`, `instruction-day`, `instruction-day-before`; conflict
/// `instruction-too-many`.
pub async fn issue_instruction(tx: &mut Write, input: IssueInstruction) -> Result<Uuid> {
    let service = view::service(tx, &input.code).await?;
    policy::may_instruct(tx.caller(), service.holder)?;
    if let Some((_, about)) = rows::find(tx, input.key).await? {
        return if about == service.id { Ok(input.key) } else { Err(Error::not_found("instruction")) };
    }
    let before = match input.replaces {
        Some(id) => Some(open_one(tx, service.id, id).await?),
        None => None,
    };
    let text = LangText::new(input.text.lv.trim(), input.text.en.trim());
    let valid_from = checked(tx, &text, input.valid_from, before.as_ref())?;
    match &before {
        Some(before) => {
            if !rows::end(tx, before.id, valid_from, Some(input.key)).await? {
                return Err(Error::stale("instruction-changed"));
            }
        }
        None => {
            if rows::open(tx, service.id, MOST).await?.len() as u64 >= MOST {
                return Err(Error::conflict("instruction-too-many"));
            }
        }
    }
    let replaces = before.map(|before| before.id);
    rows::insert(tx, rows::New { id: input.key, service: service.id, text, valid_from, replaces }).await?;
    note(tx, &service, SERVICE_INSTRUCTED, input.key, replaces, None).await?;
    Ok(input.key)
}

/// Takes an instruction back, from today on; where it was to replace another one on a day to come, that one holds on.
/// Returns the code of the service. Taking back what was taken back changes nothing.
///
/// # Errors
/// Not found, also for one of another holder; forbidden for everybody but contact persons; stale `instruction-changed`
/// when another one replaces it.
pub async fn withdraw_instruction(tx: &mut Write, id: Uuid) -> Result<String> {
    let (instruction, service) = found(tx, id).await?;
    policy::may_instruct(tx.caller(), service.holder).map_err(|error| match error.key() {
        "service-not-yours" => Error::not_found("instruction"),
        _ => error,
    })?;
    match &instruction.ended {
        Some(end) if end.replaced_by.is_some() => return Err(Error::stale("instruction-changed")),
        Some(_) => return Ok(service.code.clone()),
        None => {}
    }
    let today = riga_date(tx.now());
    if !rows::end(tx, id, today, None).await? {
        return Err(Error::stale("instruction-changed"));
    }
    if let Some(before) = instruction.replaces.filter(|_| instruction.valid_from > today) {
        rows::hold_on(tx, before, id).await?;
    }
    note(tx, &service, SERVICE_INSTRUCTION_WITHDRAWN, id, None, None).await?;
    Ok(service.code.clone())
}

/// Notes that the caller has read an instruction. Doing so again changes nothing. Returns the code of the service.
///
/// # Errors
/// Not found, also for those who do not provide the service for its holder; forbidden for everybody but staff; conflict
/// `instruction-ended` for one that holds no more.
pub async fn read_instruction(tx: &mut Write, id: Uuid) -> Result<String> {
    let (instruction, service) = found(tx, id).await?;
    let provider = provider_of(tx, &service).await.map_err(|error| match error.key() {
        "proposal-not-provider" => Error::not_found("instruction"),
        _ => error,
    })?;
    let person = tx.caller().require_person()?;
    if !instruction.is_current(riga_date(tx.now())) {
        return Err(Error::conflict("instruction-ended"));
    }
    if rows::mark(tx, id, provider, person).await? {
        note(tx, &service, SERVICE_INSTRUCTION_READ, id, None, Some(provider)).await?;
    }
    Ok(service.code.clone())
}

/// An instruction with its service; not found also where the caller may not see the service.
async fn found(tx: &Read, id: Uuid) -> Result<(Instruction, Arc<Service>)> {
    let missing = || Error::not_found("instruction");
    let (instruction, service) = rows::find(tx, id).await?.ok_or_else(missing)?;
    let service = view::service_by_id(tx, service).await;
    let service = service.map_err(|error| if error.kind() == ErrorKind::NotFound { missing() } else { error })?;
    Ok((instruction, service))
}

/// An instruction about a service that nobody ended.
async fn open_one(tx: &Read, service: ServiceId, id: Uuid) -> Result<Instruction> {
    let (instruction, about) = rows::find(tx, id).await?.ok_or_else(|| Error::not_found("instruction"))?;
    if about != service {
        return Err(Error::not_found("instruction"));
    }
    if instruction.ended.is_some() { Err(Error::stale("instruction-changed")) } else { Ok(instruction) }
}

/// The day from which it holds, if nothing is wrong with it or its words.
fn checked(
    tx: &Read,
    text: &LangText,
    valid_from: Option<NaiveDate>,
    before: Option<&Instruction>,
) -> Result<NaiveDate> {
    let mut wrong = Vec::new();
    for (field, words, needed) in [("text_lv", &text.lv, true), ("text_en", &text.en, false)] {
        if words.chars().count() > LONGEST || (needed && words.is_empty()) {
            wrong.push((field, "instruction-text"));
        } else if holds_personal_code(words) {
            wrong.push((field, "instruction-personal-data"));
        }
    }
    let valid_from = valid_from.filter(|day| *day >= riga_date(tx.now()));
    if valid_from.is_none() {
        wrong.push(("valid_from", "instruction-day"));
    } else if before.is_some_and(|before| valid_from < Some(before.valid_from)) {
        wrong.push(("valid_from", "instruction-day-before"));
    }
    match valid_from {
        Some(day) if wrong.is_empty() => Ok(day),
        _ => {
            let invalid = Error::invalid("form-has-errors");
            Err(wrong.into_iter().fold(invalid, |error, (field, key)| error.field(field, key)))
        }
    }
}

/// The institutions that a description names as providers, each once, without the holder.
fn providers(service: &Service) -> Vec<InstitutionId> {
    let mut named: Vec<InstitutionId> = Vec::new();
    for provider in &service.description.providers {
        if provider.institution != service.holder && !named.contains(&provider.institution) {
            named.push(provider.institution);
        }
    }
    named
}

async fn note(
    tx: &mut Write,
    service: &Service,
    kind: &'static str,
    instruction: Uuid,
    replaces: Option<Uuid>,
    provider: Option<InstitutionId>,
) -> Result<()> {
    let fact = InstructionFact { code: service.code.clone(), holder: service.holder, instruction, replaces, provider };
    tx.append(Stream::service(service.id), Expected::Any, vec![NewEvent::new(kind, 1, &fact)?]).await?;
    Ok(())
}
