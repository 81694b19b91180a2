// Builds parts of pages.

/** An element; text goes in as text. Attributes that are null or false are left out, functions become listeners. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== false && value !== null) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat());
  return made;
}

export const place = id => document.getElementById(id);
