// The only module that asks the server for anything.

/** Where the resources lie, whichever page asks. */
const at = path => new URL(`../api/${path}`, import.meta.url).href;

const meta = name => document.querySelector(`meta[name="${name}"]`).content;

async function ask(path, body) {
  const options = body === undefined
    ? {headers: {Accept: 'application/json'}}
    : {
      method: 'POST',
      headers: {Accept: 'application/json', 'Content-Type': 'application/json', [meta('csrf-header')]: meta('csrf-token')},
      body: JSON.stringify(body)
    };
  const answer = await fetch(at(path), {credentials: 'same-origin', ...options});
  if (answer.status === 401 || answer.status === 403) {
    throw new Error('The session is over. Load the page again to log in.');
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(told.message || `The server answered ${answer.status}.`);
  }
  return told;
}

/** Who is here, what there is to do, where cases stand. */
export const front = () => ask('front');

/** Live cases, entrances, deadlines. */
export const desk = () => ask('desk');

/** Begins a case. */
export const begin = wanted => ask('cases', wanted);

/** Hands in a message with its particulars. */
export const handIn = (caseId, message, particulars) =>
  ask(`cases/${encodeURIComponent(caseId)}/messages/${encodeURIComponent(message)}`, particulars);

/** Where a case is written out as a case file. */
export const caseFileUrl = caseId => at(`cases/${encodeURIComponent(caseId)}/case-file`);
