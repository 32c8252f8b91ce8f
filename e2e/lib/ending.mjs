// What the run has started and must end: servers and the browser, the last one first, whatever ends the run.
const ends = [];
let ending;

/** Keeps what ends a thing that was just started. A run that is ending already ends it at once. */
export function atEnd(end) {
  if (ending) end();
  else ends.push(end);
}

/** Keeps a process that was just started: the signal ends it, and the run waits until it has ended. */
export function atEndSignal(child, signal) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  atEnd(async () => {
    // A program that could not be started has no id and never ends.
    if (child.pid === undefined) return;
    child.kill(signal);
    await ended;
  });
}

/** Whether the run is ending: nothing new is begun then. */
export const isEnding = () => ending !== undefined;

/** Ends everything and the process. */
export async function leave(code) {
  ending ??= endEach();
  await ending;
  process.exit(code);
}

async function endEach() {
  for (let end = ends.pop(); end; end = ends.pop()) {
    try {
      await end();
    } catch (error) {
      console.error(`not ended: ${error.stack ?? error}`);
    }
  }
}

/** Leaves in good order also when somebody interrupts the run, or when something fails that nobody waits for. */
export function leaveInOrder() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      console.log(`ended by ${signal}`);
      leave(130);
    });
  }
  process.once('uncaughtException', (error) => {
    console.error(error.stack ?? error);
    leave(1);
  });
}
