// Services that somebody wants to be e-services: a contact person nominates one, wrong input stays as typed, the list is
// narrowed to a criterion, and the nomination is withdrawn with a reason that can be read afterwards.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

/** A service that cannot be requested on-line. */
const SERVICE = '1012';
const LIST = '/lv/work/candidates';
const WHY = 'Klienti no reģioniem brauc uz Rīgu.';
const WHY_NOT = 'Šogad pakalpojumam nav naudas; pieteiksim nākamgad.';

// req: CAT-27, A11-01, A11-02
journey('candidates: nominated, filtered by criterion, withdrawn with a reason', async ({ browser, base }) => {
  const problems = [];
  const contact = await open(browser, base, { persona: 'contact' });
  const { page } = contact;
  const main = page.locator('main');
  await page.goto(LIST);
  await page.getByRole('link', { name: 'Pieteikt kandidātu' }).click();
  await page.waitForURL(/\/candidates\/new$/);
  await page.locator('#f-service').selectOption(SERVICE);
  await page.locator('#f-reason').fill('īss');
  await main.getByRole('button', { name: 'Pieteikt', exact: true }).click();
  const told = page.locator('[data-error-summary] a');
  await told.first().waitFor();
  assert.equal(await told.count(), 2, (await told.allInnerTexts()).join());
  assert.equal(await page.locator('#f-service').inputValue(), SERVICE, 'what was chosen stays');
  assert.equal(await page.locator('#f-reason').inputValue(), 'īss', 'wrong input is kept as typed');
  await lookHere(contact, 'candidates-wrong-lv', problems);
  await main.getByLabel('Pieejamība', { exact: true }).check();
  await main.getByLabel('Klientu grupu vienlīdzība', { exact: true }).check();
  await page.locator('#f-reason').fill(WHY);
  await main.getByRole('button', { name: 'Pieteikt', exact: true }).click();
  await page.waitForURL(/\/candidates\/[0-9a-f-]{36}\?done=nomination-made$/);
  const nomination = new URL(page.url()).pathname;
  await lookHere(contact, 'candidates-one-lv', problems);

  const row = page.getByRole('row', { name: new RegExp(`^${SERVICE} `) });
  const narrow = async (criterion) => {
    await page.goto(LIST);
    await page.locator('#f-criterion').selectOption({ label: criterion });
    await main.getByRole('button', { name: 'Rādīt', exact: true }).click();
    await page.waitForURL(/criterion=\w/);
  };
  await narrow('Mazāks administratīvais slogs');
  assert.equal(await row.count(), 0, 'it was nominated by other criteria');
  await narrow('Pieejamība');
  assert.ok((await row.innerText()).includes(WHY));
  await lookHere(contact, 'candidates-list-lv', problems);

  const auditor = await open(browser, base, { persona: 'auditor' });
  await auditor.page.goto(nomination);
  assert.ok((await auditor.page.locator('main').innerText()).includes(WHY), 'an auditor reads it');
  assert.equal(await auditor.page.locator('main form').count(), 0, 'and only reads');

  await row.getByRole('link', { name: /Valsts sociālās/ }).click();
  await page.waitForURL((url) => url.pathname === nomination);
  const withdraw = page.getByRole('button', { name: 'Atsaukt pieteikumu' });
  await page.locator('#f-reason').fill('Nē');
  await withdraw.click();
  await page.locator('[data-error-summary]').waitFor();
  assert.equal(await page.locator('#f-reason').inputValue(), 'Nē');
  await page.locator('#f-reason').fill(WHY_NOT);
  await withdraw.click();
  await page.waitForURL(/done=nomination-withdrawn$/);
  assert.equal(await withdraw.count(), 0, 'it is withdrawn once');
  await page.goto(LIST);
  assert.equal(await row.count(), 0);
  await page.getByRole('link', { name: 'Atsauktie pieteikumi' }).click();
  await page.waitForURL(/\/candidates\/withdrawn$/);
  assert.ok((await main.innerText()).includes(WHY_NOT), 'why it stands no more is told');
  await lookHere(contact, 'candidates-withdrawn-lv', problems);
  assert.deepEqual([...contact.faults, ...auditor.faults, ...problems], []);
  await auditor.close();
  await contact.close();
});
