/** The page round an embed: what is said to it, and what is heard from it. Only the parent window is heard. */
import { isForUs, readCommand, type Command } from './messages.ts';

/** Says something to the page round this one; nobody is there when the embed is opened by itself. */
export function tell(message: unknown): void {
  if (parent !== window) parent.postMessage(message, '*');
}

/** `obey` is called with everything that the parent asks for. What was meant for us and cannot be read is counted on the document. */
export function hear(obey: (command: Command) => void): void {
  let malformed = 0;
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || parent === window) return;
    const command = readCommand(data);
    if (command) obey(command);
    else if (isForUs(data)) {
      malformed += 1;
      document.documentElement.dataset['ignored'] = String(malformed);
    }
  });
}

/** A change is told once it has rested for so long. */
const SETTLED_MS = 100;

/** Tells the height of what is in the page whenever it has grown or shrunk, in the four words that hosts know. */
export function tellHeight(content: HTMLElement): void {
  // WordPress puts a secret into the address, and heeds only who knows it.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
  let told = 0;
  let settling = 0;
  const say = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tell({ type: 'daybreak:resize', version: 1, height });
    tell(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
    tell({ subject: 'lti.frameResize', height });
    if (secret !== null) tell({ secret, message: 'height', value: height });
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = window.setTimeout(say, SETTLED_MS);
  };
  // A frame out of sight is not drawn, so nothing is observed in it until it is seen.
  settle();
  new ResizeObserver(settle).observe(content);
}
