// Registers journeys and runs them one after the other, with a name, a time and a closing line.
const all = [];

/** Adds a journey: `run({ browser, base })`. */
export function journey(name, run) {
  all.push({ name, run });
}

/** Runs every journey whose name contains one of the words; returns the number that failed. */
export async function runAll(world, words) {
  const chosen = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  let failed = 0;
  for (const { name, run } of chosen) {
    const start = Date.now();
    try {
      await run(world);
      console.log(`ok     ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)\n${error.stack ?? error}`);
    }
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`);
  return failed;
}
