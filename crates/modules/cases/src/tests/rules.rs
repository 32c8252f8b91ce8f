//! The states as such: properties over every sequence of acts.

use crate::{Act, CaseNumber, Desk, State};
use proptest::{prelude::*, sample::select};

proptest! {
    // req: REG-03
    #[test]
    fn no_sequence_of_acts_leaves_the_states_of_the_law(acts in prop::collection::vec(select(Act::ALL), 0..40)) {
        let mut state = State::Submitted;
        let mut decided = false;
        let mut path = vec![state];
        for act in acts {
            let Some(next) = state.after(act) else { continue };
            prop_assert_ne!(next, state, "every act changes the state");
            prop_assert!(!matches!(state, State::Closed | State::Withdrawn), "nothing follows the end");
            prop_assert!(next != State::Delivered || state == State::Decided, "only a decision is delivered");
            prop_assert!(next != State::Withdrawn || !decided, "a decided case cannot be withdrawn");
            prop_assert!(next != State::Submitted, "nothing is received twice");
            decided |= next == State::Decided;
            state = next;
            path.push(state);
        }
        prop_assert_eq!(state.desk() == Desk::Client, state == State::WaitingForClient);
        prop_assert!(!state.is_undecided() || !decided, "{:?}", path);
    }

    // req: CAT-03, REG-02
    #[test]
    fn a_number_is_read_as_people_type_it(code in 1u32..99_999, n in 1i64..1_000_000) {
        let number = CaseNumber::new(&code.to_string(), n);
        prop_assert_eq!(number.as_str(), format!("{code} {n}"));
        for typed in [number.slug(), format!("  {code}   {n} "), format!("{code}\u{a0}{n}")] {
            prop_assert_eq!(&typed.parse::<CaseNumber>().unwrap(), &number);
        }
    }

    #[test]
    fn what_is_no_number_is_no_case(text in "[a-z0-9 '%-]{0,30}") {
        if let Ok(number) = text.parse::<CaseNumber>() {
            prop_assert_eq!(number.slug().parse::<CaseNumber>().unwrap(), number);
        }
    }
}

#[test]
fn from_every_state_the_end_can_be_reached() {
    for start in State::ALL {
        let mut seen = vec![*start];
        while let Some(next) = seen
            .iter()
            .flat_map(|state| Act::ALL.iter().filter_map(|act| state.after(*act)))
            .find(|state| !seen.contains(state))
        {
            seen.push(next);
        }
        assert!(seen.iter().any(|state| state.desk() == Desk::Done), "{start:?} is a dead end");
    }
}
