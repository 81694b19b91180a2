// The front page: what there is to do, by the ways that are open to the reader, and where the cases stand that were run.
import * as api from './api.js';
import {element, place} from './element.js';

const counted = (number, one, several = `${one}s`) => `${number} ${number === 1 ? one : several}`;

const none = (number, one, several) => (number === 0 ? `no ${one}` : counted(number, one, several));

const sentence = text => `${text[0].toUpperCase()}${text.slice(1)}.`;

/** Where one can go: what is done there, and how much of it there is now. */
const WAYS = [
  {
    name: 'Tasklist', address: '/camunda/app/tasklist/', application: 'tasklist',
    told: ({offices}) => (offices.length > 0 ? 'Do the tasks of your office, each with its form.'
      : 'Do the tasks of all offices, each with its form.'),
    counts: ({tasks}) => sentence(`${none(tasks, 'task')} open`)
  },
  {
    name: 'Desk', address: '/chancery/desk',
    told: () => 'Begin a case, hand in what comes from outside, see what is owed.',
    counts: ({atWork, ended, overdue}) =>
      sentence(`${none(atWork, 'case')} at work, ${ended} ended; ${overdue === 0 ? 'nothing is' : `${overdue} times`} overdue`)
  },
  {
    name: 'Registers', address: '/chancery/registers',
    told: () => 'Read journals and cards of the number series, and which numbers are missing or claimed twice.',
    counts: ({gaps, claims}) =>
      sentence(`${none(gaps, 'gap')} to review, ${none(claims, 'number')} claimed by several documents`)
  },
  {
    name: 'Papers', address: '/chancery/papers',
    told: () => 'Read the papers of which no procedure here is known, with the acts that their marks attest.',
    counts: ({papers}) => sentence(`${none(papers, 'paper')} of no procedure`)
  },
  {
    name: 'Cockpit', address: '/camunda/app/cockpit/default/#/chancery', application: 'cockpit',
    told: () => 'Follow the path of each case on its diagram, with the marks that show it and its history.',
    counts: () => ''
  },
  {
    name: 'Admin', address: '/camunda/app/admin/', application: 'admin',
    told: () => 'Enter clerks, and put each into the group of their office.',
    counts: () => ''
  }
];

function way({name, address, told, counts}, answer) {
  return element('li', {},
    element('a', {href: address}, name),
    element('p', {}, told(answer)),
    element('p', {class: 'faint'}, counts(answer)));
}

/** Above so many the names of cases are folded. */
const SHOWN = 6;

function oneCase(known, paths) {
  return element('li', {title: known.title}, paths ? element('a', {href: paths + known.instanceId}, known.id) : known.id);
}

function standing({at, cases}, paths) {
  const said = [element('strong', {}, String(cases.length)), at ? ` at ${at}` : ' at the end'];
  const names = element('ul', {class: 'names'}, cases.map(known => oneCase(known, paths)));
  return element('li', {}, cases.length <= SHOWN
    ? [...said, names]
    : element('details', {}, element('summary', {}, ...said), names));
}

function procedure(ran, paths) {
  return element('article', {},
    element('h3', {}, ran.name),
    element('p', {class: 'faint'}, `${ran.procedure}: ${counted(ran.cases, 'case')}`
      + (ran.simulated > 0 ? `, ${ran.simulated} of them also simulated` : '')),
    element('ul', {class: 'standings'}, ran.places.map(each => standing(each, paths))));
}

const endedOf = procedures => procedures.flatMap(each => each.places).filter(each => !each.at)
  .reduce((sum, each) => sum + each.cases.length, 0);

function cases({procedures, paths}) {
  if (procedures.length === 0) {
    return [element('p', {class: 'faint'}, 'No case has been run. The server runs those of its folder when it starts.')];
  }
  const all = procedures.reduce((sum, each) => sum + each.cases, 0);
  const ended = endedOf(procedures);
  return [
    element('p', {}, `${counted(all, 'case')} of documents, on ${counted(procedures.length, 'procedure')}: `
      + `${all - ended} ${all - ended === 1 ? 'waits' : 'wait'} for evidence of what came next, `
      + `${ended} ${ended === 1 ? 'has' : 'have'} come to the end.`),
    element('div', {class: 'procedures'}, procedures.map(each => procedure(each, paths)))
  ];
}

function who({user, offices, open}) {
  if (offices.length > 0) {
    return `You are ${user}, of ${offices.join(' and ')}.`;
  }
  return open.includes('admin') ? `You are ${user}, the administrator.`
    : `You are ${user}, of no office yet; the administrator enters you in one.`;
}

api.front().then(told => {
  place('who').textContent = who(told);
  place('ways').replaceChildren(...WAYS.filter(({application}) => !application || told.open.includes(application))
    .map(each => way(each, told)));
  place('cases').replaceChildren(...cases(told));
}).catch(failure => {
  place('who').className = 'refused';
  place('who').textContent = failure.message;
});
