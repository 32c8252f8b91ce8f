//! Articles that people wrote: paragraphs, lists, headings and links. Everything else is text.

use kernel::Locale;

use super::prose::escape;

/// HTML of `text`: empty lines part blocks; `## ` and `### ` begin a heading, lines with `- ` make a list, and
/// `[words](address)` is a link to the web or, with `/` in front, to a page of this program. Everything is escaped.
pub(super) fn html(locale: Locale, text: &str) -> String {
    let mut out = String::new();
    for block in text.replace("\r\n", "\n").split("\n\n") {
        let lines: Vec<&str> = block.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let Some(first) = lines.first() else { continue };
        if let ([heading], Some((level, class))) = (lines.as_slice(), level_of(first)) {
            let words = heading.trim_start_matches('#').trim_start();
            out.push_str(&format!("<{level} class=\"{class}\">{}</{level}>", inline(locale, words)));
        } else if lines.iter().all(|line| line.starts_with("- ")) {
            let items = lines.iter().map(|line| format!("<li>{}</li>", inline(locale, line.trim_start_matches("- "))));
            out.push_str(&format!("<ul>{}</ul>", items.collect::<String>()));
        } else {
            let inner: Vec<String> = lines.iter().map(|line| inline(locale, line)).collect();
            out.push_str(&format!("<p>{}</p>", inner.join("<br>")));
        }
    }
    out
}

fn level_of(line: &str) -> Option<(&'static str, &'static str)> {
    match line.split_once(' ')?.0 {
        "##" => Some(("h2", "dv-h2")),
        "###" => Some(("h3", "dv-h3")),
        _ => None,
    }
}

fn inline(locale: Locale, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, words, address, after)) = next_link(rest) {
        out.push_str(&escape(before));
        match safe(locale, address) {
            Some(href) => {
                out.push_str(&format!("<a class=\"dv-link\" href=\"{}\">{}</a>", escape(&href), escape(words)))
            }
            None => out.push_str(&escape(&rest[before.len()..rest.len() - after.len()])),
        }
        rest = after;
    }
    out.push_str(&escape(rest));
    out
}

/// What stands before the next link, its words, its address, and what stands after it.
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (words, rest) = rest.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    Some((before, words, address, after))
}

/// Only the web and our own pages: descriptions are written by people.
fn safe(locale: Locale, address: &str) -> Option<String> {
    let plain = !address.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\');
    if plain && address.starts_with('/') && !address.starts_with("//") {
        return Some(format!("/{locale}{address}"));
    }
    (plain && (address.starts_with("https://") || address.starts_with("http://"))).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::html;
    use kernel::Locale;

    #[test]
    fn headings_lists_links_and_paragraphs() {
        let text = "Ievads\notrā rinda\n\n## Kā\n\n- viens\n- [divi](/life)\n\n[Likums](https://likumi.lv/?a=1&b=2).";
        let expected = "<p>Ievads<br>otrā rinda</p><h2 class=\"dv-h2\">Kā</h2><ul><li>viens</li><li><a class=\"dv-link\" \
                        href=\"/lv/life\">divi</a></li></ul><p><a class=\"dv-link\" \
                        href=\"https://likumi.lv/?a=1&amp;b=2\">Likums</a>.</p>";
        assert_eq!(html(Locale::Lv, text), expected);
    }

    #[test]
    fn what_is_not_safe_stays_text() {
        for text in
            ["[x](javascript:alert(1))", "[x](//evil.example)", "[x](/\\evil)", "<script>", "[x", "[a](b c)", "## "]
        {
            let out = html(Locale::En, text);
            assert!(!out.contains("<a ") && !out.contains("<script"), "{out}");
        }
        assert_eq!(html(Locale::En, "[x](javascript:alert(1))"), "<p>[x](javascript:alert(1))</p>");
        assert_eq!(
            html(Locale::En, "a [b] c [d](/e\"f)"),
            "<p>a <a class=\"dv-link\" href=\"/en/e&quot;f\">b] c [d</a></p>"
        );
    }
}
