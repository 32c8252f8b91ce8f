//! Finding services: the index, facets, suggestions, what editors tell the search, what people asked, nearest places.

mod boosts;
mod by_words;
mod chosen;
mod document;
mod feedback;
mod find;
mod index;
mod judged;
mod keeping;
mod months;
mod places;
mod rules;
mod starting;
mod synonyms;
mod tally;
mod try_query;

pub use boosts::{BoostLine, MOST_BOOSTS, SetBoost, boosts, remove_boost, set_boost};
pub use by_words::services_by_words;
pub use chosen::{Chosen, FacetCounts, FacetName, WHOLE_COUNTRY};
pub use feedback::{AskedLine, FeedbackLine, GiveFeedback, SearchReport, give_feedback, search_report};
pub use find::{FindServices, FoundServices, find_services, search_services};
pub use index::SearchIndex;
pub use judged::{
    Judged, JudgedQuery, QueryScore, SampleService, install_judged_corpus, judge, judged_corpus, judged_queries,
    put_sample_service,
};
pub use months::{SearchMonth, search_months};
pub(crate) use places::places_never_shown;
pub use places::{
    PlaceLookups, ServicePlace, place_lookups, places_of_channels, places_of_service, requested_in_centre,
};
pub use starting::install_search_rules;
pub use synonyms::{MOST_SYNONYMS, SetSynonym, SynonymLine, remove_synonym, set_synonym, synonyms};
pub use tally::{LookupMeans, Tally};
pub use try_query::{TriedService, try_query};
