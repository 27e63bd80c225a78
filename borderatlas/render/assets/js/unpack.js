/* Packed blocks: gzip in 85 characters. This runs before everything else of the page's, and starts it. */
const DIGITS = (() => {
  const values = new Uint8Array(128);
  let value = 0;
  for (let code = 33; code < 127; code += 1) if (!'<>&"\'\\{}`'.includes(String.fromCharCode(code))) values[code] = value++;
  return values;
})();

/* Text to bytes: five characters are four bytes, the last ones fewer. */
function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 4 / 5));
  const view = new DataView(bytes.buffer);
  let at = 0;
  let i = 0;
  for (; i + 5 <= text.length; i += 5, at += 4) {
    const word = (((DIGITS[text.charCodeAt(i)] * 85 + DIGITS[text.charCodeAt(i + 1)]) * 85 + DIGITS[text.charCodeAt(i + 2)]) * 85
      + DIGITS[text.charCodeAt(i + 3)]) * 85 + DIGITS[text.charCodeAt(i + 4)];
    view.setUint32(at, word);
  }
  let word = 0;
  for (let k = 0; k < 5 && i < text.length; k += 1) word = word * 85 + (i + k < text.length ? DIGITS[text.charCodeAt(i + k)] : 84);
  for (let shift = 24; at < bytes.length; shift -= 8, at += 1) bytes[at] = Math.floor(word / 2 ** shift) % 256;
  return bytes;
}

/* The content of a block of the page: an ArrayBuffer. Written straight into the stream: a Blob would go by way of
   another process, which costs a tenth of a second. */
async function unpack(name) {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const written = writer.write(bytesOf(document.getElementById(`borderatlas-${name}`).textContent)).then(() => writer.close());
  const parts = [];
  const read = async () => {
    const reader = stream.readable.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  };
  await Promise.all([written, read()]);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole.buffer;
}

const unpackText = async (name) => new TextDecoder().decode(await unpack(name));
const unpackJson = async (name) => JSON.parse(await unpackText(name));

/* Say on the page itself why there is nothing to see. */
function giveUp(reason) {
  const note = document.createElement('p');
  note.className = 'failed';
  note.setAttribute('role', 'alert');
  note.textContent = reason;
  document.getElementById('sheet').append(note);
}

/* The page's own code, when it is packed too: a script whose hash the policy names. */
async function start() {
  if (!document.getElementById('borderatlas-code')) return;
  if (typeof DecompressionStream === 'undefined') {
    giveUp('This browser cannot open the compressed data of this page. Use a newer one (Chromium 80, Firefox 113, Safari 16.4), '
      + 'or have the page written again with compat=True (--compat).');
    return;
  }
  const script = document.createElement('script');
  script.textContent = await unpackText('code');
  document.body.append(script);
}

window.borderatlas = { mapMade, unpack, unpackJson, giveUp };
start();
