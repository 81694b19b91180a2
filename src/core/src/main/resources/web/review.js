// Corrections of what was read: kept in this page until they are saved as a file, which "chancery read --corrections" takes.
const read = JSON.parse(document.getElementById('read').textContent);
const editor = document.getElementById('editor');
const form = editor.querySelector('form');
const status = document.getElementById('status');
const by = document.getElementById('by');
const DONE = { accept: 'accepted', correct: 'corrected', reject: 'rejected', add: 'added' };

/** What is said: of marks by their keys in ids and links ("3", added ones "a1"), of zones by their number from 1. */
let said = { marks: {}, zones: {} };
const earlier = [];
let saved = true;

// ---- what is said, and taking it back

function change(what, told) {
  earlier.push(JSON.stringify(said));
  what();
  saved = false;
  show();
  tell(told);
}

function undo() {
  if (earlier.length === 0) {
    tell('There is nothing to undo.');
    return;
  }
  said = JSON.parse(earlier.pop());
  saved = false;
  show();
  tell('Undone.');
}

function tell(words) {
  status.textContent = words;
}

/** A correction of a mark that says nothing yet. */
function about(key) {
  const { id, place, text } = read.marks[key - 1];
  return { mark: id, place, text };
}

function judge(key, verdict) {
  change(() => { said.marks[key] = { verdict, ...about(key) }; }, `Mark ${key} ${DONE[verdict]}.`);
}

// ---- what the page shows of it

function inWords(correction) {
  const { attests, direction, kind, number, date, agents = [], to = [], certainty, because, keep, form: line } = correction;
  return [attests && `attests ${attests}`, direction, kind, number && `number ${number}`, date && `dated ${date}`,
    agents.length > 0 && `by ${agents.join('; ')}`, to.length > 0 && `to ${to.join('; ')}`, certainty,
    because && `because ${because}`, keep && 'what was read is kept', line && 'a form of words']
    .filter(Boolean).join(', ');
}

function show() {
  unhighlight();
  document.querySelectorAll('li.added').forEach(each => each.remove());
  read.marks.forEach((mark, at) => {
    const key = String(at + 1);
    const correction = said.marks[key];
    const item = document.getElementById(`mark-${key}`);
    const verdict = correction ? correction.verdict : '';
    item.dataset.verdict = verdict;
    item.querySelector('.verdict').textContent = correction
      ? [`${DONE[verdict]}`, inWords(correction)].filter(Boolean).join(': ') : '';
    document.querySelectorAll(`[data-mark="${key}"], #at-${key}`).forEach(each => { each.dataset.verdict = verdict; });
  });
  Object.entries(said.marks).filter(([key]) => key.startsWith('a')).forEach(([key, each]) => {
    highlight(key, each.place);
    list().append(addedItem(key, each));
  });
  read.zones.forEach((zone, at) => {
    const correction = said.zones[at + 1];
    const kind = (correction ?? zone).kind;
    const item = document.getElementById(`zone-${at + 1}`);
    item.querySelector('select').value = kind;
    item.querySelector('.verdict').textContent = correction ? `corrected: ${kind}` : '';
    document.querySelectorAll(`#at-z${at + 1}`).forEach(each => { each.textContent = kind; });
  });
  const count = Object.keys(said.marks).length + Object.keys(said.zones).length;
  document.getElementById('count').textContent = `${count} correction${count === 1 ? '' : 's'}${saved ? '' : ', not saved'}`;
}

function list() {
  const items = document.getElementById('mark-list');
  items.hidden = false;
  return items;
}

function addedItem(key, correction) {
  const item = element('li', { className: 'added', id: `mark-${key}`, tabIndex: 0 },
    element('p', { className: 'name' }, element('a', { className: 'number', href: `#at-${key}`,
      title: 'To its place in the text' }, key.toUpperCase()), ' ', element('strong', {}, correction.attests ?? correction.kind)),
    element('blockquote', { dir: 'auto' }, correction.text),
    element('p', { className: 'verdict' }, `added: ${inWords(correction)}`));
  item.append(actions(key, [['Correct', 'c', () => edit(key)], ['Take away', 'r', () => drop(key)]]));
  return item;
}

function drop(key) {
  change(() => { delete said.marks[key]; }, `Mark ${key} taken away.`);
}

function actions(key, all) {
  return element('p', { className: 'actions' }, ...all.flatMap(([name, letter, act]) => {
    const button = element('button', { type: 'button', onclick: act, title: `${name} (${letter})` }, name);
    button.setAttribute('aria-label', `${name}: mark ${key}`);
    button.dataset.key = letter;
    return [button, ' '];
  }));
}

// ---- the editor

const fields = form.elements;
let editing = null;

function options(select, words) {
  select.append(...words.map(word => element('option', { value: word }, word === '' ? 'none' : word)));
}

function edit(key, found, asForm) {
  const old = key ? said.marks[key] : null;
  const mark = key && !key.startsWith('a') ? read.marks[key - 1] : null;
  const values = old && (old.verdict === 'correct' || old.verdict === 'add') ? old : mark ?? { kind: 'annotation' };
  editing = { key, found };
  document.getElementById('editor-title').textContent = mark ? `Correct mark ${key}` : key ? `Correct added mark ${key}` : 'Add a mark';
  fields.words.value = found ? found.text : old ? old.text : mark ? mark.text : '';
  fields.words.readOnly = Boolean(found || mark || old);
  document.getElementById('which-row').hidden = fields.words.readOnly;
  document.getElementById('keep-row').hidden = !mark;
  document.getElementById('on-row').hidden = Boolean(mark) || read.documents.length < 2;
  fields.which.value = 1;
  for (const name of ['kind', 'attests', 'direction', 'date', 'number', 'on', 'because']) {
    fields[name].value = values[name] ?? (name === 'on' ? read.documents[0].id : '');
  }
  fields.certainty.value = values.certainty ?? 'certain';
  fields.agents.value = (values.agents ?? []).join('\n');
  fields.to.value = (values.to ?? []).join('\n');
  fields.keep.checked = Boolean(old && old.keep);
  fields.form.checked = Boolean(asForm || old && old.form);
  complain('');
  editor.showModal();
  (fields.words.readOnly ? fields.kind : fields.words).focus();
}

function complain(words) {
  form.querySelector('.complaint').textContent = words;
}

function lines(text) {
  return text.split('\n').map(line => line.trim()).filter(Boolean);
}

/** What the form says; throws what is wrong with it, in words. */
function taken(base) {
  const attests = fields.attests.value;
  const counts = ['copy-number', 'distribution-list'].includes(fields.kind.value);
  const number = fields.number.value.trim();
  const agents = lines(fields.agents.value);
  const because = fields.because.value.trim();
  if (fields.certainty.value !== 'certain' && because === '') {
    throw new Error('Say because of what it is not certain.');
  }
  if (!attests && (agents.length > 0 || fields.direction.value || number && !counts)) {
    throw new Error('Agents, direction and number belong to an act: choose the act, or take them out.');
  }
  if (counts && number && !/^\d{1,6}$/.test(number)) {
    throw new Error('The number of copies is a whole number.');
  }
  const to = lines(fields.to.value);
  const said = { ...base, kind: fields.kind.value, attests, direction: fields.direction.value, number,
    date: fields.date.value.trim(), agents, to, certainty: fields.certainty.value, because };
  for (const name of Object.keys(said)) {
    if (said[name] === '' || said[name] === undefined || Array.isArray(said[name]) && said[name].length === 0) {
      delete said[name];
    }
  }
  return said;
}

function take() {
  const { key } = editing;
  let correction;
  if (key && !key.startsWith('a')) {
    correction = taken({ verdict: 'correct', ...about(key) });
  } else {
    const all = editing.found ? [editing.found] : places(fields.words.value);
    const found = key ? said.marks[key] : all[fields.which.value - 1];
    if (!found) {
      throw new Error(all.length === 0 ? 'These words do not stand in the text.' : `Only ${all.length} places have these words.`);
    }
    correction = taken({ verdict: 'add', place: found.place, text: found.text,
      on: read.documents.length > 1 ? fields.on.value : '' });
  }
  if (fields.keep.checked && correction.verdict === 'correct') {
    correction.keep = true;
  }
  const line = fields.form.checked && correction.place && linesAround(correction.place);
  if (line) {
    correction.form = line;
  }
  const at = key ?? freeKey();
  change(() => { said.marks[at] = correction; }, `Mark ${at} ${DONE[correction.verdict]}.`);
  editor.close();
  document.getElementById(`mark-${at}`).focus();
}

function freeKey() {
  let number = 1;
  while (said.marks[`a${number}`]) {
    number++;
  }
  return `a${number}`;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  try {
    take();
  } catch (wrong) {
    complain(wrong.message);
  }
});
fields.cancel.addEventListener('click', () => editor.close());

// ---- saving

function file() {
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const all = { case: read.case, source: read.source, language: read.language, by: by.value.trim(), on: day, marks: Object.values(said.marks),
    zones: Object.values(said.zones) };
  // what JSON may hold and YAML may not is written as an escape
  return JSON.stringify(all, null, 2).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) + '\n';
}

function save() {
  if (by.value.trim() === '') {
    by.focus();
    tell('Say first who corrects: the corrections carry the name.');
    return;
  }
  const href = URL.createObjectURL(new Blob([file()], { type: 'application/json' }));
  const download = element('a', { href, download: `${read.case}.corrections.json` });
  download.click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
  saved = true;
  show();
  tell(`Saved as ${download.download}. Then: chancery read … --corrections ${download.download} -o FOLDER`);
}

addEventListener('beforeunload', event => {
  if (!saved) {
    event.preventDefault();
  }
});

// ---- keys

function itemOf(target) {
  const number = target.closest('main a.number');
  return number ? document.querySelector(number.getAttribute('href')) : target.closest('#lists li[id^="mark-"]');
}

function step(item, by) {
  const items = [...document.querySelectorAll('li[id^="mark-"]')];
  const next = items[Math.max(0, Math.min(items.length - 1, items.indexOf(item) + by))];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}

function addHere(target) {
  const item = itemOf(target);
  const sentence = item && item.id.startsWith('mark-u') ? read.unread[item.id.slice(6) - 1] : null;
  edit(null, selected() ?? sentence);
}

addEventListener('keydown', event => {
  if (editor.open) {
    return;
  }
  const key = event.key.toLowerCase();
  const typing = event.target.matches('input:not([type=checkbox]), select, textarea');
  const command = event.ctrlKey || event.metaKey;
  if (command && key === 's') {
    event.preventDefault();
    save();
  } else if (command && key === 'z' && !typing) {
    event.preventDefault();
    undo();
  } else if (!command && !event.altKey && !typing && document.getElementById('letters').checked) {
    const item = itemOf(event.target);
    if (key === 'n') {
      event.preventDefault();
      addHere(event.target);
    } else if (key === 'j' || key === 'k') {
      step(item, key === 'j' ? 1 : -1);
    } else if (item) {
      const button = item.querySelector(`button[data-key="${key}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  }
});

// ---- beginning

function begin() {
  options(fields.kind, read.kinds);
  options(fields.attests, ['', ...read.acts]);
  options(fields.direction, ['', ...read.directions]);
  options(fields.certainty, read.certainties);
  fields.on.append(...read.documents.map(each => element('option', { value: each.id }, `${each.id}: ${each.title}`)));
  read.marks.forEach((mark, at) => {
    const key = String(at + 1);
    const item = document.getElementById(`mark-${key}`);
    item.tabIndex = 0;
    item.append(element('p', { className: 'verdict' }), actions(key, [['Accept', 'a', () => judge(key, 'accept')],
      ['Correct', 'c', () => edit(key)], ['Reject', 'r', () => judge(key, 'reject')],
      ['Form of words', 'f', () => edit(key, null, true)]]));
  });
  document.querySelectorAll('li[id^="mark-u"]').forEach(item => {
    item.tabIndex = 0;
    item.append(actions(item.id.slice(5), [['Add as', 'n', () => addHere(item)]]));
  });
  read.zones.forEach((zone, at) => {
    const select = element('select', { onchange: () => change(() => {
      said.zones[at + 1] = { ...zone, kind: select.value };
    }, `Zone ${at + 1} is ${select.value}. Its marks are read anew with the corrections.`) });
    select.setAttribute('aria-label', `What zone ${at + 1} is`);
    options(select, read.zoneKinds);
    document.getElementById(`zone-${at + 1}`).append(select, ' ', element('span', { className: 'verdict' }));
  });
  if (read.corrections) {
    by.value = read.corrections.by;
    resume(read.corrections);
  }
  document.getElementById('undo').addEventListener('click', undo);
  document.getElementById('save').addEventListener('click', save);
  document.getElementById('add').addEventListener('click', () => edit(null, selected()));
  document.getElementById('add').addEventListener('mousedown', event => event.preventDefault()); // keeps the selection
  document.getElementById('bar').hidden = false;
  show();
}

/** Goes on from corrections that were saved before. */
function resume(corrections) {
  (corrections.marks ?? []).forEach(each => {
    const at = read.marks.findIndex(mark => each.mark === mark.id && each.text === mark.text);
    const byPlace = read.marks.findIndex(mark => each.place && each.place === mark.place);
    const found = at < 0 ? byPlace : at;
    said.marks[each.verdict === 'add' || found < 0 ? freeKey() : String(found + 1)] = each;
  });
  (corrections.zones ?? []).forEach(each => {
    const at = read.zones.findIndex(zone => zone.places[0] === each.places[0]);
    said.zones[at < 0 ? each.places[0] : at + 1] = each;
  });
}

begin();
