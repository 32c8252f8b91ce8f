//! Invented internal rules of an institution and an indicator of its own, so that their pages have something to show. Each
//! is stated by the person who would state it.
use chrono::{Months, NaiveDate};
use identity::Demonstration;
use indicators::{Better, DefineOwn, Filter, GivenValue, Month, OwnStage, OwnText, RecordValues};
use institutions::{Measurement, NormContent, StateMeasurement, StateNorm};
use kernel::{Caller, Channel, ErrorKind, InstitutionId, LangText, PageRequest, Result, riga_date};
use storage::{Database, Write};

/// Who states them: the contact person.
const STATED_BY: &str = "contact";
const TITLE: &str = "Klientu apkalpošanas noteikumi (izdomāts paraugs)";
const LINK: &str = "https://www.example.lv/izdomats-paraugs";

/// Points with what the invented rules say of them; none where they are not in force yet.
const NORMS: [(&str, Option<&str>); 6] = [
    ("20.1", Some("Izdomāts paraugs: par kļūdu darbinieks atvainojas, to labo un pasaka, kā iesniegt sūdzību.")),
    ("20.2", Some("Izdomāts paraugs: ja atbildes nav uzreiz, klientam pasaka, kas un kad atbildēs.")),
    ("20.3", Some("Izdomāts paraugs: visus klientus apkalpo vienādi.")),
    ("20.4", Some("Izdomāts paraugs: lēmumā norāda faktus; par interešu konfliktu ziņo vadītājam.")),
    ("26.1", Some("Izdomāts paraugs: pakalpojumu sarakstu pārskata katru ceturksni.")),
    ("26.3", None),
];

/// Service of the indicator: the childbirth benefit.
const SERVICE: &str = "1007";
/// Values of the last three whole months, the latest first.
const VALUES: [&str; 3] = ["4,2", "4,8", "6,1"];

/// States the rules and sets the indicator, unless there are some already.
pub async fn install(db: &Database, demo: &Demonstration) -> Result<()> {
    let tx = db.read(&Caller::engine()).await?;
    let contact = match identity::persona_caller(&tx, demo, STATED_BY).await {
        // Whoever tried the page of colleagues may have taken the role away: then nobody states them, and all else goes on.
        Err(error) if error.kind() == ErrorKind::Forbidden => return Ok(()),
        contact => contact?,
    };
    let holder = contact.require_institution()?;
    let there = institutions::norm_standings(&tx, &[holder]).await?.contains_key(&holder);
    let present = Month::of(tx.now());
    let of_holder = Filter { holder: Some(holder), ..Filter::between(present, present) };
    let known = !indicators::own_indicators(&tx, &of_holder, &PageRequest::first(1)).await?.items.is_empty();
    drop(tx);
    if there || known {
        return Ok(());
    }
    let mut tx = db.write(&contact).await?;
    rules(&mut tx, holder).await?;
    indicator(&mut tx).await?;
    tx.commit().await
}

async fn rules(tx: &mut Write, institution: InstitutionId) -> Result<()> {
    let today = riga_date(tx.now());
    let since = today - Months::new(18);
    for (point, says) in NORMS {
        let content = content(says, since);
        state(tx, institution, point, content).await?;
    }
    let measurement = Measurement {
        ended_on: today - Months::new(14),
        published_on: Some(today - Months::new(12)),
        link: LINK.to_owned(),
    };
    institutions::state_measurement(tx, StateMeasurement { institution, seen: 0, measurement }).await.map(drop)
}

async fn state(tx: &mut Write, institution: InstitutionId, point: &str, content: NormContent) -> Result<()> {
    institutions::state_norm(tx, StateNorm { institution, point: point.to_owned(), seen: 0, content }).await.map(drop)
}

fn content(says: Option<&str>, since: NaiveDate) -> NormContent {
    let in_force = says.is_some();
    let document = |text: &str| if in_force { text.to_owned() } else { String::new() };
    NormContent {
        in_force,
        title: document(TITLE),
        number: document("0-0/izdomāts"),
        document_from: in_force.then_some(since),
        link: document(LINK),
        note: says.unwrap_or("Izdomāts paraugs: kārtība vēl top.").to_owned(),
        valid_from: since,
    }
}

async fn indicator(tx: &mut Write) -> Result<()> {
    let text = OwnText {
        name: LangText::new(
            "Vidējais gaidīšanas laiks pa tālruni (izdomāts paraugs)",
            "Average waiting time on the phone (invented example)",
        ),
        unit: LangText::new("min", "min"),
        wanted: "5".parse()?,
        better: Better::Lower,
    };
    let input = DefineOwn { service: SERVICE.to_owned(), channel: Channel::Phone, stage: OwnStage::Request, text };
    let code = indicators::define_own_indicator(tx, input).await?;
    let present = Month::of(tx.now());
    let value = |(back, value): (u32, &str)| GivenValue {
        indicator: code.to_string(),
        month: present.back(back).to_string(),
        value: value.to_owned(),
    };
    let values = (1..).zip(VALUES).map(value).collect();
    indicators::record_own_values(tx, RecordValues { values, idempotency_key: None }).await.map(drop)
}
