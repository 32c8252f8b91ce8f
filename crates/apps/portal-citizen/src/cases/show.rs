//! One case as its client sees it: where it stands, who must act next and by when, and everything on record.

use ::cases::{Case, CaseFile, CaseNumber, Complaint, Desk, InformationRequest, Intake, State, own_case};
use axum::extract::Path;
use chrono::{DateTime, NaiveDate, Utc};
use documents::Document;
use forms::answers_summary;
use http::StatusCode;
use kernel::{Error, ErrorKind, Locale, Result, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};
use worktime::Sla;

use super::attached::Attached;
use super::timeline::{Point, institutions_in, points};
use crate::drafts::{Row, Section, source_words};
use crate::names::{Link, Names, service_names, text_of};
use crate::views::{ViewLine, views_of_case};

/// The deadline's badge.
#[derive(Debug, Serialize)]
struct Badge {
    kind: &'static str,
    days: u32,
}

#[derive(Debug, Serialize)]
struct Request {
    text: String,
    answer_by: NaiveDate,
}

/// A question of the institution that is over, with the client's answer; none when its time ended without one or the
/// case itself did, which leaves no end of its own, no words when files alone said it.
#[derive(Debug, Serialize)]
struct Talk {
    question: String,
    asked_at: DateTime<Utc>,
    answer: Option<String>,
    over_at: Option<DateTime<Utc>>,
    /// By which channel the answer came, where the institution wrote it down.
    came: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ComplaintView {
    text: String,
    at: DateTime<Utc>,
}

#[derive(Debug, Serialize)]
struct DecisionView {
    outcome: &'static str,
    text: String,
    at: DateTime<Utc>,
    document: Option<Link>,
}

/// A request that came to the institution another way and was registered there.
#[derive(Debug, Serialize)]
struct Noted {
    channel: &'static str,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct Rated {
    stars: u8,
    comment: Option<String>,
}

/// What was typed into the forms of the page and could not be accepted.
#[derive(Debug, Default, Clone, Serialize)]
pub(super) struct Typed {
    pub(super) answer: String,
    pub(super) rating: String,
    pub(super) comment: String,
    pub(super) complaint: String,
}

/// Context of `cases/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct CasePage {
    number: String,
    href: String,
    service: String,
    service_href: String,
    /// Where to write to the institution about the service.
    write: String,
    state: &'static str,
    sla: Badge,
    submitted_at: DateTime<Utc>,
    /// Until when the institution decides; none while it waits for the client, and after the decision.
    due_on: Option<NaiveDate>,
    /// Working days that were left when the clock stopped.
    left: Option<i32>,
    next_words: String,
    holder: String,
    request: Option<Request>,
    /// The most files that an answer brings.
    most_files: u64,
    talks: Vec<Talk>,
    complaints: Vec<ComplaintView>,
    decision: Option<DecisionView>,
    timeline: Vec<Point>,
    intake: Option<Noted>,
    answers: Vec<Section>,
    documents: Vec<Attached>,
    views: Vec<ViewLine>,
    can_withdraw: bool,
    can_rate: bool,
    can_complain: bool,
    rated: Option<Rated>,
    revision: i64,
    typed: Typed,
    errors: FormErrors,
    /// Why an act was refused, when it is nothing to correct in a field.
    refusal: Option<String>,
    /// What was typed, when its form is no longer there.
    kept: Option<String>,
}

/// `GET /cases/{number}`
pub(crate) async fn show(visit: Visit, Path(number): Path<String>) -> Answer {
    let number: CaseNumber = number.parse()?;
    visit.render(&CasePage::load(&visit, &number, Typed::default(), FormErrors::none()).await?)
}

/// The answer to an act that was refused: what is wrong beside its fields, or, when the case has changed meanwhile, the
/// case as it is now with the text that was typed for it.
pub(super) async fn refused(visit: &Visit, number: &CaseNumber, typed: Typed, error: Error) -> Answer {
    let status = match error.kind() {
        ErrorKind::Conflict => StatusCode::CONFLICT,
        ErrorKind::Stale => StatusCode::PRECONDITION_FAILED,
        _ => {
            let errors = visit.form_errors(error)?;
            return visit.render_invalid(&CasePage::load(visit, number, typed, errors).await?);
        }
    };
    let page = CasePage::load(visit, number, typed, FormErrors::none()).await?;
    let (refusal, kept) = (Some(visit.text("case-refused")), page.homeless());
    visit.render_with(status, &CasePage { refusal, kept, ..page })
}

impl CasePage {
    /// What was typed for a form that the page no longer has. The form of the complaint is always there.
    fn homeless(&self) -> Option<String> {
        let of = |there: bool, text: &str| (!there && !text.trim().is_empty()).then(|| text.to_owned());
        let rates = self.can_rate && self.rated.is_none();
        of(self.request.is_some(), &self.typed.answer).or_else(|| of(rates, &self.typed.comment))
    }

    /// The page of a case, with what was typed and what is wrong with it.
    pub(super) async fn load(visit: &Visit, number: &CaseNumber, typed: Typed, errors: FormErrors) -> Result<Self> {
        let tx = visit.read().await?;
        let own = own_case(&tx, number).await?;
        let sla = ::cases::sla_of(&tx, &own.case).await?;
        Self::of(&tx, visit, own, sla, typed, errors).await
    }

    async fn of(tx: &Read, visit: &Visit, own: CaseFile, sla: Sla, typed: Typed, errors: FormErrors) -> Result<Self> {
        let case = &own.case;
        let names = Names::of(tx, visit, institutions_in(&own.stages).chain([case.handler])).await?;
        let services = service_names(tx, visit, [case.service.clone()]).await?;
        let href = visit.url(&format!("/cases/{}", case.number.slug()));
        let holder = names.get(case.handler);
        let link = |document: &Document| Link {
            href: format!("{href}/documents/{}", document.id),
            name: document.file_name.clone(),
        };
        let waits =
            |request: &InformationRequest| request.answered_at.is_none() && case.state == State::WaitingForClient;
        let open = own.requests.iter().rfind(|request| waits(request));
        let decision = own.decision.as_ref().map(|decision| DecisionView {
            outcome: decision.outcome.as_str(),
            text: decision.text.clone(),
            at: decision.decided_at,
            document: own.documents.iter().find(|document| Some(document.id) == decision.document).map(link),
        });
        Ok(Self {
            number: case.number.to_string(),
            service: services.get(&case.service).cloned().unwrap_or_else(|| case.service.clone()),
            service_href: visit.url(&format!("/services/{}", case.service)),
            write: visit.url(&format!("/contact?service={}", case.service)),
            state: case.state.as_str(),
            sla: badge(sla),
            submitted_at: case.submitted_at,
            due_on: runs(case).then(|| riga_date(case.due_at)),
            left: case.remaining.map(|left| left.working_days),
            next_words: next_words(visit, case, &holder),
            request: open
                .map(|request| Request { text: request.question.clone(), answer_by: riga_date(request.answer_due) }),
            most_files: documents::MAX_PER_FIELD,
            talks: own.requests.iter().filter(|request| !waits(request)).map(|request| talk(&own, request)).collect(),
            complaints: own.complaints.iter().map(complained).collect(),
            decision,
            timeline: points(visit, case, &own.stages, &names),
            intake: own.intake.as_ref().map(|intake| noted(case, intake)),
            answers: answers(visit, &own)?,
            documents: own.documents.iter().map(|document| Attached::new(document, link(document))).collect(),
            views: views_of_case(tx, visit, case).await?,
            can_withdraw: case.state.is_undecided(),
            can_rate: case.state.has_ended(),
            can_complain: true,
            rated: own.feedback.map(|given| Rated { stars: given.rating, comment: given.comment }),
            revision: case.revision,
            holder,
            href,
            typed,
            errors,
            refusal: None,
            kept: None,
        })
    }
}

fn complained(complaint: &Complaint) -> ComplaintView {
    ComplaintView { text: complaint.text.clone(), at: complaint.filed_at }
}

fn talk(own: &CaseFile, request: &InformationRequest) -> Talk {
    let (question, answer) = (request.question.clone(), request.answer.clone());
    let came = own.written_down(request).map(kernel::Channel::as_str);
    Talk { question, asked_at: request.asked_at, answer, over_at: request.answered_at, came }
}

fn badge(sla: Sla) -> Badge {
    let days = match sla {
        Sla::Late { by } => by,
        Sla::Soon { working_days } | Sla::Later { working_days } => working_days,
        Sla::Today | Sla::Paused | Sla::Done => 0,
    };
    Badge { kind: sla.as_str(), days }
}

/// Whether the deadline of the institution runs.
fn runs(case: &Case) -> bool {
    case.state.is_undecided() && case.desk() == Desk::Office
}

fn next_words(visit: &Visit, case: &Case, holder: &str) -> String {
    match case.desk() {
        Desk::Office => text_of(visit, "case-next-office", "holder", holder),
        Desk::Client => visit.text("case-next-client"),
        Desk::Delivered | Desk::Done => visit.text("case-next-done"),
    }
}

fn noted(case: &Case, intake: &Intake) -> Noted {
    Noted { channel: case.channel.as_str(), note: Some(intake.note.clone()).filter(|note| !note.is_empty()) }
}

/// The answers in the words of the form they were given in; none for a case without a form.
fn answers(visit: &Visit, own: &CaseFile) -> Result<Vec<Section>> {
    let Some((key, version)) = &own.case.form else { return Ok(Vec::new()) };
    let definition = forms::definition(key, Some(*version))?;
    let file_names = |ids: &[kernel::DocumentId]| -> Vec<String> {
        own.documents.iter().filter(|file| ids.contains(&file.id)).map(|file| file.file_name.clone()).collect()
    };
    let row = |row: forms::SummaryRow| Row {
        value: [row.values, file_names(&row.documents)].concat().join(", "),
        change: None,
        source: row.source.map(|source| source_words(visit, &source, row.changed)),
        label: row.label,
    };
    let steps = answers_summary(&definition, &own.answers, &own.sources, visit.locale());
    let section =
        |step: forms::SummaryStep| Section { label: step.label, rows: step.rows.into_iter().map(row).collect() };
    Ok(steps.into_iter().map(section).collect())
}

impl Template for CasePage {
    const NAME: &'static str = "citizen/cases/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let stands = |left| Self {
            sla: Badge { kind: "paused", days: 0 },
            due_on: None,
            left,
            ..sample(locale, "waiting_for_client")
        };
        let waiting = stands(Some(4));
        let mut wrong = stands(Some(-1));
        wrong.errors.add(Some("answer"), "Ierakstiet atbildi");
        wrong.errors.add(Some("file"), "Datne ir pārāk liela");
        wrong.errors.add(Some("complaint"), "Uzrakstiet, par ko sūdzaties");
        let request = |page: Self| Self {
            request: Some(Request {
                text: "Lūdzu, pievienojiet izziņu.\n\n- no bankas".to_owned(),
                answer_by: NaiveDate::default(),
            }),
            ..page
        };
        let decided = |outcome, document: bool| Self {
            decision: Some(DecisionView {
                outcome,
                text: "Pabalsts piešķirts.".to_owned(),
                at: DateTime::UNIX_EPOCH,
                document: document.then(|| Link { href: "/x".to_owned(), name: "lemums.pdf".to_owned() }),
            }),
            sla: Badge { kind: "done", days: 0 },
            due_on: None,
            can_withdraw: false,
            can_rate: outcome == "granted",
            ..sample(locale, "delivered")
        };
        let rated =
            Self { rated: Some(Rated { stars: 5, comment: Some("Paldies!".to_owned()) }), ..decided("partly", false) };
        let talk = |answer: Option<&str>| Talk {
            question: "Vai konts ir jūsu?\n\n- <Atbildiet>".to_owned(),
            asked_at: DateTime::UNIX_EPOCH,
            answer: answer.map(str::to_owned),
            over_at: Some(DateTime::UNIX_EPOCH),
            came: answer.filter(|text| text.is_empty()).map(|_| "phone"),
        };
        let late = Self {
            talks: vec![talk(Some("Jā, <mans>.")), talk(Some("")), talk(None), Talk { over_at: None, ..talk(None) }],
            complaints: vec![ComplaintView { text: "Ilgi <jāgaida>.".to_owned(), at: DateTime::UNIX_EPOCH }],
            refusal: Some("Iesniegums pa šo laiku ir mainījies.".to_owned()),
            kept: Some("Atbilde, kas nav <nosūtīta>.".to_owned()),
            ..sample(locale, "in_progress")
        };
        let on_paper = |note: Option<&str>, answers| Self {
            intake: Some(Noted { channel: "post", note: note.map(str::to_owned) }),
            answers,
            ..sample(locale, "submitted")
        };
        vec![
            on_paper(Some("Lūdz atbildi pa pastu.\n\nRīgas iela <1>."), Vec::new()),
            on_paper(None, sample(locale, "submitted").answers),
            request(waiting),
            request(wrong),
            stands(None),
            decided("granted", true),
            decided("refused", false),
            rated,
            late,
            sample(locale, "submitted"),
        ]
    }
}

fn sample(locale: Locale, state: &'static str) -> CasePage {
    let point = |state, title: &str| Point {
        state,
        title: title.to_owned(),
        lines: vec!["19.11.2026. plkst. 21.04 · Jūs · elektroniski".to_owned()],
    };
    CasePage {
        number: "1001 42".to_owned(),
        href: format!("/{locale}/cases/1001-42"),
        service: "Bērna piedzimšanas pabalsts".to_owned(),
        service_href: format!("/{locale}/services/1001"),
        write: format!("/{locale}/contact?service=1001"),
        state,
        sla: Badge { kind: "later", days: 7 },
        submitted_at: DateTime::UNIX_EPOCH,
        due_on: Some(NaiveDate::default()),
        left: None,
        next_words: "Tālāk rīkojas iestāde.".to_owned(),
        holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
        request: None,
        most_files: documents::MAX_PER_FIELD,
        talks: Vec::new(),
        complaints: Vec::new(),
        decision: None,
        timeline: vec![
            point("done", "Iesniegts"),
            point("now", "Iestāde ziņo par gaitu: <Pārbaude>"),
            point("missed", "Nokavēts termiņš"),
            point("next", "Lēmums"),
        ],
        intake: None,
        answers: vec![Section {
            label: "Par bērnu".to_owned(),
            rows: vec![Row {
                label: "Bērna vārds".to_owned(),
                value: "Emīls <b>".to_owned(),
                change: None,
                source: None,
            }],
        }],
        documents: Attached::samples(locale),
        views: ViewLine::samples(locale),
        can_withdraw: true,
        can_rate: false,
        can_complain: true,
        rated: None,
        revision: 3,
        typed: Typed::default(),
        errors: FormErrors::none(),
        refusal: None,
        kept: None,
    }
}
