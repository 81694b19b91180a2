// The page of one instance, running, finished or simulated: its path on the diagram, and below it its history.
import * as api from './api.js';
import {centre, openDiagram, showAround} from './diagram.js';
import {draw, drawnSteps, ring, statusCounts, stepDays} from './drawing.js';
import {counted, days, element, fill, loadStyles, moment, row, table, whenever} from './elements.js';
import {badge, legend, ORDER} from './statuses.js';
import {registered} from './ways.js';

/** Below this the labels of a diagram can no longer be read. */
const READABLE = 0.62;

let viewer = null;

export default {
  id: 'chanceryInstance',
  pluginPoint: 'cockpit.route',
  properties: {path: '/chancery/instance/:id'},
  render: node => {
    loadStyles();
    const place = element('main', {class: 'chancery chancery-page'});
    node.append(place);
    const id = decodeURIComponent(location.hash.split('?')[0].split('/')[3] || '');
    fill(place, 'Reading the path …', async () => {
      const instance = await api.instance(id);
      const page = build(instance);
      // the diagram can only be drawn once it has a size
      setTimeout(() => drawInto(page, instance));
      return page.parts;
    });
  },
  unmount: () => {
    if (viewer) {
      viewer.destroy();
      viewer = null;
    }
  }
};

function build(instance) {
  const steps = drawnSteps(instance);
  const names = new Map();
  const canvas = element('div', {class: 'chancery-diagram'});
  const details = element('p', {class: 'chancery-details', 'aria-live': 'polite'},
    'Choose a step, in the diagram or in the history, to read why it stands as it does.');
  const page = {steps, names, canvas, details, unring: () => {}};
  page.choose = id => choose(page, id);
  page.history = element('section', {class: 'chancery-history'});
  page.parts = [
    heading(instance),
    headline(instance, steps),
    element('div', {class: 'chancery-bar'}, diagramLegend(steps, instance), buttons(page, instance)),
    canvas,
    details,
    page.history,
    allSteps(page)
  ];
  page.history.append(...history(page, instance));
  return page;
}

function heading(instance) {
  return element('header', {},
    element('nav', {'aria-label': 'Where this page lies'},
      element('a', {href: '#/chancery'}, 'Paths'), ' › ',
      element('a', {href: `#/process-definition/${instance.definitionId}/runtime`}, instance.procedure)),
    element('h1', {}, instance.businessKey || instance.caseId, ' ',
      element('span', {class: `chancery-kind chancery-kind-${instance.kind}`}, instance.kind)),
    instance.path ? element('p', {class: 'chancery-title'}, instance.path.title) : null,
    registered(instance.numbers),
    instance.kind === 'simulated'
      ? element('p', {class: 'chancery-warning'}, element('strong', {}, 'Simulated. '),
        'Beyond the evidence the engine was run on to see what would follow. Nothing shows that any step marked S happened.')
      : null,
    instance.state === 'superseded'
      ? element('p', {class: 'chancery-warning'}, element('strong', {}, 'Superseded. '),
        'A newer instance runs a later version of this case.')
      : null,
    ...contradictions(instance),
    choice(instance));
}

/** Why this procedure: the case file names it, or its signs spoke for it; what spoke for others, and what they lack. */
function choice(instance) {
  const tried = ((instance.path && instance.path.tried) || []).filter(({signs}) => signs);
  if (tried.length === 0) {
    // live work, or a path run before procedures were chosen by signs
    return null;
  }
  const chosen = tried.find(({procedure}) => procedure === instance.procedure);
  const others = tried.filter(trial => trial !== chosen).sort(byFit);
  const near = others.filter(({lacks, signs}) => !lacks || signs.length > 0);
  const far = others.filter(trial => !near.includes(trial));
  const told = trial => considered(trial, instance.path.attesting);
  return element('details', {class: 'chancery-choice'},
    element('summary', {}, `Why ${instance.procedure}?`),
    element('p', {}, tried.length === 1
      ? 'The case file names this procedure.'
      : 'The case file names none. Of the procedures that nothing speaks against, this one has signs on the paper and explains most marks.'),
    chosen ? element('ul', {}, told(chosen)) : null,
    near.length > 0 ? element('p', {}, 'Considered next:') : null,
    near.length > 0 ? element('ul', {}, near.map(told)) : null,
    far.length > 0 ? element('p', {}, 'Without a sign on the paper:') : null,
    far.length > 0 ? element('ul', {}, far.map(told)) : null);
}

/** Those that nothing speaks against first, then by what speaks for them. */
const byFit = (one, other) => Boolean(one.lacks) - Boolean(other.lacks) || other.explained - one.explained
  || other.signs.length - one.signs.length;

/** A procedure that was considered: what it explains or what speaks against it, and below it what speaks for it. */
function considered({procedure, explained, signs, lacks}, attesting) {
  return element('li', {},
    element('strong', {}, procedure), ': ',
    lacks || `explains ${explained} of the ${counted(attesting, 'mark')}`,
    signs.length > 0 ? element('small', {}, `For it: ${signs.join(', ')}`) : null,
    signs.length === 0 && !lacks ? element('small', {}, 'No sign of its institution is on the paper.') : null);
}

/** Paths run before there were contradictions have no word of them. */
function contradictions(instance) {
  return ((instance.path && instance.path.contradictions) || []).map(({mark, statement, reason}) =>
    element('p', {class: 'chancery-warning'}, element('strong', {}, 'Contradicted statement. '),
      `${mark}, “${statement}”: ${reason}.`));
}

function headline(instance, steps) {
  const counts = statusCounts(steps);
  const told = ORDER.filter(status => counts[status]).map(status => `${counts[status]} ${status}`).join(', ');
  const disputed = [...steps.values()].filter(step => step.disputed)
    .map(step => `“${step.label}”${step.number ? ` (${step.number})` : ''} is ${step.status}, disputed`);
  const marks = instance.path
    ? ` ${instance.path.explained} of the ${counted(instance.path.attesting, 'mark')} that attest an act are explained.` : '';
  const first = instance.path ? `${instance.path.reading === 'preferred' ? 'Preferred reading' : `Reading ${instance.path.reading}`}: ` : '';
  return element('p', {class: 'chancery-headline'},
    `${first}${told || 'no step yet'}${disputed.length > 0 ? `; ${disputed.join(', ')}` : ''}.${marks} ${standing(instance, steps)}`);
}

/** What was done last, and what is open: a step, or a decision behind a step that was done. */
function standing(instance, steps) {
  const label = id => `“${(steps.get(id) && steps.get(id).label) || id}”`;
  const {doneLast = [], openDecisions = []} = instance.path || {};
  const openAt = id => {
    const decision = openDecisions.find(({after}) => after === id);
    return decision ? `${decision.questions.map(question => `“${question}”`).join(' and ')} after ${label(id)}` : label(id);
  };
  const done = doneLast.length > 0 ? `Done last: ${doneLast.map(id => label(id.replace(/#.*/, ''))).join(', ')}. ` : '';
  return instance.waitsAt.length > 0
    ? `${done}Open: ${instance.waitsAt.map(openAt).join(', ')}.`
    : `${done}It is ${instance.state}.`;
}

function diagramLegend(steps, instance) {
  const more = [];
  if ([...steps.values()].some(step => step.disputed)) {
    more.push(['disputed', '?', 'disputed', 'a mark of the step has competing readings']);
  }
  if (instance.waitsAt.length > 0) {
    more.push(['waits', '', 'open here', 'the instance stands here until there is evidence of this step, or of the decision behind it']);
  }
  return legend(statusCounts(steps), more);
}

function buttons(page, instance) {
  const zoom = factor => viewer && viewer.get('zoomScroll').stepZoom(factor);
  const button = (text, title, work) =>
    element('button', {type: 'button', class: 'chancery-button', title, 'aria-label': title, click: work}, text);
  return element('div', {class: 'chancery-buttons', role: 'group', 'aria-label': 'Diagram'},
    button('Path', 'Show the path', () => viewer && showAround(viewer, onPath(page, instance), READABLE)),
    button('Whole diagram', 'Show the whole diagram', () => viewer && viewer.get('canvas').zoom('fit-viewport', 'auto')),
    button('−', 'Smaller', () => zoom(-1)),
    button('+', 'Larger', () => zoom(1)));
}

const onPath = (page, instance) => [...page.steps.values()]
  .filter(step => step.status !== 'not evidenced').map(step => step.id).concat(instance.waitsAt);

async function drawInto(page, instance) {
  try {
    const opened = await openDiagram(page.canvas, instance.definitionId);
    if (!page.canvas.isConnected) {
      opened.destroy();
      return;
    }
    viewer = opened;
    draw(viewer, page.steps, instance.waitsAt);
    showAround(viewer, onPath(page, instance), READABLE);
    viewer.get('elementRegistry').filter(shape => page.steps.has(shape.id))
      .forEach(shape => page.names.set(shape.id, shape.businessObject.name));
    viewer.on('element.click', ({element: shape}) => page.steps.has(shape.id) && page.choose(shape.id));
    page.history.replaceChildren(...history(page, instance));
    page.canvas.classList.add('chancery-drawn');
  } catch (failure) {
    page.canvas.replaceChildren(element('p', {class: 'chancery-failure', role: 'alert'},
      `The diagram cannot be shown: ${failure.message}`));
  }
}

function choose(page, id) {
  const step = page.steps.get(id);
  if (viewer) {
    const canvas = viewer.get('canvas');
    page.unring();
    if (viewer.get('elementRegistry').get(id)) {
      page.unring = ring(viewer, id, 'chancery-chosen');
      const box = viewer.get('canvas').getAbsoluteBBox(viewer.get('elementRegistry').get(id));
      const outer = canvas.viewbox().outer;
      if (box.x < 0 || box.y < 0 || box.x + box.width > outer.width || box.y + box.height > outer.height) {
        centre(viewer, id);
      }
    }
  }
  page.details.replaceChildren(
    element('strong', {}, nameOf(page, id)), ' ', badge(step.status, step.disputed), ' ',
    [step.officeName, stepDays(step), step.number ? `Nº ${step.number}` : '', agents(step),
      step.certainty ? `certainty: ${step.certainty}` : ''].filter(Boolean).join(' · '),
    element('br'), step.reason || '');
}

const agents = step => (step.agents || []).map(agent => agent.name).join(', ');
const nameOf = (page, id) => (page.steps.get(id) && page.steps.get(id).label) || page.names.get(id) || id;

function stepButton(page, id) {
  return page.steps.has(id)
    ? element('button', {type: 'button', class: 'chancery-step', title: 'Show this step in the diagram', click: () => {
      page.choose(id);
      page.canvas.scrollIntoView({block: 'nearest'});
    }}, nameOf(page, id))
    : nameOf(page, id);
}

const EVENTS = {begun: 'Instance begun', superseded: 'A newer instance took its place'};

function history(page, instance) {
  const lines = instance.ledger.map(({number, recordedAt, event, act}) => (act
    ? row({class: `chancery-line ${act.status === 'simulated' ? 'chancery-row-simulated' : ''}`},
      String(number),
      [stepButton(page, act.step), element('small', {}, ` ${[act.act, act.direction].filter(Boolean).join(' ')}`
        + `${act.registryNumber ? `, Nº ${act.registryNumber}` : ''}`)],
      [act.agent || '', element('small', {}, ` ${officeName(page, act)}`)],
      act.onBehalfOf || '',
      whenever(act.date || days(act.earliest, act.latest)),
      whenever(moment(recordedAt)),
      badge(act.status, act.disputed),
      act.marks.join(', '))
    : row({class: 'chancery-line'}, String(number), EVENTS[event] || event, '', '', '', whenever(moment(recordedAt)), '', '')));
  return [table('History, as the ledger has it',
    ['Nº', 'What', 'Who', 'On behalf of', 'Historical date', 'Recorded at', 'Status', 'Marks'], lines)];
}

const officeName = (page, act) => (page.steps.get(act.step) && page.steps.get(act.step).officeName) || act.office;

/** Possible steps that hang together: one line, and theirs behind a button. */
function foldedBranch(branch, lines) {
  lines.forEach(line => {
    line.hidden = true;
  });
  const button = element('button', {type: 'button', class: 'chancery-step', 'aria-expanded': 'false', click: () => {
    const opened = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!opened));
    lines.forEach(line => {
      line.hidden = opened;
    });
  }}, `${branch.length} steps, “${branch[0].label}” to “${branch[branch.length - 1].label}”`);
  const offices = new Set(branch.map(step => step.officeName));
  return [row({class: 'chancery-branch'}, button, offices.size === 1 ? branch[0].officeName : `${offices.size} offices`,
    badge('possible', false), '', 'some explanations have them, others do without'), ...lines];
}

function allSteps(page) {
  const steps = [...page.steps.values()];
  const line = step => row({},
    stepButton(page, step.id), step.officeName || '', badge(step.status, step.disputed), whenever(stepDays(step)), step.reason || '');
  const lines = steps.flatMap(step => {
    const branch = step.branch ? steps.filter(({branch}) => branch === step.branch) : [step];
    if (branch.length === 1) {
      return [line(step)];
    }
    return branch[0] === step ? foldedBranch(branch, branch.map(line)) : [];
  });
  return element('details', {class: 'chancery-all'},
    element('summary', {}, `All ${counted(page.steps.size, 'step')}, with the reasons`),
    table('All steps', ['Step', 'Office', 'Status', 'Historical date', 'Reason'], lines));
}
