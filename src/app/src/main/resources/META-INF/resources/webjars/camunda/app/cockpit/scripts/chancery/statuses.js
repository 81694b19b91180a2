// How each status of a step looks and what it means: colour, line and sign, so that none rests on colour alone.
import {element} from './elements.js';

export const STATUSES = {
  evidenced: {sign: '●', meaning: 'a mark attests it'},
  inferred: {sign: '◐', meaning: 'no mark attests it, but every explanation of the marks has it, and a source says that it must happen'},
  presumed: {sign: '◔', meaning: 'every explanation of the marks has it, but the diagram assumes it; no source says that it must happen'},
  possible: {sign: '◌', meaning: 'some explanations of the marks have it, others not'},
  contradicted: {sign: '!', meaning: 'its marks cannot all be true'},
  'not evidenced': {sign: '○', meaning: 'foreseen; nothing shows that it happened'},
  simulated: {sign: 'S', meaning: 'run to see what would follow; nothing shows that it happened'},
  live: {sign: 'L', meaning: 'done in the system'},
  unexplained: {sign: '✱', meaning: 'a mark that the procedure does not explain'}
};

/** The order in which statuses are told. */
export const ORDER = Object.keys(STATUSES);

/** The class of a status, on elements of diagrams and of pages alike. */
export const statusClass = status => `chancery-${status.replace(/ /g, '-')}`;

/** A status as a small badge with its sign and word. */
export function badge(status, disputed = false) {
  const known = STATUSES[status] || {sign: '·', meaning: ''};
  return element('span', {class: `chancery-badge ${statusClass(status)}`, title: known.meaning},
    element('span', {class: 'chancery-sign', 'aria-hidden': 'true'}, known.sign),
    disputed ? `${status}, disputed` : status);
}

/** What the lines and signs of a diagram mean; by default with how often each is there. */
export function legend(counts, more = [], text = status => `${counts[status]} ${status}`) {
  return element('ul', {class: 'chancery-legend', 'aria-label': 'Legend'},
    ORDER.filter(status => counts[status]).map(status =>
      element('li', {title: STATUSES[status].meaning},
        element('span', {class: `chancery-swatch ${statusClass(status)}`, 'aria-hidden': 'true'}, STATUSES[status].sign),
        text(status))),
    more.map(([name, sign, label, meaning]) =>
      element('li', {title: meaning},
        element('span', {class: `chancery-swatch chancery-${name}`, 'aria-hidden': 'true'}, sign), label)));
}
