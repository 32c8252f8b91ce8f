//! Everything public at once, page by page, in memory that does not grow with the register (CAT-19, OPN-03).

use super::sources::Sources;
use super::{Graph, publisher::OpenData, service};
use crate::neutral::csv_line;
use catalogue::{ChannelOffer, Deadline, Fee, FeeTier, Service, Territory};
use kernel::{Caller, Channel, LangText, Result};
use std::sync::Arc;
use storage::Database;

/// Services read in one transaction: a long download must not hold back the database's housekeeping.
const PAGE: u64 = 200;

/// One service as a line; who promises the shape of lines gives this.
pub type Line = fn(&OpenData, &Service) -> Result<Vec<u8>>;

/// How everything is written.
#[derive(Debug, Clone, Copy)]
pub enum DumpFormat {
    /// One JSON object a line.
    Jsonl(Line),
    /// Comma-separated, with a heading.
    Csv,
    /// Linked data by CPSV-AP.
    Turtle,
}

/// A dump on its way.
#[derive(Debug)]
pub struct Dump {
    db: Database,
    open: OpenData,
    format: DumpFormat,
    after: Option<i64>,
    sources: Sources,
    graph: Graph,
    begun: bool,
}

impl Dump {
    /// From the first service to the last. What changes meanwhile stands in the feed of changes.
    #[must_use]
    pub fn new(db: Database, open: OpenData, format: DumpFormat) -> Self {
        Self { db, open, format, after: Some(0), sources: Sources::default(), graph: Graph::default(), begun: false }
    }

    /// The next part; none after the last.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(after) = self.after else { return Ok(None) };
        // Everybody reads the same: what is public.
        let tx = self.db.read(&Caller::anonymous()).await?;
        let page = catalogue::public_services(&tx, after, PAGE).await?;
        let services: Vec<&Service> = page.services.iter().map(Arc::as_ref).collect();
        self.sources.gather(&tx, &services).await?;
        drop(tx);
        self.after = page.next;
        let part = self.write(&services)?;
        self.begun = true;
        Ok(Some(part))
    }

    fn write(&mut self, services: &[&Service]) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        match self.format {
            DumpFormat::Jsonl(line) => {
                for service in services {
                    out.extend(line(&self.open, service)?);
                    out.push(b'\n');
                }
            }
            DumpFormat::Csv => {
                if !self.begun {
                    let heading = heading();
                    csv_line(&mut out, &heading.iter().map(String::as_str).collect::<Vec<_>>())?;
                }
                for service in services {
                    let cells = self.cells(service);
                    csv_line(&mut out, &cells.iter().map(String::as_str).collect::<Vec<_>>())?;
                }
            }
            DumpFormat::Turtle => {
                for service in services {
                    service::public_service(&mut self.graph, &self.open, service, &self.sources);
                }
                out = self.graph.to_turtle()?;
                self.graph.next_part();
            }
        }
        Ok(out)
    }

    fn cells(&self, service: &Service) -> Vec<String> {
        let text = &service.description;
        let (code, holder) = match self.sources.institution(service.holder) {
            Some(holder) => (holder.code.clone(), holder.name.clone()),
            None => (String::new(), LangText::default()),
        };
        let territory = match &text.territory {
            Territory::WholeCountry => "LV".to_owned(),
            Territory::Municipalities(codes) => codes.join(" "),
        };
        let mut cells = vec![
            service.code.clone(),
            text.name.lv.clone(),
            text.name.en.clone(),
            text.summary.lv.clone(),
            text.summary.en.clone(),
            code,
            holder.lv,
            holder.en,
            service.state.as_str().to_owned(),
            text.client_circle.as_str().to_owned(),
            text.cofog.clone(),
            territory,
        ];
        for channel in Channel::ALL {
            let offer = service.offer(channel);
            cells.push(offer.map(|offer| cell_of_fee(offer.fee)).unwrap_or_default());
            cells.push(offer.map(cell_of_cases).unwrap_or_default());
            cells.push(offer.map(|_| cell_of_deadline(service.deadline(channel))).unwrap_or_default());
        }
        cells.push(service.version.to_string());
        cells.push(service.revision.to_string());
        cells.push(service.valid_from.map(|from| from.to_rfc3339()).unwrap_or_default());
        cells.push(self.open.service_address(&service.code));
        cells
    }
}

fn heading() -> Vec<String> {
    let first = [
        "code",
        "name_lv",
        "name_en",
        "summary_lv",
        "summary_en",
        "holder",
        "holder_name_lv",
        "holder_name_en",
        "state",
        "client_circle",
        "cofog",
        "territory",
    ];
    let parts = ["fee", "fee_cases", "deadline"];
    let channels = Channel::ALL.into_iter().flat_map(|channel| parts.map(|part| format!("{channel}_{part}")));
    let last = ["version", "revision", "valid_from", "address"];
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    own(&first).into_iter().chain(channels).chain(own(&last)).collect()
}

/// A fee as a cell: `0.00`, `12.50`, or `stated` when the amount is not known. Empty means that the channel is not offered.
pub(crate) fn cell_of_fee(fee: Fee) -> String {
    match fee {
        Fee::Free => "0.00".to_owned(),
        Fee::Amount(amount) => amount.to_string(),
        Fee::Stated => "stated".to_owned(),
    }
}

/// The other payments of a channel, one a line: `14.25 | Bērniem | For children`; what is paid on top begins with
/// `added`.
fn cell_of_cases(offer: &ChannelOffer) -> String {
    let line = |tier: &FeeTier| {
        let added = if tier.added { "added " } else { "" };
        format!("{added}{} | {} | {}", cell_of_fee(tier.fee), tier.condition.lv, tier.condition.en)
    };
    offer.tiers.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A deadline as a cell: `10 wd` in working days, `1 m` in months.
pub(crate) fn cell_of_deadline(deadline: Deadline) -> String {
    match deadline {
        Deadline::WorkingDays(days) => format!("{days} wd"),
        Deadline::Months(months) => format!("{months} m"),
    }
}
