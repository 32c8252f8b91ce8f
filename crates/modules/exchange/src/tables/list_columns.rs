//! The numbered columns of lists: `step_1_title_lv`. One row stays one service, in a spreadsheet as in CSV.

use super::around::Around;
use super::cells::{self, Wrong};
use super::columns::{Column, column};
use super::shape::{List, Shape};
use super::texts;
use catalogue::{Description, DocumentKind, Output, OutputKind, RequiredDocument, Stage, Step};
use kernel::{Channel, LangText};

/// The item with one number.
pub struct Item<T: 'static> {
    /// Of this list.
    pub list: List,
    /// From 1.
    pub number: usize,
    /// Where the items are.
    pub items: fn(&Description) -> &Vec<T>,
    /// Where they are changed.
    pub place: fn(&mut Description) -> &mut Vec<T>,
    /// What a new one begins with.
    pub blank: fn(&Around) -> T,
}

impl<T: 'static> Item<T> {
    /// The column of a part. A cell that holds something makes the item; a cell of an item that is not there is empty.
    pub fn column(
        &self,
        part: &str,
        about: &'static str,
        get: impl Fn(&T, &Around) -> String + Send + Sync + 'static,
        set: impl Fn(&mut T, &Around, &str) -> Result<(), Wrong> + Send + Sync + 'static,
    ) -> Column {
        let (number, items, place, blank) = (self.number, self.items, self.place, self.blank);
        let made = column(
            self.list.heading(number, part),
            about,
            move |text, around| items(text).get(number - 1).map(|item| get(item, around)).unwrap_or_default(),
            move |text, around, cell| {
                let items = place(text);
                if cell.is_empty() && items.len() < number {
                    return Ok(());
                }
                while items.len() < number {
                    items.push(blank(around));
                }
                items.get_mut(number - 1).map_or(Ok(()), |item| set(item, around, cell))
            },
        );
        Column { item: Some((self.list, number)), ..made }
    }

    /// The columns of a text, one a language.
    fn texts(
        &self,
        all: &mut Vec<Column>,
        shape: &Shape,
        (part, about): (&'static str, &'static str),
        get: fn(&T) -> Option<&LangText>,
        set: fn(&mut T, &str, &str),
    ) {
        for tag in &shape.languages {
            let (shown, changed) = (tag.clone(), tag.clone());
            all.push(self.column(
                &format!("{part}_{tag}"),
                about,
                move |item, _| get(item).map(|text| texts::get(text, &shown)).unwrap_or_default(),
                move |item, _, cell| {
                    set(item, &changed, cell);
                    Ok(())
                },
            ));
        }
    }
}

/// What to do and what happens.
pub fn steps(all: &mut Vec<Column>, shape: &Shape) {
    for number in 1..=shape.count(List::Steps) {
        let step: Item<Step> = Item {
            list: List::Steps,
            number,
            items: |text| &text.steps,
            place: |text| &mut text.steps,
            blank: |_| Step { stage: Stage::Request, title: LangText::default(), text: LangText::default() },
        };
        let stage = step.column(
            "stage",
            "step-stage",
            |step, _| step.stage.as_str().to_owned(),
            |step, _, cell| {
                // Whether an empty one is wrong or the end of the item is told by its other cells.
                if !cell.is_empty() {
                    step.stage = cells::word(cell)?;
                }
                Ok(())
            },
        );
        all.push(stage.of(Stage::ALL.iter().map(|stage| stage.as_str())));
        step.texts(
            all,
            shape,
            ("title", "step-title"),
            |step| Some(&step.title),
            |step, tag, cell| texts::put(&mut step.title, tag, cell),
        );
        step.texts(
            all,
            shape,
            ("text", "step-text"),
            |step| Some(&step.text),
            |step, tag, cell| texts::put(&mut step.text, tag, cell),
        );
    }
}

/// Documents and forms.
pub fn documents(all: &mut Vec<Column>, shape: &Shape) {
    for number in 1..=shape.count(List::Documents) {
        let document: Item<RequiredDocument> = Item {
            list: List::Documents,
            number,
            items: |text| &text.documents,
            place: |text| &mut text.documents,
            blank: |_| RequiredDocument {
                name: LangText::default(),
                kind: DocumentKind::Document,
                required: false,
                note: None,
                link: None,
                evidence_type: None,
                proves: None,
                channels: Vec::new(),
            },
        };
        document.texts(
            all,
            shape,
            ("name", "document-name"),
            |document| Some(&document.name),
            |document, tag, cell| texts::put(&mut document.name, tag, cell),
        );
        document_words(all, &document);
        document.texts(
            all,
            shape,
            ("note", "document-note"),
            |document| document.note.as_ref(),
            |document, tag, cell| texts::put_optional(&mut document.note, tag, cell),
        );
        document_rest(all, &document);
    }
}

fn document_words(all: &mut Vec<Column>, document: &Item<RequiredDocument>) {
    let kind = document.column(
        "kind",
        "document-kind",
        |document, _| document.kind.as_str().to_owned(),
        |document, _, cell| {
            if !cell.is_empty() {
                document.kind = cells::word(cell)?;
            }
            Ok(())
        },
    );
    all.push(kind.of(DocumentKind::ALL.iter().map(|kind| kind.as_str())));
    let required = document.column(
        "required",
        "document-required",
        |document, _| String::from(if document.required { "yes" } else { "no" }),
        |document, _, cell| {
            document.required = match cell {
                "yes" => true,
                "no" | "" => false,
                _ => return Err("table-word"),
            };
            Ok(())
        },
    );
    all.push(required.of(["yes", "no"]));
}

fn document_rest(all: &mut Vec<Column>, document: &Item<RequiredDocument>) {
    all.push(document.column(
        "link",
        "document-link",
        |document, _| document.link.clone().unwrap_or_default(),
        |document, _, cell| {
            document.link = cells::link(cell)?;
            Ok(())
        },
    ));
    let channels = document.column(
        "channels",
        "document-channels",
        |document, _| document.channels.iter().map(|channel| channel.as_str()).collect::<Vec<_>>().join(" "),
        |document, _, cell| {
            document.channels = cells::words(cell)?;
            Ok(())
        },
    );
    all.push(channels.of(Channel::ALL.iter().map(|channel| channel.as_str())));
    all.push(document.column(
        "proves",
        "document-proves",
        |document, _| document.proves.map(|number| number.to_string()).unwrap_or_default(),
        |document, _, cell| {
            document.proves = cells::number(cell)?;
            Ok(())
        },
    ));
    all.push(document.column(
        "evidence_type",
        "document-evidence",
        |document, _| document.evidence_type.clone().unwrap_or_default(),
        |document, _, cell| {
            document.evidence_type = cells::some(cell);
            Ok(())
        },
    ));
}

/// What comes of the service.
pub fn outputs(all: &mut Vec<Column>, shape: &Shape) {
    for number in 1..=shape.count(List::Outputs) {
        let output: Item<Output> = Item {
            list: List::Outputs,
            number,
            items: |text| &text.outputs,
            place: |text| &mut text.outputs,
            blank: |_| Output { name: LangText::default(), kind: OutputKind::Decision },
        };
        output.texts(
            all,
            shape,
            ("name", "output-name"),
            |output| Some(&output.name),
            |output, tag, cell| texts::put(&mut output.name, tag, cell),
        );
        let kind = output.column(
            "kind",
            "output-kind",
            |output, _| output.kind.as_str().to_owned(),
            |output, _, cell| {
                if !cell.is_empty() {
                    output.kind = cells::word(cell)?;
                }
                Ok(())
            },
        );
        all.push(kind.of(OutputKind::ALL.iter().map(|kind| kind.as_str())));
    }
}
