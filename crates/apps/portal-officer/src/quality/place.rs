//! Where in a description something was found, in words.

use i18n::Args;
use web_kit::Visit;

/// `steps/2/title` as „3. solis: virsraksts”.
pub fn place(visit: &Visit, path: &str) -> String {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let (number, part) = match rest.as_slice() {
        // Of an item in a list inside an item the outer one is named.
        [number, part] | [number, _, _, part] => (number.parse::<i64>().ok(), Some(*part)),
        [one] => match one.parse::<i64>() {
            Ok(number) => (Some(number), None),
            Err(_) => (None, Some(*one)),
        },
        _ => (None, None),
    };
    let place = match number {
        Some(number) => {
            let mut values = Args::new();
            values.set("number", number + 1);
            visit.text_with(&format!("work-quality-in-{first}-n"), &values)
        }
        None => visit.text(&format!("work-quality-in-{first}")),
    };
    match part {
        Some(part) => format!("{place}: {}", visit.text(&format!("work-quality-part-{part}"))),
        None => place,
    }
}
