//! The way to a form that the institution keeps on a site of its own.

use catalogue::{ChannelOffer, Service};
use kernel::Channel;
use serde::Serialize;
use web_kit::{Visit, percent};

use super::super::elements::{site, web_link};

/// A form on another site.
#[derive(Debug, Serialize)]
pub(crate) struct Elsewhere {
    pub(crate) href: String,
    pub(crate) site: String,
    /// Whether the visitor is signed in there without doing it a second time.
    pub(crate) signed_in: bool,
}

impl Elsewhere {
    /// By the start of a sign-in where there is one. The site that is named is the one that the link opens.
    fn of(start: Option<String>, target: String) -> Self {
        let signed_in = start.is_some();
        let href = start.unwrap_or(target);
        Self { site: site(&href), href, signed_in }
    }
}

/// Where the institution takes requests on-line itself (CAT-06, POR-12).
pub(crate) fn elsewhere(visit: &Visit, service: &Service) -> Option<Elsewhere> {
    let offer = service.offer(Channel::Electronic).filter(|_| service.requestable_by(Channel::Electronic))?;
    let target = web_link(offer.link.as_deref())?;
    let start = visitor_issuer(visit).and_then(|issuer| start_of_sign_in(offer, issuer, &target));
    Some(Elsewhere::of(start, target))
}

/// The configured provider, if it was the one that signed the visitor in.
fn visitor_issuer(visit: &Visit) -> Option<&str> {
    let issuer = visit.state().settings().sign_in_issuer.as_deref()?;
    let session = visit.visitor().session.as_ref()?;
    (session.issuer.as_deref() == Some(issuer)).then_some(issuer)
}

/// Where the other site begins a sign-in by the provider that signed the visitor in here (third-party initiated login,
/// OpenID Connect Core s. 4): the provider knows the visitor, so nothing is asked. The parameter `login_hint` of the
/// standard is left out, for it would tell the other site who comes before they have said so.
fn start_of_sign_in(offer: &ChannelOffer, issuer: &str, target: &str) -> Option<String> {
    let safe = |address: &str| address.starts_with("https://");
    let start = offer.sign_in.as_deref().filter(|start| safe(start) && safe(target))?;
    let start = start.split('#').next().unwrap_or(start);
    let joint = if start.contains('?') { '&' } else { '?' };
    Some(format!("{start}{joint}iss={}&target_link_uri={}", percent(issuer), percent(target)))
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, start_of_sign_in};
    use catalogue::{ChannelOffer, Fee};
    use kernel::Channel;

    fn offer(sign_in: Option<&str>) -> ChannelOffer {
        let sign_in = sign_in.map(str::to_owned);
        ChannelOffer { sign_in, ..ChannelOffer::new(Channel::Electronic, Vec::new(), Fee::Free) }
    }

    // req: POR-12
    #[test]
    fn the_address_names_the_provider_and_where_to_go_and_nothing_else() {
        let start = |sign_in, target| start_of_sign_in(&offer(sign_in), "https://login.example.lv/op", target);
        let target = "https://e.example.lv/pieteikums?veids=1&lv";
        assert_eq!(
            start(Some("https://e.example.lv/login"), target).unwrap(),
            "https://e.example.lv/login?iss=https%3A%2F%2Flogin.example.lv%2Fop\
             &target_link_uri=https%3A%2F%2Fe.example.lv%2Fpieteikums%3Fveids%3D1%26lv"
        );
        assert_eq!(
            start(Some("https://e.example.lv/login?org=7#top"), "https://e.example.lv/").unwrap(),
            "https://e.example.lv/login?org=7&iss=https%3A%2F%2Flogin.example.lv%2Fop\
             &target_link_uri=https%3A%2F%2Fe.example.lv%2F"
        );
        assert_eq!(start(None, target), None);
        assert_eq!(start(Some("http://e.example.lv/login"), target), None, "an address that can be listened to");
        assert_eq!(start(Some("https://e.example.lv/login"), "http://e.example.lv/"), None);
    }

    // req: POR-12
    #[test]
    fn the_site_that_is_named_is_the_one_that_the_link_opens() {
        let target = || "https://e.example.lv/pieteikums".to_owned();
        let direct = Elsewhere::of(None, target());
        assert_eq!((direct.site.as_str(), direct.href.as_str(), direct.signed_in), ("e.example.lv", &*target(), false));
        let start = "https://login.example.lv/begin?iss=x";
        let by_start = Elsewhere::of(Some(start.to_owned()), target());
        assert_eq!(
            (by_start.site.as_str(), by_start.href.as_str(), by_start.signed_in),
            ("login.example.lv", start, true)
        );
    }
}
