//! Tests of the portal.

mod samples;
