//! Addresses that descriptions name. People write them, so only those of the web become links.

use serde::Serialize;

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Address {
    /// Where it leads; none for what is no address of the web.
    href: Option<String>,
    /// Its site, or what was written in place of an address.
    site: String,
}

impl Address {
    /// What was written, unless it is empty.
    pub(crate) fn of(link: Option<&str>) -> Option<Self> {
        let link = link.map(str::trim).filter(|link| !link.is_empty())?;
        let href = web_link(Some(link));
        let site = if href.is_some() { site(link) } else { link.to_owned() };
        Some(Self { href, site })
    }
}

/// The address, if it is one of the web.
pub(crate) fn web_link(link: Option<&str>) -> Option<String> {
    link.filter(|link| link.starts_with("https://") || link.starts_with("http://")).map(str::to_owned)
}

/// The site of an address, as browsers find it.
pub(crate) fn site(link: &str) -> String {
    let place = link.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#', '\\']).next());
    place.and_then(|place| place.rsplit('@').next()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Address, site};

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        let of = |link| Address::of(Some(link)).map(|found| (found.href, found.site));
        let page = "https://likumi.lv/ta/id/68483";
        assert_eq!(of(page), Some((Some(page.to_owned()), "likumi.lv".to_owned())));
        assert_eq!(of("javascript:alert(1)"), Some((None, "javascript:alert(1)".to_owned())));
        assert_eq!((of("  "), Address::of(None)), (None, None));
    }

    #[test]
    fn the_site_is_the_one_that_a_browser_goes_to() {
        for link in [
            "https://cits.example/x",
            "https://vsaa.gov.lv@cits.example/x",
            "https://vsaa.gov.lv:x@cits.example",
            "https://cits.example?vsaa.gov.lv/x",
            "https://cits.example#vsaa.gov.lv/x",
            "https://cits.example\\vsaa.gov.lv/x",
        ] {
            assert_eq!(site(link), "cits.example", "{link}");
        }
        assert_eq!(site("https://e.example.lv:8443/login"), "e.example.lv:8443");
    }
}
