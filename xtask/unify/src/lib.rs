//! No code: see the manifest for why this crate exists.
