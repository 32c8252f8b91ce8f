// Registers journeys and runs them, several side by side, with their database, a name, a time and closing lines.
import { isEnding } from './ending.mjs';

/** Both databases, the embedded one first. */
export const BOTH = ['sqlite', 'postgres'];

const all = [];

/**
 * Adds a journey: `run({ browser, base })`. It finds a demonstration that other journeys have used before it, on the embedded
 * database. One that crosses the whole system is run on PostgreSQL too: `journey(name, { databases: BOTH }, run)`.
 */
export function journey(name, ...rest) {
  const run = rest.pop();
  const { databases } = rest.pop() ?? { databases: ['sqlite'] };
  all.push({ name, databases, run });
}

/** The journeys whose name contains one of the words, once for each of the databases that they are meant for. */
export function chosen(words, databases) {
  const named = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  return databases.flatMap((database) =>
    named.filter((one) => one.databases.includes(database)).map(({ name, run }) => ({ name, run, database })));
}

/**
 * Runs journeys and returns the addresses at which one failed. Each of the worlds (`{ browser, bases }`, an address for each
 * database) takes the next journey when it has ended one, so no two journeys share a server at one time.
 */
export async function runAll(worlds, journeys) {
  const waiting = [...journeys];
  const results = [];
  const work = async ({ browser, bases }) => {
    for (let next = waiting.shift(); next && !isEnding(); next = waiting.shift()) {
      const base = bases[next.database];
      results.push({ ...next, base, passed: await succeeds(next, { browser, base }) });
    }
  };
  await Promise.all(worlds.map(work));
  for (const database of new Set(journeys.map((one) => one.database))) {
    const here = results.filter((one) => one.database === database);
    const passed = here.filter((one) => one.passed).length;
    console.log(`${database}: ${passed} passed, ${here.length - passed} failed`);
  }
  return results.filter((one) => !one.passed).map(({ base }) => base);
}

async function succeeds({ name, run, database }, world) {
  const start = Date.now();
  const told = () => `${database.padEnd(8)} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`;
  try {
    await run(world);
    console.log(`ok     ${told()}`);
    return true;
  } catch (error) {
    console.log(`FAILED ${told()} at ${world.base}\n${error.stack ?? error}`);
    return false;
  }
}
