//! From tables to one figure a customer: contribution, stability and what they rest on (METHODS 0 and 1). One measure a file.
//! Knows nothing of thresholds, classes or screens.
