// Builds parts of pages. Text goes in as text, never as HTML.

/** An element; attributes that are null or false are left out, functions become listeners. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return made;
}

/** A table whose rows are lists of cells; a cell is text, an element, or a list of both. */
export function table(caption, columns, rows) {
  return element('div', {class: 'chancery-scroll', tabindex: 0, role: 'region', 'aria-label': caption},
    element('table', {class: 'chancery-table'},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, columns.map(column => element('th', {scope: 'col'}, column)))),
      element('tbody', {}, rows)));
}

/** A row of a table. */
export const row = (attributes, ...cells) =>
  element('tr', attributes, cells.map(cell => element('td', {}, ...[cell].flat())));

/** Loads our styles once. */
export function loadStyles() {
  stylesheet(new URL('chancery.css', import.meta.url).href);
}

/** Loads a style sheet once. */
export function stylesheet(href) {
  if (![...document.styleSheets].some(sheet => sheet.href === href) && !document.querySelector(`link[href="${href}"]`)) {
    document.head.append(element('link', {rel: 'stylesheet', href}));
  }
}

/** Fills a place with what a promise brings, or with why it does not. */
export async function fill(place, waiting, work) {
  place.replaceChildren(element('p', {class: 'chancery-note', role: 'status'}, waiting));
  try {
    const parts = await work();
    place.replaceChildren(...[parts].flat());
  } catch (failure) {
    place.replaceChildren(element('p', {class: 'chancery-failure', role: 'alert'}, failure.message));
  }
}

/** An instant of our time, such as 2026-01-31 17:05. */
export function moment(instant) {
  if (!instant) {
    return '';
  }
  const date = new Date(instant);
  const two = number => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} `
    + `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A date that is not broken at the end of a line. */
export const whenever = text => element('span', {class: 'chancery-when'}, text);

/** The days between which something lies, in words. */
export function days(earliest, latest) {
  if (earliest && latest) {
    return earliest === latest ? earliest : `${earliest} – ${latest}`;
  }
  if (latest) {
    return `by ${latest}`;
  }
  return earliest ? `from ${earliest}` : '';
}

/** "1 instance", "2 instances". */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
