//! Many cases in little time: the use case itself, many times in one transaction.
use std::time::{Duration, Instant};

use cases::{Origin, SubmitCase};
use kernel::{Caller, Channel, PersonId};
use storage::{Database, head_of_log, reader_states};

use crate::Failure;
use crate::demo::Application;
use crate::place::Place;
use crate::report::Report;
use crate::server::Server;

/// Cases in one transaction.
const BATCH: u64 = 250;
/// Applications of one person.
const OF_ONE: u64 = 5;
/// Readers have so much time to digest what was put in.
const PATIENCE: Duration = Duration::from_secs(900);

/// Puts in `count` cases while no server runs.
pub async fn fill(place: &Place, application: &Application, count: u64, report: &mut Report) -> Result<(), Failure> {
    let db = place.database().await?;
    let begun = Instant::now();
    let mut done = 0;
    while done < count {
        let batch = BATCH.min(count - done);
        submit_many(&db, application, batch).await?;
        done += batch;
    }
    report.add(&format!("fill/{count}"), place.db, count as f64 / begun.elapsed().as_secs_f64(), "1/s")?;
    Ok(db.close().await?)
}

async fn submit_many(db: &Database, application: &Application, batch: u64) -> Result<(), Failure> {
    let mut tx = db.write(&Caller::engine()).await?;
    for n in 0..batch {
        if n % OF_ONE == 0 {
            let person = PersonId::new(tx.ids().uuid());
            tx.act_as(Caller::client(person));
        }
        let key = tx.ids().uuid().to_string();
        let origin = Origin::Answers { service: application.service.clone(), answers: application.answers.clone() };
        let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: Some(key) };
        cases::submit(&mut tx, input).await?;
    }
    Ok(tx.commit().await?)
}

/// Waits until the readers of a server that has just become ready have digested everything; their time counts from the
/// start of its process.
pub async fn wait_for_readers(place: &Place, server: &Server, count: u64, report: &mut Report) -> Result<(), Failure> {
    let begun = Instant::now();
    let db = place.database().await?;
    while begun.elapsed() < PATIENCE {
        let tx = db.read(&Caller::engine()).await?;
        let head = head_of_log(&tx).await?;
        let behind = reader_states(&tx).await?.iter().any(|reader| reader.at < head);
        drop(tx);
        if !behind {
            let rate = count as f64 / (server.start + begun.elapsed()).as_secs_f64();
            report.add(&format!("readers/{count}"), place.db, rate, "1/s")?;
            return Ok(db.close().await?);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err("the readers of the log did not come to its end".into())
}

/// Moves every reader to the end of the log, as if it had digested everything: where that is not what is measured.
pub async fn pass_readers(db: &Database) -> Result<(), Failure> {
    let mut tx = db.write(&Caller::engine()).await?;
    let head = head_of_log(&tx).await?;
    for reader in reader_states(&tx).await? {
        tx.move_reader(&reader.name, head).await?;
    }
    Ok(tx.commit().await?)
}
