//! Finding among very many services: how long it takes, how good it is, how soon a change is found.
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use catalogue::{
    Chosen, FacetName, FindServices, PublishService, SearchIndex, ServiceState, find_services, install_judged_corpus,
    install_pilot_services, install_search_rules, judge, judged_corpus, publish, put_sample_service, service,
};
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Caller, Locale, PageRequest};
use search::Location;
use storage::Database;

use crate::Failure;
use crate::demo::Browser;
use crate::fill;
use crate::fulltext::FullText;
use crate::http::Client;
use crate::pages::percentiles;
use crate::place::Place;
use crate::report::Report;
use crate::texts::{Dice, Questions, Text, questions, real, variation};

/// Services in one transaction.
const BATCH: usize = 250;
/// Publications that are waited for.
const CHANGES: usize = 10;

/// p50 and p99 by name of the question.
type Beside = BTreeMap<&'static str, [Duration; 2]>;

/// Everything about finding.
pub async fn measure(place: &Place, services: usize, queries: usize, report: &mut Report) -> Result<(), Failure> {
    quality(report).await?;
    // The first start makes the tables and puts in what every demonstration has.
    place.serve().await?.stop()?;
    let db = place.database().await?;
    let begun = Instant::now();
    let texts = fill(&db, services).await?;
    report.add(&format!("search-fill/{services}"), place.db, services as f64 / begun.elapsed().as_secs_f64(), "1/s")?;
    let asked =
        questions(&texts.iter().map(|[name, _, body]| (name.clone(), body.clone())).collect::<Vec<_>>(), queries);
    let beside = beside(&texts, &asked, report).await?;
    drop(texts);
    inside(place, &db, services, &asked, &beside, report).await?;
    over_http(place, &db, services, &asked, queries, report).await?;
    Ok(db.close().await?)
}

/// The judged queries on the pilot services and the invented corpus.
async fn quality(report: &mut Report) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("judged.db").display());
    let db = Database::connect(storage::Settings::new(url, folder.path().join("files"))).await?;
    migrations::up(db.for_migrations()).await?;
    let mut tx = db.write(&Caller::engine()).await?;
    institutions::install_reference_data(&mut tx).await?;
    install_pilot_services(&mut tx).await?;
    install_judged_corpus(&mut tx).await?;
    tx.commit().await?;
    let index = SearchIndex::open(Location::Ram)?;
    let tx = db.read(&Caller::engine()).await?;
    index.rebuild(&tx).await?;
    let without = judge(&tx, &index).await?.mean;
    drop(tx);
    let mut tx = db.write(&Caller::engine()).await?;
    install_search_rules(&mut tx).await?;
    tx.commit().await?;
    let with = judge(&db.read(&Caller::engine()).await?, &index).await?.mean;
    report.beside("search-ndcg10/with-synonyms", "", with, "nDCG@10", ("without synonyms", without))?;
    Ok(db.close().await?)
}

/// Puts in so many services; gives title, keywords and body of each.
async fn fill(db: &Database, services: usize) -> Result<Vec<[String; 3]>, Failure> {
    let tx = db.read(&Caller::engine()).await?;
    let filter = InstitutionFilter { kind: Some(InstitutionKind::Municipality), parent: None };
    let list = institutions::list(&tx, &filter, &PageRequest::first(PageRequest::MAX)).await?;
    let towns: Vec<_> = list.items.into_iter().filter_map(|one| Some((one.id, one.atvk?, one.name))).collect();
    let mut base: Vec<Text> = real()?;
    if base.is_empty() {
        base = judged_corpus(&tx).await?.into_iter().map(|sample| (sample.name.lv, sample.summary.lv)).collect();
    }
    drop(tx);
    let mut dice = Dice::new(1);
    let mut texts = Vec::with_capacity(services);
    let mut number = 0;
    while number < services {
        let mut tx = db.write(&Caller::engine()).await?;
        for _ in 0..BATCH.min(services - number) {
            let sample = variation(number, &base, &towns, &mut dice).ok_or("there are no texts")?;
            texts.push([sample.name.lv.clone(), sample.keywords.join(" "), sample.summary.lv.clone()]);
            put_sample_service(&mut tx, sample).await?;
            number += 1;
        }
        tx.commit().await?;
    }
    Ok(texts)
}

async fn beside(texts: &[[String; 3]], asked: &Questions, report: &mut Report) -> Result<Beside, Failure> {
    let (table, took) = FullText::fill(texts).await?;
    report.add(&format!("fulltext-fill/{}", texts.len()), "postgres", took.as_secs_f64(), "s")?;
    let mut beside = Beside::new();
    for (name, list) in kinds(asked) {
        table.times(list).await?;
        beside.insert(name, percentiles(table.times(list).await?));
    }
    Ok(beside)
}

fn kinds(asked: &Questions) -> [(&'static str, &Vec<String>); 5] {
    [
        ("one-word", &asked.one),
        ("two-words", &asked.two),
        ("faceted", &asked.one),
        ("typo", &asked.typo),
        ("suggest", &asked.begun),
    ]
}

/// Building the index and asking it, in this process: what the server does between request and page.
async fn inside(
    place: &Place,
    db: &Database,
    services: usize,
    asked: &Questions,
    beside: &Beside,
    report: &mut Report,
) -> Result<(), Failure> {
    let index = SearchIndex::open(Location::Own(place.folder().join("search")))?;
    let tx = db.read(&Caller::engine()).await?;
    let begun = Instant::now();
    index.rebuild(&tx).await?;
    report.add(&format!("search-rebuild/{services}"), place.db, begun.elapsed().as_secs_f64(), "s")?;
    for (name, list) in kinds(asked) {
        // Once to warm up, once to measure.
        let mut times = Vec::new();
        for _ in 0..2 {
            times.clear();
            for question in list {
                let begun = Instant::now();
                match name {
                    "suggest" => drop(index.suggest(&tx, question, Locale::Lv, 7).await?),
                    _ => drop(find_services(&tx, &index, &find(question, name == "faceted")?).await?),
                }
                times.push(begun.elapsed());
            }
        }
        both(report, &format!("search-{name}/{services}"), place.db, percentiles(times), beside.get(name))?;
    }
    Ok(())
}

fn find(words: &str, faceted: bool) -> Result<FindServices, Failure> {
    let mut chosen = Chosen::default();
    if faceted {
        chosen.pick(FacetName::Channel, "electronic")?;
        chosen.pick(FacetName::Life, "taxes")?;
        chosen.pick(FacetName::Client, "natural_person")?;
    }
    let states = vec![ServiceState::Open, ServiceState::Closed];
    Ok(FindServices { words: words.to_owned(), states, chosen, page: PageRequest::first(20) })
}

/// The running server: pages, suggestions, memory, and how soon a publication of another process is found.
async fn over_http(
    place: &Place,
    db: &Database,
    services: usize,
    asked: &Questions,
    count: usize,
    report: &mut Report,
) -> Result<(), Failure> {
    // Judging and comparing so many new descriptions at once takes minutes and is no part of an ordinary day.
    fill::pass_readers(db).await?;
    let server = place.serve().await?;
    report.add(&format!("search-start/{services}"), place.db, server.start.as_secs_f64() * 1000.0, "ms")?;
    let mut visitor = Browser::anonymous(&server.host).await?;
    for (name, path, list) in [
        ("page", "/lv/services?q=", &asked.one),
        ("api", "/api/v1/services?q=", &asked.one),
        ("suggest", "/lv/services/suggest?q=", &asked.begun),
    ] {
        let mut times = Vec::new();
        for question in list {
            let begun = Instant::now();
            visitor.page(&format!("{path}{}", percent(question)), "gzip").await?;
            times.push(begun.elapsed());
        }
        both(report, &format!("search-http-{name}/{services}"), place.db, percentiles(times), None)?;
    }
    // Codes are given in one series: the middle of the register.
    let code = 1000 + services / 2;
    let times = visitor.times(&format!("/lv/services/{code}"), count).await?;
    both(report, &format!("service-page/{services}"), place.db, percentiles(times), None)?;
    let visible = percentiles(publications(db, &server.host).await?);
    both(report, &format!("search-visible/{services}"), place.db, visible, None)?;
    report.add(&format!("search-resident/{services}"), place.db, server.resident()?, "MiB")?;
    Ok(server.stop()?)
}

/// Publishes a word that no other service has, and asks until it is found.
async fn publications(db: &Database, host: &str) -> Result<Vec<Duration>, Failure> {
    let mut client = Client::connect(host).await?;
    let mut times = Vec::new();
    for number in 0..CHANGES {
        let word = format!("jaunums{}", "abcdefghij".chars().nth(number).unwrap_or('x'));
        // A pilot service is complete, so it may be published again.
        let code = (1001 + number % 16).to_string();
        let mut tx = db.write(&Caller::engine()).await?;
        let known = service(&tx, &code).await?;
        let mut description = (*known.description).clone();
        description.keywords.lv.push(word.clone());
        publish(&mut tx, PublishService::now(&code, known.latest, Some(description))).await?;
        tx.commit().await?;
        let begun = Instant::now();
        loop {
            let answer = client.get(&format!("/api/v1/services?q={word}"), &[]).await?;
            if answer.text().contains(&format!("\"{code}\"")) {
                break;
            }
            if begun.elapsed() > Duration::from_secs(30) {
                return Err(format!("{word} was published and not found").into());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        times.push(begun.elapsed());
    }
    Ok(times)
}

fn both(
    report: &mut Report,
    name: &str,
    db: &str,
    times: [Duration; 2],
    beside: Option<&[Duration; 2]>,
) -> Result<(), Failure> {
    for (place, label) in ["p50", "p99"].into_iter().enumerate() {
        let line = format!("{name}/{label}");
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        match beside {
            Some(beside) => {
                let beside = ("postgres full text", milliseconds(beside[place]));
                report.beside(&line, db, milliseconds(times[place]), "ms", beside)?;
            }
            None => report.add(&line, db, milliseconds(times[place]), "ms")?,
        }
    }
    Ok(())
}

/// A text as it stands in an address.
fn percent(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}
