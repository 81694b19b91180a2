// The tab "Paths" of a process definition: all that ever ran on it, which Cockpit itself no longer tells.
import * as api from './api.js';
import {counted, element, fill, loadStyles} from './elements.js';
import {instancesTable} from './instances-table.js';
import {legend, STATUSES} from './statuses.js';

export default {
  id: 'chanceryPathsTab',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 20,
  properties: {label: 'Paths'},
  render: (node, {processDefinitionId}) => {
    loadStyles();
    const place = element('div', {class: 'chancery chancery-tab'});
    node.append(place);
    fill(place, 'Reading the instances …', async () => {
      const definition = await api.definition(processDefinitionId);
      if (definition.instances.length === 0) {
        return element('p', {class: 'chancery-note'}, 'Nothing has run on this version of the procedure yet.');
      }
      const superseded = definition.instances.filter(instance => instance.state === 'superseded').length;
      return [
        element('p', {class: 'chancery-note'},
          `${counted(definition.instances.length, 'instance')}: the counts at the steps rest on `
          + `${definition.counted} archived ones; ${definition.simulated} simulated are counted apart`
          + `${superseded ? `, ${superseded} superseded left out` : ''}.`),
        stepLegend(definition),
        ...instancesTable(definition.instances, 'All instances of this definition')
      ];
    });
  }
};

/** What the signs at the steps of the diagram above mean. */
function stepLegend(definition) {
  const counts = {};
  for (const step of definition.steps) {
    for (const [status, number] of Object.entries(step.counts)) {
      counts[status] = (counts[status] || 0) + number;
    }
    if (step.simulated) {
      counts.simulated = (counts.simulated || 0) + step.simulated;
    }
  }
  return legend(counts, [], status => `${status}: ${STATUSES[status].meaning}`);
}
