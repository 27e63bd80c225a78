/* The only place where text reaches the document, and it does so as text: no markup is ever parsed. */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/* Words from a report or a table: isolated, so that no bidirectional control in them turns what stands beside them. */
const said = (text, properties) => make('bdi', { ...properties, text });

const withoutBidi = (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/* A link to a source, or null when the address is not one that a reader should be sent to. */
function sourceLink(address) {
  let url;
  try {
    url = new URL(address);
  } catch (error) {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return make('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow', text: url.host });
}
