//! Lends the platform's one HTTP client to the OpenID Connect library.

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::future::Future;
use std::pin::Pin;

/// The platform's HTTP client: time-outs, body limit, call log, no redirects.
#[derive(Clone, Debug)]
pub struct Http(pub outbound::Client);

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = kernel::Error;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, kernel::Error>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.0.execute(request))
    }
}
