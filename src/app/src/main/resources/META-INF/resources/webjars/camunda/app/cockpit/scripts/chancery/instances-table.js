// A table of instances: running, finished, superseded and simulated ones.
import {days, element, moment, row, table, whenever} from './elements.js';

/** Where the page of an instance lies. */
export const pathLink = id => `#/chancery/instance/${id}`;

/** The table, with a field to filter it once there are many. */
export function instancesTable(instances, caption) {
  const rows = instances.map(instance => {
    const line = row({class: `chancery-row-${instance.kind}`},
      element('a', {href: pathLink(instance.instanceId)}, instance.businessKey || instance.caseId),
      instance.title || '',
      element('span', {class: `chancery-kind chancery-kind-${instance.kind}`}, instance.kind),
      instance.state,
      whenever(days(instance.earliest, instance.latest)),
      whenever(moment(instance.started)),
      whenever(moment(instance.ended)));
    return {line, text: line.textContent.toLowerCase()};
  });
  const shown = table(caption,
    ['Path of', 'Title', 'Kind', 'State', 'Historical dates', 'Begun here', 'Ended here'], rows.map(each => each.line));
  return instances.length > 12 ? [filterField(rows), shown] : [shown];
}

function filterField(rows) {
  return element('p', {},
    element('label', {class: 'chancery-filter'}, 'Show only ',
      element('input', {type: 'search', placeholder: 'case, title, state …', input: event => {
        const wanted = event.target.value.trim().toLowerCase();
        rows.forEach(each => each.line.hidden = !each.text.includes(wanted));
      }})));
}
