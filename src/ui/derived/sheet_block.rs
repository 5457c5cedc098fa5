//! Pasted text as a block of cells.

/// Lines and cells of a block copied from a spreadsheet; `None` for a single cell, which the field takes itself.
#[must_use]
pub fn sheet_block(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n', '\r']) {
        return None;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Some(text.split('\n').map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_lines_and_cells() {
        assert_eq!(
            sheet_block("Harbour\t4\r\nLarkfield\t\r\n"),
            Some(vec![vec!["Harbour".into(), "4".into()], vec!["Larkfield".into(), String::new()]])
        );
        assert_eq!(sheet_block("one\ntwo"), Some(vec![vec!["one".into()], vec!["two".into()]]));
        assert_eq!((sheet_block("one\r\n"), sheet_block("")), (None, None));
    }
}
