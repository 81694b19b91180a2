// The text of the page, its places and what is marked in it; review.js goes on from here.
'use strict';

const PASSED_OVER = '.number, .zone, .none';

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---- the text: places count characters as the reader counts them, numbers and names of zones left out

function passages() {
  return [...document.querySelectorAll('.passage > p')];
}

function elementOf(passage) {
  return passage.dataset.element ?? null;
}

function without(fragment) {
  fragment.querySelectorAll(PASSED_OVER).forEach(each => each.remove());
  return fragment.textContent;
}

function textOf(passage) {
  return without(passage.cloneNode(true));
}

function offset(passage, node, at) {
  const range = document.createRange();
  range.setStart(passage, 0);
  range.setEnd(node, at);
  return without(range.cloneContents()).length;
}

function folded(words) {
  return words.trim().replace(/\s+/g, ' ');
}

function placed(passage, from, to) {
  const text = textOf(passage);
  const words = text.slice(from, to);
  const begin = from + words.length - words.trimStart().length;
  const end = to - words.length + words.trimEnd().length;
  const element = elementOf(passage);
  return { place: `${element === null ? '' : element + ':'}${begin}-${end}`, text: folded(words) };
}

function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const passage = passages().find(each => each.contains(range.startContainer) && each.contains(range.endContainer));
  return passage && folded(without(range.cloneContents()))
    ? placed(passage, offset(passage, range.startContainer, range.startOffset),
        offset(passage, range.endContainer, range.endOffset))
    : null;
}

/** All places where words stand, white space folded. */
function places(words) {
  const parts = words.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.trim() === '' ? [] : passages().flatMap(passage =>
    [...textOf(passage).matchAll(new RegExp(parts.join('\\s+'), 'g'))]
      .map(found => placed(passage, found.index, found.index + found[0].length)));
}

function where(place) {
  const [, element, from, to] = /^(?:([^\s:]+):)?(\d+)-(\d+)/.exec(place);
  const passage = passages().find(each => elementOf(each) === (element ?? null));
  return passage && { passage, from: Number(from), to: Number(to) };
}

/** The lines in which a place stands: the example of a form of words. */
function linesAround(place) {
  const found = where(place);
  if (!found) {
    return null;
  }
  const text = textOf(found.passage);
  const end = text.indexOf('\n', found.to);
  return text.slice(text.lastIndexOf('\n', Math.max(0, found.from - 1)) + 1, end < 0 ? text.length : end);
}

function highlight(key, place) {
  const found = where(place);
  if (!found) {
    return;
  }
  const walker = document.createTreeWalker(found.passage, NodeFilter.SHOW_TEXT);
  const stretches = [];
  for (let node = walker.nextNode(), at = 0; node; node = walker.nextNode()) {
    if (!node.parentElement.closest(PASSED_OVER)) {
      const from = Math.max(found.from - at, 0);
      const to = Math.min(found.to - at, node.length);
      at += node.length;
      if (from < to) {
        stretches.push({ node, from, to });
      }
    }
  }
  stretches.forEach(({ node, from, to }, count) => {
    const words = node.splitText(from);
    words.splitText(to - from);
    const mark = element('mark', { className: 'added' }, '');
    mark.dataset.mark = key;
    words.replaceWith(mark);
    mark.append(words);
    if (count === 0) {
      mark.before(link(key));
    }
  });
}

function link(key) {
  return element('a', { className: 'number added', id: `at-${key}`, href: `#mark-${key}`,
    title: `Mark ${key}, added` }, key.toUpperCase());
}

function unhighlight() {
  document.querySelectorAll('main .added').forEach(each => {
    const parent = each.parentNode;
    each.replaceWith(...(each.matches('mark') ? each.childNodes : []));
    parent.normalize();
  });
}
