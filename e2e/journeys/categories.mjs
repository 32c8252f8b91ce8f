// Search by category: from the services to an institution and its page by the keyboard alone; own cases without scripts; and
// colleagues of other institutions at the workplace.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { enter, focusedName, tabTo } from '../lib/keyboard.mjs';

const VSAA = 'Valsts sociālās apdrošināšanas aģentūra';

const current = (page) => page.locator('nav.dv-tabs a[aria-current=page]').innerText();

// req: POR-14, POR-05, A11-01
journey('categories: by keyboard through the categories to an institution, its page and a letter to it', async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base);
  await page.goto('/lv/services');
  await page.locator('#q').focus();
  await page.keyboard.type('pabalsts');
  await enter(page, /\/lv\/services\?q=pabalsts$/);
  await page.locator('#q').focus();
  for (const name of ['Meklēt', 'Viss', 'Pakalpojumi', 'Dzīves situācijas', 'Ziņas un palīdzība', 'Iestādes']) {
    await page.keyboard.press('Tab');
    assert.ok((await focusedName(page)).startsWith(name), `${name} comes next, not ${await focusedName(page)}`);
  }
  await enter(page, /\/lv\/search\/institutions\?q=pabalsts$/);
  assert.match(await current(page), /^Iestādes/);
  await page.locator('#q').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('socialas apdrosinasanas agentura');
  await enter(page, /\/search\/institutions\?q=socialas/);
  await tabTo(page, VSAA);
  await enter(page, /\/lv\/institutions\/VSAA$/);
  assert.equal(await page.locator('h1').innerText(), VSAA);
  assert.ok(await page.locator('section[aria-labelledby=h-contacts] a[href^="tel:"]').count() > 0, 'how to reach it');
  const told = await page.locator('main').innerText();
  assert.ok(told.includes('Kas atbild par saturu') && !told.includes('Dace Zariņa'), 'who answers, by role alone');
  await tabTo(page, 'Rakstīt iestādei');
  await enter(page, /\/lv\/contact\?institution=/);
  assert.deepEqual(faults, []);
  await close();
});

// req: POR-14, A11-02
journey('categories: life situations and own cases on a telephone without scripts', async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base, { persona: 'resident', javascript: false, width: 390 });
  const tab = (name) => page.locator('nav.dv-tabs').getByRole('link', { name });
  await page.goto('/lv/services');
  await page.locator('#q').fill('bērna piedzimšana');
  await page.locator('#q').press('Enter');
  await page.waitForURL(/\/services\?q=/);
  await tab(/^Dzīves situācijas/).click();
  await page.waitForURL(/\/search\/life\?q=/);
  assert.equal(await page.locator('main a[href="/lv/life/childbirth"]').count(), 1);
  assert.equal(await page.locator('#q').inputValue(), 'bērna piedzimšana', 'the words go along');
  await tab('Mani iesniegumi un dokumenti').click();
  await page.waitForURL(/\/search\/own\?q=/);
  const own = page.locator('ul.dv-servicelist h2 a');
  assert.ok(await own.count() > 0);
  await own.first().click();
  await page.waitForURL(/\/lv\/cases\/1007-\d+$/);
  assert.deepEqual(faults, []);
  await close();
});

// req: POR-14
journey('categories: an officer finds a colleague of another institution by keyboard', async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base, { persona: 'officer' });
  await page.goto('/lv/work/staff');
  await page.locator('#f-q').focus();
  await page.keyboard.type('vilka');
  await enter(page, /\/work\/staff\?q=vilka/);
  const row = page.getByRole('row', { name: /Agnese Vilka/ });
  // The directory is made in the background.
  for (let tenth = 0; tenth < 100 && !(await row.count()); tenth += 1) {
    await page.waitForTimeout(100);
    await page.reload();
  }
  assert.match(await row.innerText(), /Amatpersona/);
  assert.ok(!(await page.locator('main').innerText()).includes('328000'), 'no personal code is shown');
  await page.locator('#f-role').selectOption({ label: 'Kontaktpersona' });
  await page.locator('#f-q').focus();
  await enter(page, /role=contact_person/);
  await page.getByText('Nevienu neatradām.').waitFor();
  assert.equal(await page.locator('#f-q').inputValue(), 'vilka', 'what was typed stays');
  await page.goBack();
  await tabTo(page, 'Nodarbinātības valsts aģentūra');
  await enter(page, /\/lv\/institutions\/NVA$/);
  assert.equal(await page.locator('h1').innerText(), 'Nodarbinātības valsts aģentūra');
  assert.deepEqual(faults, []);
  await close();
});
