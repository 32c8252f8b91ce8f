//! The schema of the index: one field per weight and per way of reading diacritics.
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};

use crate::analysis::{CODE, FOLDED, MARKED};

/// Handles to the fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// The owner's identifier, stored.
    pub(crate) id: Field,
    /// Identifiers to find by.
    pub(crate) code: Field,
    /// `name:value` terms.
    pub(crate) facet: Field,
    /// Stored titles for suggestions, Latvian and English.
    pub(crate) shown: [Field; 2],
    /// Title and keyword with diacritics; in running text they decide nothing, and it is the bulk of the words.
    pub(crate) marked: [Field; 2],
    /// Title, keyword, body without diacritics.
    pub(crate) folded: [Field; 3],
}

/// Factors for title, keyword, body: a name says what a thing is, running text only mentions.
pub(crate) const BOOSTS: [f32; 3] = [4.0, 2.5, 1.0];
/// A code is typed to find exactly that thing.
pub(crate) const CODE_BOOST: f32 = 20.0;
/// What a match without diacritics is worth beside one with them.
pub(crate) const FOLDED_FACTOR: f32 = 0.7;

/// Builds the schema.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |tokenizer: &str| {
        let indexing =
            TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(IndexRecordOption::WithFreqs);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        id: builder.add_text_field("id", STRING | STORED),
        code: builder.add_text_field("code", text(CODE)),
        facet: builder.add_text_field("facet", STRING),
        shown: [builder.add_text_field("shown_lv", STORED), builder.add_text_field("shown_en", STORED)],
        marked: ["title", "keyword"].map(|name| builder.add_text_field(name, text(MARKED))),
        folded: ["title_folded", "keyword_folded", "body_folded"]
            .map(|name| builder.add_text_field(name, text(FOLDED))),
    };
    (builder.build(), fields)
}
