//! `/services/{code}/versions/{version}`: the page as it was; `/services/{code}/preview`: the page as it would be.

use super::Moment;
use crate::services::show::page;
use axum::extract::Path;
use catalogue::{service_of_version, service_version};
use kernel::Error;
use web_kit::{Answer, Visit};

/// `GET /services/{code}/versions/{version}`: everything the version said, with the time in which it held. Nothing can be
/// requested from it.
pub(crate) async fn version(visit: Visit, Path((code, number)): Path<(String, String)>) -> Answer {
    let number = number.parse().map_err(|_| Error::not_found("service-version"))?;
    let tx = visit.read().await?;
    let found = service_version(&tx, &code, number).await?;
    let moment = Moment::version(&visit, &code, &found.line);
    let then = service_of_version(&tx, &code, found).await?;
    let shown = page(&tx, &visit, &then, &then.description, None).await?;
    visit.render(&shown.at(moment))
}

/// `GET /services/{code}/preview`: for those who write it, exactly as the public will see it.
pub(crate) async fn preview(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::preview(&tx, &code).await?;
    let shown = page(&tx, &visit, &service, &service.description, None).await?;
    visit.render(&shown.at(Moment::preview(&visit, &code)))
}
