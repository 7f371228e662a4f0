/**
 * The inline script of an embed page: it sets the theme that the address names before the first paint, and says
 * that another run than the one in the page is on its way. No storage is touched. Its hash stands in the content
 * security policy, so this text must be the same in the configuration and in the page.
 */
export const embedBoot =
  `(function(d,q){d.js='';var t=q.get('theme');if(t==='light'||t==='dark')d.theme=t;` +
  `if(location.search.length>1)d.linked=''})(document.documentElement.dataset,new URLSearchParams(location.search));`;
