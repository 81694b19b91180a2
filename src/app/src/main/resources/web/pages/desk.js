// The desk: what is owed, the cases at work and what can be handed in to them, and a case begun.
import * as api from './api.js';
import {element, place} from './element.js';

function tell(text, refused = false) {
  place('message').className = refused ? 'refused' : '';
  place('message').textContent = text;
}

const day = instant => new Date(instant).toISOString().slice(0, 10);

function deadlines(owed) {
  if (owed.length === 0) {
    return element('p', {class: 'faint'}, 'Nothing is owed.');
  }
  const cells = line => [
    element('td', {class: line.overdue ? 'overdue' : ''}, line.overdue ? `${day(line.due)} – overdue` : day(line.due)),
    element('td', {}, line.officeName),
    element('td', {}, line.what),
    element('td', {}, `${line.caseId} – ${line.title}`),
    element('td', {}, line.reminder)
  ];
  return element('div', {class: 'scroller', tabindex: 0, role: 'region', 'aria-labelledby': 'overdue-title'},
    element('table', {},
      element('thead', {}, element('tr', {},
        ['Due', 'Who', 'What', 'Case', 'When it is up'].map(title => element('th', {scope: 'col'}, title)))),
      element('tbody', {}, owed.map(line => element('tr', {}, cells(line))))));
}

function messageForm(known, message) {
  const fields = message.fields.map(field => element('label', {}, field.label,
    element('input', {
      name: field.id,
      type: field.type === 'date' ? 'date' : field.type === 'long' ? 'number' : 'text',
      required: field.required
    })));
  const submit = async event => {
    event.preventDefault();
    const particulars = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    await act(() => api.handIn(known.id, message.message, particulars), `${known.id}: “${message.label}” is recorded.`);
  };
  return element('details', {},
    element('summary', {}, `Hand in: ${message.label} (${message.officeName})`),
    element('form', {submit}, fields, element('button', {type: 'submit'}, 'Hand in')));
}

/** The numbers under which a case is registered, each leading to its card. */
function numbers(known) {
  return known.numbers.length === 0 ? [] : element('p', {class: 'faint'}, 'Registered: ',
    known.numbers.flatMap(({number, office, card}, index) => [
      index > 0 ? ', ' : '', card ? element('a', {href: card}, number) : number, ` (${office})`]));
}

function oneCase(known, paths) {
  const stands = known.standsAt.map(open => `${open.label} (${open.officeName})`).join('; ');
  return element('article', {class: 'case'},
    element('h3', {}, `${known.id} – ${known.title}`),
    element('p', {}, known.ended ? `Ended ${day(known.ended)}.` : stands ? `Stands at: ${stands}` : 'Waits for a message.'),
    element('p', {class: 'faint'}, `${known.procedure}, begun ${day(known.begun)}. `,
      element('a', {href: api.caseFileUrl(known.id)}, 'Case file'),
      paths ? [' · ', element('a', {href: paths + known.instanceId}, 'Path and ledger')] : []),
    numbers(known),
    known.awaits.map(message => messageForm(known, message)));
}

function cases(all, paths) {
  return all.length === 0
    ? [element('p', {class: 'faint'}, 'No case has been begun. Begin one below; its tasks then stand in Tasklist.')]
    : all.map(known => oneCase(known, paths));
}

function entrances(all) {
  return all.map((entry, index) =>
    element('option', {value: index}, `${entry.procedure}: ${entry.label} (${entry.office})`));
}

let known = {entrances: []};

async function show() {
  known = await api.desk();
  place('deadlines').replaceChildren(deadlines(known.deadlines));
  place('cases').replaceChildren(...cases(known.cases, known.paths));
  place('begin').elements.entry.replaceChildren(...entrances(known.entrances));
}

async function act(work, done) {
  try {
    await work();
    await show();
    tell(done);
  } catch (failure) {
    tell(failure.message, true);
  }
}

place('begin').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target.elements;
  const entry = known.entrances[form.entry.value];
  act(() => api.begin({
    procedure: entry.procedure, entry: entry.entry, caseId: form.caseId.value, title: form.title.value
  }), `Case ${form.caseId.value} is begun.`);
});

show().catch(failure => tell(failure.message, true));
