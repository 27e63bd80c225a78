/* The only place where text reaches the document, and it does so as text: no markup is ever parsed.
   `say` and `say-name` take a key of the page's own words (speech.js), for the text and for the accessible name. */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'say') sayIn(element, value);
    else if (name === 'say-name') nameIt(element, value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function sayIn(element, key) {
  element.dataset.say = key;
  element.textContent = say(key);
}

function nameIt(element, key) {
  element.dataset.sayName = key;
  element.setAttribute('aria-label', say(key));
}

/* A button of the page: a word of its own, what it does. */
const pushButton = (key, act, properties) => make('button', { type: 'button', say: key, onclick: act, ...properties });

/* Words from a report or a table: isolated, so that no bidirectional control in them turns what stands beside them. */
const said = (text, properties) => make('bdi', { ...properties, text });

const withoutBidi = (text) => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/* A language as a report gives it, if it can be one; anything else would make `lang` invalid. */
const languageTag = (language) => (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language || '') ? language : null);

/* The address that a reader may be sent to, or null. */
function safeAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch (error) {
    return null;
  }
}

/* A link to a source that shows its host, or null when the address is not one that a reader should be sent to. */
function sourceLink(address) {
  const url = safeAddress(address);
  return url && make('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow', text: url.host });
}
