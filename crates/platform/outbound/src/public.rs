//! Calls to addresses that strangers wrote: only to the public internet, whatever a name resolves to and wherever a
//! redirect leads.

use crate::crypto::install_crypto;
use http::{Method, StatusCode, header};
use kernel::{Error, Result};
use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::error::Error as StdError;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// Redirects that are followed.
const REDIRECTS: usize = 3;

/// The addresses of a name, to come.
pub type Lookup = Pin<Box<dyn Future<Output = std::io::Result<Vec<SocketAddr>>> + Send>>;

/// Finds the addresses of a name. Port 0 stands for the port of the address that is called.
pub trait Resolver: Send + Sync + fmt::Debug {
    /// Looks up a name.
    fn lookup(&self, host: String) -> Lookup;
}

/// The resolver of the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn lookup(&self, host: String) -> Lookup {
        Box::pin(async move { Ok(tokio::net::lookup_host((host, 0)).await?.collect()) })
    }
}

/// Limits of calls to public addresses.
#[derive(Debug, Clone)]
pub struct PublicSettings {
    /// Time to connect.
    pub connect_timeout: Duration,
    /// Time for one attempt.
    pub timeout: Duration,
    /// Value of the header `user-agent`.
    pub user_agent: String,
    /// Who finds the addresses of names.
    pub resolver: Arc<dyn Resolver>,
    /// Addresses that count as public although they are not: servers that stand for a public site in tests.
    pub exceptions: Vec<SocketAddr>,
}

impl Default for PublicSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(15),
            user_agent: concat!("durvis/", env!("CARGO_PKG_VERSION"), " (link check)").to_owned(),
            resolver: Arc::new(SystemResolver),
            exceptions: Vec::new(),
        }
    }
}

/// What an address answered at the end of its redirects. The content is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probe {
    /// Status.
    pub status: u16,
    /// Redirects that led there.
    pub redirects: usize,
}

/// A client that calls public addresses only. A name is resolved once for each call, every address it resolves to is
/// looked at, and the connection goes to one of those: a name that changes meanwhile changes nothing.
#[derive(Debug, Clone)]
pub struct PublicClient {
    http: reqwest::Client,
}

impl PublicClient {
    /// A client with these limits. Proxies of the environment are not used.
    ///
    /// # Errors
    /// Internal `outbound-client` when TLS cannot be set up.
    pub fn new(settings: PublicSettings) -> Result<Self> {
        install_crypto();
        let guard = Arc::new(Guard { resolver: settings.resolver, exceptions: settings.exceptions });
        let builder = || {
            reqwest::Client::builder()
                .connect_timeout(settings.connect_timeout)
                .timeout(settings.timeout)
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                // A connection kept open would outlive the look at its address.
                .pool_max_idle_per_host(0)
                .dns_resolver(Arc::clone(&guard))
                .user_agent(settings.user_agent.clone())
        };
        let http = builder().build().or_else(|error| {
            tracing::warn!(%error, "no root certificates: public addresses with TLS cannot be called");
            builder().tls_certs_only([]).build()
        });
        Ok(Self { http: http.map_err(|error| Error::internal("outbound-client").source(error))? })
    }

    /// Asks an address whether it is there: HEAD, and GET where HEAD is not answered with success. At most three redirects
    /// are followed, each looked at like the first address.
    ///
    /// # Errors
    /// Invalid `outbound-not-public` for anything but http and https on their own ports, and for names and addresses
    /// outside the public internet, also behind a redirect; unavailable `outbound-unreachable` when nothing answers,
    /// `outbound-redirects` when there is no end to the redirects.
    pub async fn probe(&self, url: &str) -> Result<Probe> {
        let url = Url::parse(url).map_err(|_| not_public())?;
        let head = self.follow(Method::HEAD, url.clone()).await;
        match head {
            Ok(probe) if (200..300).contains(&probe.status) => Ok(probe),
            Err(error) if error.key() == NOT_PUBLIC => Err(error),
            _ => self.follow(Method::GET, url).await,
        }
    }

    async fn follow(&self, method: Method, mut url: Url) -> Result<Probe> {
        for redirects in 0..=REDIRECTS {
            require_public(&url)?;
            let sent = self.http.request(method.clone(), url.clone()).send().await;
            let answer = sent.map_err(refusal)?;
            let status = answer.status();
            metrics::counter!("durvis_outbound_public_calls_total", "status" => status.as_str().to_owned())
                .increment(1);
            let target = answer.headers().get(header::LOCATION).and_then(|target| target.to_str().ok());
            match target.filter(|_| is_redirect(status)) {
                Some(target) => url = url.join(target).map_err(|_| not_public())?,
                None => return Ok(Probe { status: status.as_u16(), redirects }),
            }
        }
        Err(Error::unavailable("outbound-redirects"))
    }
}

const NOT_PUBLIC: &str = "outbound-not-public";

fn not_public() -> Error {
    Error::invalid(NOT_PUBLIC)
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The scheme, the port, no name and password, and no private address in the place of a name.
fn require_public(url: &Url) -> Result<()> {
    let web = matches!(url.scheme(), "http" | "https");
    // A port is left out of the address when it is the scheme's own.
    let own_port = matches!((url.scheme(), url.port()), (_, None) | ("http", Some(443)) | ("https", Some(80)));
    let anonymous = url.username().is_empty() && url.password().is_none();
    let host = match url.host_str().map(|host| host.trim_start_matches('[').trim_end_matches(']')) {
        None | Some("") => false,
        Some(host) => host.parse::<IpAddr>().map_or(true, is_public),
    };
    if web && own_port && anonymous && host { Ok(()) } else { Err(not_public()) }
}

/// Why a call failed: because our own guard refused it, or for any other reason.
fn refusal(error: reqwest::Error) -> Error {
    let error = error.without_url();
    let mut cause: Option<&(dyn StdError + 'static)> = Some(&error);
    while let Some(found) = cause {
        if found.is::<NotPublic>() {
            return not_public();
        }
        cause = found.source();
    }
    Error::unavailable("outbound-unreachable").source(error)
}

/// Stands between names and connections.
#[derive(Debug)]
struct Guard {
    resolver: Arc<dyn Resolver>,
    exceptions: Vec<SocketAddr>,
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let found = self.resolver.lookup(name.as_str().to_owned());
        let exceptions = self.exceptions.clone();
        Box::pin(async move {
            let addresses = found.await?;
            // One private address among several is enough: the name is not to be trusted.
            let fine = |address: &SocketAddr| is_public(address.ip()) || exceptions.contains(address);
            if addresses.is_empty() || !addresses.iter().all(fine) {
                return Err(Box::new(NotPublic) as Box<dyn StdError + Send + Sync>);
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

/// A name that leads outside the public internet.
#[derive(Debug)]
struct NotPublic;

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a public address")
    }
}

impl StdError for NotPublic {}

/// Whether an address belongs to the public internet: not to this machine, a private or shared network, a link, a group,
/// documentation, or a cloud's own services (169.254.169.254, fd00:ec2::254).
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = match a {
        0 | 10 | 127 => true,
        100 => (64..128).contains(&b),
        169 => b == 254,
        172 => (16..32).contains(&b),
        192 => b == 168 || (b == 0 && (c == 0 || c == 2)) || (b == 88 && c == 99),
        198 => b == 18 || b == 19 || (b == 51 && c == 100),
        203 => b == 0 && c == 113,
        _ => a >= 224,
    };
    !special
}

/// Only what is given out to the world (2000::/3), without the parts that carry an IPv4 address which is not public.
fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(inner) = address.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let [first, second, third, ..] = address.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match (first, second) {
        // Translation of IPv4. What a network keeps for itself (64:ff9b:1::/48) may stand for any address inside it.
        (0x0064, 0xff9b) => {
            let [_, _, between @ .., high, low] = address.segments();
            between == [0; 4] && is_public_v4(v4(high, low))
        }
        // 6to4.
        (0x2002, _) => is_public_v4(v4(second, third)),
        // Teredo, ORCHID, benchmarks, documentation.
        (0x2001, 0x0000..=0x01ff | 0x0db8) => false,
        (0x3fff, 0x0000..=0x0fff) => false,
        _ => first & 0xe000 == 0x2000,
    }
}
