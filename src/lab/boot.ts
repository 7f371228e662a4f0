/**
 * A few words of script for the head of a page with labs, before any module is there: a press on a lab
 * that is not yet alive is kept for it; a page opened from a run link says so, so that no other run is
 * seen while the linked one loads; and the reader's first move begins to load what the labs need.
 */
export const labBoot =
  `addEventListener('click',function(e){var l=e.target.closest&&e.target.closest('[data-lab]');` +
  `if(l&&!('alive'in l.dataset)&&e.isTrusted)l.early=e.target},true);` +
  `if(/[?&]lab=/.test(location.search))document.documentElement.dataset.linked='';` +
  `['scroll','pointermove','pointerdown','keydown'].forEach(function(t){addEventListener(t,function(){` +
  `document.querySelectorAll('template[data-warm]').forEach(function(w){document.head.append(w.content);w.remove()})` +
  `},{once:true,passive:true})});`;
