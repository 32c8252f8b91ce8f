//! The inputs of a section: what each is called, what the regulation asks of it, what was typed, what is wrong.

use serde::Serialize;

/// A message beside an input or a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// A line for each thing.
    pub text: String,
    /// That of the most serious one.
    pub severity: &'static str,
}

/// What helps to fill an element in: why it is asked, and a good example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Guide {
    pub why: String,
    pub example: Option<String>,
}

/// The same text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InLanguage {
    pub tag: String,
    pub language: String,
    pub name: String,
    pub value: String,
    pub note: Option<Note>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// Choices that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TickGroup {
    pub label: String,
    pub options: Vec<Tick>,
}

/// One input, or the inputs of a text in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// `words`, `line`, `area`, `choice`, `boxes`, `search`.
    pub kind: &'static str,
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub guide: Option<Guide>,
    pub note: Option<Note>,
    pub optional: bool,
    /// Lines of the input; 1 is a plain one.
    pub rows: u8,
    pub width: &'static str,
    pub value: String,
    pub texts: Vec<InLanguage>,
    pub options: Vec<Tick>,
    /// Of a choice: those that stand in groups, after the others.
    pub groups: Vec<TickGroup>,
    /// The id of a list of suggestions.
    pub list: Option<&'static str>,
    /// Of a search: the words whose matches the page shows.
    pub sought: String,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// `steps/1`
    pub name: String,
    pub title: String,
    /// What it says, in few words, for where it stands closed.
    pub brief: String,
    /// Whether it can be closed: one of several that are more than one text.
    pub folds: bool,
    /// Whether it stands open: something in it is remarked on, or has just been changed by a button.
    pub open: bool,
    /// Whether it has an id and a message of its own: an item that is one text has those of the text.
    pub own: bool,
    pub first: bool,
    pub last: bool,
    pub fields: Vec<Field>,
    pub note: Option<Note>,
    /// Lists inside, such as opening hours.
    pub inner: Vec<Inner>,
}

/// A list inside an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inner {
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub add: String,
    pub items: Vec<InnerItem>,
}

/// An item of a list inside an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InnerItem {
    pub name: String,
    pub title: String,
    pub fields: Vec<Field>,
    pub note: Option<Note>,
}

/// A list whose items can be added, removed and moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    pub name: String,
    pub label: String,
    pub guide: Option<Guide>,
    pub note: Option<Note>,
    pub add: String,
    pub none: String,
    pub items: Vec<Item>,
}

/// A part of the form: one of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    pub field: Option<Field>,
    pub group: Option<Group>,
}

impl From<Field> for Block {
    fn from(field: Field) -> Self {
        Self { field: Some(field), group: None }
    }
}

impl From<Group> for Block {
    fn from(group: Group) -> Self {
        Self { field: None, group: Some(group) }
    }
}

impl Field {
    /// What is chosen or written in it; of a text, what it says in the language of this tag, or in the first that it has.
    pub fn brief(&self, tag: &str) -> Option<&str> {
        if self.kind == "words" {
            let written = || self.texts.iter().filter(|text| !text.value.trim().is_empty());
            let text = written().find(|text| text.tag == tag).or_else(|| written().next())?;
            return Some(text.value.trim());
        }
        let ticks = self.options.iter().chain(self.groups.iter().flat_map(|group| &group.options));
        let chosen = ticks.filter(|_| self.kind == "choice").find(|tick| tick.chosen && !tick.value.is_empty());
        chosen.map(|tick| tick.label.as_str())
    }

    /// It may be left empty.
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Without guidance of its own: the group has it.
    pub fn plain(mut self) -> Self {
        self.guide = None;
        self
    }

    pub fn width(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }

    /// With suggestions from the list of this id.
    pub fn suggested(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }
}
