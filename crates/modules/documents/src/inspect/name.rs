//! Names of files: from another machine, so not to be trusted.

/// Longest name, in characters.
const MAX_CHARS: usize = 120;

/// A name without folders, control characters, invisible marks that turn the direction of text, and characters that
/// mean something to a shell or a file system; with a lower-case ending.
pub(crate) fn clean(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = base.chars().filter(|c| !is_invisible(*c)).map(|c| if is_odd(c) { '_' } else { c }).collect();
    let safe = safe.split_whitespace().collect::<Vec<_>>().join(" ");
    let (stem, ending) = safe.rsplit_once('.').unwrap_or((&safe, ""));
    let stem = stem.trim_matches(['.', ' ']);
    let stem: String = if stem.is_empty() { "datne".to_owned() } else { stem.chars().take(MAX_CHARS).collect() };
    let ending: String = ending.trim().chars().take(10).collect::<String>().to_lowercase();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_odd(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | ';' | '%' | '$' | '`' | '\'')
}
