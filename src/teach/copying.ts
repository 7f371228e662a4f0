/** Copies a piece of code; where the browser refuses, it selects it and says what to press. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const box = button.closest('.snippet');
  const code = box?.querySelector('code');
  const said = box?.querySelector('[role="status"]');
  if (!code || !said) continue;
  button.addEventListener('click', () => {
    const refused = (): void => {
      getSelection()?.selectAllChildren(code);
      said.textContent = 'The browser does not let a page copy. The code is selected: press Ctrl+C, or ⌘C.';
    };
    // Without https there is no clipboard at all.
    const copied = navigator.clipboard?.writeText(code.textContent ?? '') ?? Promise.reject(new Error('no clipboard'));
    copied.then(() => (said.textContent = 'Copied.'), refused);
  });
}
