// The ways between Cockpit and the front page, the desk and the registers.
import {server} from './api.js';
import {element} from './elements.js';

const WAYS = [
  {id: 'Desk', label: 'Desk', address: '/chancery/desk'},
  {id: 'Registers', label: 'Registers', address: '/chancery/registers'},
  {id: 'Front', label: 'Chancery', address: '/'}
];

/** In Cockpit's own menu, on each of its pages. */
export const menu = WAYS.map(({id, label, address}, index) => ({
  id: `chancery${id}`,
  pluginPoint: 'cockpit.navigation',
  priority: 40 - index,
  properties: {label, pagePath: server + address, checkActive: () => false}
}));

/** The same with what is found there, on the page of all paths. */
export const ways = () => element('p', {class: 'chancery-note'},
  'Cases are begun at the ', element('a', {href: `${server}/chancery/desk`}, 'desk'),
  '; the numbers that they were given, or bear, stand in the ',
  element('a', {href: `${server}/chancery/registers`}, 'registers'), '.');

/** The numbers under which a case is registered, each leading to its card; without one, to the registers. */
export function registered(numbers) {
  return numbers.length === 0 ? null : element('p', {class: 'chancery-title'}, 'Registered: ',
    numbers.flatMap(({number, office, card}, index) => [
      index > 0 ? ', ' : null,
      element('a', {href: server + (card || '/chancery/registers')}, number),
      ` (${card ? office : `${office}, no series`})`]), '.');
}
