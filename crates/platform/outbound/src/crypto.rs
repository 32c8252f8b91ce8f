//! One cryptography provider for the whole process.

use std::sync::Once;

/// Makes `ring` the provider of rustls. Call it first thing in `main`; repeating it does no harm.
pub fn install_crypto() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if rustls::crypto::ring::default_provider().install_default().is_err() {
            tracing::debug!("a cryptography provider was installed before");
        }
    });
}
