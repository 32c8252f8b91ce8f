//! `/work/services/{code}/instructions`: what the holder tells those who provide the service, and who has read it.

use super::people::Names;
use crate::parts::{Asked, either, form_errors};
use axum::extract::Path;
use catalogue::{Instruction, Instructions, IssueInstruction, day_of};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, ErrorKind, InstitutionId, LangText, Locale, PersonId, Result, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use uuid::Uuid;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/instructions.html`.
#[derive(Debug, Clone, Serialize)]
pub struct InstructionsPage {
    code: String,
    name: String,
    /// Whether the caller reads as a provider; otherwise as the holder, who sees who has read.
    provider: bool,
    /// Whether the caller may issue and withdraw.
    issues: bool,
    current: Vec<Row>,
    past: Vec<Row>,
    typed: TypedInstruction,
    /// The words of the one that the form replaces.
    replaced: Option<String>,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: String,
    text: String,
    /// Its beginning, for the names of buttons.
    brief: String,
    /// The language of the text, where it is not that of the page.
    lang: Option<&'static str>,
    from: NaiveDate,
    /// Whether its first day is still to come.
    coming: bool,
    author: String,
    at: DateTime<Utc>,
    /// The first day on which it does not hold.
    until: Option<NaiveDate>,
    ended_by: String,
    /// Whether it was withdrawn; otherwise another one takes its place.
    withdrawn: bool,
    /// When the caller read it.
    read_at: Option<DateTime<Utc>>,
    providers: Vec<Provider>,
}

/// Who of a provider has read an instruction.
#[derive(Debug, Clone, Default, Serialize)]
struct Provider {
    name: String,
    readers: Vec<Reader>,
}

#[derive(Debug, Clone, Serialize)]
struct Reader {
    name: String,
    at: DateTime<Utc>,
}

/// What was typed.
#[derive(Debug, Clone, Default, Serialize)]
struct TypedInstruction {
    key: String,
    replaces: String,
    text_lv: String,
    text_en: String,
    valid_from: String,
}

impl TypedInstruction {
    fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            key: text("key"),
            replaces: text("replaces"),
            text_lv: text("text_lv"),
            text_en: text("text_en"),
            valid_from: text("valid_from"),
        }
    }

    fn input(&self, visit: &Visit, code: &str) -> Result<IssueInstruction> {
        let replaces = Some(self.replaces.as_str()).filter(|id| !id.is_empty()).map(id_of).transpose()?;
        Ok(IssueInstruction {
            key: Uuid::parse_str(&self.key).unwrap_or_else(|_| visit.state().database().ids().uuid()),
            code: code.to_owned(),
            text: LangText::new(self.text_lv.clone(), self.text_en.clone()),
            valid_from: day_of(&self.valid_from),
            replaces,
        })
    }
}

fn id_of(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Error::not_found("instruction"))
}

fn here(code: &str) -> String {
    format!("/work/services/{code}/instructions")
}

/// The page; with `replace` the form begins with the words of one of them.
pub async fn show(visit: Visit, Path(code): Path<String>, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let replaces = Fields(asked).text("replace").to_owned();
    visit.render(&InstructionsPage::read(&visit, &tx, &code, &replaces).await?)
}

/// Issues one.
pub async fn issue(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&here(&code));
    let mut typed = TypedInstruction::of(&sent);
    let kept = async {
        let mut tx = visit.write().await?;
        catalogue::issue_instruction(&mut tx, typed.input(&visit, &code)?).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect(&format!("{}?done=instruction-issued", here(&code))),
        Err(error) if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict | ErrorKind::Stale) => error,
        Err(error) => return Err(error.into()),
    };
    // What was to be replaced is gone: sent again, the words are an instruction of their own.
    if error.kind() == ErrorKind::Stale {
        typed.replaces.clear();
    }
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = InstructionsPage::read(&visit, &tx, &code, &typed.replaces).await?;
    visit.render_invalid(&InstructionsPage { typed, errors, ..page })
}

/// Takes one back.
pub async fn withdraw(visit: Visit, Path(id): Path<String>, _checked: Fields) -> Answer {
    let mut tx = visit.write().await?;
    let code = catalogue::withdraw_instruction(&mut tx, id_of(&id)?).await?;
    tx.commit().await?;
    visit.redirect(&format!("{}?done=instruction-withdrawn", here(&code)))
}

/// Notes that the caller has read one.
pub async fn read(visit: Visit, Path(id): Path<String>, _checked: Fields) -> Answer {
    let mut tx = visit.write().await?;
    let code = catalogue::read_instruction(&mut tx, id_of(&id)?).await?;
    tx.commit().await?;
    visit.redirect(&format!("{}?done=instruction-read", here(&code)))
}

impl InstructionsPage {
    async fn read(visit: &Visit, tx: &Read, code: &str, replaces: &str) -> Result<Self> {
        let found = catalogue::instructions_about(tx, code).await?;
        let service = catalogue::service(tx, code).await?;
        let today = riga_date(visit.now());
        let people: Vec<Option<PersonId>> = people(&found);
        let names = Names::of(tx, &people).await?;
        let institutions = institution_names(visit, tx, &found).await?;
        let row = |one: &Instruction| {
            let ended = one.ended.as_ref();
            Row {
                id: one.id.to_string(),
                text: one.text.get(visit.locale()).to_owned(),
                brief: one.text.get(visit.locale()).chars().take(60).collect(),
                lang: (visit.locale() == Locale::En && one.text.en.is_empty()).then_some("lv"),
                from: one.valid_from,
                coming: one.valid_from > today,
                author: names.get(one.author),
                at: one.issued_at,
                until: ended.map(|end| end.on),
                ended_by: ended.map(|end| names.get(end.by)).unwrap_or_default(),
                withdrawn: ended.is_some_and(|end| end.replaced_by.is_none()),
                read_at: found.own_read(one.id),
                providers: providers(&found, one, &names, &institutions),
            }
        };
        // Only one that nobody ended can be replaced.
        let open = |one: &&Instruction| one.ended.is_none() && one.id.to_string() == replaces;
        let replaced = found.current.iter().find(open);
        let first = replaced.map_or(today, |one| one.valid_from.max(today));
        let text = replaced.map(|one| one.text.clone()).unwrap_or_default();
        Ok(Self {
            code: service.code.clone(),
            name: service.name().get(visit.locale()).to_owned(),
            provider: found.as_provider,
            issues: found.may_issue,
            current: found.current.iter().map(row).collect(),
            past: found.past.iter().map(row).collect(),
            replaced: replaced.map(|one| one.text.get(visit.locale()).to_owned()),
            typed: TypedInstruction {
                key: visit.state().database().ids().uuid().to_string(),
                replaces: replaced.map(|one| one.id.to_string()).unwrap_or_default(),
                text_lv: text.lv,
                text_en: text.en,
                valid_from: first.format("%d.%m.%Y").to_string(),
            },
            errors: FormErrors::none(),
        })
    }
}

/// Who wrote, ended or read the instructions.
fn people(found: &Instructions) -> Vec<Option<PersonId>> {
    let all = found.current.iter().chain(&found.past);
    let writers = all.flat_map(|one| [one.author, one.ended.as_ref().and_then(|end| end.by)]);
    writers.chain(found.reads.iter().map(|read| Some(read.person))).collect()
}

async fn institution_names(visit: &Visit, tx: &Read, found: &Instructions) -> Result<BTreeMap<InstitutionId, String>> {
    if found.as_provider {
        return Ok(BTreeMap::new());
    }
    let mut ids = found.providers.clone();
    ids.extend(found.reads.iter().map(|read| read.institution));
    ids.sort_unstable();
    ids.dedup();
    let names = institutions::names_of(tx, &ids).await?;
    Ok(ids.into_iter().filter_map(|id| Some((id, names.get(&id)?.get(visit.locale()).to_owned()))).collect())
}

/// The named providers and whoever else read it, each with its readers; nobody for a provider, who sees only the own mark.
fn providers(
    found: &Instructions,
    one: &Instruction,
    names: &Names,
    institutions: &BTreeMap<InstitutionId, String>,
) -> Vec<Provider> {
    if found.as_provider {
        return Vec::new();
    }
    let mut read: BTreeMap<InstitutionId, Vec<Reader>> = found.providers.iter().map(|id| (*id, Vec::new())).collect();
    for mark in found.reads.iter().filter(|mark| mark.instruction == one.id) {
        let reader = Reader { name: names.get(Some(mark.person)), at: mark.at };
        read.entry(mark.institution).or_default().push(reader);
    }
    let provider = |(id, readers): (InstitutionId, Vec<Reader>)| Provider {
        name: institutions.get(&id).cloned().unwrap_or_default(),
        readers,
    };
    read.into_iter().map(provider).collect()
}

impl Template for InstructionsPage {
    const NAME: &'static str = "work/services/instructions.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap_or_default();
        let reader = Reader { name: "Ilze Kalniņa".to_owned(), at: DateTime::UNIX_EPOCH };
        let read = Provider { name: either(locale, "Cēsu VPVKAC", "Cēsis service centre"), readers: vec![reader] };
        let silent = Provider { name: either(locale, "Valsts kase", "The Treasury"), readers: Vec::new() };
        let row = Row {
            id: "1".to_owned(),
            text: either(locale, "Pieņemiet arī <kopijas>.", "Take <copies> too."),
            brief: either(locale, "Pieņemiet arī", "Take"),
            lang: None,
            from: day,
            coming: false,
            author: "Dace Zariņa".to_owned(),
            at: DateTime::UNIX_EPOCH,
            until: None,
            ended_by: String::new(),
            withdrawn: false,
            read_at: None,
            providers: vec![read, silent],
        };
        let ending = Row { id: "2".to_owned(), until: Some(day), ended_by: "Dace Zariņa".to_owned(), ..row.clone() };
        let coming = Row { id: "3".to_owned(), coming: true, lang: Some("lv"), ..row.clone() };
        let withdrawn = Row { id: "4".to_owned(), withdrawn: true, ..ending.clone() };
        let typed = TypedInstruction { key: "9".to_owned(), valid_from: "01.12.2026".to_owned(), ..Default::default() };
        let holder = Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            provider: false,
            issues: true,
            current: vec![row.clone(), ending.clone(), coming.clone()],
            past: vec![ending.clone(), withdrawn],
            typed: typed.clone(),
            replaced: None,
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["text_lv", "text_en", "valid_from"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let replacing = Self {
            typed: TypedInstruction { replaces: "1".to_owned(), ..typed },
            replaced: Some(row.text.clone()),
            errors,
            ..holder.clone()
        };
        let unread = Row { providers: Vec::new(), ..row };
        let seen = Row { id: "5".to_owned(), read_at: Some(DateTime::UNIX_EPOCH), ..unread.clone() };
        let provider = Self { provider: true, issues: false, current: vec![unread, seen], ..holder.clone() };
        let none = Self { current: Vec::new(), past: Vec::new(), issues: false, ..holder.clone() };
        vec![holder, replacing, provider, none]
    }
}
