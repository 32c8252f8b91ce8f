//! The case page with invented cases.

use super::page::*;
use crate::parts::{Badge, Choice, either};
use chrono::DateTime;
use documents::FileType;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for CasePage {
    const NAME: &'static str = "work/cases/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let known = [working(locale), refused(locale), gone_on(locale), decided(locale), ended(locale)];
        let others = [
            waiting(locale),
            asked_by_post(locale),
            registered(locale),
            on_paper(locale),
            for_a_company(locale),
            imported(locale),
        ];
        known.into_iter().chain(others).collect()
    }
}

/// In progress: ask and decide are possible.
fn working(locale: Locale) -> CasePage {
    let choice = |value: &str, lv: &str, en: &str| Choice::new(value, either(locale, lv, en));
    CasePage {
        number: "1007 42".to_owned(),
        href: format!("/{locale}/work/cases/1007-42"),
        service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
        state: "in_progress",
        sla: Badge { kind: "soon", days: 1 },
        channel: "electronic",
        submitted_at: DateTime::UNIX_EPOCH,
        due_at: DateTime::UNIX_EPOCH,
        left: None,
        revision: 4,
        assignee: Some("Pēteris Liepa".to_owned()),
        mine: true,
        instructions: Some(Instructed { href: format!("/{locale}/work/services/1007/instructions"), unread: 2 }),
        flags: Vec::new(),
        unit: None,
        auditing: false,
        client: person(locale),
        known: true,
        recorded: "client",
        intake: None,
        sections: vec![section(locale)],
        documents: vec![file(locale)],
        requests: vec![question(locale, true), question(locale, false)],
        decision: None,
        feedback: None,
        complaints: Vec::new(),
        timeline: vec![step(locale), Step { state: "missed", ..step(locale) }],
        actions: Actions { any: true, ask: true, decide: true, give_back: true, withdraw: true, ..Actions::default() },
        outcomes: vec![choice("granted", "Apmierināts", "Granted"), choice("refused", "Atteikts", "Refused")],
        channels: vec![choice("electronic", "Elektroniski", "Electronic"), choice("post", "Pasts", "Post")],
        accept: FileType::accept(),
        typed: TypedAct { channel: "electronic".to_owned(), days: "5".to_owned(), ..TypedAct::default() },
        errors: FormErrors::none(),
        refusals: Vec::new(),
        changed: Vec::new(),
        open_form: "",
        kept: None,
        advice: "nothing",
    }
}

/// The decision was sent with wrong input while the case changed.
fn refused(locale: Locale) -> CasePage {
    let mut errors = FormErrors::none();
    for field in ["outcome", "text", "file", "question", "days", "withdrawn-by"] {
        errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
    }
    let typed = TypedAct { text: either(locale, "Nolemju piešķirt.", "I grant it."), ..TypedAct::default() };
    CasePage { errors, typed, open_form: "decide", mine: false, ..working(locale) }
}

/// The client withdrew while the officer typed.
fn gone_on(locale: Locale) -> CasePage {
    let kept = Some(either(locale, "Lūdzu, iesniedziet apliecību.", "Please send the certificate."));
    let actions = Actions::default();
    let refusals = vec![either(locale, "Lieta pa to laiku ir mainīta.", "The case changed meanwhile.")];
    CasePage {
        state: "withdrawn",
        actions,
        kept,
        advice: "over",
        refusals,
        changed: vec![step(locale)],
        mine: false,
        ..working(locale)
    }
}

/// Decided for a company: to be delivered.
fn decided(locale: Locale) -> CasePage {
    let client = ClientPanel {
        name: Some("SIA „Rīta Rasa”".to_owned()),
        registration_number: Some("49999999000".to_owned()),
        applicant: Some("Līga Krūmiņa".to_owned()),
        ..person(locale)
    };
    let decision = Decided {
        outcome: "refused",
        text: either(locale, "Pieprasījums noraidīts.\n\n- Pamatojums: nav dokumenta.", "The request is refused."),
        at: DateTime::UNIX_EPOCH,
        document: Some(file(locale)),
    };
    let actions = Actions { any: true, deliver: true, ..Actions::default() };
    CasePage { state: "decided", client, decision: Some(decision), actions, ..working(locale) }
}

/// Delivered and rated: to be closed.
fn ended(locale: Locale) -> CasePage {
    let comment = Some(either(locale, "Ātri un saprotami.", "Quick and clear."));
    let feedback = Some(Rated { rating: 5, comment, at: DateTime::UNIX_EPOCH });
    let text = either(locale, "Ilgi <jāgaida>.", "A <long> wait.");
    let complaints = vec![Complained { text, at: DateTime::UNIX_EPOCH }];
    let actions = Actions { any: true, close: true, next: true, ..Actions::default() };
    let sla = Badge { kind: "done", days: 0 };
    CasePage { state: "delivered", sla, feedback, complaints, actions, ..working(locale) }
}

/// The client was asked: an answer that comes another way can be registered, here with wrong input.
fn waiting(locale: Locale) -> CasePage {
    let mut errors = FormErrors::none();
    for field in ["channel", "answer", "file"] {
        errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
    }
    let typed = TypedAct { answer: either(locale, "Zvanīja: <konts>.", "Called: <account>."), ..TypedAct::default() };
    let actions = Actions { any: true, answer: true, next: true, ..Actions::default() };
    let sla = Badge { kind: "paused", days: 0 };
    CasePage {
        state: "waiting_for_client",
        sla,
        left: Some(1),
        actions,
        errors,
        typed,
        open_form: "answer",
        ..working(locale)
    }
}

/// The same of a client who is not known: nobody sees the question, and files cannot be kept. An older question was
/// answered with a document alone.
fn asked_by_post(locale: Locale) -> CasePage {
    let answered = Question { answer: Some(String::new()), came: Some("post"), ..question(locale, true) };
    CasePage {
        errors: FormErrors::none(),
        client: ClientPanel::default(),
        known: false,
        requests: vec![answered, question(locale, false)],
        open_form: "",
        ..waiting(locale)
    }
}

/// Registered by the institution's system for somebody who is not known here.
fn registered(locale: Locale) -> CasePage {
    CasePage { client: ClientPanel::default(), known: false, recorded: "case", ..working(locale) }
}

/// A letter of somebody who is not known here: no answers, a note.
fn on_paper(locale: Locale) -> CasePage {
    let note = Some(either(locale, "Lūdz atbildi pa pastu.\n\nRīgas iela <1>.", "Asks for an answer by post."));
    let intake = Some(Noted { note });
    CasePage { channel: "post", intake, sections: Vec::new(), documents: Vec::new(), ..registered(locale) }
}

/// The same of a company, with the answers from the institution's own system.
fn for_a_company(locale: Locale) -> CasePage {
    let client = ClientPanel { name: Some("SIA „Rīta Rasa”".to_owned()), ..ClientPanel::default() };
    CasePage { client, recorded: "company", intake: Some(Noted { note: None }), ..working(locale) }
}

/// From another system: nobody known, nothing answered, doubts about the data; an auditor looks.
fn imported(locale: Locale) -> CasePage {
    CasePage {
        state: "accepted",
        sla: Badge { kind: "late", days: 3 },
        client: ClientPanel::default(),
        known: false,
        recorded: "nowhere",
        flags: vec!["end_before_start".to_owned()],
        unit: Some("<General>".to_owned()),
        auditing: true,
        sections: Vec::new(),
        documents: Vec::new(),
        requests: Vec::new(),
        assignee: None,
        mine: false,
        actions: Actions { any: true, take: true, ..Actions::default() },
        ..working(locale)
    }
}

fn person(locale: Locale) -> ClientPanel {
    ClientPanel {
        name: Some("Anna Bērziņa".to_owned()),
        code: Some("32••••-•••14".to_owned()),
        contact: Some("+371 20000014".to_owned()),
        reasons: vec![Choice::new("verify-identity", either(locale, "Identitātes pārbaude", "To make sure who it is"))],
        ..ClientPanel::default()
    }
}

fn section(locale: Locale) -> Section {
    let row = |lv: &str, en: &str, lines: &[&str], source: Option<(&'static str, &str)>| AnswerRow {
        label: either(locale, lv, en),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        files: Vec::new(),
        source: source.map(|(picture, words)| Source { picture, words: words.to_owned() }),
    };
    let evidence = AnswerRow { files: vec![file(locale)], ..row("Apliecība", "Certificate", &[], None) };
    let rows = vec![
        row("Bērna vārds", "Name of the child", &["Rūta"], Some(("shield-check", "FPR, 22.11.2026."))),
        row("Konts", "Account", &["LV80 BANK 0000 4351 9500 1"], Some(("pencil", "FPR, 22.11.2026."))),
        row("Adrese", "Address", &["Cēsis", "LV-4101"], Some(("triangle-alert", "FPR"))),
        row("Piezīmes", "Notes", &[], None),
        evidence,
    ];
    Section { label: either(locale, "Bērns", "The child"), rows }
}

fn file(locale: Locale) -> FileLink {
    FileLink {
        name: either(locale, "apliecība.pdf", "certificate.pdf"),
        href: format!("/{locale}/work/cases/1007-42/documents/1"),
        kilobytes: 120,
        at: DateTime::UNIX_EPOCH,
    }
}

fn question(locale: Locale, answered: bool) -> Question {
    Question {
        question: either(locale, "Lūdzu, precizējiet kontu.", "Please state the account."),
        asked_at: DateTime::UNIX_EPOCH,
        due_at: DateTime::UNIX_EPOCH,
        answer: answered.then(|| "LV80BANK0000435195001".to_owned()),
        answered_at: answered.then_some(DateTime::UNIX_EPOCH),
        came: None,
    }
}

fn step(locale: Locale) -> Step {
    let channel = either(locale, "pa tālruni", "by phone");
    let lines = vec!["22.11.2026.".to_owned(), either(locale, "Klients", "Client"), channel];
    Step { state: "done", title: either(locale, "Iesniegts", "Submitted"), lines }
}
