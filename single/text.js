// Bytes as text for a page that is one file: 15 bits a letter, from U+2000 on, none of which means anything to HTML. In UTF-16, which
// the page is written in, that is 7 % more than the bytes; base64 would be 33 %.
const FIRST = 0x2000;
const BITS = 15;

/** Before the letters stands how many bytes too many they give: 0 or 1. */
export function textOf(bytes) {
  const letters = new Uint16Array(Math.ceil((bytes.length * 8) / BITS));
  let [held, bits, at] = [0, 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits >= BITS) {
      bits -= BITS;
      letters[at++] = FIRST + (held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) letters[at] = FIRST + (held << (BITS - bits));
  const surplus = Math.floor((letters.length * BITS) / 8) - bytes.length;
  return surplus + new TextDecoder("utf-16le").decode(letters);
}

export function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor(((text.length - 1) * BITS) / 8) - Number(text[0]));
  let [held, bits, at] = [0, 0, 0];
  for (let place = 1; place < text.length; place += 1) {
    held = (held << BITS) | (text.charCodeAt(place) - FIRST);
    for (bits += BITS; bits >= 8; ) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
}
