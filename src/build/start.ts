/** `npm start`: the built site, served as GitHub Pages would. */
import { servePages } from './pages-server.ts';
import { buildSite, defaultPlace, isBuilt } from './site-build.ts';

const wanted = Number(process.env.PORT ?? 4321);
console.log(isBuilt(defaultPlace) ? 'The site is built already.' : 'Building the site.');
if (buildSite(defaultPlace)) {
  const { port, url } = await servePages(defaultPlace.folder, defaultPlace.base, wanted);
  if (port !== wanted) console.log(`Port ${wanted} is in use, so this is port ${port}.`);
  console.log(`\nDaybreak is at ${url}\nStop with Ctrl+C.`);
} else {
  console.error('\nThe site could not be built; what is wrong is above.');
  process.exitCode = 1;
}
