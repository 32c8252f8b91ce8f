//! Where the text files come from: the folder `locales/`, read from disk in debug builds, embedded in release builds.

use std::collections::BTreeMap;

use kernel::Locale;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../../locales/"]
struct Files;

/// The text files of one language: file name without folder → content.
pub(crate) fn files(locale: Locale) -> BTreeMap<String, String> {
    let folder = format!("{}/", locale.as_str());
    Files::iter()
        .filter_map(|path| {
            let name = path.strip_prefix(&folder).filter(|name| name.ends_with(".ftl"))?.to_owned();
            let content = Files::get(&path)?;
            Some((name, String::from_utf8_lossy(&content.data).into_owned()))
        })
        .collect()
}
