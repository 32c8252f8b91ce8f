//! The weight of a page on the wire: HTML with its styles and scripts, compressed as a browser gets them.
use std::collections::BTreeSet;
use std::io::Result;

use crate::demo::{Application, Browser};
use crate::report::Report;
use crate::server::Server;

/// What browsers of today ask for first.
const ENCODING: &str = "br";

/// Home, services, the page of a service, and one's own cases.
pub async fn measure(server: &Server, report: &mut Report) -> Result<()> {
    let service = Application::of(&server.host).await?.service;
    let mut resident = Browser::sign_in(&server.host, "resident").await?;
    let service = format!("/lv/services/{service}");
    for (name, path) in
        [("home", "/lv"), ("services", "/lv/services"), ("service", service.as_str()), ("cases", "/lv/cases")]
    {
        let (first, again) = of(&mut resident, path).await?;
        report.add(&format!("page-weight/{name}"), "", first as f64 / 1024.0, "KiB")?;
        report.add(&format!("page-weight-again/{name}"), "", again as f64 / 1024.0, "KiB")?;
    }
    Ok(())
}

/// Bytes of the first visit, and of a later one when styles and scripts are kept.
async fn of(browser: &mut Browser, path: &str) -> Result<(usize, usize)> {
    let html = browser.page(path, ENCODING).await?.body.len();
    let plain = browser.page(path, "identity").await?.text();
    let mut total = html;
    for address in linked(&plain) {
        total += browser.page(&address, ENCODING).await?.body.len();
    }
    Ok((total, html))
}

/// Styles and scripts that the page names.
fn linked(html: &str) -> BTreeSet<String> {
    html.split(['"', '\''])
        .filter(|text| text.starts_with("/assets/") && (text.ends_with(".css") || text.ends_with(".js")))
        .map(str::to_owned)
        .collect()
}
