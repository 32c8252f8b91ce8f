// Browser journeys against fresh demonstrations: `node e2e/run.mjs [WORD…]` runs those whose name contains a word.
// Two run side by side, each with a demonstration of its own on each database; WORKERS says otherwise. DATABASES=sqlite or
// DATABASES=postgres runs those of one database only.
import { readdirSync } from 'node:fs';
import { launch } from './lib/browser.mjs';
import { leave, leaveInOrder } from './lib/ending.mjs';
import { BOTH, chosen, runAll } from './lib/journey.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startDemo } from './lib/server.mjs';

const WORKERS = Number(process.env.WORKERS ?? 2);

/** Demonstrations, one for each worker and each database that the journeys need: `{ database, base, log }`. */
async function startDemos(databases) {
  const cluster = databases.includes('postgres') ? await startPostgres() : undefined;
  const demos = [];
  for (const database of databases) {
    for (let worker = 0; worker < WORKERS; worker += 1) {
      const url = database === 'postgres' ? cluster.freshDatabase() : undefined;
      demos.push({ worker, database, ...(await startDemo(url)) });
    }
  }
  return demos;
}

/** Runs what the command line asks for; gives the exit code. */
async function main() {
  const folder = new URL('./journeys/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()) await import(new URL(file, folder));
  const asked = process.env.DATABASES?.split(',') ?? BOTH;
  const journeys = chosen(process.argv.slice(2), BOTH.filter((database) => asked.includes(database)));
  if (journeys.length === 0) throw new Error('no journey has such a name or such a database');

  const browser = await launch();
  const demos = await startDemos([...new Set(journeys.map(({ database }) => database))]);
  const worlds = Array.from({ length: WORKERS }, (_, worker) => {
    const own = demos.filter((demo) => demo.worker === worker);
    return { browser, bases: Object.fromEntries(own.map(({ database, base }) => [database, base])) };
  });
  const failed = await runAll(worlds, journeys);
  for (const { base, log } of demos.filter((demo) => failed.includes(demo.base))) {
    console.log(`\nLast lines of the log of ${base}:\n${log().slice(-3000)}`);
  }
  return failed.length === 0 ? 0 : 1;
}

leaveInOrder();
let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error.stack ?? error);
}
await leave(code);
