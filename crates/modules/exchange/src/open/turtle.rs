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
        out.finish().map_err(|error| Error::internal("turtle").source(error))
    }
}
