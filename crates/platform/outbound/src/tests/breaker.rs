//! The breaker on its own.

use crate::breaker::Breakers;
use std::time::{Duration, Instant};

const REST: Duration = Duration::from_secs(30);

#[test]
fn a_host_that_keeps_failing_is_left_alone_and_then_tried_once() {
    let (breakers, begin) = (Breakers::new(5, REST), Instant::now());
    for _ in 0..4 {
        breakers.report("a", false, begin);
        assert!(breakers.allows("a", begin));
    }
    breakers.report("a", false, begin);
    assert!(!breakers.allows("a", begin));
    assert!(breakers.allows("b", begin), "other hosts are not concerned");
    assert!(!breakers.allows("a", begin + REST - Duration::from_millis(1)));
    let later = begin + REST;
    assert!(breakers.allows("a", later), "one call tries");
    assert!(!breakers.allows("a", later), "only one");
    breakers.report("a", false, later);
    assert!(!breakers.allows("a", later + Duration::from_secs(1)));
    let again = later + REST;
    assert!(breakers.allows("a", again));
    breakers.report("a", true, again);
    assert!(breakers.allows("a", again));
}

#[test]
fn a_success_between_failures_counts_them_from_the_beginning() {
    let (breakers, now) = (Breakers::new(2, REST), Instant::now());
    breakers.report("a", false, now);
    breakers.report("a", true, now);
    breakers.report("a", false, now);
    assert!(breakers.allows("a", now));
}
