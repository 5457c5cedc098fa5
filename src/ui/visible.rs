//! Which rows of a long list are in sight: arithmetic only.

/// First row and number of rows to draw, some more on both sides so that scrolling shows no gap. Heights in pixels.
#[must_use]
pub fn visible_rows(scroll_top: f64, viewport: f64, row_height: f64, total: u32) -> (u32, u32) {
    const MORE: f64 = 12.0;
    if row_height <= 0.0 || total == 0 {
        return (0, 0);
    }
    let first = (scroll_top / row_height - MORE).floor().max(0.0).min(f64::from(total));
    let last = ((scroll_top + viewport) / row_height + MORE).ceil().clamp(first, f64::from(total));
    (first as u32, (last - first) as u32)
}

#[cfg(test)]
mod tests {
    use super::visible_rows;

    #[test]
    fn rows_in_sight_with_some_on_both_sides() {
        assert_eq!(visible_rows(0.0, 340.0, 34.0, 20_000), (0, 22));
        assert_eq!(visible_rows(34_000.0, 340.0, 34.0, 20_000), (988, 34));
        assert_eq!(visible_rows(680_000.0, 340.0, 34.0, 20_000), (19_988, 12));
        assert_eq!(visible_rows(0.0, 340.0, 34.0, 3), (0, 3));
        assert_eq!(visible_rows(0.0, 340.0, 34.0, 0), (0, 0));
    }
}
