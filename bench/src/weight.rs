//! The weight of a page on the wire: HTML with its styles and scripts, compressed as a browser gets them.
use std::collections::BTreeSet;
use std::io::Result;

use crate::demo::Browser;
use crate::report::Report;

/// Home, list of services, and the first service of the list.
pub async fn measure(host: &str, report: &mut Report) -> Result<()> {
    let mut resident = Browser::sign_in(host, "resident").await?;
    for (name, path) in [("home", "/lv"), ("services", "/lv/services"), ("cases", "/lv/cases")] {
        let (first, again) = of(&mut resident, path).await?;
        report.add(&format!("page-weight/{name}"), "", first as f64 / 1024.0, "KiB")?;
        report.add(&format!("page-weight-again/{name}"), "", again as f64 / 1024.0, "KiB")?;
    }
    Ok(())
}

/// Bytes of the first visit, and of a later one when styles and scripts are kept.
async fn of(browser: &mut Browser, path: &str) -> Result<(usize, usize)> {
    let page = browser.page(path).await?;
    let html = page.body.len();
    let plain = browser.plain(path).await?;
    let mut total = html;
    for address in linked(&plain) {
        total += browser.page(&address).await?.body.len();
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
