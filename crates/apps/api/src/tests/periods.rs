//! Which months figures are asked for.

use crate::indicators::services::Wanted;
use indicators::{Filter, Grouping};
use kernel::{ErrorKind, Result};

/// What is asked for with these parameters at this instant.
fn asked(query: &str, now: &str) -> Result<Filter> {
    let wanted: Wanted = serde_urlencoded::from_str(query).unwrap();
    wanted.filter(now.parse().unwrap())
}

// req: ANA-01, OPN-01
#[test]
fn unless_said_figures_are_those_of_twelve_months_with_the_present_one() {
    for (query, now, from, to) in [
        ("", "2027-01-15T10:00:00Z", "2026-02", "2027-01"),
        ("", "2026-12-15T10:00:00Z", "2026-01", "2026-12"),
        // The new year has begun in Latvia.
        ("", "2026-12-31T22:30:00Z", "2026-02", "2027-01"),
        ("to=2026-03", "2027-01-15T10:00:00Z", "2025-04", "2026-03"),
        ("from=2020-05", "2027-01-15T10:00:00Z", "2020-05", "2027-01"),
        ("from=2020-05&to=2020-06", "2026-12-15T10:00:00Z", "2020-05", "2020-06"),
    ] {
        let filter = asked(query, now).unwrap();
        assert_eq!((filter.from.to_string().as_str(), filter.to.to_string().as_str()), (from, to), "{query} {now}");
    }
}

// req: OPN-01
#[test]
fn another_grouping_than_by_month_or_year_is_refused_by_its_name() {
    let now = "2027-01-15T10:00:00Z";
    for (query, grouping) in [("", Grouping::Month), ("by=month", Grouping::Month), ("by=year", Grouping::Year)] {
        assert_eq!(asked(query, now).unwrap().grouping, grouping, "{query}");
    }
    for wrong in ["by=", "by=week", "by=Year"] {
        let error = asked(wrong, now).unwrap_err();
        let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
        assert_eq!((error.kind(), error.key(), paths), (ErrorKind::Invalid, "unknown-word", vec!["by"]), "{wrong}");
    }
}
