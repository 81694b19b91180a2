// The only module that asks the server for anything.

const root = document.querySelector('base').getAttribute('app-root');

/** Where the server lies. */
export const server = root.replace(/\/camunda$/, '');

async function json(url) {
  const answer = await fetch(url, {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (answer.status === 401) {
    throw new Error('The session is over. Load the page again to log in.');
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.message || `The server answered ${answer.status}.`);
  }
  return body;
}

/** All deployed procedures in short. */
export const definitions = () => json(`${server}/chancery/api/definitions`);

/** A deployed procedure: its instances, and the counts of its steps. */
export const definition = id => json(`${server}/chancery/api/definitions/${encodeURIComponent(id)}`);

/** The papers that no procedure describes: how many, and the first of them. */
export const papers = () => json(`${server}/chancery/api/papers`);

/** An instance with its path and its ledger entries. */
export const instance = id => json(`${server}/chancery/api/instances/${encodeURIComponent(id)}`);

/** The diagram of a procedure, as BPMN. */
export const diagram = async id =>
  (await json(`${root}/api/engine/engine/default/process-definition/${encodeURIComponent(id)}/xml`)).bpmn20Xml;

/** Where the viewer of diagrams lies. */
export const viewerUrl = file => `${server}/chancery/bpmn-js/${file}`;
