// Letters to institutions: a visitor asks without JavaScript and reads the answer with a key; a resident's letter is on
// their own pages.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { BOTH, journey } from '../lib/journey.mjs';
import { look, lookHere } from '../lib/look.mjs';

const TEXT = 'Bērns piedzima ārzemēs. Vai dzimšanas apliecība jātulko?';

// req: POR-22, POR-05
journey('enquiries: a visitor asks, the institution answers, the answer is read with the key', { databases: BOTH }, async ({ browser, base }) => {
  const visitor = await open(browser, base, { javascript: false });
  const { page } = visitor;
  await page.goto('/lv/services?q=P.11');
  await page.locator('main a[data-code]').first().click();
  await page.getByRole('link', { name: 'Jautāt, ierosināt vai sūdzēties' }).click();
  await page.getByLabel('Jautājums').check();
  await page.getByLabel('Jūsu vēstule').fill(TEXT);
  await page.getByRole('button', { name: 'Nosūtīt' }).click();
  assert.match(await page.locator('[role=alert], .ds-error-summary, #error-summary').first().innerText(), /par ko ir vēstule/i);
  assert.equal(await page.getByLabel('Jūsu vēstule').inputValue(), TEXT, 'what was typed stays');
  assert.ok(await page.getByLabel('Jautājums').isChecked());
  await page.getByLabel('Par ko?').fill('Apliecības tulkojums');
  await page.getByRole('button', { name: 'Nosūtīt' }).click();
  await page.waitForURL(/\/contact\/answer\?reference=[0-9a-f]{32}/);
  const address = page.url();
  const heading = await page.locator('h1').innerText();
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), heading, 'a reload sends nothing');

  const officer = await open(browser, base, { persona: 'officer' });
  await officer.page.goto('/lv/work/enquiries');
  const number = heading.match(/\d+/)[0];
  await officer.page.getByRole('link', { name: `Jautājums ${number}`, exact: true }).click();
  await officer.page.getByRole('button', { name: 'Nosūtīt atbildi' }).click();
  assert.equal(await officer.page.getByLabel('Atbilde', { exact: true }).getAttribute('aria-invalid'), 'true');
  await officer.page.getByLabel('Atbilde', { exact: true }).fill('Jā, ar zvērināta tulka apliecinājumu.');
  await officer.page.getByRole('button', { name: 'Nosūtīt atbildi' }).click();
  await officer.page.getByText('Atbilde ir nosūtīta.').waitFor();
  assert.deepEqual(officer.faults, []);
  await officer.close();

  await page.goto(address);
  assert.match(await page.locator('main').innerText(), /zvērināta tulka apliecinājumu/);
  await page.getByRole('button', { name: 'Jā', exact: true }).click();
  assert.equal(await page.getByRole('button', { name: 'Jā', exact: true }).count(), 0, 'rated once');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

// req: POR-22, A11-01, A11-02
journey('enquiries: axe, width and policy on every page of letters', async ({ browser, base }) => {
  const problems = [];
  for (const lang of ['lv', 'en']) {
    const visitor = await open(browser, base, { lang });
    await look(visitor, { lang, path: '/contact', who: 'enquiries-visitor' }, problems);
    await look(visitor, { lang, path: '/contact/answer', who: 'enquiries-visitor' }, problems);
    await look(visitor, { lang, path: '/contact?service=1007&kind=complaint', who: 'enquiries-visitor' }, problems);
    await visitor.page.locator('main form button[type=submit]').click();
    await lookHere(visitor, `enquiries-wrong-${lang}`, problems);
    await look(visitor, { lang, path: `/contact/answer?reference=${'0'.repeat(32)}`, who: 'enquiries-visitor' }, problems);
    await visitor.close();
    const resident = await open(browser, base, { lang, persona: 'resident2' });
    await look(resident, { lang, path: '/contact/mine', who: 'enquiries-resident' }, problems);
    await resident.page.locator('main li h2 a').first().click();
    await lookHere(resident, `enquiries-answered-${lang}`, problems);
    await resident.close();
    const officer = await open(browser, base, { lang, persona: 'officer' });
    await look(officer, { lang, path: '/work/enquiries', who: 'enquiries-officer' }, problems);
    await officer.page.locator('main th a').first().click();
    await lookHere(officer, `enquiries-open-${lang}`, problems);
    await officer.close();
  }
  assert.deepEqual(problems, []);
});
