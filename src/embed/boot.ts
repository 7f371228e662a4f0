/** Marks the document `d` with the theme that the parameters `q` name, before the first paint. */
const themed = `var t=q.get('theme');if(t==='light'||t==='dark')d.theme=t;`;

/**
 * The inline script of an embed page: it sets the theme that the address names before the first paint, and says
 * that another run than the one in the page is on its way. Where the page's own script may not be loaded (a frame
 * without an origin, from a server that lets no other origin read), the page is as without scripts, and says so.
 * No storage is touched. Its hash stands in the content security policy, so this text must be the same in the
 * configuration and in the page.
 */
export const embedBoot =
  `(function(d,q){d.js='';${themed}` +
  `if(location.search.length>1||/[#?&]scenario=/.test(location.hash))d.linked='';` +
  `addEventListener('error',function(e){if(e.target.tagName==='SCRIPT'){delete d.js;delete d.linked;d.barred=''}},true)` +
  `})(document.documentElement.dataset,new URLSearchParams(location.search));`;

/** In the head of a package, after its set-up, which may be any text: an instructor's theme, not first the other. */
export const setUpBoot =
  `(function(d,q){${themed}})(document.documentElement.dataset,` +
  `new URLSearchParams((window.daybreakSetUp||{}).query||''));`;
