// Browser journeys against a fresh demonstration: `node e2e/run.mjs [WORD…]` runs those whose name contains a word.
import { readdirSync } from 'node:fs';
import { launch } from './lib/browser.mjs';
import { runAll } from './lib/journey.mjs';
import { startDemo } from './lib/server.mjs';

const folder = new URL('./journeys/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()) await import(new URL(file, folder));

const demo = await startDemo();
const browser = await launch();
let failed = 1;
try {
  failed = await runAll({ browser, base: demo.base }, process.argv.slice(2));
} finally {
  await browser.close();
  await demo.stop();
}
if (failed > 0) console.log(`\nLast lines of the server's log:\n${demo.log().slice(-3000)}`);
process.exit(failed === 0 ? 0 : 1);
