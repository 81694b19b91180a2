// What both pages are made of: elements, words, tables, pictures. Text of the data is written as text, never as markup.

const DATA = JSON.parse(document.getElementById('data').textContent);
const NOTHING = '–';

// ---- elements ----

/** An element; children that are strings or numbers become text, null and false are left out. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Text that only those hear who do not see the page. */
const spoken = (text) => element('span', { class: 'spoken' }, text);

/** Something wide, which scrolls by itself and not with the page. */
function scroller(label, ...children) {
  return element('div', { class: 'scroller', role: 'region', tabindex: 0, 'aria-label': label }, children);
}

function link(href, text, label) {
  return element('a', { href, 'aria-label': label }, text);
}

/** The items with a separator between every two of them. */
function joined(items, separator = ', ') {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function section(id, heading, ...children) {
  const title = element('h2', { id: `${id}-heading` }, heading);
  return element('section', { id, 'aria-labelledby': title.id }, title, children);
}

function note(...children) {
  return element('p', { class: 'note' }, children);
}

/** A table whose head is a list of texts or of ready header cells; each row is ready-made. */
function table(caption, head, rows, attributes) {
  return element(
    'table',
    attributes,
    caption && element('caption', null, caption),
    element(
      'thead',
      null,
      element(
        'tr',
        null,
        head.map((cell) => (cell instanceof Node ? cell : element('th', { scope: 'col' }, cell))),
      ),
    ),
    element('tbody', null, rows),
  );
}

const rowHead = (...children) => element('th', { scope: 'row' }, children);
const cell = (...children) => element('td', null, children);
const numberCell = (value) => element('td', { class: 'number' }, value);
const numberHead = (...children) => element('th', { scope: 'col', class: 'number' }, children);

function facts(pairs) {
  return element(
    'dl',
    { class: 'facts' },
    pairs.map(([name, value]) => element('div', null, element('dt', null, name), element('dd', null, value))),
  );
}

// ---- words ----

const STATUSES = {
  evidenced: { sign: '●', word: 'evidenced' },
  disputed: { sign: '◐', word: 'evidenced, disputed' },
  inferred: { sign: '○', word: 'inferred' },
  presumed: { sign: '◌', word: 'presumed' },
  possible: { sign: '·', word: 'possible' },
  contradicted: { sign: '!', word: 'contradicted' },
};
const SHARES = ['evidenced', 'inferred', 'presumed', 'possible', 'contradicted'];

const AGREEMENTS = {
  same: { sign: '=', word: 'same', meaning: 'the same act at the same office' },
  'other office': { sign: '~', word: 'other office', meaning: 'the same act at another office' },
  'other act': { sign: '≠', word: 'other act', meaning: 'another act of the same phase' },
  'only left': { sign: '<', word: 'only A', meaning: 'only A has the step' },
  'only right': { sign: '>', word: 'only B', meaning: 'only B has the step' },
};

const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
const percent = (part, whole) => (whole === 0 ? 0 : Math.round((100 * part) / whole));
const dashed = (words) => words.replaceAll(' ', '-');
const unique = (values) => [...new Set(values)];
const compact = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** How a document is called in the sentences too: its case, and its reading unless it is the preferred one. */
function documentName(document) {
  return document.case + (document.reading === 'preferred' ? '' : ` [${document.reading}]`);
}

function statusKey(step) {
  return step.disputed && step.status === 'evidenced' ? 'disputed' : step.status;
}

function statusSign(step) {
  return STATUSES[statusKey(step)]?.sign ?? NOTHING;
}

function statusWord(step) {
  return step.status + (step.disputed ? ', disputed' : '');
}

function stepLabel(step) {
  return step.label + (step.occurrence > 1 ? `, again (${step.occurrence})` : '');
}

/** The date, or in brackets the days between which the step must lie, or nothing. */
function stepDate(step) {
  if (step.date) {
    return step.date;
  }
  if (!step.earliest && !step.latest) {
    return null;
  }
  return step.earliest === step.latest ? `[${step.latest}]` : `[${step.earliest ?? '..'}/${step.latest ?? '..'}]`;
}

const WAYS = { poll: 'by poll', sitting: 'at a sitting' };

const stepWay = (step) => step.way && (WAYS[step.way] ?? step.way);

function stepText(step) {
  const said = [stepLabel(step), step.officeName, stepDate(step) ?? 'undated', statusWord(step)];
  return said.concat(stepWay(step) ?? [], step.number ? `No ${step.number}` : []).join(', ');
}

/** What is known of some days: nothing, a least, or both ends. */
function daysText(days) {
  if (days.most === null) {
    return days.least === 0 ? 'not known' : `${days.least} or more`;
  }
  return days.least === days.most ? String(days.least) : `${days.least}${NOTHING}${days.most}`;
}

const daysOf = (stay) => ({ least: stay.leastDays, most: stay.mostDays });

function addDays(one, other) {
  return {
    least: one.least + other.least,
    most: one.most === null || other.most === null ? null : one.most + other.most,
  };
}

/** The days of each office, all stays there together, in order of the first stays. */
function daysByOffice(document) {
  const offices = new Map();
  for (const stay of document.stays) {
    const before = offices.get(stay.office);
    offices.set(stay.office, before ? addDays(before, daysOf(stay)) : daysOf(stay));
  }
  return offices;
}

const isKnown = (days) => days.least > 0 || days.most !== null;

/** Names offices by id; if two have one name, the id tells which. */
function officeNames(named) {
  const names = new Map(named.map((each) => [each.office, each.officeName]));
  const times = d3.rollup(
    names.values(),
    (same) => same.length,
    (name) => name,
  );
  return (id) => {
    const name = names.get(id) ?? id;
    return times.get(name) > 1 ? `${name} (${id})` : name;
  };
}

// ---- parts of both pages ----

function statusMark(step) {
  return element('span', { class: `status ${dashed(statusKey(step))}` }, statusSign(step), ' ', statusWord(step));
}

function statusShare(document, status) {
  const part = document[status];
  return element(
    'li',
    { 'data-status': status },
    element('span', { class: `swatch ${status}`, 'aria-hidden': 'true' }),
    `${STATUSES[status].sign} ${STATUSES[status].word} `,
    element('strong', null, part),
    ` (${percent(part, document.steps)} %)`,
  );
}

/** The shares as a bar, for the eye only: the list below it says the same. */
function shareBar(document) {
  const parts = SHARES.filter((status) => document[status] > 0).map((status) => {
    const part = element('span', { class: `share ${status}` }, element('span', null, STATUSES[status].sign));
    part.style.flexGrow = document[status];
    return part;
  });
  return element('div', { class: 'bar', 'aria-hidden': 'true' }, parts);
}

function shareList(document) {
  const statuses = SHARES.filter((status) => status !== 'contradicted' || document[status] > 0);
  return element(
    'ul',
    { class: 'shares' },
    statuses.map((status) => statusShare(document, status)),
  );
}

function key(heading, entries) {
  return element(
    'p',
    { class: 'key' },
    `${heading}: `,
    joined(
      entries.map((entry) => element('span', null, element('b', null, entry.sign), ` ${entry.meaning ?? entry.word}`)),
    ),
    '.',
  );
}

const statusKeyLine = () => key('Status', Object.values(STATUSES));

function markList(marks) {
  return joined(marks.map((mark) => element('code', null, mark)));
}

/** The marks behind one side of a difference; nothing if the side has no step in it. */
function marksOf(side, name) {
  if (side.steps.length === 0) {
    return null;
  }
  return element(
    'span',
    { class: 'detail' },
    `${side.marks.length === 1 ? 'Mark' : 'Marks'} of ${name}: `,
    side.marks.length === 0 ? 'none' : markList(side.marks),
  );
}

function kindWord(kind, left, right) {
  return kind === 'only left' ? `only ${left}` : kind === 'only right' ? `only ${right}` : kind;
}

function costText(cost) {
  return cost > 0 ? `cost ${cost}` : null;
}

/** What stands behind the sentence of a difference: its kind, its cost, where it is seen, its marks. */
function differenceDetails(difference, left, right, seen) {
  return element(
    'p',
    { class: 'details' },
    element('span', { class: 'detail kind' }, kindWord(difference.kind, left, right)),
    difference.cost > 0 && element('span', { class: 'detail' }, costText(difference.cost)),
    seen,
    marksOf(difference.left, left),
    marksOf(difference.right, right),
  );
}

// ---- charts ----

const CHART_STYLE = {
  background: 'transparent',
  color: 'var(--ink)',
  fontFamily: 'inherit',
  fontSize: '13px',
  overflow: 'visible',
};

/** The room that a chart may take: charts do not shrink below what can be read, they scroll. */
function chartWidth(least, most) {
  return Math.max(least, Math.min(most, document.documentElement.clientWidth - 96));
}

/** A chart as one picture that is told by its label; the tables beside it say what it shows. */
function chart(label, options) {
  const drawn = Plot.plot({ ...options, style: CHART_STYLE });
  const svg = drawn.matches('svg') ? drawn : drawn.querySelector('svg');
  return picture(svg, label);
}

function picture(svg, label) {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  // within one picture the parts have no names of their own
  svg.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'));
  svg.querySelectorAll('[aria-description]').forEach((part) => part.removeAttribute('aria-description'));
  return svg;
}
