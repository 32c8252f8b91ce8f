//! The closed lists of words about articles.

kernel::words! {
    /// What an article is.
    ArticleKind {
        /// Something new, with its day.
        News = "news",
        /// How to do something.
        Help = "help",
    }

    /// For whom an article is.
    Audience {
        /// Everybody.
        Public = "public",
        /// Those who work in institutions.
        Staff = "staff",
    }

    /// Where an article is in its life.
    ArticleState {
        /// Written, not yet shown.
        Draft = "draft",
        /// Shown from its instant on.
        Published = "published",
        /// Was shown once.
        Withdrawn = "withdrawn",
    }
}
