// Places where an institution serves people: its contact person adds, changes and closes one, wrong coordinates stay as
// typed, and a visitor on a telephone without scripts is led there while it is open.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

const NAME = 'Jūrmalas filiāle';
const ADDRESS = 'Jomas iela 1, Jūrmala';
/** A service of the institution that is given in person. */
const SERVICE = '1013';

const valueOf = (page, id) => page.locator(id).inputValue();

async function fill(page, fields) {
  for (const [id, text] of Object.entries(fields)) await page.locator(id).fill(text);
}

/** The places that a visitor is led to from Jūrmala, nearest first. */
async function placesNear(page) {
  await page.goto(`/lv/services/${SERVICE}/places`);
  await page.getByLabel('Pašvaldība').selectOption({ label: 'Jūrmalas valstspilsētas pašvaldība' });
  await page.getByRole('button', { name: 'Rādīt vietas' }).click();
  await page.waitForURL(/municipality=LV-JUR/);
  return page.locator('ol.dv-servicelist > li').allInnerTexts();
}

/** The places on the page of the institution. */
async function placesOf(page) {
  await page.goto('/lv/institutions/VSAA');
  return page.locator('section[aria-labelledby=h-places]').innerText();
}

// req: POR-16, POR-14, A11-01, A11-02
journey('branches: a place is added, wrong coordinates stay, it is changed and closed, and a visitor is led there', async ({ browser, base }) => {
  const problems = [];
  const contact = await open(browser, base, { persona: 'contact' });
  const { page } = contact;
  const save = page.getByRole('button', { name: 'Saglabāt vietu' });
  const row = page.getByRole('row', { name: new RegExp(NAME) });
  await page.goto('/lv/work/branches');
  await page.getByRole('link', { name: 'Pievienot vietu' }).click();
  await page.waitForURL(/\/branches\/new$/);
  // Latitude and longitude exchanged, and a day that ends before it begins.
  await fill(page, { '#f-name_lv': NAME, '#f-name_en': 'Jūrmala branch', '#f-address': ADDRESS });
  await fill(page, { '#f-latitude': '23,77', '#f-longitude': '56,968', '#f-day-1': '17:00-8:30' });
  await save.click();
  const told = page.locator('[data-error-summary] a');
  await told.first().waitFor();
  assert.equal(await told.count(), 3, (await told.allInnerTexts()).join());
  assert.match(await told.first().innerText(), /platums un garums nav samainīti/);
  assert.equal(await valueOf(page, '#f-latitude'), '23,77', 'wrong input is kept as typed');
  assert.equal(await valueOf(page, '#f-day-1'), '17:00-8:30');
  assert.equal(await valueOf(page, '#f-address'), ADDRESS);
  await lookHere(contact, 'branches-wrong-lv', problems);
  await fill(page, { '#f-latitude': '56,968', '#f-longitude': '23,77', '#f-day-1': '8:30–17:00' });
  await save.click();
  await page.waitForURL(/\/work\/branches\?done=branch-added$/);
  const code = (await row.innerText()).match(/VSAA-\d+/)[0];

  const visitor = await open(browser, base, { javascript: false, width: 390 });
  const [nearest] = await placesNear(visitor.page);
  assert.ok(nearest.includes(NAME) && nearest.includes(ADDRESS), nearest);
  assert.ok((await placesOf(visitor.page)).includes(ADDRESS), 'the page of the institution names it');

  await row.getByRole('link').click();
  await page.waitForURL(new RegExp(`/work/branches/${code}$`));
  await fill(page, { '#f-phone': '+371 20000099', '#f-hours_lv': 'Pirmdienās 8.30–17.00' });
  await save.click();
  await page.waitForURL(/done=branch-changed$/);
  const [changed] = await placesNear(visitor.page);
  assert.ok(changed.includes('Pirmdienās'), changed);
  assert.equal(await visitor.page.locator('a[href="tel:+37120000099"]').count(), 1);

  await page.goto(`/lv/work/branches/${code}`);
  await page.getByRole('button', { name: 'Slēgt vietu' }).click();
  await page.waitForURL(/done=branch-closed$/);
  assert.match(await row.innerText(), /Slēgta/);
  await row.getByRole('link').click();
  await page.getByText('Vieta ir slēgta kopš').waitFor();
  assert.equal(await page.locator('#f-name_lv').count(), 0, 'it is not written at any more');
  await lookHere(contact, 'branches-closed-lv', problems);
  const left = await placesNear(visitor.page);
  assert.ok(left.length > 0 && left.every((place) => !place.includes(NAME)), left.join());
  assert.ok(!(await placesOf(visitor.page)).includes(NAME));
  assert.deepEqual([...contact.faults, ...visitor.faults, ...problems], []);
  await visitor.close();
  await contact.close();
});
