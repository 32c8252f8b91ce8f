//! How long pages take for one client, at a small and at a large number of cases.
use std::collections::BTreeMap;
use std::time::Duration;

use crate::Failure;
use crate::demo::{Application, Browser, bearer};
use crate::http::Client;
use crate::report::Report;
use crate::server::Server;

/// p50 and p99 by page, of the smaller size.
pub type Times = BTreeMap<&'static str, [Duration; 2]>;

/// Measures every page `count` times; beside what `smaller` says, with the number of cases there.
pub async fn measure(
    server: &Server,
    (db, size): (&str, u64),
    count: usize,
    smaller: Option<&(u64, Times)>,
    report: &mut Report,
) -> Result<Times, Failure> {
    let application = Application::of(&server.host).await?;
    let number = application.send(&mut Client::connect(&server.host).await?, &format!("bench-page-{size}")).await?;
    let slug = number.replace(' ', "-");
    let api = |path: String| (path, Visitor::Token("officer"));
    let pages = [
        ("case-api", api(format!("/api/v1/cases/{slug}"))),
        ("case-officer", (format!("/lv/work/cases/{slug}"), Visitor::Browser("officer"))),
        ("case-citizen", (format!("/lv/cases/{slug}"), Visitor::Browser("resident"))),
        ("queue", ("/lv/work/desk?tab=team".to_owned(), Visitor::Browser("officer"))),
        ("search", ("/lv/services?q=pabalsts".to_owned(), Visitor::Nobody)),
        ("search-api", ("/api/v1/services?q=pabalsts".to_owned(), Visitor::Nobody)),
    ];
    let mut times = Times::new();
    for (name, (path, visitor)) in pages {
        let mut browser = visitor.browser(&server.host).await?;
        let both = percentiles(browser.times(&path, count).await?);
        for (index, label) in ["p50", "p99"].into_iter().enumerate() {
            let line = format!("{name}/{size}/{label}");
            let value = both[index].as_secs_f64() * 1000.0;
            match smaller.and_then(|(cases, times)| Some((cases, times.get(name)?))) {
                Some((cases, small)) => {
                    let against = format!("{cases} cases");
                    report.beside(&line, db, value, "ms", (&against, small[index].as_secs_f64() * 1000.0))?;
                }
                None => report.add(&line, db, value, "ms")?,
            }
        }
        times.insert(name, both);
    }
    Ok(times)
}

enum Visitor {
    Nobody,
    Browser(&'static str),
    Token(&'static str),
}

impl Visitor {
    async fn browser(&self, host: &str) -> Result<Browser, Failure> {
        Ok(match self {
            Self::Nobody => Browser::anonymous(host).await?,
            Self::Browser(persona) => Browser::sign_in(host, persona).await?,
            Self::Token(persona) => {
                let mut client = Client::connect(host).await?;
                let token = bearer(&mut client, persona).await?;
                Browser::with(client, ("authorization", token))
            }
        })
    }
}

/// p50 and p99.
pub fn percentiles(mut times: Vec<Duration>) -> [Duration; 2] {
    times.sort();
    [0.50, 0.99].map(|share| {
        let index = ((times.len() as f64 * share).ceil() as usize).saturating_sub(1);
        times.get(index).copied().unwrap_or_default()
    })
}
