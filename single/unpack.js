// The worker that unpacks one part; scripts/single.mjs puts text.js and lzma.js before it.
self.onmessage = ({ data }) => {
  const bytes = unpackedLzma(bytesOf(data));
  self.postMessage(bytes, [bytes.buffer]);
};
