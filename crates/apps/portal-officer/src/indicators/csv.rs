//! `/work/indicators.csv`: the same figures for other programs.

use super::asked::IndicatorsAsked;
use crate::parts::Asked;
use indicators::{Form, export_indicators};
use web_kit::{Answer, Fields, Visit, csv_attachment};

/// A line for each service, holder and month.
pub async fn csv(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let filter = IndicatorsAsked::read(&visit, &Fields(asked))?.filter(false);
    let mut table = Vec::new();
    export_indicators(visit.state().database(), visit.caller(), &filter, Form::Csv, &mut table).await?;
    let name = format!("indicators-{}-{}.csv", filter.from, filter.to);
    Ok(csv_attachment(&name, &table))
}
