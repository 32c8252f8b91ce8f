// Sign-in as in operation: `durvis serve` and a real OpenID provider, a database of their own, nothing of the demonstration.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { violations } from '../lib/axe.mjs';
import { open } from '../lib/browser.mjs';
import { atEndSignal } from '../lib/ending.mjs';
import { journey } from '../lib/journey.mjs';
import { freePort, ready } from '../lib/server.mjs';

const PROVIDER = fileURLToPath(new URL('../oidc/', import.meta.url));

/** The provider of e2e/oidc: `issuer`, `client_id`, `client_secret`, `stop()`. */
async function startProvider(redirect) {
  if (!existsSync(join(PROVIDER, 'node_modules'))) {
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PROVIDER, stdio: 'inherit' });
    assert.equal(done.status, 0, 'npm ci in e2e/oidc');
  }
  const server = spawn(process.execPath, ['server.mjs', '--redirect', redirect], { cwd: PROVIDER, stdio: ['pipe', 'pipe', 'ignore'] });
  const [line] = await once(createInterface({ input: server.stdout }), 'line', { signal: AbortSignal.timeout(20_000) });
  return { ...JSON.parse(line), stop: () => server.stdin.end() };
}

/** `durvis serve` that knows the provider. */
async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'durvis-e2e-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const base = `http://${listen}`;
  const provider = await startProvider(`${base}/sign-in/callback`);
  const secret = join(folder, 'oidc-secret');
  writeFileSync(secret, provider.client_secret, { mode: 0o600 });
  const env = {
    ...process.env,
    DURVIS_RATE_LIMIT__ENABLED: 'false',
    DURVIS_SERVER__BASE_URL: base,
    DURVIS_OIDC__ISSUER: provider.issuer,
    DURVIS_OIDC__CLIENT_ID: provider.client_id,
    DURVIS_OIDC__CLIENT_SECRET_FILE: secret,
    DURVIS_OIDC__ACR_HIGH: 'urn:durvis:assurance:high',
    DURVIS_OIDC__ACR_SUBSTANTIAL: 'urn:durvis:assurance:substantial',
  };
  const where = ['--data-dir', join(folder, 'data')];
  const migrated = spawnSync(process.env.E2E_BINARY, ['migrate', ...where], { env, encoding: 'utf8' });
  assert.equal(migrated.status, 0, migrated.stderr);
  const server = spawn(process.env.E2E_BINARY, ['serve', ...where, '--listen', listen], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (chunk) => { log = (log + chunk).slice(-20_000); });
  const ended = once(server, 'exit');
  atEndSignal(server, 'SIGTERM');
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    provider.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await ready(base, server, () => log).catch(async (error) => {
    await stop();
    throw error;
  });
  return { base, stop };
}

/** Runs with a server of its own, which ends whatever happens. */
async function serving(run) {
  const server = await startServer();
  try {
    await run(server.base);
  } finally {
    await server.stop();
  }
}

/** By the page's own button to the provider, which asks who it is. */
async function toProvider(page) {
  await page.locator('main a[href*="/sign-in/begin"]').click();
  await page.waitForURL(/\/interaction\//);
}

/** To the provider by the page's own links, and back as the first person there, Anna Bērziņa. Gives the callback's address. */
async function signIn(page) {
  await page.goto('/lv/sign-in');
  await toProvider(page);
  const back = page.waitForRequest((request) => request.url().includes('/sign-in/callback?'));
  await page.locator('button[value=anna]').click();
  const callback = (await back).url();
  await page.waitForURL((url) => url.pathname === '/lv' || url.pathname === '/lv/');
  return callback;
}

const signedIn = (page) => page.locator('form[action$="/sign-out"]').count();

// req: ACC-01
journey('sign in with an OpenID provider: in, the own profile, and out again', ({ browser }) => serving(async (base) => {
  const { page, faults, close } = await open(browser, base);
  await signIn(page);
  assert.equal(await signedIn(page), 1);
  assert.ok((await page.locator('.dv-acting').innerText()).includes('Anna Bērziņa'), 'every page says who is signed in');
  await page.goto('/lv/profile');
  const profile = await page.locator('main').innerText();
  assert.ok(profile.includes('Anna Bērziņa') && profile.includes('17.04.1991.'), 'what the provider told is in the profile');
  assert.ok(!profile.includes('328000-00014'), 'the personal code is masked');
  assert.deepEqual(await violations(page), []);
  await page.locator('form[action$="/sign-out"] button').click();
  await page.waitForLoadState('load');
  assert.equal(await signedIn(page), 0);
  await page.goto('/lv/profile');
  assert.ok(page.url().includes('/sign-in'), 'the session is over');
  await toProvider(page);
  assert.deepEqual(faults, [], 'the provider still knows her, and yet asks whoever comes next');
  await close();
}));

// req: ACC-01
journey('sign in with an OpenID provider: an answer used twice, a foreign or a refused one signs nobody in', ({ browser }) => serving(async (base) => {
  const mine = await open(browser, base);
  const callback = await signIn(mine.page);
  const stranger = await open(browser, base);
  await stranger.page.goto('/lv/sign-in/begin');
  await stranger.page.waitForURL(/\/interaction\//);
  const foreign = new URL(callback);
  foreign.searchParams.set('state', 'somebody-else');
  const refused = `${base}/sign-in/callback?error=access_denied&state=${new URL(callback).searchParams.get('state')}`;
  for (const address of [callback, foreign.href, refused, `${base}/sign-in/callback`]) {
    await stranger.page.goto(address);
    assert.equal(new URL(stranger.page.url()).pathname, '/lv/sign-in', `${address} leads back to signing in`);
    assert.ok((await stranger.page.locator('main [role=alert]').innerText()).length > 20, 'and says what happened');
    assert.equal(await signedIn(stranger.page), 0);
  }
  await stranger.page.goto('/lv/sign-in/begin?return=%2Flv%2Fprofile');
  await stranger.page.waitForURL(/\/interaction\//);
  const state = (await stranger.page.context().cookies(base)).find(({ name }) => name.endsWith('durvis-sign-in')).value;
  await stranger.page.goto(`${base}/sign-in/callback?error=access_denied&state=${state}`);
  const told = new URL(stranger.page.url()).searchParams;
  assert.deepEqual([told.get('failed'), told.get('return')], ['sign-in-refused', '/lv/profile'], 'why, and where to go on');
  assert.ok((await stranger.page.locator('main a[href*="/sign-in/begin"]').getAttribute('href')).endsWith('?anew=yes&return=%2Flv%2Fprofile'));
  assert.deepEqual(await violations(stranger.page), []);
  await mine.page.goto(callback);
  assert.ok(await mine.page.locator('main [role=alert]').count(), 'used twice in the same browser: refused as well');
  assert.deepEqual([...mine.faults, ...stranger.faults], []);
  await stranger.close();
  await mine.close();
}));

// req: ACC-01
journey('sign in with an OpenID provider: who is refused for want of a personal code may choose another means', ({ browser }) => serving(async (base) => {
  const { page, faults, close } = await open(browser, base);
  await page.goto('/lv/sign-in');
  await toProvider(page);
  await page.locator('button[value=no-code]').click();
  await page.waitForURL(/failed=sign-in-no-code/);
  await toProvider(page);
  await page.locator('button[value=anna]').click();
  await page.waitForURL((url) => url.pathname === '/lv' || url.pathname === '/lv/');
  assert.equal(await signedIn(page), 1);
  assert.deepEqual(faults, []);
  await close();
}));

// req: ACC-01
journey('sign in with an OpenID provider: nothing of the demonstration is there', () => serving(async (base) => {
  for (const path of ['/demo/personas', '/demo/sign-in/resident', '/demo/sign-in/officer']) {
    assert.equal((await fetch(base + path, { redirect: 'manual' })).status, 404, path);
  }
  const token = await fetch(`${base}/demo/token`, { method: 'POST', body: new URLSearchParams({ persona: 'officer' }) });
  assert.equal(token.status, 404, '/demo/token');
  const page = await (await fetch(`${base}/lv/sign-in`)).text();
  assert.ok(page.includes('/sign-in/begin') && !page.includes('/demo/') && !page.includes('dv-demo'), 'no persona is offered');
}));
