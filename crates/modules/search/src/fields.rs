//! The schema of the index: one field per weight and per way of reading diacritics.
use tantivy::schema::{FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};

use crate::analysis::{CODE, FOLDED, MARKED};

/// Handles to the fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// The owner's identifier, stored.
    pub(crate) id: Field,
    /// Identifiers to find by.
    pub(crate) code: Field,
    /// `name:value` terms, to demand and to count.
    pub(crate) facet: Field,
    /// Stored titles for suggestions, Latvian and English.
    pub(crate) shown: [Field; 2],
    /// Title and keyword with diacritics; in running text they decide nothing, and it is the bulk of the words.
    pub(crate) marked: [Field; 2],
    /// Title, keyword, body without diacritics.
    pub(crate) folded: [Field; 3],
    /// Beginnings of the words of titles and keywords: an unfinished word is one term and not a scan of the dictionary.
    pub(crate) begins: [Field; 2],
    /// Decides between equal scores.
    pub(crate) order: Field,
    /// Which state of the thing the document shows.
    pub(crate) version: Field,
}

/// Factors for title, keyword, body: a name says what a thing is, running text only mentions.
pub(crate) const BOOSTS: [f32; 3] = [4.0, 2.5, 1.0];
/// A code is typed to find exactly that thing.
pub(crate) const CODE_BOOST: f32 = 20.0;
/// What a match without diacritics is worth beside one with them.
pub(crate) const FOLDED_FACTOR: f32 = 0.7;
/// Name of the field that holds the facets as a column.
pub(crate) const FACET: &str = "facet";
/// Name of the field that decides between equal scores.
pub(crate) const ORDER: &str = "order";
/// Name of the field that holds which state of the thing a document shows.
pub(crate) const VERSION: &str = "version";

/// Builds the schema.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexed = |tokenizer: &str, option| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let text = |tokenizer: &str| indexed(tokenizer, IndexRecordOption::WithFreqs);
    let fields = Fields {
        id: builder.add_text_field("id", STRING | STORED),
        code: builder.add_text_field("code", text(CODE)),
        facet: builder.add_text_field(FACET, STRING | FAST),
        shown: [builder.add_text_field("shown_lv", STORED), builder.add_text_field("shown_en", STORED)],
        marked: ["title", "keyword"].map(|name| builder.add_text_field(name, text(MARKED))),
        folded: ["title_folded", "keyword_folded", "body_folded"]
            .map(|name| builder.add_text_field(name, text(FOLDED))),
        begins: ["title_begins", "keyword_begins"]
            .map(|name| builder.add_text_field(name, indexed(CODE, IndexRecordOption::Basic))),
        order: builder.add_u64_field(ORDER, FAST),
        version: builder.add_u64_field(VERSION, FAST),
    };
    (builder.build(), fields)
}
