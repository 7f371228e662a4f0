/** The host page for developers, in the browser: loads an embed, lists every message in both directions, answers SPLICE. */

/** A list that grows for ever would slow the page down. */
const MOST_LINES = 200;

const root = document.querySelector<HTMLElement>('[data-playground]')!;
const find = <Part extends HTMLElement>(what: string): Part => root.querySelector<Part>(what)!;
const log = find('[data-log]');
const said = find('[data-said]');
const isOn = (what: string): boolean => find(what).ariaPressed === 'true';

/** What the embed last reported by SPLICE: handed back when it is loaded again. */
let kept: unknown = null;
let frame: HTMLIFrameElement | null = null;

function list(direction: 'from' | 'to', data: unknown): void {
  const line = document.createElement('li');
  const way = document.createElement('b');
  way.textContent = direction === 'from' ? 'from the embed' : 'to the embed';
  const text = document.createElement('code');
  text.textContent = typeof data === 'string' ? data : JSON.stringify(data);
  line.append(way, ' ', text);
  log.prepend(line);
  while (log.childElementCount > MOST_LINES) log.lastElementChild?.remove();
}

function say(message: unknown): void {
  if (!frame?.contentWindow) return;
  list('to', message);
  frame.contentWindow.postMessage(message, '*');
}

function load(): void {
  const { base = '' } = root.dataset;
  const address = find<HTMLInputElement>('#pg-address').value.trim();
  const path = address.startsWith(location.origin) ? address.slice(location.origin.length) : address;
  // Only pages of this site: the policy of this page lets no other be framed.
  if (!path.startsWith(base)) {
    said.textContent = `An embed of this site begins with ${base}. "${address}" does not, so nothing was loaded.`;
    return;
  }
  said.textContent = '';
  frame = document.createElement('iframe');
  frame.title = 'The embed';
  frame.height = '600';
  if (isOn('[data-sandbox]')) frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = path;
  find('[data-frame]').replaceChildren(frame);
}

/** Does what an LMS would do: keeps the state, and hands it back. */
function answerSplice(data: Partial<Record<string, unknown>>): void {
  const { subject, message_id, state } = data;
  if (subject === 'SPLICE.reportScoreAndState') kept = state;
  if (subject === 'SPLICE.getState') say({ subject: 'SPLICE.getState.response', message_id, state: kept });
}

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (!frame || source !== frame.contentWindow) return;
  list('from', data);
  const message = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<string, unknown>>;
  if (message['type'] === 'daybreak:resize' && typeof message['height'] === 'number')
    frame.height = String(message['height']);
  if (isOn('[data-splice]')) answerSplice(message);
});

find('[data-load]').addEventListener('submit', (event) => {
  event.preventDefault();
  load();
});
find('[data-own]').addEventListener('submit', (event) => {
  event.preventDefault();
  try {
    say(JSON.parse(find<HTMLTextAreaElement>('#pg-own').value));
    said.textContent = 'Sent.';
  } catch (error) {
    said.textContent = `That is not JSON, so nothing was sent: ${(error as Error).message}`;
  }
});
for (const toggle of ['[data-sandbox]', '[data-splice]'])
  find(toggle).addEventListener('click', ({ currentTarget }) => {
    const button = currentTarget as HTMLElement;
    button.ariaPressed = String(button.ariaPressed !== 'true');
    if (toggle === '[data-sandbox]') load();
  });
for (const button of root.querySelectorAll<HTMLElement>('[data-say]'))
  button.addEventListener('click', () => say(JSON.parse(button.dataset['say'] ?? 'null')));
find('[data-clear]').addEventListener('click', () => log.replaceChildren());
load();
