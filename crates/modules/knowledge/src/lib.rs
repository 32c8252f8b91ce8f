#![doc = include_str!("../README.md")]

mod create;
mod events;
mod install;
mod model;
mod policy;
mod publish;
mod quality;
mod save;
mod store;
mod view;
mod vote;
mod words;

#[cfg(test)]
mod tests;

pub use create::{CreateArticle, article_faults, create_article};
pub use events::{ARTICLE_CREATED, ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN};
pub use install::install_articles;
pub use model::{Article, ArticleDraft, ArticleLine, ArticleText};
pub use publish::{PublishArticle, WithdrawArticle, publish_article, withdraw_article};
pub use quality::{ArticleGap, article_gaps};
pub use save::{SaveArticle, save_article};
pub use view::{
    article, article_bodies, article_by_id, article_draft, articles_changed, articles_to_edit, list_articles,
};
pub use vote::{AnswerMonth, answer_months, vote};
pub use words::{ArticleKind, ArticleState, Audience};
