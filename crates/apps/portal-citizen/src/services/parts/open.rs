//! "On other sites and as open data": where the card and the data of a service are.

use catalogue::Service;
use kernel::Locale;
use serde::Serialize;
use web_kit::Visit;

/// The addresses.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpenPart {
    share: String,
    json_ld: String,
    turtle: String,
}

impl OpenPart {
    /// Of a service that the public sees; none of an internal one or a draft.
    pub(crate) fn of(visit: &Visit, service: &Service) -> Option<Self> {
        let public = service.state != catalogue::ServiceState::Draft && !service.description.flags.internal;
        public.then(|| Self::at(visit.locale(), &service.code))
    }

    /// Of the service with this code.
    pub(crate) fn at(locale: Locale, code: &str) -> Self {
        Self {
            share: format!("/{locale}/services/{code}/share"),
            json_ld: format!("/api/v1/services/{code}.jsonld"),
            turtle: format!("/api/v1/services/{code}.ttl"),
        }
    }
}
