//! The first page: search, own things, services.

use catalogue::ServiceFilter;
use kernel::{Locale, PageRequest};
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::services::ServiceLine;

/// Context of `home/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct HomePage {
    services: Vec<ServiceLine>,
}

impl Template for HomePage {
    const NAME: &'static str = "citizen/home/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![Self { services: ServiceLine::samples(locale) }, Self { services: Vec::new() }]
    }
}

/// `GET /`
pub(crate) async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let found = catalogue::list_services_once(&tx, &ServiceFilter::default(), &PageRequest::first(8)).await?;
    visit.render(&HomePage { services: ServiceLine::of(&tx, &visit, found.items).await? })
}
