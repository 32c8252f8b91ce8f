//! Triples as Turtle.

use super::{Graph, terms::PREFIXES};
use kernel::{Error, Result};
use oxttl::TurtleSerializer;

impl Graph {
    /// As Turtle, with the prefixes of every vocabulary used.
    ///
    /// # Errors
    /// Internal when it cannot be written.
    pub fn to_turtle(&self) -> Result<Vec<u8>> {
        let mut writer = TurtleSerializer::new();
        for (prefix, namespace) in PREFIXES {
            writer = writer.with_prefix(prefix, namespace).map_err(|error| Error::internal("turtle").source(error))?;
        }
        let mut out = writer.for_writer(Vec::new());
        for triple in self.triples() {
            out.serialize_triple(triple).map_err(|error| Error::internal("turtle").source(error))?;
        }
        let written = out.finish().map_err(|error| Error::internal("turtle").source(error))?;
        Ok(in_order(&written))
    }
}

/// The library writes the prefixes in an order that differs from time to time; the same data must be the same text.
fn in_order(written: &[u8]) -> Vec<u8> {
    let mut prefixes: Vec<&[u8]> = Vec::new();
    let mut rest = written;
    while rest.starts_with(b"@prefix ") {
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1);
        prefixes.push(&rest[..end]);
        rest = &rest[end..];
    }
    prefixes.sort_unstable();
    let mut text: Vec<u8> = prefixes.concat();
    text.push(b'\n');
    text.extend_from_slice(rest);
    text
}
