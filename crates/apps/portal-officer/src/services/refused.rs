//! `/work/services/{code}/refused/{text}`: two texts of one section beside each other, to choose from.

use super::people::Names;
use crate::parts::either;
use axum::extract::Path;
use catalogue::{Choice, FieldDifference, Pick, RefusedText, Saved, Side};
use chrono::{DateTime, Utc};
use i18n::Args;
use kernel::{Error, Locale, Result};
use serde::Serialize;
use service_words::{PieceView, label, pieces};
use storage::Read;
use uuid::Uuid;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/refused.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RefusedPage {
    code: String,
    name: String,
    here: String,
    action: String,
    section: &'static str,
    section_href: String,
    revision: i64,
    settled: bool,
    in_review: bool,
    /// Who wrote the text that stands; empty when it is the published one.
    their_name: String,
    their_time: Option<DateTime<Utc>>,
    my_name: String,
    my_time: DateTime<Utc>,
    /// What both changed.
    fields: Vec<Field>,
    /// What only one of them did: it is kept without asking.
    agreed: Vec<Field>,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Field {
    name: String,
    label: String,
    lang: Option<String>,
    theirs: String,
    mine: String,
    pieces: Vec<PieceView>,
    /// Both texts joined, to be made one by hand; or as it was made already.
    both: String,
    /// What is chosen: `theirs`, `mine`, `both`; nothing at first, so that no old words win by themselves.
    picked: String,
    /// Whose change it is: `theirs`, `mine`, `both`.
    side: &'static str,
    long: bool,
}

/// The page of both texts.
pub async fn show(visit: Visit, Path((code, text)): Path<(String, String)>) -> Answer {
    let id = id_of(&text)?;
    let tx = visit.read().await?;
    let text = catalogue::refused_text(&tx, &code, id).await?;
    visit.render(&RefusedPage::of(&visit, &tx, &code, id, text, &Fields(Vec::new())).await?)
}

/// Keeps what was chosen.
pub async fn choose(visit: Visit, Path((code, text)): Path<(String, String)>, sent: Fields) -> Answer {
    let id = id_of(&text)?;
    let revision = sent.text("revision").parse().map_err(|_| Error::invalid("bad-form"))?;
    let mut tx = visit.write().await?;
    let text = catalogue::refused_text(&tx, &code, id).await?;
    let section = text.line.section;
    let whole = ["theirs", "mine"].contains(&sent.text("choice"));
    let errors = if whole { FormErrors::none() } else { not_picked(&visit, &text, &sent) };
    if !errors.is_empty() {
        let page = RefusedPage { errors, ..RefusedPage::of(&visit, &tx, &code, id, text, &sent).await? };
        return visit.shown_at(&format!("/work/services/{code}/refused/{id}")).render_invalid(&page);
    }
    let choice = match sent.text("choice") {
        "theirs" => Choice::Theirs,
        // The words set aside, with what only the others changed: nothing new is overwritten by what was there before.
        "mine" => Choice::Merged(text.merged(|_| Pick::Mine)),
        _ => Choice::Merged(text.merged(|name| picked(&sent, name))),
    };
    let saved = catalogue::settle_refused(&mut tx, &code, id, revision, choice).await?;
    tx.commit().await?;
    match saved {
        Saved::Kept { .. } => {
            visit.redirect(&format!("/work/services/{code}/sections/{}?done=text-chosen", section.as_str()))
        }
        Saved::Refused(id) => visit.redirect(&format!("/work/services/{code}/refused/{id}")),
    }
}

fn picked(sent: &Fields, name: &str) -> Pick {
    match sent.text(&format!("pick/{name}")) {
        "mine" => Pick::Mine,
        "both" => Pick::Text(sent.get(&format!("both/{name}")).unwrap_or_default().to_owned()),
        _ => Pick::Theirs,
    }
}

/// What both changed and nobody chose yet.
fn not_picked(visit: &Visit, text: &RefusedText, sent: &Fields) -> FormErrors {
    let mut errors = FormErrors::none();
    for field in text.fields.iter().filter(|field| field.side == Side::Both) {
        if !["theirs", "mine", "both"].contains(&sent.text(&format!("pick/{}", field.name))) {
            let mut values = Args::new();
            values.set("field", label(visit, &field.name));
            let words = visit.text_with("error-edit-pick", &values);
            errors.add(Some(&format!("pick/{}/theirs", field.name)), words);
        }
    }
    errors
}

fn id_of(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Error::not_found("refused-text"))
}

impl RefusedPage {
    async fn of(visit: &Visit, tx: &Read, code: &str, id: Uuid, text: RefusedText, sent: &Fields) -> Result<Self> {
        let names = Names::of(tx, &[text.line.author, text.their_author]).await?;
        let here = format!("/work/services/{code}");
        let section = text.line.section.as_str();
        let service = catalogue::service(tx, code).await?;
        Ok(Self {
            code: code.to_owned(),
            name: service.name().get(visit.locale()).to_owned(),
            here: visit.url(&here),
            action: visit.url(&format!("{here}/refused/{id}")),
            section,
            section_href: visit.url(&format!("{here}/sections/{section}")),
            revision: text.revision,
            settled: text.settled,
            in_review: text.in_review,
            their_name: names.get(text.their_author),
            their_time: text.their_time,
            my_name: names.get(text.line.author),
            my_time: text.line.at,
            fields: fields(visit, &text, sent, true),
            agreed: fields(visit, &text, sent, false),
            errors: FormErrors::none(),
        })
    }
}

/// The inputs that both changed, or those that one of them did.
fn fields(visit: &Visit, text: &RefusedText, sent: &Fields, asked: bool) -> Vec<Field> {
    let found = text.fields.iter().filter(|field| (field.side == Side::Both) == asked);
    found.map(|field| shown(visit, field, sent)).collect()
}

fn shown(visit: &Visit, field: &FieldDifference, sent: &Fields) -> Field {
    let joined: Vec<&str> =
        [field.theirs.trim(), field.mine.trim()].into_iter().filter(|one| !one.is_empty()).collect();
    let typed = sent.get(&format!("both/{}", field.name)).map(str::to_owned);
    let both = typed.unwrap_or_else(|| joined.join("\n"));
    Field {
        label: label(visit, &field.name),
        lang: field.name.rsplit('/').next().filter(|last| ["lv", "en"].contains(last)).map(str::to_owned),
        name: field.name.clone(),
        theirs: field.theirs.clone(),
        mine: field.mine.clone(),
        pieces: pieces(&field.pieces),
        picked: sent.text(&format!("pick/{}", field.name)).to_owned(),
        side: match field.side {
            Side::Theirs => "theirs",
            Side::Mine => "mine",
            Side::Both => "both",
        },
        long: both.chars().count() > 80,
        both,
    }
}

impl Template for RefusedPage {
    const NAME: &'static str = "work/services/refused.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let piece = |kind: &'static str, text: &str| PieceView { kind, text: text.to_owned() };
        let field = |name: &str, mine: &str| Field {
            name: name.to_owned(),
            label: either(locale, "Īss apraksts (latviešu)", "Summary (Latvian)"),
            lang: Some("lv".to_owned()),
            theirs: "Pabalsts ģimenei".to_owned(),
            mine: mine.to_owned(),
            pieces: vec![piece("kept", "Pabalsts "), piece("removed", "ģimenei"), piece("added", "vecākiem")],
            both: "Pabalsts ģimenei\nPabalsts vecākiem".to_owned(),
            picked: String::new(),
            side: "both",
            long: name.len() > 8,
        };
        let page = Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            here: format!("/{locale}/work/services/1007"),
            action: format!("/{locale}/work/services/1007/refused/1"),
            section: "basics",
            section_href: format!("/{locale}/work/services/1007/sections/basics"),
            revision: 2,
            settled: false,
            in_review: false,
            their_name: "Ilze Kalniņa".to_owned(),
            their_time: Some(DateTime::UNIX_EPOCH),
            my_name: "Dace Zariņa".to_owned(),
            my_time: DateTime::UNIX_EPOCH,
            fields: vec![field("name/lv", "Pabalsts vecākiem"), field("summary/lv", "")],
            agreed: vec![
                Field { side: "mine", ..field("audience/lv", "Pabalsts vecākiem") },
                Field { side: "theirs", ..field("notice/lv", "") },
            ],
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(Some("pick/name/lv/theirs"), either(locale, "Nosaukums: izvēlieties.", "Name: choose."));
        let chosen = Field { picked: "mine".to_owned(), ..field("summary/lv", "") };
        let wrong = Self { errors, fields: vec![field("name/lv", "Pabalsts"), chosen], ..page.clone() };
        let simple = Self { fields: Vec::new(), ..page.clone() };
        let published = Self { their_name: String::new(), their_time: None, ..page.clone() };
        let waiting = Self { in_review: true, ..page.clone() };
        vec![Self { settled: true, ..page.clone() }, page, published, waiting, wrong, simple]
    }
}
