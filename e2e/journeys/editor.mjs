// The editor of descriptions: with and without scripts, two people in one section, wrong input, a text for a day to come,
// the preview, and a server that dies while somebody is typing.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '../lib/browser.mjs';
import { atEndSignal } from '../lib/ending.mjs';
import { BOTH, journey } from '../lib/journey.mjs';
import { unfold } from '../lib/keyboard.mjs';
import { look, lookBeside, lookHere } from '../lib/look.mjs';
import { freePort, ready } from '../lib/server.mjs';

const SECTIONS = ['basics', 'steps', 'documents', 'conditions', 'law', 'channels', 'providers', 'digital', 'links', 'plan'];

/** The code of a service of the contact person's institution, found as people find it: by hurried words. */
async function serviceOf(page, words) {
  await page.goto(`/lv/work/services?q=${encodeURIComponent(words)}`);
  const href = await page.locator('tbody th a').first().getAttribute('href');
  return href.split('/').pop();
}

const saved = (page) => page.locator('[data-autosave-status]', { hasText: /^Saglabāts \d/ }).waitFor();

async function discard(page, code) {
  await page.goto(`/lv/work/services/${code}/discard`);
  const button = page.locator('form[action$="/discard"] button');
  if (await button.count()) await button.click();
}

/** The words of the public page without what tells a preview from it. */
const wordsOf = (page) => page.evaluate(() => {
  const main = document.querySelector('main').cloneNode(true);
  // What the page asks its reader, and what it answers, belongs to the public page alone.
  main.querySelectorAll('.dv-was, .dv-done, .dv-feedback').forEach((part) => part.remove());
  // The day from which the description holds is not known before it is published.
  const known = [...main.querySelectorAll('.dv-kv dt')].find((term) => term.textContent === 'Apraksts spēkā no');
  if (known) { known.nextElementSibling.remove(); known.remove(); }
  return main.innerText.replace(/\s+/g, ' ').trim();
});

// req: CAT-15, CAT-18
journey('editor: what is typed is saved by itself, told what is wrong, and is there again', async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base, { persona: 'contact' });
  const code = await serviceOf(page, 'berna kopsanas');
  await page.goto(`/lv/work/services/${code}/sections/channels`);
  await unfold(page, 'f-channels-0-fee');
  await page.locator('#f-channels-0-fee').selectOption('amount');
  await page.locator('#f-channels-0-fee-amount').fill('daudz');
  await page.locator('#f-channels-0-fee-amount-finding:not([hidden])').waitFor();
  assert.match(await page.locator('#f-channels-0-fee-amount-finding').innerText(), /12,50/);
  await page.locator('#f-channels-0-fee-amount').fill('3,20');
  await page.locator('#f-channels-0-fee-amount-finding').waitFor({ state: 'hidden' });
  await saved(page);
  // Leaving at once after the last key loses nothing.
  await page.goto(`/lv/work/services/${code}/sections/law`);
  await page.locator('#f-appeal-lv').fill('Jauns teksts par apstrīdēšanu.');
  await saved(page);
  await page.goto(`/lv/work/services/${code}/sections/channels`);
  assert.equal(await page.locator('#f-channels-0-fee-amount').inputValue(), '3,20');
  // A button pressed while a save is on its way waits for it.
  await unfold(page, 'f-channels-0-hours-lv');
  await page.locator('#f-channels-0-hours-lv').fill('Katru dienu');
  await page.locator('button[name=add][value=channels]').click();
  await page.waitForURL(/#f-channels-\d+$/);
  assert.equal(await page.locator('#f-channels-0-hours-lv').inputValue(), 'Katru dienu');
  await discard(page, code);
  assert.deepEqual(faults, []);
  await close();
});

// req: CAT-15, A11-01
journey('editor: two people in one section both see both texts and choose', { databases: BOTH }, async ({ browser, base }) => {
  const one = await open(browser, base, { persona: 'contact' });
  const other = await open(browser, base, { persona: 'contact' });
  const code = await serviceOf(one.page, 'berna kopsanas');
  const path = `/lv/work/services/${code}/sections/basics`;
  await one.page.goto(path);
  await other.page.goto(path);
  await one.page.locator('#f-summary-lv').fill('Pirmā cilvēka teksts par pabalstu.');
  await saved(one.page);
  await other.page.locator('#f-summary-lv').fill('Otrā cilvēka teksts par pabalstu.');
  const announced = other.page.locator('[data-autosave-status] a');
  await announced.waitFor();
  assert.equal(await other.page.locator('#f-summary-lv').inputValue(), 'Otrā cilvēka teksts par pabalstu.', 'nothing typed is lost');
  await announced.click();
  await other.page.waitForURL(/\/refused\//);
  const problems = [];
  await lookHere(other, 'editor-refused-lv', problems);
  const words = await other.page.locator('main').innerText();
  assert.ok(words.includes('Pirmā') && words.includes('Otrā'));
  assert.equal(await other.page.locator('.dv-diff ins').count(), 1);
  assert.equal(await other.page.locator('input[type=radio]:checked').count(), 0, 'nothing is chosen beforehand');
  await other.page.locator('input[value=both]').first().check();
  await other.page.locator('textarea[name="both/summary/lv"]').fill('Abu teksts par pabalstu.');
  await other.page.locator('button[value=merged]').click();
  await other.page.waitForURL(/sections\/basics\?done=text-chosen/);
  await one.page.goto(path);
  assert.equal(await one.page.locator('#f-summary-lv').inputValue(), 'Abu teksts par pabalstu.');
  await discard(one.page, code);
  assert.deepEqual([...one.faults, ...other.faults, ...problems], []);
  await one.close();
  await other.close();
});

// req: CAT-17, CAT-33, A11-01
journey('editor: without scripts, from the name to a page that says what the preview said', { databases: BOTH }, async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base, { persona: 'contact', javascript: false });
  const code = await serviceOf(page, 'apbedisanas');
  const at = (section) => `/lv/work/services/${code}/sections/${section}`;
  await page.goto(at('steps'));
  await unfold(page, 'f-steps-0-title-lv');
  await page.locator('#f-steps-0-title-lv').fill('Sāciet šeit');
  await page.locator('button[name=add][value=steps]').click();
  const last = (await page.locator('section.dv-item').count()) - 1;
  assert.equal(await page.locator('#f-steps-0-title-lv').inputValue(), 'Sāciet šeit');
  for (const [part, words] of [['title', 'Pēdējais solis'], ['text', 'Paldies.']]) {
    for (const tag of ['lv', 'en']) await page.locator(`#f-steps-${last}-${part}-${tag}`).fill(words);
  }
  assert.equal(await page.locator(`details[open] #f-steps-${last}`).count(), 1, 'what was added stands open');
  assert.equal(await page.locator('details:not([open]) #f-steps-1').count(), 1, 'and the others are closed');
  await page.locator(`button[name=up][value="steps/${last}"]`).click();
  assert.equal(await page.locator(`#f-steps-${last - 1}-title-lv`).inputValue(), 'Pēdējais solis');
  await page.locator('button[name=next]').click();
  await page.waitForURL(/sections\/documents/);
  await page.goto(at('plan'));
  await page.locator('#f-plan-from').fill('rīt');
  await page.locator('.dv-savebar button:not([name])').click();
  assert.equal(await page.locator('[data-error-summary] a').count(), 1);
  assert.equal(await page.locator('#f-plan-from').inputValue(), 'rīt', 'wrong input is kept as typed');
  await page.locator('#f-plan-from').fill('1.2.2027.');
  await page.locator('#f-plan-note').fill('Likuma grozījumi');
  await page.locator('.dv-savebar button:not([name])').click();
  await page.waitForURL(/done=section-saved/);
  await page.goto(`/lv/services/${code}/preview`);
  const preview = await wordsOf(page);
  await page.goto(`/lv/work/services/${code}`);
  assert.match(await page.locator('form[action$="/publish"] button').innerText(), /01\.02\.2027\./);
  await page.locator('form[action$="/publish"] button').click();
  await page.waitForURL(/\?(published|done)=/);
  await page.goto(`/lv/services/${code}`);
  assert.notEqual(await wordsOf(page), preview, 'not before its day');
  await page.goto(`/lv/work/services/${code}`);
  await page.locator('form[action$="/withdraw"] button').click();
  await page.waitForURL(/\?(published|done)=/);

  await page.goto(at('steps'));
  await unfold(page, 'f-steps-0-title-lv');
  await page.locator('#f-steps-0-title-lv').fill('Sāciet tagad');
  await page.locator('.dv-savebar button:not([name])').click();
  await page.waitForURL(/done=section-saved/);
  await page.goto(`/lv/services/${code}/preview`);
  const now = await wordsOf(page);
  await page.goto(`/lv/work/services/${code}`);
  await page.locator('form[action$="/publish"] button').click();
  await page.waitForURL(/\?(published|done)=/);
  await page.goto(`/lv/services/${code}`);
  assert.equal(await wordsOf(page), now, 'the public page says what the preview said');
  await page.goto(`/lv/services/${code}/versions`);
  await page.locator('ol.dv-servicelist a[href*="compare"]').first().click();
  assert.ok((await page.locator('ins').count()) > 0);
  const problems = [];
  await lookBeside({ browser, base }, { page }, 'editor-visitor', problems);
  assert.deepEqual([...faults, ...problems], []);
  await close();
});

// req: CAT-33, A11-01, A11-02
journey('editor: axe, width and policy on every page of the editor and the history', async ({ browser, base }) => {
  const problems = [];
  for (const lang of ['lv', 'en']) {
    const shown = await open(browser, base, { persona: 'contact', lang });
    const { page, close } = shown;
    const code = await serviceOf(page, 'slimibas');
    const here = `/work/services/${code}`;
    await page.goto(`/lv${here}/sections/channels`);
    await unfold(page, 'f-channels-0-fee');
    await page.locator('#f-channels-0-fee').selectOption('amount');
    await page.locator('#f-channels-0-fee-amount').fill('daudz');
    await saved(page);
    await page.goto(`/lv${here}/sections/steps`);
    await page.locator('#f-new-language').selectOption('uk');
    await page.locator('button[name=add-language]').click();
    const pages = [
      '/work/services', '/work/services/new', '/work/services/copies', '/work/services/bulk', '/work/services/bulk?kind=phone',
      '/work/services/approval', '/work/services/proposals', here, `${here}/changes`, `${here}/discard`, `${here}/opening`,
      ...SECTIONS.map((section) => `${here}/sections/${section}`),
      `/services/${code}/preview`, `/services/${code}/versions`, `/services/${code}/versions?on=2026-03-01`, `/services/${code}/versions/2`,
    ];
    for (const path of pages) {
      await look(shown, { lang, path, who: 'editor' }, problems);
    }
    await discard(page, code);
    await close();
  }
  assert.deepEqual(problems.slice(0, 60), [], `${problems.length} problems`);
});

// req: CAT-32, A11-01, A11-02
journey('editor: a centre proposes, the holder answers', async ({ browser, base }) => {
  const problems = [];
  const centre = await open(browser, base, { persona: 'specialist' });
  const contact = await open(browser, base, { persona: 'contact' });
  await centre.page.goto('/lv/work/services/1007/proposals');
  await centre.page.locator('form[action$="/proposals"] button').click();
  await centre.page.locator('[data-error-summary]').waitFor();
  await lookHere(centre, 'editor-proposal-wrong-lv', problems);
  await centre.page.locator('textarea[name=text]').fill('Klienti jautā par izmaksas dienu.');
  await centre.page.locator('form[action$="/proposals"] button').click();
  await centre.page.waitForURL(/done=proposal-sent/);
  await contact.page.goto('/lv/work/services/proposals');
  const sent = contact.page.locator('.dv-servicelist > li', { hasText: 'izmaksas dienu' });
  await sent.waitFor();
  await lookHere(contact, 'editor-proposals-lv', problems);
  await sent.locator('textarea[name=answer]').fill('Dienu pierakstīsim aprakstā.');
  await sent.locator('button').click();
  await contact.page.waitForURL(/done=proposal-answered/);
  await centre.page.goto('/lv/work/services/1007/proposals');
  assert.match(await centre.page.locator('main').innerText(), /Dienu pierakstīsim aprakstā/);
  assert.deepEqual([...centre.faults, ...contact.faults, ...problems], []);
  await centre.close();
  await contact.close();
});

/** A demonstration in a folder that outlives it. */
async function demoIn(folder) {
  const base = `http://127.0.0.1:${await freePort()}`;
  const server = spawn(process.env.E2E_BINARY, ['demo', '--data-dir', folder, '--listen', base.slice('http://'.length)], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, DURVIS_RATE_LIMIT__ENABLED: 'false' },
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  atEndSignal(server, 'SIGKILL');
  await ready(base, server, () => '');
  return { base, end: async (signal) => { server.kill(signal); await ended; } };
}

// req: CAT-15
journey('editor: what autosave acknowledged is there after the server was killed', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'durvis-e2e-typing-'));
  const first = await demoIn(folder);
  const writer = await open(browser, first.base, { persona: 'contact' });
  const code = await serviceOf(writer.page, '1007');
  await writer.page.goto(`/lv/work/services/${code}/sections/law`);
  await writer.page.locator('#f-appeal-lv').fill('Teksts, ko serveris apstiprināja.');
  await saved(writer.page);
  await first.end('SIGKILL');
  await writer.page.locator('#f-appeal-lv').fill('Teksts, ko serveris neredzēja.');
  await writer.page.locator('[data-autosave-status]', { hasText: 'nevar saglabāt' }).waitFor();
  await writer.close();
  const second = await demoIn(folder);
  const reader = await open(browser, second.base, { persona: 'contact' });
  await reader.page.goto(`/lv/work/services/${code}/sections/law`);
  assert.equal(await reader.page.locator('#f-appeal-lv').inputValue(), 'Teksts, ko serveris apstiprināja.');
  await reader.close();
  await second.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

// req: CAT-32, A11-01, A11-02
journey('editor: the holder instructs, a centre reads it', async ({ browser, base }) => {
  const problems = [];
  const centre = await open(browser, base, { persona: 'specialist' });
  const contact = await open(browser, base, { persona: 'contact' });
  await contact.page.goto('/lv/work/services/1007/instructions');
  await contact.page.locator('form[action$="/instructions"] button').click();
  await contact.page.locator('[data-error-summary]').waitFor();
  await lookHere(contact, 'editor-instruction-wrong-lv', problems);
  await contact.page.locator('textarea[name=text_lv]').fill('Pieņemiet arī dokumentu kopijas.');
  await contact.page.locator('form[action$="/instructions"] button').click();
  await contact.page.waitForURL(/done=instruction-issued/);
  await centre.page.goto('/lv/work/services/1007/instructions');
  const told = centre.page.locator('.dv-servicelist > li', { hasText: 'dokumentu kopijas' });
  await told.waitFor();
  await lookHere(centre, 'editor-instructions-lv', problems);
  await told.locator('form[action$="/read"] button').click();
  await centre.page.waitForURL(/done=instruction-read/);
  await contact.page.goto('/lv/work/services/1007/instructions');
  const seen = contact.page.locator('.dv-servicelist > li', { hasText: 'dokumentu kopijas' });
  await seen.locator('summary').click();
  await lookHere(contact, 'editor-instructions-read-lv', problems);
  assert.match(await seen.innerText(), /Cēsu VPVKAC/);
  assert.deepEqual([...centre.faults, ...contact.faults, ...problems], []);
  await centre.close();
  await contact.close();
});
