// The papers of no procedure, which no engine runs: on Cockpit's page of processes and below all paths. Each has a page of its own.
import * as api from './api.js';
import {counted, element, fill, loadStyles, moment, row, table, whenever} from './elements.js';

const CAPTION = 'Papers of no procedure here';

/** A section with the first of them; none if there are none. */
export async function papers() {
  const {count, papers: first, all} = await api.papers();
  if (count === 0) {
    return null;
  }
  const link = (address, text) => element('a', {href: api.server + address}, text);
  const rows = first.map(({caseId, title, acts, recordedAt, address}) =>
    row({}, link(address, caseId), title, String(acts), whenever(moment(recordedAt))));
  return element('section', {class: 'chancery-papers'},
    element('h2', {}, CAPTION),
    element('p', {class: 'chancery-note'},
      'No procedure here is that of these papers. The acts that their marks attest are told, nothing is inferred, and no engine runs them.'),
    table(count > first.length ? `The first ${first.length} of ${counted(count, 'paper')}` : counted(count, 'paper'),
      ['Case', 'Title', 'Acts', 'Recorded at'], rows),
    element('p', {}, link(all, 'All papers of no procedure')));
}

export default {
  id: 'chanceryPapers',
  pluginPoint: 'cockpit.processes.dashboard',
  priority: -5,
  render: node => {
    loadStyles();
    const place = element('div', {class: 'chancery chancery-panel'});
    node.append(place);
    fill(place, 'Reading the papers of no procedure …', async () => [await papers()].filter(Boolean));
  }
};
