//! Who provides which stage, and how to reach them: the holder in columns of its own, others by their number.

use super::around::Around;
use super::cells;
use super::columns::{Column, column};
use super::list_columns::Item;
use super::shape::{List, Shape};
use catalogue::{Contact, ProviderStage, Stage};

/// A part of the ways to reach somebody.
type PartOf = fn(&mut Contact) -> &mut Option<String>;

const PARTS: [(&str, PartOf); 4] = [
    ("phone", |contact| &mut contact.phone),
    ("email", |contact| &mut contact.email),
    ("address", |contact| &mut contact.address),
    ("website", |contact| &mut contact.website),
];

/// First who provides, then how to reach the holder, then how to reach each: a contact of the holder goes to the stages
/// that are the holder's, and a stage may say something else.
pub fn of(all: &mut Vec<Column>, shape: &Shape) {
    let providers = || (1..=shape.count(List::Providers)).map(provider);
    providers().for_each(|provider| who(all, &provider));
    contacts(all);
    providers().for_each(|provider| reached(all, &provider));
}

fn provider(number: usize) -> Item<ProviderStage> {
    Item {
        list: List::Providers,
        number,
        items: |text| &text.providers,
        place: |text| &mut text.providers,
        blank: |around: &Around| ProviderStage {
            stage: Stage::Request,
            institution: around.holder,
            contact: Contact::default(),
        },
    }
}

fn who(all: &mut Vec<Column>, provider: &Item<ProviderStage>) {
    let stage = provider.column(
        "stage",
        "provider-stage",
        |provider, _| provider.stage.as_str().to_owned(),
        |provider, _, cell| {
            if !cell.is_empty() {
                provider.stage = cells::word(cell)?;
            }
            Ok(())
        },
    );
    all.push(stage.of(Stage::ALL.iter().map(|stage| stage.as_str())));
    let institution = provider.column(
        "institution",
        "provider-institution",
        |provider, around| around.code_of(provider.institution),
        |provider, around, cell| {
            provider.institution = match cell {
                "" => around.holder,
                code => around.named(code).ok_or("table-institution")?,
            };
            Ok(())
        },
    );
    all.push(Column { institutions: true, ..institution });
}

/// How to reach the holder; the same in every stage that the holder provides.
fn contacts(all: &mut Vec<Column>) {
    for (name, place) in PARTS {
        all.push(column(
            format!("contact_{name}"),
            "contact",
            move |text, around| {
                let first = text.providers.iter().find(|provider| provider.institution == around.holder);
                first.and_then(|provider| place(&mut provider.contact.clone()).clone()).unwrap_or_default()
            },
            move |text, around, cell| {
                for provider in text.providers.iter_mut().filter(|provider| provider.institution == around.holder) {
                    *place(&mut provider.contact) = cells::some(cell);
                }
                Ok(())
            },
        ));
    }
}

fn reached(all: &mut Vec<Column>, provider: &Item<ProviderStage>) {
    for (name, place) in PARTS {
        all.push(provider.column(
            name,
            "provider-contact",
            move |provider, _| place(&mut provider.contact.clone()).clone().unwrap_or_default(),
            move |provider, _, cell| {
                *place(&mut provider.contact) = cells::some(cell);
                Ok(())
            },
        ));
    }
}
