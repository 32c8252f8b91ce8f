//! A browser as small as it can be: cookies, redirects, one form.

use super::server::CALLBACK;
use std::collections::BTreeMap;

/// Cookies of one browser.
pub struct Browser {
    http: outbound::Client,
    cookies: BTreeMap<String, String>,
    origin: String,
}

/// What the provider sent back to our callback.
#[derive(Debug)]
pub struct Back {
    /// Query parameters of the callback.
    pub query: BTreeMap<String, String>,
}

impl Browser {
    /// A browser without cookies for one provider.
    pub fn new(origin: &str) -> Self {
        let http = outbound::Client::new(outbound::Settings::default()).unwrap();
        Self { http, cookies: BTreeMap::new(), origin: origin.to_owned() }
    }

    /// Follows the provider's pages from `url`, clicking the button of `account`, until it sends us back.
    pub async fn sign_in(&mut self, url: &str, account: &str) -> Back {
        let mut url = url.to_owned();
        for _ in 0..10 {
            if let Some(query) = url.strip_prefix(&format!("{CALLBACK}?")) {
                return Back { query: query.split('&').filter_map(|pair| pair.split_once('=')).map(owned).collect() };
            }
            let page = self.ask("GET", &url, "").await;
            let next = match location(&page) {
                Some(next) => next,
                None => location(&self.ask("POST", &url, &format!("account={account}")).await).expect("a way on"),
            };
            url = if next.starts_with('/') { format!("{}{next}", self.origin) } else { next };
        }
        panic!("the provider sends us round in circles");
    }

    async fn ask(&mut self, method: &str, url: &str, body: &str) -> http::Response<Vec<u8>> {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = http::Request::builder()
            .method(method)
            .uri(url)
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.as_bytes().to_vec())
            .unwrap();
        let answer = self.http.execute(request).await.unwrap();
        assert!(answer.status().as_u16() < 400, "{url}: {}", String::from_utf8_lossy(answer.body()));
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}

fn location(answer: &http::Response<Vec<u8>>) -> Option<String> {
    answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned())
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
