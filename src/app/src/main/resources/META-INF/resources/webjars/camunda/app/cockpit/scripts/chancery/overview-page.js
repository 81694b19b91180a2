// The page "Paths": every deployed procedure with all that ran on it, and below them the papers of none.
import * as api from './api.js';
import {element, fill, loadStyles} from './elements.js';
import {instancesTable} from './instances-table.js';
import {papers} from './papers.js';
import {ways} from './ways.js';

export default {
  id: 'chanceryOverview',
  pluginPoint: 'cockpit.route',
  properties: {path: '/chancery'},
  render: node => {
    loadStyles();
    const place = element('main', {class: 'chancery chancery-page'});
    node.append(place);
    fill(place, 'Reading the paths …', async () => {
      const known = await api.definitions();
      const definitions = await Promise.all(known.map(each => api.definition(each.definitionId)));
      return [element('h1', {}, 'Paths'), ways(),
        ...definitions.filter(each => each.instances.length > 0).map(section), await papers()].filter(Boolean);
    });
  }
};

function section(definition) {
  return element('section', {},
    element('h2', {}, definition.name, ' ',
      element('a', {class: 'chancery-aside', href: `#/process-definition/${definition.definitionId}/runtime`},
        `${definition.procedure}, version ${definition.version}`)),
    instancesTable(definition.instances, `Instances of ${definition.procedure}, version ${definition.version}`));
}
