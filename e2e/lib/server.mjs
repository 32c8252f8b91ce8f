// Starts `durvis demo` on a free port with a folder of its own, and ends it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, atEndSignal } from './ending.mjs';

const START_SECONDS = 60;

/** A free port on the loopback address. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A running demonstration: `base`, `log()`. It ends with the run. Without the address of a database it has an embedded one. */
export async function startDemo(url) {
  const binary = process.env.E2E_BINARY;
  if (!binary) throw new Error('E2E_BINARY names the binary; `make test` sets it');
  const folder = mkdtempSync(join(tmpdir(), 'durvis-e2e-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const listen = `127.0.0.1:${await freePort()}`;
  const base = `http://${listen}`;
  const database = url ?? `sqlite://${join(folder, 'durvis.db')}`;
  const server = spawn(binary, ['demo', '--data-dir', folder, '--listen', listen, '--database', database], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A run of the whole suite sends more from one address than a person does.
    env: { ...process.env, DURVIS_RATE_LIMIT__ENABLED: 'false' },
  });
  let log = '';
  server.stderr.on('data', (chunk) => { log = (log + chunk).slice(-20_000); });
  atEndSignal(server, 'SIGTERM');
  await ready(base, server, () => log);
  return { base, log: () => log };
}

/** Waits until the server answers that it is ready; ends it when that takes too long. */
export async function ready(base, server, log) {
  for (let tenth = 0; tenth < START_SECONDS * 10; tenth += 1) {
    if (server.exitCode !== null) throw new Error(`durvis ended with ${server.exitCode}:\n${log()}`);
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`durvis was not ready after ${START_SECONDS} s:\n${log()}`);
}

/** A bearer token of a persona. */
export async function token(base, persona) {
  const answer = await fetch(`${base}/demo/token`, { method: 'POST', body: new URLSearchParams({ persona }) });
  if (!answer.ok) throw new Error(`/demo/token for ${persona}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}
