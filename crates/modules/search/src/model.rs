//! What goes into the index.
use kernel::Locale;

/// How much a hit in a text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// An identifier, matched whole and ignoring case.
    Code,
    /// A name.
    Title,
    /// Another word people use for the thing.
    Keyword,
    /// Running text.
    Body,
}

/// One text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// How much a hit in it counts.
    pub weight: Weight,
    /// The language of a title, used by suggestions. `None` for texts without a language.
    pub locale: Option<Locale>,
    /// The text itself.
    pub text: String,
}

/// A property that a query may demand exactly, and that is counted beside the hits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facet {
    /// For example `state`; without a colon.
    pub name: String,
    /// For example `open`.
    pub value: String,
}

impl Facet {
    /// A facet from its two parts.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }

    /// The term that stands for it in the index.
    pub(crate) fn term(&self) -> String {
        format!("{}:{}", self.name, self.value)
    }

    /// From the term.
    pub(crate) fn of_term(term: &str) -> Self {
        let (name, value) = term.split_once(':').unwrap_or((term, ""));
        Self::new(name, value)
    }
}

/// A thing to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The owner's identifier; a second document with the same id replaces the first.
    pub id: String,
    /// Decides between equally relevant documents, the smaller first, and orders them all where no words are asked for.
    pub order: u64,
    /// Which state of the thing it shows, for the owner to compare; 0 where the owner does not.
    pub version: u64,
    /// Its texts.
    pub texts: Vec<Text>,
    /// Its properties.
    pub facets: Vec<Facet>,
}

impl Document {
    /// A document without texts.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Sets its place among equally relevant ones.
    pub const fn order(mut self, order: u64) -> Self {
        self.order = order;
        self
    }

    /// Sets which state of the thing it shows.
    pub const fn version(mut self, version: u64) -> Self {
        self.version = version;
        self
    }

    /// Adds an identifier to find it by.
    pub fn code(self, code: impl Into<String>) -> Self {
        self.text(Weight::Code, None, code)
    }

    /// Adds a title in a language.
    pub fn title(self, locale: Locale, text: impl Into<String>) -> Self {
        self.text(Weight::Title, Some(locale), text)
    }

    /// Adds another name, such as an abbreviation: by it the thing is found and suggested, and its titles are shown.
    pub fn other_name(self, text: impl Into<String>) -> Self {
        self.text(Weight::Title, None, text)
    }

    /// Adds a keyword or a list of them.
    pub fn keyword(self, text: impl Into<String>) -> Self {
        self.text(Weight::Keyword, None, text)
    }

    /// Adds running text.
    pub fn body(self, text: impl Into<String>) -> Self {
        self.text(Weight::Body, None, text)
    }

    /// Adds a property.
    pub fn facet(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.facets.push(Facet::new(name, value));
        self
    }

    fn text(mut self, weight: Weight, locale: Option<Locale>, text: impl Into<String>) -> Self {
        self.texts.push(Text { weight, locale, text: text.into() });
        self
    }
}

/// One change to the index.
#[derive(Clone, Debug)]
pub enum Change {
    /// Add the document, or replace the one with the same id.
    Upsert(Document),
    /// Forget the document with this id; no error if there is none.
    Remove(String),
    /// Forget everything.
    Clear,
}
