// Draws a path on its procedure's diagram.
import {days, element} from './elements.js';
import {STATUSES, statusClass} from './statuses.js';

/** Told first where a step is passed in several rounds: a clash before all, then what is best known. */
const STRENGTH = ['contradicted', 'evidenced', 'inferred', 'presumed', 'possible', 'live', 'unexplained', 'simulated', 'not evidenced'];
const stronger = (one, other) => (STRENGTH.indexOf(one) <= STRENGTH.indexOf(other) ? one : other);

/** What ran beyond the evidence stands in the ledger, not in the path. */
const BEYOND = ['live', 'simulated', 'unexplained'];

/**
 * The steps to draw, by id: status, disputed, date, rounds, reason, label, officeName, after.
 * A step is drawn as the path has it, or as the ledger has it where something ran beyond the evidence.
 */
export function drawnSteps(instance) {
  const steps = new Map();
  for (const step of instance.path ? instance.path.steps : []) {
    const before = steps.get(step.id);
    steps.set(step.id, {
      ...(before || step),
      status: before ? stronger(before.status, step.status) : step.status,
      disputed: step.disputed || Boolean(before && before.disputed),
      rounds: before ? before.rounds + 1 : 1,
      after: [...(before ? before.after : []), ...step.after].map(key => key.split('#')[0])
    });
  }
  for (const {act} of instance.ledger) {
    if (act && BEYOND.includes(act.status)) {
      const before = steps.get(act.step) || {id: act.step, rounds: 0, after: [], status: act.status, reason: act.reason};
      const grown = before.status === act.status ? before.rounds + 1 : before.rounds || 1;
      if (stronger(before.status, act.status) === act.status) {
        steps.set(act.step, {...before, status: act.status, reason: act.reason, rounds: grown});
      }
    }
  }
  return steps;
}

/** How many steps have which status. */
export function statusCounts(steps) {
  const counts = {};
  steps.forEach(step => counts[step.status] = (counts[step.status] || 0) + 1);
  return counts;
}

/** The days of a step, unless nothing shows that it happened. */
export const stepDays = step =>
  (['not evidenced', 'simulated'].includes(step.status) ? '' : step.date || days(step.earliest, step.latest));

/** Draws statuses, dates, and a ring where the instance waits. */
export function draw(viewer, steps, waitsAt) {
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  steps.forEach((step, id) => {
    if (registry.get(id)) {
      canvas.addMarker(id, statusClass(step.status));
      sign(viewer, id, step);
    }
  });
  waitsAt.filter(id => registry.get(id)).forEach(id => {
    const shape = registry.get(id);
    ring(viewer, id, 'chancery-waits');
    overlay(viewer, id, {top: -27, left: shape.width / 2 - 33}, element('div', {class: 'chancery-waits-here'}, 'waits here'));
  });
  passedFlows(registry, steps, waitsAt).forEach(id => canvas.addMarker(id, 'chancery-passed'));
}

/** Draws a ring around a step; returns what takes it away again. */
export function ring(viewer, id, name) {
  const shape = viewer.get('elementRegistry').get(id);
  const overlays = viewer.get('overlays');
  const drawn = overlays.add(id, 'chancery-ring', {
    position: {top: -9, left: -9},
    html: element('div', {class: name, style: `width: ${shape.width + 18}px; height: ${shape.height + 18}px`})
  });
  return () => overlays.remove(drawn);
}

function sign(viewer, id, step) {
  const shape = viewer.get('elementRegistry').get(id);
  const text = STATUSES[step.status].sign + (step.rounds > 1 ? ` ×${step.rounds}` : '') + (step.disputed ? ' ? disputed' : '');
  overlay(viewer, id, {top: -9, right: 14}, element('div', {
    class: `chancery-mark ${statusClass(step.status)}${step.disputed ? ' chancery-disputed' : ''}`,
    title: `${step.status}${step.disputed ? ', disputed' : ''}${step.reason ? `: ${step.reason}` : ''}`
  }, text));
  const when = stepDays(step);
  if (when) {
    const place = element('div', {class: 'chancery-date', style: `width: ${shape.width + 20}px`}, element('span', {}, when));
    overlay(viewer, id, {bottom: 8, left: -10}, place);
  }
}

function overlay(viewer, id, position, html) {
  viewer.get('overlays').add(id, 'chancery', {position, html});
}

/** The flows by which the path went: between a step and the one after it, through gateways and events that are no steps. */
function passedFlows(registry, steps, waitsAt) {
  const reached = id => waitsAt.includes(id) || (steps.has(id) && steps.get(id).status !== 'not evidenced');
  const passed = new Set();
  steps.forEach((step, id) => {
    if (reached(id)) {
      step.after.filter(reached).forEach(before => route(registry, before, id, steps).forEach(flow => passed.add(flow)));
    }
  });
  return passed;
}

/** The shortest way through the diagram that meets no other step; a task's boundary events lead out of it, too. */
function route(registry, from, to, steps) {
  const start = registry.get(from);
  const queue = start ? [[start, []]] : [];
  const seen = new Set([from]);
  while (queue.length > 0) {
    const [shape, flows] = queue.shift();
    const exits = [...shape.outgoing, ...(shape.attachers || []).flatMap(event => event.outgoing)];
    for (const flow of exits.filter(each => each.type === 'bpmn:SequenceFlow')) {
      const next = flow.target;
      if (next.id === to) {
        return [...flows, flow.id];
      }
      if (!seen.has(next.id)) {
        seen.add(next.id);
        if (!steps.has(next.id)) {
          queue.push([next, [...flows, flow.id]]);
        } else if ((next.attachers || []).length > 0) {
          next.attachers.flatMap(event => event.outgoing)
            .filter(out => out.target.id === to)
            .forEach(out => queue.unshift([{outgoing: [out]}, [...flows, flow.id]]));
        }
      }
    }
  }
  return [];
}
