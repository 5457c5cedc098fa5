// How long the tests that torture the store run: briefly in the suite, in full with `make torture`.
export const FULL = process.env.TORTURE === "full";

/** `brief` in the suite, `full` with `make torture`. */
export const length = (brief, full) => (FULL ? full : brief);
