//! Charts: input, layout, draw, hit-test, the same shape for each. Drawn with plotters on a canvas or into an SVG by the same code.
