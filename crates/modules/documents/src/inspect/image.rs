//! The size of images in points: a small file may unpack into more memory than a reader has.

use kernel::{Error, Result};

/// The most points of an image: a photograph of 50 megapixels.
const MAX_POINTS: u64 = 50_000_000;

/// Reads the size from the first chunk, which the standard wants to be the header.
pub(crate) fn check_png(bytes: &[u8]) -> Result<()> {
    let header = bytes.get(8..24).filter(|header| &header[4..8] == b"IHDR").ok_or_else(broken)?;
    let number =
        |at: usize| u64::from(u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]));
    check(number(8), number(12))
}

/// Walks the segments to the frame header.
pub(crate) fn check_jpeg(bytes: &[u8]) -> Result<()> {
    let mut at = 2;
    while let Some(&[0xff, marker]) = bytes.get(at..at + 2) {
        // Fill bytes and markers without a length.
        if marker == 0xff {
            at += 1;
            continue;
        }
        let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { break };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            let size = bytes.get(at + 5..at + 9).ok_or_else(broken)?;
            let number = |at: usize| u64::from(u16::from_be_bytes([size[at], size[at + 1]]));
            return check(number(2), number(0));
        }
        if marker == 0xda || length < 2 {
            break;
        }
        at += 2 + length;
    }
    Err(broken())
}

fn check(width: u64, height: u64) -> Result<()> {
    if width == 0 || height == 0 {
        return Err(broken());
    }
    if width * height > MAX_POINTS {
        return Err(Error::unsupported("file-image").arg("max", MAX_POINTS / 1_000_000));
    }
    Ok(())
}

fn broken() -> Error {
    Error::unsupported("file-content")
}
