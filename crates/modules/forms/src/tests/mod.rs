//! Tests of forms: definitions, rules, normalising, drafts.

mod definitions;
mod drafts;
mod files;
mod formats;
mod jsonforms;
mod normalise;
mod policy;
mod revealed;
mod samples;
mod settled;
mod submit;
mod summary;
mod validate;
