// A PostgreSQL of this run alone: made in a folder of its own, on a free port of the loopback address, gone when the run
// ends. The tests in Rust start theirs the same way (crates/platform/test-support).
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, atEndSignal } from './ending.mjs';
import { freePort } from './server.mjs';

const INSTALLED = '/usr/lib/postgresql';
const START_SECONDS = 30;
// PostgreSQL refuses to run as root. `setpriv` becomes the program, so its process id is the program's.
const AS_NOBODY = process.getuid() === 0 ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--'] : [];

/** A running PostgreSQL: `freshDatabase()` gives the address of a new empty database. */
export async function startPostgres() {
  const programs = newest();
  const folder = mkdtempSync(join(tmpdir(), 'durvis-e2e-pg-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  // Started by root it runs as somebody else, who must be able to write here.
  chmodSync(folder, 0o777);
  const command = (program, args) => [...AS_NOBODY, join(programs, program), ...args];
  const run = (program, args) => {
    const [first, ...rest] = command(program, args);
    const { status, stderr, error } = spawnSync(first, rest, { cwd: folder, encoding: 'utf8' });
    return { done: status === 0, said: error?.message ?? stderr };
  };
  const insist = (program, args) => {
    const { done, said } = run(program, args);
    if (!done) throw new Error(`${program} failed: ${said}`);
  };

  const data = join(folder, 'data');
  insist('initdb', ['--username=postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8', '--pgdata', data]);
  const port = String(await freePort());
  const place = ['-h', '127.0.0.1', '-U', 'postgres', '-p', port];
  const [first, ...rest] = command('postgres', [
    '-D', data, '-p', port, '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200',
  ]);
  const server = spawn(first, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (chunk) => { log = (log + chunk).slice(-20_000); });
  // The fast way to end: it does not wait for clients.
  atEndSignal(server, 'SIGINT');

  for (let tenth = 0; !run('pg_isready', place).done; tenth += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}:\n${log}`);
    if (tenth === START_SECONDS * 10) throw new Error(`PostgreSQL was not ready after ${START_SECONDS} s:\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let databases = 0;
  return {
    freshDatabase() {
      databases += 1;
      const name = `durvis_${databases}`;
      insist('createdb', [...place, name]);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
  };
}

/** The folder of the newest installed programs. */
function newest() {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const folders = versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(INSTALLED, version, 'bin'));
  const found = folders.find((folder) => existsSync(join(folder, 'postgres')));
  if (!found) throw new Error('PostgreSQL is missing: scripts/install.sh test installs it');
  return found;
}
