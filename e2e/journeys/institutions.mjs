// The record of an institution: its contact person changes the hours, wrong input stays as typed, who comes second sees both
// texts, and a visitor sees what is kept. The platform adds a service centre, and a visitor on a telephone is led there.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

const HOURS = 'Pirmdienās 8.30–18.00';
const CENTRE = 'Olaines klientu centrs';
const ADDRESS = 'Zemgales iela 33, Olaine';
/** A service that can be asked for at a service centre. */
const SERVICE = '1013';

const valueOf = (page, id) => page.locator(id).inputValue();

async function fill(page, fields) {
  for (const [id, text] of Object.entries(fields)) await page.locator(id).fill(text);
}

// req: ADM-07, CAT-05, CAT-07, A11-01, A11-02
journey('institutions: contacts are changed, wrong input stays, who comes second sees both texts', async ({ browser, base }) => {
  const problems = [];
  const contact = await open(browser, base, { persona: 'contact' });
  const administrator = await open(browser, base, { persona: 'administrator' });
  const { page } = contact;
  const save = (shown) => shown.getByRole('button', { name: 'Saglabāt iestādes datus' }).click();
  await page.goto('/lv/work/contacts');
  await administrator.page.goto('/lv/work/contacts');
  const email = await valueOf(page, '#f-email');
  await fill(page, { '#f-email': 'pasts', '#f-hours_lv': HOURS, '#f-day-1': '18:00-8:30' });
  await save(page);
  const told = page.locator('[data-error-summary] a');
  await told.first().waitFor();
  assert.equal(await told.count(), 2, (await told.allInnerTexts()).join());
  assert.equal(await valueOf(page, '#f-email'), 'pasts', 'wrong input is kept as typed');
  assert.equal(await valueOf(page, '#f-hours_lv'), HOURS);
  await lookHere(contact, 'institutions-wrong-lv', problems);
  await fill(page, { '#f-email': email, '#f-day-1': '8:30–18:00' });
  await save(page);
  await page.waitForURL(/\/work\/contacts\?done=institution-changed$/);
  assert.match(await page.locator('#changes tbody').innerText(), /Pirmdienās/);

  // Somebody else had opened the form before.
  await fill(administrator.page, { '#f-hours_en': 'Mondays 8.30–18.00' });
  await save(administrator.page);
  const both = administrator.page.locator('section[aria-labelledby=h-conflict]');
  await both.waitFor();
  assert.match(await both.innerText(), /Pirmdienās/);
  assert.equal(await valueOf(administrator.page, '#f-hours_en'), 'Mondays 8.30–18.00', 'nothing typed is lost');
  await lookHere(administrator, 'institutions-both-lv', problems);
  await fill(administrator.page, { '#f-hours_lv': HOURS, '#f-day-1': '8:30–18:00' });
  await save(administrator.page);
  await administrator.page.waitForURL(/done=institution-changed$/);

  const visitor = await open(browser, base, { javascript: false, width: 390 });
  await visitor.page.goto('/lv/institutions/VSAA');
  assert.ok((await visitor.page.locator('main').innerText()).includes(HOURS), 'everybody sees it at once');
  assert.deepEqual([...contact.faults, ...administrator.faults, ...visitor.faults, ...problems], []);
  await visitor.close();
  await administrator.close();
  await contact.close();
});

// req: AUT-06, CEN-14, POR-16, A11-01, A11-02
journey('institutions: the platform adds a service centre and a visitor is led there', async ({ browser, base }) => {
  const problems = [];
  const platform = await open(browser, base, { persona: 'platform' });
  const { page } = platform;
  const add = page.getByRole('button', { name: 'Pievienot iestādi' });
  await page.goto('/lv/work/institutions');
  await page.getByRole('link', { name: 'Pievienot iestādi' }).click();
  await page.waitForURL(/\/institutions\/new$/);
  // A code that would be a place of VSAA, and no position.
  await fill(page, { '#f-code': 'VSAA-99', '#f-name_lv': CENTRE, '#f-parent': 'LV-068', '#f-address': ADDRESS });
  await page.locator('#f-kind').selectOption('service_centre');
  await add.click();
  const told = page.locator('[data-error-summary] a');
  await told.first().waitFor();
  assert.equal(await told.count(), 3, (await told.allInnerTexts()).join());
  assert.equal(await valueOf(page, '#f-name_lv'), CENTRE);
  assert.equal(await valueOf(page, '#f-kind'), 'service_centre');
  await lookHere(platform, 'institutions-new-wrong-lv', problems);
  await fill(page, { '#f-code': 'VPVKAC-OLAINE', '#f-latitude': '56,795', '#f-longitude': '23,939' });
  await add.click();
  await page.waitForURL(/\/work\/institutions\/VPVKAC-OLAINE\?done=institution-added$/);
  await lookHere(platform, 'institutions-added-lv', problems);

  const visitor = await open(browser, base, { javascript: false, width: 390 });
  await visitor.page.goto(`/lv/services/${SERVICE}/places`);
  await visitor.page.getByLabel('Pašvaldība').selectOption({ label: 'Olaines novada pašvaldība' });
  await visitor.page.getByRole('button', { name: 'Rādīt vietas' }).click();
  await visitor.page.waitForURL(/municipality=LV-068/);
  const [nearest] = await visitor.page.locator('ol.dv-servicelist > li').allInnerTexts();
  assert.ok(nearest.includes(CENTRE) && nearest.includes(ADDRESS), nearest);
  assert.deepEqual([...platform.faults, ...visitor.faults, ...problems], []);
  await visitor.close();
  await platform.close();
});
