// An institution's administrator registers a system with the keyboard, at phone width; the secret is shown once and works.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

// req: AUT-06, ADM-07
journey('access: a system is registered with the keyboard, its secret is shown once and works', async ({ browser, base }) => {
  const problems = [];
  const shown = await open(browser, base, { lang: 'lv', persona: 'administrator' });
  const { page, close } = shown;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/lv/work/systems');
  const name = `Sistēma ${Date.now()}`;
  await page.focus('#f-name');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#h-secret');
  await lookHere(shown, 'access-secret', problems);
  const [id, secret] = await page.locator('dd code').allTextContents();
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  assert.equal((await fetch(`${base}/oauth/token`, { method: 'POST', body })).status, 200);
  await page.goto('/lv/work/systems');
  assert.equal(await page.locator('#h-secret').count(), 0);
  const row = page.locator('tr', { hasText: name });
  await row.locator('details > summary').focus();
  await page.keyboard.press('Enter');
  await row.locator('form[action*="/revoke"] button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/lv\/work\/systems\?done=system-revoked$/);
  assert.equal((await fetch(`${base}/oauth/token`, { method: 'POST', body })).status, 401);
  await close();
  assert.deepEqual(problems, []);
});
