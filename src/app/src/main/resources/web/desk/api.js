// The only module of the desk that asks the server for anything.

const meta = name => document.querySelector(`meta[name="${name}"]`).content;

async function ask(url, body) {
  const options = body === undefined
    ? {headers: {Accept: 'application/json'}}
    : {
      method: 'POST',
      headers: {Accept: 'application/json', 'Content-Type': 'application/json', [meta('csrf-header')]: meta('csrf-token')},
      body: JSON.stringify(body)
    };
  const answer = await fetch(url, {credentials: 'same-origin', ...options});
  if (answer.status === 401 || answer.status === 403) {
    throw new Error('The session is over. Load the page again to log in.');
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(told.message || `The server answered ${answer.status}.`);
  }
  return told;
}

/** Live cases, entrances, deadlines. */
export const desk = () => ask('api/desk');

/** Begins a case. */
export const begin = wanted => ask('api/cases', wanted);

/** Hands in a message with its particulars. */
export const handIn = (caseId, message, particulars) =>
  ask(`api/cases/${encodeURIComponent(caseId)}/messages/${encodeURIComponent(message)}`, particulars);

/** Where a case is written out as a case file. */
export const caseFileUrl = caseId => `api/cases/${encodeURIComponent(caseId)}/case-file`;
