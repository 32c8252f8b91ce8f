//! The client: every call of the platform to another system goes through here.

use crate::breaker::Breakers;
use crate::call::{Answer, Call};
use crate::crypto::install_crypto;
use crate::settings::Settings;
use http::StatusCode;
use kernel::{Error, ErrorKind, Result};
use reqwest::Url;
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The only HTTP client. Clones share connections and breakers.
#[derive(Debug, Clone)]
pub struct Client(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    http: reqwest::Client,
    settings: Settings,
    breakers: Breakers,
}

impl Client {
    /// A client with these limits. Redirects are not followed, proxies of the environment are not used.
    ///
    /// # Errors
    /// Internal `outbound-client` when TLS cannot be set up.
    pub fn new(settings: Settings) -> Result<Self> {
        install_crypto();
        let builder = || {
            reqwest::Client::builder()
                .connect_timeout(settings.connect_timeout)
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                .user_agent(settings.user_agent.clone())
        };
        let http = builder().build().or_else(|error| {
            // A machine without any root certificate: calls on the loopback address still work.
            tracing::warn!(%error, "no root certificates: TLS calls will fail");
            builder().tls_certs_only([]).build()
        });
        let http = http.map_err(|error| Error::internal("outbound-client").source(error))?;
        let breakers = Breakers::new(settings.breaker_failures, settings.breaker_rest);
        Ok(Self(Arc::new(Inner { http, settings, breakers })))
    }

    /// Makes a call and wants success.
    ///
    /// # Errors
    /// Not found `outbound-not-found` for 404 and 410; unavailable for everything else that is not 2xx, for no answer
    /// in time (`outbound-unreachable`), for an answer that is too long, and while the host is left alone.
    pub async fn send(&self, call: Call) -> Result<Answer> {
        let host = host_of(&self.url(&call)?);
        let answer = self.exchange(&call).await?;
        match answer.status {
            status if status.is_success() => Ok(answer),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(Error::not_found("outbound-not-found").arg("host", host)),
            status => Err(Error::unavailable("outbound-refused").arg("host", host).arg("status", status.as_u16())),
        }
    }

    /// Makes a call and reads the answer as JSON.
    ///
    /// # Errors
    /// As [`Self::send`]; unavailable `outbound-answer` when the answer is not the JSON that was expected.
    pub async fn json<T: DeserializeOwned>(&self, call: Call) -> Result<T> {
        let answer = self.send(call).await?;
        // The cause is not kept: it may quote the answer.
        serde_json::from_slice(&answer.body).map_err(|_| Error::unavailable("outbound-answer"))
    }

    /// Makes a call as the `http` crate describes it and hands out whatever was answered, refusals too: the shape that
    /// OpenID Connect libraries want.
    ///
    /// # Errors
    /// Unavailable when there is no answer; internal `outbound-address` for an address that cannot be called.
    pub async fn execute(&self, request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>> {
        let (parts, body) = request.into_parts();
        let mut call = Call::new(parts.method, parts.uri.to_string(), "(execute)").body(body);
        call.headers = parts.headers;
        let answer = self.exchange(&call).await?;
        let mut response = http::Response::new(answer.body);
        *response.status_mut() = answer.status;
        *response.headers_mut() = answer.headers;
        Ok(response)
    }

    /// Attempts until one is answered without a failure of the server, or until no more may be made.
    async fn exchange(&self, call: &Call) -> Result<Answer> {
        let url = self.url(call)?;
        let host = host_of(&url);
        let most = if call.repeatable { call.attempts.unwrap_or(self.0.settings.attempts).max(1) } else { 1 };
        let mut wait = self.0.settings.back_off;
        for attempt in 1.. {
            if !self.0.breakers.allows(&host, Instant::now()) {
                note(&host, call, "resting", Duration::ZERO);
                return Err(Error::unavailable("outbound-resting").arg("host", host));
            }
            let begun = Instant::now();
            let outcome = self.attempt(call, url.clone(), &host).await;
            let failed = outcome.as_ref().map_or_else(|error| error.kind() == ErrorKind::Unavailable, is_failure);
            self.0.breakers.report(&host, !failed, Instant::now());
            note(&host, call, outcome_word(&outcome), begun.elapsed());
            if !failed || attempt >= most {
                return outcome;
            }
            tokio::time::sleep(wait).await;
            wait *= 2;
        }
        Err(Error::internal("outbound-client"))
    }

    async fn attempt(&self, call: &Call, url: Url, host: &str) -> Result<Answer> {
        let settings = &self.0.settings;
        // The cause is kept without its address, which may carry a personal code.
        let unreachable = |error: reqwest::Error| {
            Error::unavailable("outbound-unreachable").arg("host", host).source(error.without_url())
        };
        let request = self.0.http.request(call.method.clone(), url).headers(call.headers.clone());
        let request = request.body(call.body.clone()).timeout(call.timeout.unwrap_or(settings.timeout));
        let mut response = request.send().await.map_err(unreachable)?;
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if body.len() + chunk.len() > settings.body_limit {
                return Err(Error::unavailable("outbound-too-long").arg("host", host));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Answer { status, headers, body })
    }

    fn url(&self, call: &Call) -> Result<Url> {
        let url = Url::parse(&call.url).map_err(|error| Error::internal("outbound-address").source(error))?;
        let is_plain = url.scheme() == "http" && (self.0.settings.allow_plain_http || is_loopback(&url));
        if is_plain || url.scheme() == "https" {
            Ok(url)
        } else {
            Err(Error::internal("outbound-address").arg("host", host_of(&url)).arg("scheme", url.scheme()))
        }
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port_or_known_default().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether trying again may help.
fn is_failure(answer: &Answer) -> bool {
    answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS
}

fn outcome_word(outcome: &Result<Answer>) -> &'static str {
    match outcome {
        Ok(answer) if answer.status.is_success() => "ok",
        Ok(answer) if is_failure(answer) => "failed",
        Ok(_) => "refused",
        Err(_) => "no answer",
    }
}

/// The call log: host and path template, never the address, which may name a person.
fn note(host: &str, call: &Call, outcome: &'static str, took: Duration) {
    let labels = [("host", host.to_owned()), ("path", call.template.to_owned()), ("outcome", outcome.to_owned())];
    metrics::counter!("durvis_outbound_calls_total", &labels).increment(1);
    metrics::histogram!("durvis_outbound_call_seconds", &labels[..2]).record(took.as_secs_f64());
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    if outcome == "ok" {
        tracing::info!(host, method = %call.method, path = call.template, millis, "call");
    } else {
        tracing::warn!(host, method = %call.method, path = call.template, millis, outcome, "call");
    }
}
