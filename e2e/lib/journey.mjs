// Registers journeys and runs them, several side by side, with a name, a time and a closing line.
const all = [];

/** Adds a journey: `run({ browser, base })`. It finds a demonstration that other journeys have used before it. */
export function journey(name, run) {
  all.push({ name, run });
}

/**
 * Runs every journey whose name contains one of the words; returns the number that failed. Each of the worlds
 * (`{ browser, base }`) takes the next journey when it has ended one, so no two journeys share a server at one time.
 */
export async function runAll(worlds, words) {
  const chosen = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const waiting = [...chosen];
  let failed = 0;
  const work = async (world) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await succeeds(next, world))) failed += 1;
    }
  };
  await Promise.all(worlds.map(work));
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed;
}

async function succeeds({ name, run }, world) {
  const start = Date.now();
  const seconds = () => `(${((Date.now() - start) / 1000).toFixed(1)} s)`;
  try {
    await run(world);
    console.log(`ok     ${name} ${seconds()}`);
    return true;
  } catch (error) {
    console.log(`FAILED ${name} ${seconds()} at ${world.base}\n${error.stack ?? error}`);
    return false;
  }
}
