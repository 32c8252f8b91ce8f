//! How many requests one address may send; more are answered with 429.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::{ConnectInfo, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::HeaderValue;
use http::header::RETRY_AFTER;
use kernel::Error;

use crate::{Failure, Settings};

/// After so many requests the addresses that have been quiet are forgotten.
const SWEEP_EVERY: u64 = 10_000;

/// The buckets of all addresses; none when there is no limit.
#[derive(Clone)]
pub(crate) struct Limiter {
    buckets: Option<Arc<DefaultKeyedRateLimiter<IpAddr>>>,
    seen: Arc<AtomicU64>,
    behind_proxy: bool,
}

impl Limiter {
    pub(crate) fn new(settings: &Settings) -> Self {
        let quota = settings.rate_limit.and_then(|limit| {
            let burst = NonZeroU32::new(limit.burst)?;
            Some(Quota::with_period(Duration::from_secs(1) / limit.per_second.max(1))?.allow_burst(burst))
        });
        Self {
            buckets: quota.map(|quota| Arc::new(RateLimiter::keyed(quota))),
            seen: Arc::new(AtomicU64::new(0)),
            behind_proxy: settings.behind_proxy,
        }
    }

    fn allows(&self, address: IpAddr) -> bool {
        let Some(buckets) = &self.buckets else { return true };
        if self.seen.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            buckets.retain_recent();
        }
        buckets.check_key(&address).is_ok()
    }

    /// The address of the client: behind a proxy the one that the proxy added, otherwise that of the connection. What a
    /// proxy left out or garbled counts with the proxy itself: without an address there would be no limit.
    fn address(&self, request: &Request) -> Option<IpAddr> {
        let told = if self.behind_proxy { forwarded(request) } else { None };
        told.or_else(|| request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())).map(counted_as)
    }
}

/// The last address of the last line `X-Forwarded-For`: what stands before it may be the client's own invention, and a
/// proxy may add its address as another line.
fn forwarded(request: &Request) -> Option<IpAddr> {
    let line = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = line.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| Some(last.parse::<SocketAddr>().ok()?.ip()))
}

/// Under which address somebody is counted. Of IPv6 it is the network: one household has 2^64 addresses in it.
fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from((u128::from(v6) >> 64) << 64).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Layer: refuses what is above the limit. Assets are not counted: a page brings several.
pub(crate) async fn limit(limiter: Limiter, request: Request, next: Next) -> Response {
    let counted = !request.uri().path().starts_with("/assets/");
    let refused = counted && limiter.address(&request).is_some_and(|address| !limiter.allows(address));
    if refused {
        let mut response = Failure::from(Error::rate_limited("rate-limited")).into_response();
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        return response;
    }
    next.run(request).await
}
