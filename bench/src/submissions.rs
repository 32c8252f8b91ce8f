//! Applications a second over HTTP beside the bare SQL of the same rows.
use std::time::Duration;

use crate::Failure;
use crate::bare;
use crate::demo::{Application, apply};
use crate::place::Place;
use crate::report::Report;

const ROUNDS: usize = 4;

/// Takes turns, so that a disturbance of the machine meets both; the best of the rounds of each counts.
pub async fn measure(place: &Place, time: Duration, report: &mut Report) -> Result<(), Failure> {
    let bare_db = place.bare_database().await?;
    let server = place.serve().await?;
    let application = Application::of(&server.host).await?;
    for clients in [1, 8] {
        let (mut over_http, mut as_sql) = (0.0_f64, 0.0_f64);
        for _ in 0..ROUNDS {
            // A short run first, so that caches and connections are as in the middle of a day.
            apply(&server.host, &application, clients, time / 6).await?;
            over_http = over_http.max(apply(&server.host, &application, clients, time).await?);
            bare::rate(&bare_db, clients, time / 6, &application.body).await?;
            as_sql = as_sql.max(bare::rate(&bare_db, clients, time, &application.body).await?);
        }
        report.beside(&format!("submissions/{clients}"), place.db, over_http, "1/s", ("bare sql", as_sql))?;
    }
    bare_db.close().await?;
    Ok(server.stop()?)
}
