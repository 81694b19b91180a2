// The page of several documents.

function drawMany(many) {
  const tree = readTree(many);
  const clusterOf = new Map(many.clusters.flatMap((cluster, index) => cluster.documents.map((each) => [each, index])));
  const shared = { many, tree, clusterOf, distance: distances(many.distances) };
  return {
    header: manyHeader(shared),
    sections: [
      documentsSection(shared),
      columnsSection(shared),
      distancesSection(shared),
      dendrogramSection(shared),
      medoidsSection(shared),
      variantsSection(shared),
      officesSection(shared),
      leftOutSection(shared),
    ].filter(Boolean),
  };
}

/** The distance of every two, read from the lower triangle. */
function distances(triangle) {
  return (one, other) => (one === other ? 0 : triangle[Math.max(one, other)]?.[Math.min(one, other)]);
}

/** The tree of clusters: its nodes with their documents, and its leaves in an order in which no branches cross. */
function readTree({ documents, merges, clusters }) {
  const nodes = documents.map((_, index) => ({ height: 0, documents: [index] }));
  for (const merge of merges) {
    const left = nodes[merge.left];
    const right = nodes[merge.right];
    nodes.push({ height: merge.height, left, right, documents: [...left.documents, ...right.documents] });
  }
  const below = new Set(nodes.flatMap((node) => [node.left, node.right]));
  const order = nodes.filter((node) => !below.has(node)).flatMap((root) => root.documents);
  order.forEach((document, place) => (nodes[document].place = place));
  const joins = nodes.slice(documents.length);
  joins.forEach((join) => (join.place = (join.left.place + join.right.place) / 2));
  return { joins, order, ...cutTree(nodes, clusters) };
}

/** Where the tree is cut: between the joins inside clusters and those of clusters; null if all is one cluster. */
function cutTree(nodes, clusters) {
  const homes = new Map(clusters.flatMap((cluster, index) => cluster.documents.map((each) => [each, index])));
  nodes.forEach((node) => (node.isInside = unique(node.documents.map((each) => homes.get(each))).length === 1));
  const inside =
    d3.max(
      nodes.filter((node) => node.isInside),
      (node) => node.height,
    ) ?? 0;
  const across = d3.min(
    nodes.filter((node) => !node.isInside),
    (node) => node.height,
  );
  return { cut: across === undefined ? null : (inside + across) / 2, nodes };
}

const numberedName = (many, index) => `${index + 1} ${documentName(many.documents[index])}`;

function documentLink(many, index) {
  const name = documentName(many.documents[index]);
  const made = link(`#document-${index + 1}`, index + 1, `${index + 1}, ${name}`);
  made.setAttribute('title', name);
  return made;
}

function documentLinks(many, indexes) {
  return joined(indexes.map((index) => documentLink(many, index)));
}

function manyHeader({ many }) {
  const consensus = many.columns.filter((column) => column.consensus).length;
  return [
    element('h1', null, `${count(many.documents.length, 'document')} compared`),
    element(
      'p',
      { class: 'verdict' },
      element('strong', { id: 'document-count' }, count(many.documents.length, 'document')),
      `, ${count(many.columns.length, 'column')} of steps, ${consensus} of them in more than half of the documents; ${count(many.clusters.length, 'cluster')}, ${count(many.variants.length, 'variant')}`,
      many.leftOut.length > 0 && [', ', link('#left-out', `${many.leftOut.length} left out`)],
      '.',
    ),
    note('Each document has one number, which is used everywhere on this page.'),
  ];
}

function documentsSection({ many, clusterOf }) {
  const isContradicted = many.documents.some((document) => document.contradicted > 0);
  const statuses = SHARES.filter((status) => status !== 'contradicted' || isContradicted);
  const head = [
    numberHead('No'),
    'Case',
    'Title',
    'Procedure',
    'Reading',
    numberHead('Steps'),
    ...statuses.map((status) => numberHead(`${STATUSES[status].sign} ${status}, %`)),
    numberHead('Marks unexplained'),
    numberHead('Distance from procedure'),
    numberHead('Cluster'),
  ];
  const rows = many.documents.map((document, index) =>
    element(
      'tr',
      { id: `document-${index + 1}` },
      numberCell(index + 1),
      rowHead(document.case),
      element('td', { class: 'title' }, document.title),
      cell(document.procedure),
      cell(document.reading),
      numberCell(document.steps),
      statuses.map((status) => numberCell(percent(document[status], document.steps))),
      numberCell(document.unexplained),
      numberCell(document.distanceFromProcedure),
      clusterCell(many, clusterOf.get(index), index),
    ),
  );
  return section(
    'documents',
    'Documents',
    scroller('Table of the documents', table(null, head, rows, { class: 'documents', 'aria-label': 'Documents' })),
  );
}

function clusterCell(many, cluster, document) {
  if (cluster === undefined) {
    return numberCell(NOTHING);
  }
  return element(
    'td',
    { class: 'number' },
    link(`#cluster-${cluster + 1}`, cluster + 1, `Cluster ${cluster + 1}`),
    many.clusters[cluster].medoid === document && ' medoid',
  );
}

const MOST_COLUMNS_ON_PAPER = 30;

function columnsSection({ many }) {
  if (many.columns.length === 0) {
    return section('columns', 'Steps in columns', element('p', { class: 'none' }, 'No document has a step.'));
  }
  const detail = element('p', { class: 'cell-detail', 'aria-live': 'polite' }, 'No step chosen.');
  const whole = stepTable(many, 0, many.columns.length);
  walkCells(whole, (text) => (detail.textContent = text));
  const pane = scroller('Table of the steps in columns', whole);
  pane.classList.add('columns', 'screen-only');
  return section(
    'columns',
    'Steps in columns',
    statusKeyLine(),
    note(
      'A column holds steps of one act; the office is the one where most do it. ',
      element('b', null, '*'),
      ' and a thick frame: more than half of the documents have a step there. Point at a cell or choose it, then go on with the arrow keys; the line below says what it is.',
    ),
    detail,
    pane,
    element('div', { class: 'paper-only' }),
  );
}

function stepTable(many, from, to) {
  const columns = many.columns.slice(from, to);
  const rows = many.documents.map((document, index) =>
    element(
      'tr',
      null,
      rowHead(documentLink(many, index), ' ', element('span', { class: 'case' }, documentName(document))),
      columns.map((column, place) => columnCell(column, index, from + place)),
    ),
  );
  const support = element(
    'tr',
    null,
    rowHead('Support'),
    columns.map((column) => element('td', { class: consensusClass(column) }, column.support)),
  );
  const made = table(
    null,
    [element('th', { scope: 'col' }, 'Document'), ...columns.map((column, place) => columnHead(column, from + place))],
    rows,
    { class: 'steps', 'aria-label': `Steps in columns ${from + 1} to ${to}` },
  );
  made.append(element('tfoot', null, support));
  return made;
}

const consensusClass = (column) => (column.consensus ? 'consensus' : null);

function columnHead(column, index) {
  const act = column.act + (column.direction ? `, ${column.direction}` : '');
  const text = `${index + 1}: ${act}, ${column.officeName}${column.consensus ? ', consensus' : ''}`;
  return element(
    'th',
    { scope: 'col', class: consensusClass(column), title: text },
    element('span', { class: 'upright' }, element('b', null, act), element('span', null, column.officeName)),
    element('span', { class: 'place' }, index + 1, column.consensus && '*'),
  );
}

function columnCell(column, document, index) {
  const step = column.cells[document];
  if (!step) {
    return element('td', { class: consensusClass(column) });
  }
  const text = stepText(step);
  const made = element(
    'td',
    { class: `${dashed(statusKey(step))}${column.consensus ? ' consensus' : ''}`, title: text, tabindex: -1 },
    element('span', { role: 'img', 'aria-label': text }, statusSign(step)),
  );
  made.dataset.column = index + 1;
  made.dataset.document = document + 1;
  return made;
}

/** One cell of the table can be reached with the tab key; the arrow keys go on to the next that has a step. */
function walkCells(grid, tell) {
  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const rows = [...grid.tBodies[0].rows];
  let current = grid.querySelector('td[tabindex]');
  current?.setAttribute('tabindex', 0);
  const say = (place) =>
    tell(`Document ${place.dataset.document}, column ${place.dataset.column}: ${place.getAttribute('title')}`);
  const placeOf = (event) => event.target.closest('td[tabindex]');
  grid.addEventListener('focusin', (event) => {
    const place = placeOf(event);
    if (place) {
      current.setAttribute('tabindex', -1);
      current = place;
      current.setAttribute('tabindex', 0);
      say(place);
    }
  });
  grid.addEventListener('mouseover', (event) => {
    const place = placeOf(event);
    if (place) {
      say(place);
    }
  });
  grid.addEventListener('keydown', (event) => {
    const place = placeOf(event);
    const move = moves[event.key];
    if (place && move) {
      event.preventDefault();
      nextCell(rows, place, move)?.focus();
    }
  });
}

function nextCell(rows, from, [down, right]) {
  let row = rows.indexOf(from.parentElement);
  let column = from.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (!next || next.hasAttribute('tabindex')) {
      return next;
    }
  }
}

function distancesSection(shared) {
  const { many } = shared;
  if (many.documents.length < 2) {
    return section('distances', 'Distances', element('p', { class: 'none' }, 'There is only one document.'));
  }
  return section(
    'distances',
    'Distances',
    heatFigure(shared),
    element(
      'details',
      { id: 'distance-numbers' },
      element('summary', null, 'The distances as a table'),
      scroller('Table of the distances', distanceTable(shared)),
    ),
  );
}

function heatFigure(shared) {
  const { many } = shared;
  const label = `Heat map of the distances of ${count(many.documents.length, 'document')}; the table below holds the numbers.`;
  const most = d3.max(many.distances.flat()) || 1;
  const colour = { type: 'linear', scheme: 'YlGnBu', domain: [0, most], label: 'distance' };
  const legend = picture(
    Plot.legend({ color: colour, width: 300, marginLeft: 8, marginRight: 12, style: CHART_STYLE }),
    `The darker, the farther: from 0 to ${most}`,
  );
  return element(
    'figure',
    { id: 'heat-map' },
    element(
      'figcaption',
      null,
      'The darker, the farther apart. The documents stand in the order of the dendrogram; frames are clusters.',
    ),
    scroller('Drawing of the distances', legend, chart(label, heatMap(shared, colour))),
  );
}

function heatMap({ many, tree, distance, clusterOf }, colour) {
  const total = tree.order.length;
  const size = total <= 20 ? 34 : total <= 40 ? 22 : 18;
  const left = 190;
  const top = 34;
  const cells = tree.order.flatMap((one, y) =>
    tree.order.flatMap((other, x) => (one === other ? [] : [{ one, other, x, y, distance: distance(one, other) }])),
  );
  const isDark = (value) => d3.lab(d3.interpolateYlGnBu(value / colour.domain[1])).l < 50;
  const frames = clusterRuns(tree.order, clusterOf);
  const square = { x1: (d) => d.x - 0.5, x2: (d) => d.x + 0.5, y1: (d) => d.y - 0.5, y2: (d) => d.y + 0.5 };
  const axis = { domain: [-0.5, total - 0.5], axis: null };
  return {
    width: left + total * size + 12,
    height: top + total * size + 8,
    marginLeft: left,
    marginTop: top,
    marginBottom: 8,
    marginRight: 12,
    x: axis,
    y: { ...axis, reverse: true },
    color: colour,
    marks: [
      Plot.rect(cells, {
        ...square,
        fill: 'distance',
        inset: 0.5,
        title: (d) => `${numberedName(many, d.one)} and ${numberedName(many, d.other)}: ${d.distance}`,
      }),
      total <= 20
        ? Plot.text(cells, { x: 'x', y: 'y', text: 'distance', fill: (d) => (isDark(d.distance) ? 'white' : 'black') })
        : null,
      Plot.rect(frames, {
        x1: (run) => run.from - 0.5,
        x2: (run) => run.to + 0.5,
        y1: (run) => run.from - 0.5,
        y2: (run) => run.to + 0.5,
        stroke: 'var(--ink)',
        strokeWidth: 2,
        fill: 'none',
      }),
      Plot.text(tree.order, {
        x: (_, place) => place,
        y: -0.5,
        dy: -10,
        text: (document) => String(document + 1),
        fontSize: total <= 40 ? 13 : 11,
      }),
      leafLabels(many, tree.order, -0.5),
    ],
  };
}

/** The numbers and cases of the documents left of a chart, in the order of its rows. */
function leafLabels(many, order, x) {
  return Plot.text(order, {
    x,
    y: (_, place) => place,
    dx: -8,
    text: (document) => numberedName(many, document),
    textAnchor: 'end',
    lineWidth: 13,
    textOverflow: 'ellipsis-end',
  });
}

/** Where in the order a cluster begins and ends. */
function clusterRuns(order, clusterOf) {
  const runs = [];
  order.forEach((document, place) => {
    const cluster = clusterOf.get(document);
    const last = runs.at(-1);
    if (last && last.cluster === cluster) {
      last.to = place;
    } else {
      runs.push({ cluster, from: place, to: place });
    }
  });
  return runs;
}

function distanceTable({ many, distance }) {
  const all = d3.range(many.documents.length);
  const rows = all.map((one) =>
    element(
      'tr',
      null,
      rowHead(documentLink(many, one), ' ', element('span', { class: 'case' }, documentName(many.documents[one]))),
      all.map((other) => numberCell(one === other ? NOTHING : (distance(one, other) ?? NOTHING))),
    ),
  );
  const head = ['Document', ...all.map((index) => String(index + 1))];
  return table(null, head, rows, { class: 'matrix', 'aria-label': 'Distances' });
}

function dendrogramSection(shared) {
  const { many, tree } = shared;
  return section(
    'dendrogram',
    'Dendrogram',
    tree.joins.length > 0
      ? dendrogramFigure(shared)
      : element('p', { class: 'none' }, 'There is no tree: no two documents were joined.'),
    element(
      'ul',
      { class: 'clusters' },
      many.clusters.map((cluster, index) => clusterItem(many, cluster, index)),
    ),
  );
}

function clusterItem(many, cluster, index) {
  return element(
    'li',
    { id: `cluster-${index + 1}` },
    element('strong', null, `Cluster ${index + 1}`),
    ': ',
    documentLinks(many, cluster.documents),
    '; medoid ',
    documentLink(many, cluster.medoid),
    ` ${documentName(many.documents[cluster.medoid])}`,
  );
}

function dendrogramFigure({ many, tree, clusterOf }) {
  const cut =
    tree.cut === null
      ? 'it is not cut: all documents are one cluster'
      : `cut at ${compact(tree.cut)} into ${count(many.clusters.length, 'cluster')}`;
  const label = `Tree of ${count(many.documents.length, 'document')}, ${cut}; the list below names the clusters.`;
  return element(
    'figure',
    { id: 'tree' },
    element(
      'figcaption',
      null,
      `Documents joined at the mean distance of their groups (average linkage); ${cut}. Thick: joins within a cluster; thin and dashed: joins of clusters.`,
    ),
    scroller('Drawing of the dendrogram', chart(label, dendrogram(many, tree, clusterOf))),
  );
}

function dendrogram(many, tree, clusterOf) {
  const total = tree.order.length;
  const branches = (isInside) =>
    tree.joins
      .filter((join) => join.isInside === isInside)
      .flatMap((join, index) =>
        [
          [join.left.height, join.left.place],
          [join.height, join.left.place],
          [join.height, join.right.place],
          [join.right.height, join.right.place],
        ].map(([x, y]) => ({ x, y, index, title: `joined at ${compact(join.height)}` })),
      );
  const line = { x: 'x', y: 'y', z: 'index', curve: 'linear', title: 'title' };
  const most = d3.max(tree.joins, (join) => join.height) || 1;
  return {
    width: chartWidth(640, 1040),
    height: 60 + total * 20,
    marginLeft: 190,
    marginTop: 44,
    marginRight: 24,
    marginBottom: 10,
    x: {
      domain: [0, most],
      label: 'distance at which they are joined',
      labelAnchor: 'right',
      axis: 'top',
      grid: true,
      ticks: 8,
    },
    y: { domain: [-0.5, total - 0.5], reverse: true, axis: null },
    marks: [
      Plot.line(branches(true), { ...line, stroke: 'var(--green)', strokeWidth: 2.5 }),
      Plot.line(branches(false), { ...line, stroke: 'var(--faint)', strokeWidth: 1.5, strokeDasharray: '5 3' }),
      leafLabels(many, tree.order, 0),
      tree.cut === null ? null : cutMarks(tree, clusterOf),
    ],
  };
}

/** The cut and, on it, the number of each cluster. */
function cutMarks(tree, clusterOf) {
  const parents = tree.joins.flatMap((join) => (join.isInside ? [] : [join.left, join.right]));
  const tops = parents.filter((node) => node.isInside);
  return [
    Plot.ruleX([tree.cut], { stroke: 'var(--cut)', strokeWidth: 2, strokeDasharray: '2 4' }),
    Plot.dot(tops, { x: tree.cut, y: 'place', r: 9, fill: 'var(--paper)', stroke: 'var(--cut)', strokeWidth: 2 }),
    Plot.text(tops, {
      x: tree.cut,
      y: 'place',
      text: (node) => String(clusterOf.get(node.documents[0]) + 1),
      fontSize: 11,
      fontWeight: 600,
    }),
  ];
}

function medoidsSection({ many }) {
  if (many.againstMedoid.length === 0) {
    return section(
      'medoids',
      'What differs from the medoid',
      element('p', { class: 'none' }, 'Every document is the medoid of its cluster.'),
    );
  }
  const items = many.againstMedoid.map((each) => againstMedoid(many, each));
  return section(
    'medoids',
    'What differs from the medoid',
    note('The medoid of a cluster is the document that is nearest to all others of it.'),
    openButtons(items),
    items,
  );
}

function openButtons(items) {
  const button = (text, isOpen) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', () => items.forEach((item) => (item.open = isOpen)));
    return made;
  };
  return element('div', { class: 'buttons' }, button('Open all', true), button('Close all', false));
}

function againstMedoid(many, { document, medoid, cost, differences }) {
  const left = `document ${document + 1}`;
  const right = `medoid ${medoid + 1}`;
  return element(
    'details',
    { id: `against-${document + 1}` },
    element(
      'summary',
      null,
      element('strong', null, numberedName(many, document)),
      ` from ${numberedName(many, medoid)}: distance ${cost}, ${count(differences.length, 'sentence')}`,
    ),
    differences.length === 0
      ? element('p', { class: 'none' }, 'Nothing differs.')
      : element(
          'ol',
          { class: 'differences' },
          differences.map((difference) =>
            element(
              'li',
              { 'data-kind': difference.kind },
              element('p', { class: 'sentence' }, difference.sentence),
              differenceDetails(difference, left, right, null),
            ),
          ),
        ),
  );
}

function variantsSection({ many }) {
  const rows = many.variants.map((variant) =>
    element(
      'tr',
      null,
      numberCell(variant.documents.length),
      rowHead(variant.acts || '(no act attested)'),
      cell(documentLinks(many, variant.documents)),
    ),
  );
  return section(
    'variants',
    'Variants',
    note('Documents with the same sequence of attested acts.'),
    rows.length === 0
      ? element('p', { class: 'none' }, 'There are none.')
      : table(null, [numberHead('Count'), 'Attested acts', 'Documents'], rows, {
          class: 'variants',
          'aria-label': 'Variants',
        }),
  );
}

function officesSection({ many }) {
  const { offices, arcs } = many.handovers;
  const nameOf = officeNames([...offices, ...many.documents.flatMap((document) => document.stays)]);
  return section(
    'offices',
    'Offices',
    offices.length === 0
      ? element('p', { class: 'none' }, 'No office is known.')
      : scroller('Table of the offices', officeTable(many, nameOf)),
    note(
      'Betweenness: on how many of the shortest ways between other offices an office lies. Days: of one document, all its stays at the office together; the least and the most that any document allows.',
    ),
    arcs.length === 0
      ? element('p', { class: 'none' }, 'No office hands anything to another.')
      : table(
          'Who hands to whom',
          ['From → to', numberHead('Times')],
          arcs.map((arc) =>
            element('tr', null, rowHead(nameOf(arc.from), ' → ', nameOf(arc.to)), numberCell(arc.times)),
          ),
          { class: 'arcs' },
        ),
  );
}

function officeTable(many, nameOf) {
  const days = d3.rollup(
    many.documents.flatMap((document) => [...daysByOffice(document)]),
    (all) => all.map(([, each]) => each),
    ([office]) => office,
  );
  const stations = new Map(many.handovers.offices.map((office) => [office.office, office]));
  const rows = unique([...stations.keys(), ...days.keys()]).map((id) => {
    const station = stations.get(id);
    return element(
      'tr',
      null,
      rowHead(nameOf(id)),
      ['in', 'out', 'betweenness'].map((measure) => numberCell(station ? compact(station[measure]) : NOTHING)),
      numberCell((days.get(id) ?? []).length),
      daysRange(days.get(id) ?? []),
    );
  });
  const measures = ['Handed in', 'Handed on', 'Betweenness', 'Documents', 'Days', 'Days not known or open'];
  return table(null, ['Office', ...measures.map((measure) => numberHead(measure))], rows, {
    class: 'offices',
    'aria-label': 'Offices',
  });
}

/** The days of several documents at one office: the range of those that are known, and how many are not. */
function daysRange(all) {
  const closed = all.filter((days) => days.most !== null);
  const open = all.filter((days) => days.most === null);
  const least = d3.max(open, (days) => days.least) ?? 0;
  const range =
    closed.length > 0
      ? daysText({ least: d3.min(closed, (days) => days.least), most: d3.max(closed, (days) => days.most) })
      : NOTHING;
  return [
    numberCell(range),
    numberCell(open.length === 0 ? '0' : `${open.length}${least > 0 ? ` (one ${least} or more)` : ''}`),
  ];
}

function leftOutSection({ many }) {
  if (many.leftOut.length === 0) {
    return null;
  }
  return section(
    'left-out',
    'Left out',
    element('p', null, 'These have too many steps, or their order is too open, to be compared with others:'),
    element(
      'ul',
      { class: 'left-out' },
      many.leftOut.map((document) =>
        element(
          'li',
          null,
          element('strong', null, documentName(document)),
          `, ${document.procedure}: ${document.title}`,
        ),
      ),
    ),
  );
}
