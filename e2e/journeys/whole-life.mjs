// The whole life of a case: the officer takes it, asks, the client answers, the officer decides, the client reads and rates.
// Axe judges the pages in the states on the way.
import assert from 'node:assert/strict';
import { apply } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { BOTH, journey } from '../lib/journey.mjs';
import { look, lookHere } from '../lib/look.mjs';

/** Opens the form behind a summary, if it is folded. */
async function unfold(page, field) {
  const details = page.locator(`details:has(${field})`);
  if (await details.count() && (await details.getAttribute('open')) === null) await details.locator('summary').click();
}

/** The auditor reads the record of a case, and is told of a number that is none. */
async function audited(browser, base, number, problems) {
  const auditor = await open(browser, base, { persona: 'auditor' });
  await look(auditor, { lang: 'lv', path: `/work/audit?number=${number}`, who: 'auditor' }, problems);
  assert.ok(await auditor.page.locator('#h-views').count(), 'the auditor sees the chain and who viewed');
  await look(auditor, { lang: 'lv', path: '/work/audit?number=9999-1', who: 'auditor' }, problems);
  assert.ok(await auditor.page.locator('[data-error-summary]').count(), 'a wrong number is told');
  await auditor.close();
}

for (const javascript of [true, false]) {
  // req: REG-03, CSS-02, REG-09, A11-01, A11-02
  journey(`whole life with JavaScript ${javascript ? 'on' : 'off'}: take, ask, answer, decide, deliver, read, rate`, { databases: BOTH }, async ({ browser, base }) => {
    const client = await open(browser, base, { javascript, persona: 'resident' });
    const officer = await open(browser, base, { javascript, persona: 'officer' });
    const number = await apply(client.page, 'resident');
    const work = `/lv/work/cases/${number}`;
    const problems = [];
    // The pages are the same without scripts, which axe needs: they are judged once.
    const judge = async (side, name) => { if (javascript) await lookHere(side, `whole-life-${name}-lv`, problems); };
    const main = async (side) => (await side.page.locator('main').innerText()).replaceAll('\u00a0', ' ');

    // The most urgent first: earlier journeys left cases, so take until this one comes.
    for (let taken = 0; ; taken += 1) {
      assert.ok(taken < 20, 'take next reaches the case');
      await officer.page.goto('/lv/work/desk');
      await officer.page.locator('form[action$="/work/desk/next"] button').click();
      await officer.page.waitForURL(/\/work\/cases\//);
      if (officer.page.url().includes(`/${number}`)) break;
    }
    assert.ok((await main(officer)).includes(number.replace('-', ' ')));

    for (const field of ['textarea[name=question]', 'textarea[name=text]', 'select[name=reason]']) await unfold(officer.page, field);
    await judge(officer, 'taken');
    if (!javascript) assert.equal(await officer.page.locator('kbd:visible').count(), 0, 'no keys are offered where none works');
    await officer.page.locator('textarea[name=question]').fill('Lūdzu, precizējiet konta īpašnieku.');
    await officer.page.locator('input[name=days]').fill('10');
    await officer.page.locator(`form[action$="${work}/ask"] button[type=submit]`).click();
    await officer.page.waitForLoadState('load');

    await client.page.goto(`/lv/cases/${number}`);
    assert.ok((await main(client)).includes('precizējiet konta īpašnieku'), 'the client reads the question');
    await judge(client, 'asked');
    await client.page.locator('textarea[name=answer]').fill('Konts pieder man.');
    await client.page.locator('input[type=file][name=file]').setInputFiles({ name: 'izzina.txt', mimeType: 'text/plain', buffer: Buffer.from('Konta izziņa, izdomāta.\n') });
    await client.page.locator('form[action$="/answer"] button[type=submit]').click();
    await client.page.waitForLoadState('load');

    await officer.page.goto(work);
    assert.ok((await main(officer)).includes('Konts pieder man.'), 'the officer reads the answer');
    await unfold(officer.page, 'textarea[name=text]');
    await officer.page.locator('input[name=outcome][value=granted]').check();
    await officer.page.locator('textarea[name=text]').fill('Pabalsts piešķirts 421,17 eiro apmērā.');
    await officer.page.locator(`form[action$="${work}/decide"] button[type=submit]`).click();
    await officer.page.waitForLoadState('load');
    const deliver = officer.page.locator(`form[action$="${work}/deliver"] button[type=submit]`);
    await deliver.waitFor();
    await judge(officer, 'decided');
    await deliver.click();
    await officer.page.waitForLoadState('load');

    await client.page.goto(`/lv/cases/${number}`);
    assert.ok((await main(client)).includes('421,17'), 'the client reads the decision');
    assert.ok((await main(client)).includes('Valsts sociālās apdrošināšanas aģentūra'), 'and who decided');
    await unfold(client.page, 'textarea[name=complaint]');
    await judge(client, 'delivered');
    await client.page.locator('input[name=rating][value="5"]').check({ force: true });
    await client.page.locator('textarea[name=comment]').fill('Ātri un saprotami.');
    await client.page.locator('form[action$="/rate"] button[type=submit]').click();
    await client.page.waitForLoadState('load');
    assert.ok((await main(client)).includes('Ātri un saprotami.'), 'the rating is kept');
    assert.equal(await client.page.locator('form[action$="/rate"]').count(), 0, 'and given once');

    await client.page.goto('/lv/views');
    const viewed = await main(client);
    assert.ok(viewed.includes('Valsts sociālās apdrošināšanas aģentūra'), 'the client sees who viewed the data');
    assert.ok(viewed.includes(number.replace('-', ' ')), 'and for which case');
    if (javascript) await audited(browser, base, number, problems);
    assert.deepEqual([...client.faults, ...officer.faults, ...problems], []);
    await client.close();
    await officer.close();
  });
}

// req: CSS-04, REG-08
journey('a specialist registers a consultation in a few keys', { databases: BOTH }, async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base, { persona: 'specialist' });
  await page.goto('/lv/work/desk');
  await page.keyboard.press('r');
  const service = page.locator('input[name=consultation-service]');
  assert.ok(await service.evaluate((field) => field === document.activeElement), 'R leads to the consultation');
  await page.keyboard.type('1007');
  await page.locator('input[name=consulted][value=phone]').check({ force: true });
  await service.focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/done=/);
  assert.ok(await page.locator('form[action*="/consultations/"][action*="/undo?"]').count(), 'it can be taken back');
  await close();
  assert.deepEqual(faults, []);
});

// req: CSS-02, A11-01
journey('the queue is walked by keys, which everybody can switch off', async ({ browser, base }) => {
  const client = await open(browser, base, { persona: 'resident' });
  await apply(client.page, 'resident');
  await apply(client.page, 'resident');
  await client.close();
  const { page, faults, close } = await open(browser, base, { persona: 'officer' });
  await page.goto('/lv/work/desk?tab=unassigned');
  /** The number of the row of the queue that has the focus; -1 for none. */
  const row = () => page.locator('[data-row]').evaluateAll((rows) => rows.findIndex((one) => one.contains(document.activeElement)));
  for (const [key, at] of [['j', 0], ['j', 1], ['k', 0], ['k', 0]]) {
    await page.keyboard.press(key);
    assert.equal(await row(), at, `${key} leads to row ${at}`);
  }
  await page.keyboard.press('/');
  const search = page.locator('[data-key="/"]');
  assert.ok(await search.evaluate((field) => field === document.activeElement), '/ leads to the search');
  await page.keyboard.type('j?');
  assert.equal(await search.inputValue(), 'j?', 'typed letters are letters');
  await search.fill('');
  await page.locator('h1').click();

  const switcher = page.locator('[data-shortcuts-switch]');
  await page.goto('/lv/work/shortcuts');
  await switcher.click();
  await page.reload();
  assert.equal(await switcher.getAttribute('aria-pressed'), 'false', 'the choice is remembered');
  await page.goto('/lv/work/desk?tab=unassigned');
  await page.keyboard.press('j');
  assert.equal(await row(), -1, 'switched off, a key does nothing');
  await page.goto('/lv/work/shortcuts');
  await switcher.click();
  await page.goto('/lv/work/desk?tab=unassigned');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\/cases\//);
  // At a case keys take it, lead into its forms and go on to the next one.
  const here = new URL(page.url()).pathname;
  const focused = () => page.evaluate(() => document.activeElement.name);
  await page.keyboard.press('t');
  await page.waitForURL(/done=case-taken/);
  await page.keyboard.press('d');
  assert.equal(await focused(), 'outcome', 'D leads into the decision');
  await page.locator('h1').click();
  await page.keyboard.press('a');
  assert.equal(await focused(), 'question', 'A leads into the question');
  await page.keyboard.type('Kurš konts ir pareizais?');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/done=client-asked/);
  await page.keyboard.press('a');
  assert.equal(await focused(), 'channel', 'A leads to the answer that came another way');
  await page.locator('h1').click();
  await page.keyboard.press('g');
  await page.waitForURL((url) => url.pathname !== here && url.searchParams.get('done') === 'case-taken');
  await page.goto('/lv/work/desk');
  await page.keyboard.press('i');
  await page.waitForURL(/\/work\/cases\/new$/);
  await page.keyboard.press('?');
  await page.waitForURL(/\/work\/shortcuts$/);
  assert.deepEqual(faults, []);
  await close();
});
