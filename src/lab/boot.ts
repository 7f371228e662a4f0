/**
 * A few words of script for the head of a page with labs, before any module is there: a press on a lab
 * that is not yet alive is kept for it, and a page opened from a run link says so, so that no other run
 * is seen while the linked one loads.
 */
export const labBoot =
  `addEventListener('click',function(e){var l=e.target.closest&&e.target.closest('[data-lab]');` +
  `if(l&&!('alive'in l.dataset)&&e.isTrusted)l.early=e.target},true);` +
  `if(/[?&]lab=/.test(location.search))document.documentElement.dataset.linked='';`;
