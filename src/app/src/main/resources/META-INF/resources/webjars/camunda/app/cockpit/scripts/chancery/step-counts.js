// Counts at each step of a definition's diagram: in how many archived instances it is evidenced, inferred, presumed …
import * as api from './api.js';
import {element, loadStyles} from './elements.js';
import {ORDER, STATUSES, statusClass} from './statuses.js';

/** The diagram plug-in is told neither engine nor definition; the address names both. */
function definitionInAddress() {
  const found = /#\/process-definition\/([^/?]+)/.exec(location.hash);
  return found && decodeURIComponent(found[1]);
}

export default {
  id: 'chanceryStepCounts',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  render: async viewer => {
    loadStyles();
    const id = definitionInAddress();
    if (!id) {
      return;
    }
    try {
      const definition = await api.definition(id);
      const registry = viewer.get('elementRegistry');
      definition.steps
        .filter(step => registry.get(step.step))
        .forEach(step => viewer.get('overlays').add(step.step, 'chancery-counts', {
          position: {top: -11, right: 12},
          html: counts(step, definition)
        }));
    } catch (failure) {
      console.error(failure);
    }
  }
};

/** Foreseen steps that nothing shows get no badge: almost every step would have one. */
function counts(step, definition) {
  const shown = ORDER.filter(status => step.counts[status] && status !== 'not evidenced');
  const told = ORDER.filter(status => step.counts[status])
    .map(status => `${step.counts[status]} ${status}`)
    .concat(step.disputed ? [`${step.disputed} of them disputed`] : []);
  const title = `Of ${definition.counted} archived: ${told.join(', ') || 'none has it on its path'}.`
    + (step.simulated ? ` Counted apart: ${step.simulated} simulated.` : '');
  return element('div', {class: 'chancery chancery-counts', title},
    shown.map(status => element('span', {class: `chancery-count ${statusClass(status)}`},
      `${STATUSES[status].sign} ${step.counts[status]}`)),
    step.simulated && shown.length === 0
      ? element('span', {class: 'chancery-count chancery-simulated'}, `S ${step.simulated}`) : null);
}
