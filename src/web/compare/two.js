// The page of two documents.

function drawTwo(two, pictures) {
  const sides = [
    { letter: 'A', side: 'left', document: two.left, picture: pictures?.left },
    { letter: 'B', side: 'right', document: two.right, picture: pictures?.right },
  ].map((each) => ({ ...each, name: documentName(each.document) }));
  const shared = { two, sides, labels: labelsByKey(two.rows), named: sentencesByRow(two) };
  return {
    header: twoHeader(shared),
    sections: [
      documentCards(shared),
      differenceList(shared),
      sideBySide(shared),
      diagrams(shared),
      daysAtOffices(shared),
      handoversOfTwo(shared),
    ],
  };
}

/** The labels of the steps of each side by their keys: the id, from the second time on with its occurrence. */
function labelsByKey(rows) {
  const labels = { left: new Map(), right: new Map() };
  for (const row of rows) {
    for (const side of ['left', 'right']) {
      const step = row[side];
      if (step) {
        labels[side].set(step.occurrence > 1 ? `${step.id}#${step.occurrence}` : step.id, stepLabel(step));
      }
    }
  }
  return labels;
}

function sentencesByRow(two) {
  const named = two.rows.map(() => []);
  two.differences.forEach((difference, index) => difference.rows.forEach((row) => named[row]?.push(index)));
  return named;
}

function twoHeader({ two, sides }) {
  const both = two.rows.filter((row) => row.left && row.right).length;
  const only = (agreement) => count(two.rows.filter((row) => row.agreement === agreement).length, 'step');
  return [
    element('h1', null, `${sides[0].name} and ${sides[1].name} compared`),
    element(
      'p',
      { class: 'verdict' },
      element('strong', { id: 'distance', 'data-distance': two.cost }, `Distance ${two.cost}`),
      `: ${count(both, 'step')} in both, ${only('only left')} only in A, ${only('only right')} only in B.`,
    ),
    note('The distance is what it costs to turn one path into the other; equal paths have distance 0.'),
  ];
}

function documentCards({ sides }) {
  return section(
    'documents',
    'The two documents',
    element('div', { class: 'pair' }, sides.map(documentCard)),
    statusKeyLine(),
  );
}

function documentCard({ letter, side, document }) {
  return element(
    'article',
    { class: `card ${side}`, id: `document-${letter}`, 'aria-labelledby': `document-${letter}-name` },
    element('h3', { id: `document-${letter}-name` }, letterMark(letter), ' ', document.case),
    element('p', { class: 'title' }, document.title),
    facts([
      ['Procedure', [document.procedure, ' ', element('code', null, document.procedureVersion)]],
      ['Reading', document.reading],
      ['Steps', document.steps],
      ['Marks unexplained', document.unexplained],
      ['Distance from its procedure', document.distanceFromProcedure],
    ]),
    document.steps > 0 && shareBar(document),
    shareList(document),
  );
}

function letterMark(letter) {
  return element('span', { class: `letter letter-${letter}` }, letter);
}

function differenceList({ two }) {
  if (two.differences.length === 0) {
    return section('differences', 'What differs', element('p', { class: 'none' }, 'Nothing differs.'));
  }
  const items = two.differences.map((difference, index) =>
    element(
      'li',
      { id: `difference-${index + 1}`, 'data-kind': difference.kind },
      element('p', { class: 'sentence' }, difference.sentence),
      differenceDetails(difference, 'A', 'B', rowLinks(difference.rows)),
    ),
  );
  return section('differences', 'What differs', element('ol', { class: 'differences' }, items));
}

function rowLinks(rows) {
  if (rows.length === 0) {
    return null;
  }
  const links = rows.map((row) => link(`#row-${row + 1}`, row + 1, `Row ${row + 1}`));
  return element('span', { class: 'detail' }, rows.length === 1 ? 'row ' : 'rows ', joined(links));
}

function sideBySide(shared) {
  const { two } = shared;
  return section(
    'ribbon',
    'Side by side',
    two.rows.length > 0 && glance(shared),
    key('Rows', Object.values(AGREEMENTS)),
    alignedTable(shared),
    openOrder(shared, 0),
    openOrder(shared, 1),
    note('In brackets: days that no mark states, but between which the step must lie.'),
  );
}

/** Both paths as two lanes of cells, a column for each row of the table below. */
function glance({ two, sides }) {
  const numbers = two.rows.map((row, index) =>
    element('th', { scope: 'col' }, link(`#row-${index + 1}`, index + 1, `Row ${index + 1}`)),
  );
  const lane = ({ letter, side }) =>
    element(
      'tr',
      { class: `lane ${side}` },
      element('th', { scope: 'row' }, letterMark(letter)),
      two.rows.map((row) => glanceCell(row[side], row[side === 'left' ? 'right' : 'left'], side)),
    );
  const ties = element(
    'tr',
    { class: 'ties' },
    element('th', { scope: 'row' }, spoken('agreement')),
    two.rows.map((row) => {
      const agreement = AGREEMENTS[row.agreement];
      return element(
        'td',
        { class: `tie ${dashed(row.agreement)}`, title: agreement.meaning },
        element('span', { 'aria-hidden': 'true' }, agreement.sign),
        spoken(agreement.word),
      );
    }),
  );
  return element(
    'figure',
    { class: 'glance' },
    element('figcaption', null, 'Both paths at a glance; the numbers lead to the rows of the table below.'),
    scroller(
      'Both paths at a glance',
      element(
        'table',
        { class: 'lanes' },
        element('thead', null, element('tr', null, element('td', null), numbers)),
        element('tbody', null, lane(sides[0]), ties, lane(sides[1])),
      ),
    ),
  );
}

function glanceCell(step, other, side) {
  if (!step) {
    return element('td', { class: 'gap' }, spoken('no step'));
  }
  const act = element('span', { class: 'act' }, step.act);
  const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, statusSign(step));
  return element(
    'td',
    { title: stepText(step), class: other ? null : 'alone' },
    element(
      'span',
      { class: `block ${dashed(statusKey(step))}` },
      side === 'left' ? [act, sign] : [sign, act],
      spoken(`, ${statusWord(step)}`),
    ),
  );
}

function alignedTable({ two, sides, named }) {
  if (two.rows.length === 0) {
    return element('p', { class: 'none' }, 'Neither path has a step.');
  }
  const head = [
    'Row',
    ...sides.map((each) => element('th', { scope: 'col' }, letterMark(each.letter), ' ', each.name)),
  ];
  const rows = two.rows.map((row, index) =>
    element(
      'tr',
      { id: `row-${index + 1}`, class: `row ${dashed(row.agreement)}`, 'data-agreement': row.agreement },
      alignedHead(row, index, named[index]),
      stepCell(row.left, 'A'),
      stepCell(row.right, 'B'),
    ),
  );
  return table('The steps of both paths side by side', head, rows, { class: 'aligned' });
}

function alignedHead(row, index, sentences) {
  const agreement = AGREEMENTS[row.agreement];
  return rowHead(
    element('span', { class: 'place' }, index + 1, ' ', element('span', { class: 'agreement' }, agreement.sign)),
    element('span', { class: 'said' }, joined([agreement.word, costText(row.cost)].filter(Boolean))),
    sentences.length > 0 &&
      element(
        'span',
        { class: 'said' },
        sentences.length === 1 ? 'sentence ' : 'sentences ',
        joined(sentences.map((each) => link(`#difference-${each + 1}`, each + 1, `Sentence ${each + 1}`))),
      ),
  );
}

function stepCell(step, letter) {
  if (!step) {
    return element('td', { class: 'gap' }, `no step in ${letter}`);
  }
  const more = [stepDate(step) ?? 'undated', stepWay(step), step.number && `No ${step.number}`].filter(Boolean);
  return element(
    'td',
    { class: `step ${dashed(statusKey(step))}` },
    element('span', { class: 'label' }, stepLabel(step)),
    element('span', { class: 'office' }, step.officeName),
    element(
      'span',
      { class: 'more' },
      statusMark(step),
      more.map((text) => element('span', null, text)),
    ),
  );
}

function openOrder({ two, sides, labels }, index) {
  const { letter, side } = sides[index];
  const steps = two.openOrder?.[side] ?? [];
  if (steps.length === 0) {
    return null;
  }
  return element(
    'p',
    { class: 'open-order', 'data-side': side },
    `The order of ${count(steps.length, 'step')} of `,
    letterMark(letter),
    ' is open, and the cheapest order allowed was taken: ',
    joined(steps.map((step) => element('q', null, labels[side].get(step) ?? step))),
    '.',
  );
}

function diagrams({ sides }) {
  return section(
    'diagrams',
    'The paths on their diagrams',
    sides.map((each) => each.picture && diagram(each)),
  );
}

function diagram({ letter, name, document, picture: source }) {
  const shares = SHARES.filter((status) => document[status] > 0).map((status) => `${document[status]} ${status}`);
  const image = element('img', {
    src: source,
    alt: `Diagram of the procedure ${document.procedure} with the path of ${name}: ${shares.join(', ') || 'no steps'}`,
  });
  const pane = scroller(`Diagram of ${letter}, ${name}`, image);
  pane.classList.add('diagram', 'fit');
  return element(
    'figure',
    { id: `diagram-${letter}` },
    element('figcaption', null, letterMark(letter), ' ', name, ' on ', document.procedure),
    zoomButtons(pane, letter),
    pane,
  );
}

function zoomButtons(pane, letter) {
  const fit = element(
    'button',
    { type: 'button', class: 'zoom-fit', 'aria-pressed': 'true' },
    'Fit',
    spoken(` diagram ${letter}`),
  );
  const actual = element(
    'button',
    { type: 'button', class: 'zoom-actual', 'aria-pressed': 'false' },
    'Actual size',
    spoken(` of diagram ${letter}`),
  );
  const show = (isFit) => {
    pane.classList.toggle('fit', isFit);
    fit.setAttribute('aria-pressed', isFit);
    actual.setAttribute('aria-pressed', !isFit);
  };
  fit.addEventListener('click', () => show(true));
  actual.addEventListener('click', () => show(false));
  return element('div', { class: 'buttons', role: 'group', 'aria-label': `Size of diagram ${letter}` }, fit, actual);
}

function daysAtOffices({ sides, labels }) {
  const tables = sides.map((each) => staysTable(each, labels[each.side]));
  return section('days', 'Time at offices', daysFigure(sides), element('div', { class: 'pair' }, tables));
}

function staysTable({ letter, name, document }, labels) {
  if (document.stays.length === 0) {
    return element('p', { class: 'none' }, letterMark(letter), ` ${name} stays at no office.`);
  }
  const rows = document.stays.map((stay) =>
    element(
      'tr',
      null,
      rowHead(stay.officeName),
      cell(
        joined(
          stay.steps.map((step) => labels.get(step) ?? step),
          '; ',
        ),
      ),
      numberCell(daysText(daysOf(stay))),
    ),
  );
  return table([letterMark(letter), ' ', name], ['Office', 'Steps', numberHead('Days')], rows, {
    class: 'stays',
    id: `stays-${letter}`,
  });
}

/** The days at each office of A and B as intervals, as far as anything is known of them. */
function daysFigure(sides) {
  const days = sides.map((each) => ({ letter: each.letter, days: daysByOffice(each.document) }));
  const all = unique(days.flatMap((each) => [...each.days.keys()]));
  const known = all.filter((office) => days.some((each) => each.days.has(office) && isKnown(each.days.get(office))));
  if (known.length === 0) {
    return element('p', { class: 'none' }, 'The dates tell nothing about the days at any office.');
  }
  const nameOf = officeNames(sides.flatMap((each) => each.document.stays));
  const unknown = all.filter((office) => !known.includes(office));
  const lanes = known.flatMap((office, index) =>
    days.map((each, lane) => ({ letter: each.letter, y: 3 * index + 1 + lane, days: each.days.get(office) ?? null })),
  );
  const label = `Days at ${count(known.length, 'office')} in A and B, from the least to the most; the tables below say the same.`;
  return element(
    'figure',
    { class: 'days-chart' },
    element(
      'figcaption',
      null,
      'Days at each office, from the least to the most, all stays together: a point where they are exact, an arrow where the end is open. Filled: A; hollow: B.',
    ),
    scroller('Chart of the days at offices', chart(label, daysChart(known.map(nameOf), lanes))),
    unknown.length > 0 && note('Nothing is known of the days at: ', joined(unknown.map(nameOf), '; '), '.'),
  );
}

function daysChart(offices, lanes) {
  const end = d3.max(lanes, ({ days }) => (days ? (days.most ?? days.least) : 0)) || 1;
  const limit = end * 1.15;
  const known = lanes.filter(({ days }) => days && isKnown(days));
  const open = known.filter(({ days }) => days.most === null);
  const closed = known.filter(({ days }) => days.most !== null);
  const dots = closed.flatMap((lane) => unique([lane.days.least, lane.days.most]).map((x) => ({ ...lane, x })));
  const colour = ({ letter }) => (letter === 'A' ? 'var(--a)' : 'var(--b)');
  const words = lanes
    .filter(({ days }) => !days || !isKnown(days))
    .map((lane) => ({ ...lane, text: lane.days ? 'not known' : 'no stay' }));
  const titleOf = ({ letter, days }) => `${letter}: ${daysText(days)}`;
  const hollow = ({ letter }) => (letter === 'A' ? 'var(--a)' : 'var(--paper)');
  return {
    width: chartWidth(300, 1040),
    height: 50 + offices.length * 64,
    marginLeft: 32,
    marginTop: 40,
    marginBottom: 10,
    marginRight: 20,
    x: {
      domain: [0, limit],
      label: 'days',
      axis: 'top',
      grid: true,
      ticks: Math.min(8, Math.ceil(end)),
      tickFormat: 'd',
    },
    y: { domain: [-0.6, offices.length * 3 - 0.4], reverse: true, axis: null },
    marks: [
      Plot.ruleY(offices, { y: (_, index) => 3 * index - 0.55, stroke: 'var(--line)', insetLeft: -24 }),
      Plot.text(offices, {
        x: 0,
        y: (_, index) => 3 * index,
        text: (name) => name,
        textAnchor: 'start',
        dx: -24,
        stroke: 'var(--paper)',
        strokeWidth: 4,
        fill: 'var(--ink)',
        fontWeight: 600,
        lineWidth: 40,
        textOverflow: 'ellipsis-end',
      }),
      Plot.text(lanes, { x: 0, y: 'y', text: 'letter', dx: -16, fontWeight: 600, fill: colour }),
      Plot.text(words, {
        x: 0,
        y: 'y',
        text: 'text',
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--faint)',
        fontStyle: 'italic',
      }),
      Plot.ruleY(closed, {
        y: 'y',
        x1: (lane) => lane.days.least,
        x2: (lane) => lane.days.most,
        stroke: colour,
        strokeWidth: 4,
      }),
      Plot.arrow(open, {
        x1: (lane) => lane.days.least,
        x2: limit,
        y1: 'y',
        y2: 'y',
        stroke: colour,
        strokeWidth: 3,
        headLength: 6,
        inset: 0,
      }),
      Plot.dot(open, { x: (lane) => lane.days.least, y: 'y', r: 5, stroke: colour, strokeWidth: 2.5, fill: hollow }),
      Plot.dot(dots, { x: 'x', y: 'y', r: 5, stroke: colour, strokeWidth: 2.5, fill: hollow, title: titleOf }),
      dayWords(known),
    ],
  };
}

/** The days in words at the end of each interval, or on the arrow if it is open. */
function dayWords(lanes) {
  return Plot.text(lanes, {
    x: (lane) => lane.days.most ?? lane.days.least,
    y: 'y',
    text: (lane) => daysText(lane.days),
    textAnchor: 'start',
    dx: 11,
    stroke: 'var(--paper)',
    strokeWidth: 9,
    fill: 'var(--ink)',
  });
}

function handoversOfTwo({ two }) {
  const { left, right } = two.handovers;
  const nameOf = officeNames([...left.offices, ...right.offices]);
  return section(
    'handovers',
    'Who hands to whom',
    element(
      'div',
      { class: 'pair' },
      arcsOfTwo(left, right, nameOf),
      scroller('Offices of A and B', officesOfTwo(left, right, nameOf)),
    ),
    note('Betweenness: on how many of the shortest ways between other offices an office lies.'),
  );
}

function arcsOfTwo(left, right, nameOf) {
  const keyOf = (arc) => JSON.stringify([arc.from, arc.to]);
  const times = [left, right].map(({ arcs }) => new Map(arcs.map((arc) => [keyOf(arc), arc.times])));
  const keys = unique([...left.arcs, ...right.arcs].map(keyOf));
  const rows = keys.map((key) => {
    const [from, to] = JSON.parse(key);
    return element(
      'tr',
      null,
      rowHead(nameOf(from), ' → ', nameOf(to)),
      times.map((side) => numberCell(side.get(key) ?? 0)),
    );
  });
  if (rows.length === 0) {
    return element('p', { class: 'none' }, 'No office hands anything to another.');
  }
  return table('Hand-overs', ['From → to', numberHead('Times in A'), numberHead('Times in B')], rows, {
    class: 'arcs',
  });
}

function officesOfTwo(left, right, nameOf) {
  if (left.offices.length + right.offices.length === 0) {
    return element('p', { class: 'none' }, 'No office is known.');
  }
  const sides = [left, right].map(({ offices }) => new Map(offices.map((office) => [office.office, office])));
  const ids = unique([...left.offices, ...right.offices].map((office) => office.office));
  const measures = [
    ['in', 'Handed in'],
    ['out', 'Handed on'],
    ['betweenness', 'Betweenness'],
  ];
  const head = element(
    'thead',
    null,
    element(
      'tr',
      null,
      element('th', { scope: 'col', rowspan: 2 }, 'Office'),
      measures.map(([, word]) => element('th', { scope: 'colgroup', colspan: 2, class: 'number' }, word)),
    ),
    element(
      'tr',
      null,
      measures.map(() => ['A', 'B'].map((letter) => numberHead(letterMark(letter)))),
    ),
  );
  const rows = ids.map((id) =>
    element(
      'tr',
      null,
      rowHead(nameOf(id)),
      measures.map(([measure]) =>
        sides.map((side) => numberCell(side.has(id) ? compact(side.get(id)[measure]) : NOTHING)),
      ),
    ),
  );
  return element(
    'table',
    { class: 'offices' },
    element('caption', null, 'Offices'),
    head,
    element('tbody', null, rows),
  );
}
