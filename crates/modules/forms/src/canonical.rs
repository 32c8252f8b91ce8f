//! One fixed way to write answers as bytes, so that equal answers have equal fingerprints.

use crate::model::Answers;
use serde_json::Value;

/// JSON without blanks and with the names of every object in order (as RFC 8785 has it for texts and whole numbers):
/// equal answers give equal bytes.
#[must_use]
pub fn canonical(answers: &Answers) -> String {
    let mut out = String::new();
    write_object(answers, &mut out);
    out
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Object(members) => write_object(members, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_value(item, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

fn write_object(members: &Answers, out: &mut String) {
    let mut names: Vec<&String> = members.keys().collect();
    names.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
    out.push('{');
    for (at, name) in names.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&Value::String(name.clone()).to_string());
        out.push(':');
        write_value(&members[name], out);
    }
    out.push('}');
}
