//! Ids and secrets as a source that is handed in.

use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// Where new ids and secrets come from.
pub trait Ids: Send + Sync + std::fmt::Debug {
    /// A new id, version 7: sorted by the time of its making.
    fn uuid(&self) -> Uuid;

    /// 256 random bits, for session and API tokens.
    fn secret(&self) -> [u8; 32];
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes ids")]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks for randomness")]
    #[expect(clippy::expect_used, reason = "without randomness no session is safe: stopping is the only right answer")]
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        bytes
    }
}

/// Ids that count up: for tests that compare whole documents.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU64);

impl CountingIds {
    /// Counts on after `used` ids.
    #[must_use]
    pub fn after(used: u64) -> Self {
        Self(AtomicU64::new(used))
    }
}

impl Ids for CountingIds {
    fn uuid(&self) -> Uuid {
        let n = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(n))
    }

    fn secret(&self) -> [u8; 32] {
        let n = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Sha256::digest(n.to_le_bytes()).into()
    }
}

/// SHA-256 as lower-case hexadecimal: tokens are stored only in this form.
#[must_use]
pub fn digest_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
