//! Longer texts that people wrote: paragraphs and simple lists, nothing else.

/// HTML of `text`: empty lines part paragraphs, lines beginning with `- ` make a list. Everything is escaped.
pub(super) fn html(text: &str) -> String {
    let mut out = String::new();
    for block in text.replace("\r\n", "\n").split("\n\n") {
        let lines: Vec<&str> = block.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        let mut items = lines.iter().map(|line| line.strip_prefix("- "));
        if items.all(|item| item.is_some()) {
            out.push_str("<ul>");
            for item in lines {
                out.push_str(&format!("<li>{}</li>", escape(item.trim_start_matches("- "))));
            }
            out.push_str("</ul>");
        } else {
            let inner: Vec<String> = lines.iter().map(|line| escape(line)).collect();
            out.push_str(&format!("<p>{}</p>", inner.join("<br>")));
        }
    }
    out
}

/// `text` as HTML text or the value of an attribute in double quotes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
