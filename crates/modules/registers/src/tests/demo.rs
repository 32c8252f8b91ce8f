//! The invented people of the demonstration.

use crate::demo::{Answer, DemoRegister, NAME, UNREACHABLE_CODE, name_in};
use kernel::Locale;

#[test]
fn the_demo_register_knows_its_people_and_can_be_switched_off() {
    let register = DemoRegister::load().unwrap();
    let Answer::Person(anna) = register.answer("328000-00014") else { panic!("Anna is missing") };
    assert_eq!((anna.given_name.as_str(), anna.family_name.as_str()), ("Anna", "Bērziņa"));
    assert_eq!(anna.youngest_child().unwrap().given_name, "Emīls");
    assert_eq!(register.answer("328000-99999"), Answer::Unknown);
    assert_eq!(register.answer(UNREACHABLE_CODE), Answer::Down);
    register.set_down(true);
    assert_eq!(register.answer("328000-00014"), Answer::Down);
}

#[test]
fn the_demo_register_is_named_in_the_language_of_the_reader_and_others_as_they_are() {
    assert_eq!(name_in(NAME, Locale::Lv), NAME);
    assert_eq!(name_in(NAME, Locale::En), "Person register of the demonstration (invented data)");
    for locale in Locale::ALL {
        assert_eq!(name_in("Fizisko personu reģistrs", locale), "Fizisko personu reģistrs");
    }
}

#[test]
fn the_youngest_child_is_the_one_born_last() {
    let register = DemoRegister::load().unwrap();
    let Answer::Person(mut anna) = register.answer("328000-00014") else { panic!("Anna is missing") };
    let mut older = anna.children[0].clone();
    older.given_name = "Elza".to_owned();
    older.birth_date = "2019-01-05".parse().ok();
    anna.children.push(older);
    assert_eq!(anna.youngest_child().unwrap().given_name, "Emīls");
    anna.children.clear();
    assert!(anna.youngest_child().is_none());
}
