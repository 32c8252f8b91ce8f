//! A token filter that rewrites each token by a plain function.
use tantivy::tokenizer::{Token, TokenFilter, TokenStream, Tokenizer};

/// Applies the function to the text of every token.
#[derive(Clone, Copy)]
pub(super) struct Rewrite(pub(super) fn(&str) -> String);

impl TokenFilter for Rewrite {
    type Tokenizer<T: Tokenizer> = RewriteTokenizer<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> RewriteTokenizer<T> {
        RewriteTokenizer { inner: tokenizer, rewrite: self.0 }
    }
}

/// A tokenizer whose tokens are rewritten.
#[derive(Clone)]
pub(super) struct RewriteTokenizer<T> {
    inner: T,
    rewrite: fn(&str) -> String,
}

impl<T: Tokenizer> Tokenizer for RewriteTokenizer<T> {
    type TokenStream<'a> = RewriteStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        RewriteStream { tail: self.inner.token_stream(text), rewrite: self.rewrite }
    }
}

/// The stream of rewritten tokens.
pub(super) struct RewriteStream<S> {
    tail: S,
    rewrite: fn(&str) -> String,
}

impl<S: TokenStream> TokenStream for RewriteStream<S> {
    fn advance(&mut self) -> bool {
        if !self.tail.advance() {
            return false;
        }
        let rewritten = (self.rewrite)(&self.tail.token().text);
        self.tail.token_mut().text = rewritten;
        true
    }

    fn token(&self) -> &Token {
        self.tail.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.tail.token_mut()
    }
}
