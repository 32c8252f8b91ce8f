//! Keeps the walkthroughs of `docs/architecture.md` true: the places exist, and the events are those of a real run.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cases::{
    Answer, Ask, CaseNumber, ConsultationOutcome, Decide, Deliver, Origin, Outcome, Rate, RegisterConsultation,
    SubmitCase,
};
use forms::{Field, FieldKind, RawInput, SaveStep, StartDraft};
use indicators::{Figure, Filter, IndicatorReader, Month, ServiceIndicators};
use jobs::{Reader, run_reader};
use kernel::{Caller, CaseId, Channel, DraftId, InstitutionId, PageRequest, PersonId, Result, Role};
use registers::Lookup;
use serde_json::Value;
use storage::{Stream, Write, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

const BENEFIT: &str = "1007";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).expect("the project's root").to_owned()
}

fn document() -> String {
    std::fs::read_to_string(root().join("docs/architecture.md")).expect("the document")
}

/// The text between the heading `### title` and the next heading.
fn walkthrough(title: &str) -> String {
    let text = document();
    let (_, rest) = text.split_once(&format!("### {title}\n")).expect("the walkthrough");
    rest.split("\n###").next().unwrap_or_default().to_owned()
}

/// The kinds that a walkthrough promises, in order.
fn promised(title: &str) -> Vec<String> {
    let text = walkthrough(title);
    let (_, events) = text.split_once("Events:").expect("a list of events");
    events.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_place_named_in_the_walkthroughs_exists() {
    let text = document();
    let (_, walkthroughs) = text.split_once("## Walkthroughs").expect("walkthroughs");
    let quoted: Vec<&str> = walkthroughs.split('`').skip(1).step_by(2).collect();
    let mut checked = 0;
    for pair in quoted.windows(2).filter(|pair| pair[0].ends_with(".rs") && !pair[1].contains('/')) {
        let source = std::fs::read_to_string(root().join(pair[0])).unwrap_or_else(|_| panic!("{} is gone", pair[0]));
        let found = ["fn ", "struct ", "enum "].iter().any(|word| {
            source
                .split(&format!("{word}{}", pair[1]))
                .skip(1)
                .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        });
        assert!(found, "{} no longer holds {}", pair[0], pair[1]);
        checked += 1;
    }
    assert!(checked >= 20, "only {checked} places are named");
}

struct House {
    db: TestDb,
    anna: Caller,
    officer: Caller,
}

impl House {
    async fn build() -> Self {
        let db = TestDb::sqlite().await;
        let mut tx = db.writing(&Caller::engine()).await;
        catalogue::install_pilot_register(&mut tx).await.expect("services");
        let vsaa: InstitutionId = institutions::by_code(&tx, "VSAA").await.expect("a query").expect("VSAA").id;
        tx.commit().await.expect("a commit");
        let anna = Caller::client(PersonId::new(Uuid::from_u128(1)));
        Self { db, anna, officer: Caller::staff(PersonId::new(Uuid::from_u128(2)), Role::Officer, vsaa) }
    }

    async fn act<T>(&self, caller: &Caller, work: impl AsyncFnOnce(&mut Write) -> Result<T>) -> T {
        let mut tx = self.db.writing(caller).await;
        let value = work(&mut tx).await.expect("the act");
        tx.commit().await.expect("a commit");
        value
    }

    async fn kinds(&self, stream: Stream) -> Vec<String> {
        let tx = self.db.reading(&Caller::engine()).await;
        let events = events_of_stream(&tx, &stream, 0, 100).await.expect("events");
        events.into_iter().map(|event| event.kind).collect()
    }
}

/// What a page sends for an answer.
fn typed(field: &Field, value: &Value, raw: &mut RawInput) {
    match (field.kind, value) {
        (FieldKind::Date, Value::String(day)) => {
            let parts: Vec<&str> = day.split('-').collect();
            for (input, part) in field.inputs().iter().zip([parts[2], parts[1], parts[0]]) {
                raw.push(input, part);
            }
        }
        (_, Value::String(text)) => raw.push(&field.name, text),
        (_, Value::Array(items)) => items.iter().filter_map(Value::as_str).for_each(|item| raw.push(&field.name, item)),
        (_, other) => raw.push(&field.name, &other.to_string()),
    }
}

async fn fill_in(house: &House, draft: DraftId) {
    let answers = forms::example("childbirth-benefit").expect("an example");
    let definition = forms::definition("childbirth-benefit", None).expect("a form");
    for visible in definition.steps(&answers) {
        let mut raw = RawInput::default();
        for field in visible.fields {
            if let Some(value) = answers.get(&field.name) {
                typed(field, value, &mut raw);
            }
        }
        let outcome = house
            .act(&house.anna, async |tx| {
                let revision = forms::draft(tx, draft).await?.revision;
                forms::save_step(tx, SaveStep { draft, step: visible.step.key.clone(), raw, revision }).await
            })
            .await;
        assert_eq!(outcome.errors, vec![], "{}", visible.step.key);
    }
}

/// Everything so far is counted; what the officer sees of the benefit this month.
async fn counted(house: &House) -> ServiceIndicators {
    let reader: Arc<dyn Reader> = Arc::new(IndicatorReader);
    run_reader(&house.db, &reader).await.expect("a pass");
    let seen = figures(house, &house.officer).await;
    assert_eq!(seen.len(), 1, "{seen:?}");
    seen.into_iter().next().expect("a row")
}

// req: EFR-24, REG-01, AUD-02, ANA-01
#[tokio::test]
async fn a_resident_applies_as_described() {
    let house = House::build().await;
    let holder = house.act(&house.anna, async |tx| catalogue::service(tx, BENEFIT).await).await.holder;
    let start = StartDraft {
        service_code: BENEFIT.to_owned(),
        holder,
        form_key: "childbirth-benefit".to_owned(),
        prefill: Lookup::Missing { register: "test".to_owned(), at: kernel::Clock::now(&kernel::SystemClock) },
        known: forms::Known::default(),
    };
    let draft = house.act(&house.anna, async |tx| forms::start_draft(tx, start).await).await;
    let begun = counted(&house).await;
    assert_eq!((begun.starts, begun.completions, begun.success), (Figure::Shown(1), Figure::Shown(0), Some(0.0)));
    fill_in(&house, draft).await;
    let input = SubmitCase {
        origin: Origin::Draft { id: draft, seen: None },
        channel: Channel::Electronic,
        idempotency_key: None,
    };
    let case = house.act(&house.anna, async |tx| cases::submit(tx, input.clone()).await).await;
    let again = house.act(&house.anna, async |tx| cases::submit(tx, input).await).await;
    assert_eq!((again.number, again.repeated), (case.number, true), "loading the confirmation again submits nothing");
    let sent = counted(&house).await;
    assert_eq!((sent.starts, sent.completions, sent.success), (Figure::Shown(1), Figure::Shown(1), Some(1.0)));

    let mut kinds = house.kinds(Stream::draft(draft)).await;
    kinds.dedup();
    kinds.extend(house.kinds(Stream::case(case.id)).await);
    assert_eq!(kinds, promised("A resident applies"));
}

async fn revision(house: &House, number: &CaseNumber) -> i64 {
    house.act(&house.officer, async |tx| cases::open_case(tx, number, cases::Purpose::Handle).await).await.case.revision
}

// req: REG-03, CSS-02, ACC-26
#[tokio::test]
async fn a_case_is_handled_as_described() {
    let house = House::build().await;
    let answers = forms::example("childbirth-benefit").expect("an example");
    let origin = Origin::Answers { service: BENEFIT.to_owned(), answers };
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let case = house.act(&house.anna, async |tx| cases::submit(tx, input).await).await;
    let (id, number): (CaseId, CaseNumber) = (case.id, case.number);
    house.act(&house.officer, async |tx| cases::take_next(tx).await).await;
    let seen = revision(&house, &number).await;
    let question = Ask { number: number.clone(), revision: seen, question: "Kurš konts?".to_owned(), days: None };
    house.act(&house.officer, async |tx| cases::ask(tx, question).await).await;
    let words = Answer { number: number.clone(), text: "Tas pats.".to_owned(), files: vec![], seen: None };
    house.act(&house.anna, async |tx| cases::answer(tx, words).await).await;
    let seen = revision(&house, &number).await;
    let text = "Piešķirts.".to_owned();
    let decision = Decide { number: number.clone(), revision: seen, outcome: Outcome::Granted, text, file: None };
    house.act(&house.officer, async |tx| cases::decide(tx, decision).await).await;
    let delivery = Deliver { number: number.clone(), revision: seen + 1, channel: Channel::Electronic };
    house.act(&house.officer, async |tx| cases::deliver(tx, delivery).await).await;
    house.act(&house.anna, async |tx| cases::rate(tx, Rate { number, rating: 5, comment: String::new() }).await).await;
    let promised = promised("An officer asks, the client answers, the officer decides");
    assert_eq!(house.kinds(Stream::case(id)).await, promised);
}

/// What a caller sees of the consultations about the benefit this month.
async fn figures(house: &House, caller: &Caller) -> Vec<ServiceIndicators> {
    let tx = house.db.reading(caller).await;
    let month = Month::of(tx.now());
    let filter = Filter { service: Some(BENEFIT.to_owned()), ..Filter::between(month, month) };
    indicators::service_indicators(&tx, &filter, &PageRequest::first(10)).await.expect("figures").items
}

// req: REG-08
#[tokio::test]
async fn a_number_reaches_the_indicators_as_described() {
    let house = House::build().await;
    let input = RegisterConsultation {
        service: BENEFIT.to_owned(),
        channel: Channel::Phone,
        outcome: ConsultationOutcome::Answered,
        note: String::new(),
        idempotency_key: None,
    };
    let registered = house.act(&house.officer, async |tx| cases::register_consultation(tx, input).await).await;
    let kinds = house.kinds(Stream::consultation(registered.id)).await;
    assert_eq!(kinds, promised("A number on the indicators page"));

    assert!(figures(&house, &house.officer).await.is_empty(), "nobody has read the log yet");
    let reader: Arc<dyn Reader> = Arc::new(IndicatorReader);
    assert_eq!(run_reader(&house.db, &reader).await.expect("a pass"), 1);
    let seen = figures(&house, &house.officer).await;
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!((seen[0].consulted.total, seen[0].consulted.part("phone")), (Figure::Shown(1), Figure::Shown(1)));
    let public = figures(&house, &Caller::anonymous()).await;
    let totals: Vec<Figure> = public.iter().map(|row| row.consulted.total).collect();
    assert_eq!(totals, [Figure::Hidden], "small figures are hidden from the public");

    let counted = indicators::rebuild(&house.db, true).await.expect("a recomputation");
    assert!(counted.is_equal() && !counted.behind && !counted.replaced, "{counted:?}");
    assert_eq!(counted.cells, 1, "{counted:?}");
}
