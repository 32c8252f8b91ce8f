//! What goes into the index and what comes out of it.
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

/// A property that a query may demand exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// For example `state`.
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
}

/// A thing to be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The owner's identifier; a second document with the same id replaces the first.
    pub id: String,
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

    /// Adds an identifier to find it by.
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.texts.push(Text { weight: Weight::Code, locale: None, text: code.into() });
        self
    }

    /// Adds a title in a language.
    pub fn title(mut self, locale: Locale, text: impl Into<String>) -> Self {
        self.texts.push(Text { weight: Weight::Title, locale: Some(locale), text: text.into() });
        self
    }

    /// Adds a keyword or a list of them.
    pub fn keyword(mut self, text: impl Into<String>) -> Self {
        self.texts.push(Text { weight: Weight::Keyword, locale: None, text: text.into() });
        self
    }

    /// Adds running text.
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.texts.push(Text { weight: Weight::Body, locale: None, text: text.into() });
        self
    }

    /// Adds a property.
    pub fn facet(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.facets.push(Facet::new(name, value));
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

/// A question to the index.
#[derive(Clone, Debug)]
pub struct Query {
    /// The words as typed. Without a searchable word nothing is found.
    pub text: String,
    /// Properties every hit must have.
    pub facets: Vec<Facet>,
    /// At most this many hits.
    pub limit: usize,
    /// Skip this many hits.
    pub offset: usize,
}

/// A document that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Relevance; comparable within one answer only.
    pub score: f32,
}

/// One page of hits, most relevant first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// Whether another page exists.
    pub more: bool,
    /// Whether the words were not found as typed and similar ones are shown instead.
    pub relaxed: bool,
}

/// A title offered while typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Id of the document.
    pub id: String,
    /// Its title in the reader's language, or in the other one when there is only that.
    pub title: String,
}
