// Browser journeys against fresh demonstrations: `node e2e/run.mjs [WORD…]` runs those whose name contains a word.
// Two run side by side, each with a demonstration of its own; WORKERS says otherwise.
import { readdirSync } from 'node:fs';
import { launch } from './lib/browser.mjs';
import { runAll } from './lib/journey.mjs';
import { startDemo } from './lib/server.mjs';

const WORKERS = Number(process.env.WORKERS ?? 2);

const folder = new URL('./journeys/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()) await import(new URL(file, folder));

const browser = await launch();
const demos = [];
let failed = 1;
try {
  for (let worker = 0; worker < WORKERS; worker += 1) demos.push(await startDemo());
  failed = await runAll(demos.map(({ base }) => ({ browser, base })), process.argv.slice(2));
} finally {
  await browser.close();
  for (const demo of demos) await demo.stop();
}
if (failed > 0) for (const { base, log } of demos) console.log(`\nLast lines of the log of ${base}:\n${log().slice(-3000)}`);
process.exit(failed === 0 ? 0 : 1);
