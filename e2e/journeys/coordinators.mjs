// The coordinator of a branch of life situations: the platform names it; it begins a situation, hands it to the institution
// that answers for it, and orders the branch; then the platform names another.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

const NAMED = '/lv/work/situations/coordinators';
const VSAA = 'Valsts sociālās apdrošināšanas aģentūra';
const VID = 'Valsts ieņēmumu dienests';

/** The platform names the coordinator of the branch for businesses. */
async function name(page, institution) {
  await page.goto(NAMED);
  const branch = page.locator('section[aria-labelledby=h-businesses]');
  await branch.locator('select').selectOption({ label: institution });
  await branch.getByRole('button').click();
  await page.waitForURL(/done=coordinator-set$/);
  assert.ok((await branch.innerText()).includes(`Koordinē: ${institution}`));
}

/** The contact person of the coordinator begins a situation and hands it over. */
async function beginAndHandOver(contact, problems) {
  const { page } = contact;
  const main = page.locator('main');
  await page.goto('/lv/work/situations');
  await page.getByRole('link', { name: 'Jauna dzīves situācija' }).click();
  await page.waitForURL(/\/situations\/new$/);
  await page.locator('#f-title-lv').fill('Uzņēmuma pārcelšana');
  await page.locator('#f-slug').fill('Ar atstarpi');
  await main.getByRole('radio', { name: 'Uzņēmumiem' }).check();
  await page.locator('#f-responsible').selectOption({ label: VSAA });
  await main.getByRole('button', { name: 'Turpināt' }).click();
  assert.equal(await page.locator('[data-error-summary] a').getAttribute('href'), '#f-slug');
  assert.equal(await page.locator('#f-slug').inputValue(), 'Ar atstarpi', 'wrong input is kept as typed');
  await lookHere(contact, 'coordinators-begin-wrong-lv', problems);
  await page.locator('#f-slug').fill('moving-a-business');
  await main.getByRole('button', { name: 'Turpināt' }).click();
  await page.waitForURL(/\/situations\/moving-a-business\?done=situation-begun$/);

  const hand = page.locator('section[aria-labelledby=h-hand]');
  await hand.locator('select').selectOption({ label: VSAA });
  await hand.getByRole('button', { name: 'Nodot' }).click();
  await page.locator('[data-error-summary]').waitFor();
  assert.match(await page.locator('#f-responsible-error').innerText(), /atbild jau tagad/);
  await hand.locator('select').selectOption({ label: VID });
  await hand.getByRole('button', { name: 'Nodot' }).click();
  await page.waitForURL(/done=situation-handed-over$/);
  assert.ok((await page.locator('#h-title + p').innerText()).includes(VID), 'who answers for it now');
}

/** The contact person of the coordinator puts the last situation of the branch first. */
async function order(contact, problems) {
  const { page } = contact;
  const running = page.locator('#f-place-running-business');
  await page.goto('/lv/work/situations');
  await page.getByRole('link', { name: 'Secība: Uzņēmumiem' }).click();
  await running.fill('pirmā');
  await page.getByRole('button', { name: 'Saglabāt secību' }).click();
  await page.locator('[data-error-summary]').waitFor();
  assert.equal(await running.inputValue(), 'pirmā', 'wrong input is kept as typed');
  await lookHere(contact, 'coordinators-order-wrong-lv', problems);
  await running.fill('0');
  await page.getByRole('button', { name: 'Saglabāt secību' }).click();
  await page.waitForURL(/done=situations-ordered$/);
  assert.equal(await page.locator('main input[id^="f-place-"]').first().getAttribute('id'), 'f-place-running-business');
}

// req: POR-03, POR-04, A11-01, A11-02
journey('coordinators: the platform names one, who begins, hands over and orders; then another', async ({ browser, base }) => {
  const problems = [];
  const platform = await open(browser, base, { persona: 'platform' });
  const contact = await open(browser, base, { persona: 'contact' });
  await platform.page.goto('/lv/work/situations');
  await platform.page.getByRole('link', { name: 'Koordinatori' }).click();
  const branch = platform.page.locator('section[aria-labelledby=h-businesses]');
  assert.ok((await branch.innerText()).includes('Koordinē: Ekonomikas ministrija'));
  await branch.locator('select').selectOption('');
  await branch.getByRole('button').click();
  await platform.page.locator('[data-error-summary]').waitFor();
  assert.equal(await platform.page.locator('#f-institution-businesses').getAttribute('aria-invalid'), 'true');
  await lookHere(platform, 'coordinators-wrong-lv', problems);
  await name(platform.page, VSAA);

  await beginAndHandOver(contact, problems);
  await order(contact, problems);
  const visitor = await open(browser, base, { javascript: false, width: 390 });
  await visitor.page.goto('/lv/life');
  assert.equal(await visitor.page.locator('#businesses li a').first().getAttribute('href'), '/lv/life/running-business');

  await name(platform.page, 'Ekonomikas ministrija');
  const answer = await contact.page.goto('/lv/work/situations/order?branch=businesses');
  assert.equal(answer.status(), 403, 'who coordinates no more orders no more');
  for (const shown of [platform, contact, visitor]) {
    assert.deepEqual(shown.faults, []);
    await shown.close();
  }
  assert.deepEqual(problems, []);
});
