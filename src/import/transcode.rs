//! A file's bytes as UTF-8 text with `\n` line ends, decoded while it is read.

use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

const CHUNK: usize = 1 << 16;

/// Reads `source` in `encoding`; malformed bytes become U+FFFD, `\r\n` and lone `\r` become `\n`, and the last line always ends.
pub(super) struct Utf8Reader<R> {
    source: R,
    decoder: Decoder,
    input: Vec<u8>,
    input_at: usize,
    output: Vec<u8>,
    output_at: usize,
    after_return: bool,
    ends_with_line: bool,
    state: State,
    consumed: u64,
    /// Bytes of text that may still be handed out before a reader has to ask for more.
    allowance: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    /// The source has ended; the decoder may still hold a cut character.
    Flushing,
    Ended,
}

impl<R: Read> Utf8Reader<R> {
    /// Passes over a byte order mark of `mark` bytes first.
    pub fn after_mark(mut source: R, mark: usize, encoding: &'static Encoding) -> io::Result<Self> {
        io::copy(&mut source.by_ref().take(mark as u64), &mut io::sink())?;
        Ok(Self::new(source, encoding))
    }

    /// `source` stands behind any byte order mark.
    pub fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_without_bom_handling(),
            input: Vec::new(),
            input_at: 0,
            output: Vec::new(),
            output_at: 0,
            after_return: false,
            ends_with_line: true,
            state: State::Reading,
            consumed: 0,
            allowance: u64::MAX,
        }
    }

    /// Bytes of the source whose text has been read; about so many where text and source have different lengths.
    pub fn consumed(&self) -> u64 {
        self.consumed.saturating_sub((self.output.len() - self.output_at) as u64)
    }

    /// From here on `bytes` of text may be read; beyond them reading fails with [`io::ErrorKind::FileTooLarge`].
    pub fn renew_allowance(&mut self, bytes: u64) {
        self.allowance = bytes;
    }

    /// Passes over the rest of the line. A failing source fails again at the next read, where it is reported.
    pub fn skip_line(&mut self) {
        let _ = self.skip_until(b'\n');
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.allowance == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        while self.output_at == self.output.len() && self.state != State::Ended {
            if self.state == State::Reading && self.input_at == self.input.len() {
                self.read_chunk()?;
            }
            self.decode();
        }
        Ok(())
    }

    fn read_chunk(&mut self) -> io::Result<()> {
        self.input.resize(CHUNK, 0);
        self.input_at = 0;
        let read = loop {
            match self.source.read(&mut self.input) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.input.truncate(read);
        if read == 0 {
            self.state = State::Flushing;
        }
        Ok(())
    }

    fn decode(&mut self) {
        let input = self.input.get(self.input_at..).unwrap_or_default();
        self.output.resize(CHUNK * 2, 0);
        self.output_at = 0;
        let last = self.state == State::Flushing;
        let (result, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.output, last);
        self.input_at += read;
        self.consumed += read as u64;
        self.output.truncate(written);
        self.unify_line_ends();
        if let Some(&byte) = self.output.last() {
            self.ends_with_line = byte == b'\n';
        }
        if last && result == CoderResult::InputEmpty {
            self.state = State::Ended;
            if !self.ends_with_line {
                self.output.push(b'\n');
            }
        }
    }

    fn unify_line_ends(&mut self) {
        let mut after_return = self.after_return;
        if !after_return && !self.output.contains(&b'\r') {
            return;
        }
        self.output.retain_mut(|byte| {
            let keep = !(after_return && *byte == b'\n');
            after_return = *byte == b'\r';
            if after_return {
                *byte = b'\n';
            }
            keep
        });
        self.after_return = after_return;
    }
}

impl<R: Read> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill()?;
        Ok(self.output.get(self.output_at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.output_at += count;
        self.allowance = self.allowance.saturating_sub(count as u64);
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    /// Hands out one byte a time, so that every character and line end is cut.
    struct Drop<'a>(&'a [u8]);

    impl Read for Drop<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let (Some(&first), Some(slot)) = (self.0.first(), buffer.first_mut()) else { return Ok(0) };
            *slot = first;
            self.0 = &self.0[1..];
            Ok(1)
        }
    }

    fn text(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut whole = String::new();
        Utf8Reader::new(bytes, encoding).read_to_string(&mut whole).unwrap();
        let mut dripped = String::new();
        Utf8Reader::new(Drop(bytes), encoding).read_to_string(&mut dripped).unwrap();
        assert_eq!(whole, dripped);
        whole
    }

    #[test]
    fn line_ends_become_one_kind_and_the_last_line_ends() {
        assert_eq!(text(b"a\r\nb\rc\n\r\n\r\rd", encoding_rs::UTF_8), "a\nb\nc\n\n\n\nd\n");
        assert_eq!(text(b"", encoding_rs::UTF_8), "");
        assert_eq!(text(b"\r", encoding_rs::UTF_8), "\n");
    }

    #[test]
    fn characters_are_decoded_and_cut_ones_marked() {
        assert_eq!(text(b"\xbf\xcd\xbb\xa7,1", encoding_rs::GBK), "客户,1\n");
        assert_eq!(text(b"a\0\r\0\n\0\x22\x6b\n\0", encoding_rs::UTF_16LE), "a\n欢\n");
        assert_eq!(text(b"a\xe5\xae", encoding_rs::UTF_8), "a\u{fffd}\n");
    }
}
