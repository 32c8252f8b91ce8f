//! Words that templates put together at run time.

use kernel::{Channel, Locale, Role};

#[test]
fn every_role_and_channel_has_a_word() {
    let catalog = i18n::Catalog::load().unwrap();
    let keys = Role::ALL.map(|role| format!("role-{role}")).into_iter();
    for key in keys.chain(Channel::ALL.map(|channel| format!("channel-{channel}"))) {
        for locale in Locale::ALL {
            assert!(catalog.has(locale, &key), "{key} in {locale}");
        }
    }
}
