//! Which encoding a text file is in, with the reason.

use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use super::sample::Sample;
use super::transcode::Utf8Reader;
use super::{Evidence, ImportError};

#[derive(Clone, Debug, PartialEq)]
pub(super) struct EncodingGuess {
    pub encoding: &'static Encoding,
    pub evidence: Evidence,
    /// Length of the byte order mark to skip.
    pub mark: usize,
}

/// The encoding of a sample; `label` is the user's choice and wins.
///
/// # Errors
/// [`ImportError::UnknownEncoding`] for a label that is none; [`ImportError::NotATable`] for binary content.
pub(super) fn detect(sample: &Sample, label: Option<&str>) -> Result<EncodingGuess, ImportError> {
    let marked = Encoding::for_bom(&sample.head);
    let mark = marked.map_or(0, |(_, length)| length);
    let found = |encoding, evidence| Ok(EncodingGuess { encoding, evidence, mark });
    if let Some(label) = label {
        let encoding = Encoding::for_label(label.trim().as_bytes()).ok_or(ImportError::UnknownEncoding { label: label.to_owned() })?;
        return found(encoding, Evidence::Chosen);
    }
    if sample.head.starts_with(b"\xff\xfe\0\0") || sample.head.starts_with(b"\0\0\xfe\xff") {
        return Err(ImportError::UnknownEncoding { label: "utf-32".to_owned() });
    }
    if let Some((encoding, _)) = marked {
        return found(encoding, Evidence::ByteOrderMark);
    }
    if let Some(encoding) = utf16_by_zeros(&sample.head) {
        return found(encoding, Evidence::AllValid);
    }
    if is_binary(&sample.head) {
        return Err(ImportError::NotATable { what: "binary".to_owned() });
    }
    let (encoding, evidence) = without_mark(sample);
    found(encoding, evidence)
}

/// Text in UTF-16 has its zero bytes (of digits, commas, line ends) on one side only.
fn utf16_by_zeros(head: &[u8]) -> Option<&'static Encoding> {
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let enough = (head.len() / 2 / 20).max(1);
    if odd >= enough && even * 50 <= odd {
        Some(UTF_16LE)
    } else if even >= enough && odd * 50 <= even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What markup says of itself: `<meta charset="gbk">`, `<?xml … encoding="gb2312"?>`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(head.get(..4096).unwrap_or(head)).to_ascii_lowercase();
    if !start.trim_start().starts_with('<') {
        return None;
    }
    let (_, value) = start.split_once("charset=").or_else(|| start.split_once("encoding="))?;
    let label: String = value
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|&character| character.is_ascii_alphanumeric() || "-_".contains(character))
        .collect();
    // What stands there could be read, so it is not UTF-16 whatever it says.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

fn is_binary(head: &[u8]) -> bool {
    let controls = head.iter().filter(|&&byte| byte < 9 || (14..27).contains(&byte) || (28..32).contains(&byte)).count();
    controls * 50 > head.len()
}

fn without_mark(sample: &Sample) -> (&'static Encoding, Evidence) {
    let (valid, invalid) = utf8_characters(sample);
    if invalid == 0 {
        return (UTF_8, Evidence::ValidUtf8);
    }
    if let Some(encoding) = declared(&sample.head).filter(|encoding| decode(sample, encoding).is_some()) {
        return (encoding, Evidence::AllValid);
    }
    // A few broken bytes in a text full of UTF-8 characters: the text is UTF-8 all the same.
    if valid >= invalid.saturating_mul(10) {
        return (UTF_8, Evidence::ValuesAgree { agree: valid, of: valid.saturating_add(invalid) });
    }
    let guess = statistics(sample);
    let readable = [guess, GBK, BIG5, SHIFT_JIS, EUC_KR, EUC_JP];
    let decoded: Vec<_> = readable.iter().filter_map(|&encoding| Some((encoding, decode(sample, encoding)?))).collect();
    let encoding = by_known_words(&decoded).unwrap_or_else(|| rather_chinese(guess, &decoded));
    let all_valid = decoded.iter().any(|(candidate, _)| *candidate == encoding);
    (encoding, if all_valid { Evidence::AllValid } else { Evidence::ValuesAgree { agree: 0, of: invalid } })
}

/// Characters beyond ASCII that are valid UTF-8, and broken sequences.
fn utf8_characters(sample: &Sample) -> (u32, u32) {
    let (mut valid, mut invalid) = (0_u32, 0_u32);
    let mut parts = sample.later.iter().map(|part| (part.as_slice(), false)).collect::<Vec<_>>();
    parts.push((&sample.head, sample.whole));
    for (part, to_the_end) in parts {
        let mut chunks = part.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            valid = valid.saturating_add(chunk.valid().chars().filter(|character| !character.is_ascii()).count() as u32);
            // A character cut by the sample's own end is not broken.
            let cut = chunks.peek().is_none()
                && !to_the_end
                && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
            invalid = invalid.saturating_add(u32::from(!chunk.invalid().is_empty() && !cut));
        }
    }
    (valid, invalid)
}

fn statistics(sample: &Sample) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // Its answer does not get better beyond this, only later.
    const HEAD: usize = 1 << 18;
    const SLICE: usize = 1 << 14;
    for part in &sample.later {
        detector.feed(part.get(..SLICE).unwrap_or(part), false);
    }
    detector.feed(sample.head.get(..HEAD).unwrap_or(&sample.head), sample.whole && sample.head.len() <= HEAD);
    detector.guess(None, Utf8Detection::Deny)
}

/// The sample's text, `None` where a byte sequence is not valid in the encoding.
fn decode(sample: &Sample, encoding: &'static Encoding) -> Option<String> {
    let mut text = decode_part(&sample.head, encoding, sample.whole)?;
    for part in &sample.later {
        text.push_str(&decode_part(part, encoding, false)?);
    }
    Some(text)
}

fn decode_part(bytes: &[u8], encoding: &'static Encoding, last: bool) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
    let (result, _) = decoder.decode_to_string_without_replacement(bytes, &mut text, last);
    (result == DecoderResult::InputEmpty).then_some(text)
}

/// Words that business tables have in their headers: a few characters decide where statistics of a short file cannot.
fn known_words(encoding: &'static Encoding) -> &'static [&'static str] {
    match encoding.name() {
        "GBK" => &["客户", "日期", "金额", "数量", "销售", "订单", "名称", "合计", "产品", "单价", "公司", "编号", "单位"],
        "Big5" => &["客戶", "日期", "金額", "數量", "銷售", "訂單", "名稱", "合計", "產品", "單價", "公司", "編號", "單位"],
        "Shift_JIS" | "EUC-JP" => &["顧客", "日付", "金額", "数量", "売上", "会社", "商品", "単価", "合計", "注文", "得意先"],
        "EUC-KR" => &["고객", "날짜", "일자", "금액", "수량", "매출", "주문", "상품", "합계", "회사", "단가"],
        _ => &[],
    }
}

/// The encoding under which the most known words appear; `None` where none does or two are equal.
fn by_known_words(decoded: &[(&'static Encoding, String)]) -> Option<&'static Encoding> {
    let count = |(encoding, text): &(&'static Encoding, String)| known_words(encoding).iter().filter(|word| text.contains(**word)).count();
    let best = decoded.iter().max_by_key(|candidate| count(candidate))?;
    let rivals = decoded.iter().filter(|candidate| candidate.0 != best.0 && count(candidate) == count(best)).count();
    (count(best) > 0 && rivals == 0).then_some(best.0)
}

/// Short Chinese texts look like Western ones to statistics: GBK where nearly all of it are the characters of everyday Chinese.
fn rather_chinese(guess: &'static Encoding, decoded: &[(&'static Encoding, String)]) -> &'static Encoding {
    if !guess.is_single_byte() && decoded.iter().any(|(encoding, _)| *encoding == guess) {
        return guess;
    }
    let Some((_, text)) = decoded.iter().find(|(encoding, _)| *encoding == GBK) else { return guess };
    let (bytes, _, _) = GBK.encode(text);
    let (mut everyday, mut others) = (0_usize, 0_usize);
    let mut rest = bytes.as_ref();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first < 0x80 {
            continue;
        }
        let second = tail.first().copied().unwrap_or(0);
        rest = tail.get(1..).unwrap_or_default();
        // Rows 16 to 55 of GB 2312 hold its everyday characters, rows 1 and 3 punctuation and full-width letters.
        match (first, second) {
            (0xb0..=0xd7, 0xa1..) => everyday += 1,
            (0xa1 | 0xa3, 0xa1..) => {}
            _ => others += 1,
        }
    }
    if everyday >= 2 && everyday >= others * 9 { GBK } else { guess }
}

/// The beginning of the file as text with `\n` line ends, up to its last whole line.
pub(super) fn beginning(sample: &Sample, guess: &EncodingGuess) -> String {
    const TEXT_BYTES: usize = 1 << 18;
    let bytes = sample.head.get(guess.mark..).unwrap_or_default();
    let mut text = Vec::new();
    let mut reader = Utf8Reader::new(bytes, guess.encoding).take(TEXT_BYTES as u64);
    // Reading from memory cannot fail; whatever came is a sample all the same.
    let _ = reader.read_to_end(&mut text);
    if !sample.whole || text.len() == TEXT_BYTES {
        let end = text.iter().rposition(|&byte| byte == b'\n').map_or(text.len(), |at| at + 1);
        text.truncate(end);
    }
    String::from_utf8_lossy(&text).into_owned()
}
