//! Finds the test string of the anti-virus makers, so that the road of a found virus can be walked. A real scanner is
//! an adapter of its own.

/// The 68 characters of EICAR, in two halves so that no scanner takes this file for one.
const TEST_VIRUS: &str = concat!("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

/// Whether the test string occurs in the bytes.
pub(crate) fn contains_test_virus(bytes: &[u8]) -> bool {
    contains(bytes, TEST_VIRUS.as_bytes())
}

/// The same for bytes that come in pieces.
#[derive(Default)]
pub(crate) struct StreamScan(Vec<u8>);

impl StreamScan {
    /// Takes the next piece; true when the test string is complete.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> bool {
        self.0.extend_from_slice(piece);
        let found = contains_test_virus(&self.0);
        let kept = self.0.len().min(TEST_VIRUS.len() - 1);
        self.0.drain(..self.0.len() - kept);
        found
    }
}

/// Whether `needle` occurs in `bytes`.
pub(crate) fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some((first, _)) = needle.split_first() else { return true };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        if rest[at..].starts_with(needle) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}
