// A visitor puts a way through a service together: advice, request and receipt, each in another channel, without scripts.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookBeside } from '../lib/look.mjs';

/** The funeral benefit, which has a form. */
const SERVICE = '1004';

// req: POR-17, POR-16, A11-02
journey('ways: channels are combined without scripts, and what is not offered stays as it was chosen', async ({ browser, base }) => {
  const problems = [];
  const visitor = await open(browser, base, { javascript: false, width: 390 });
  const { page } = visitor;
  const way = page.locator('section[aria-labelledby=h-way]');
  const show = page.getByRole('button', { name: 'Rādīt', exact: true });
  await page.goto(`/lv/services/${SERVICE}`);
  await page.getByRole('link', { name: /Izvēlēties savu ceļu/ }).click();
  await page.waitForURL(/\/channels$/);
  await page.getByLabel('Kur prasīt padomu').selectOption({ label: 'Pa tālruni' });
  await page.getByLabel('Kā pieteikties').selectOption({ label: 'Elektroniski' });
  await page.getByLabel('Kā saņemt rezultātu').selectOption({ label: 'Valsts un pašvaldību vienotajā klientu apkalpošanas centrā' });
  await page.getByLabel('Pašvaldība').selectOption({ label: 'Cēsu novada pašvaldība' });
  await show.click();
  await way.waitFor();
  const steps = ['Zvaniet un prasiet padomu', 'Piesakieties internetā', 'Saņemiet rezultātu vienotajā klientu apkalpošanas centrā'];
  assert.deepEqual(await way.locator('h3').allInnerTexts(), steps);
  assert.match(await way.locator('dl').innerText(), /Bez maksas[^]*10\s+darba\s+dienas/);
  assert.equal(await way.locator('a[href="tel:+37164507020"]').count(), 1, 'whom to call');
  assert.equal(await way.locator(`a[href="/lv/services/${SERVICE}/apply"]`).count(), 1, 'where to apply');
  assert.match(await way.locator('li').last().innerText(), /Cēsu VPVKAC/, 'the nearest centre');
  assert.equal(await page.locator('#f-receipt').inputValue(), 'centre', 'what was chosen stays chosen');

  // An address that somebody has written by hand: the result is not received by telephone.
  const answer = await page.goto(`/lv/services/${SERVICE}/channels?advice=phone&request=post&receipt=phone`);
  assert.equal(answer.status(), 422);
  assert.equal(await page.locator('[data-error-summary] a').getAttribute('href'), '#f-receipt');
  assert.equal(await page.locator('#f-receipt').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('#f-request').inputValue(), 'post');
  assert.equal(await way.count(), 0);
  await lookBeside({ browser, base }, visitor, 'ways-wrong', problems);
  await page.getByLabel('Kā saņemt rezultātu').selectOption({ label: 'Pa pastu' });
  await show.click();
  await way.waitFor();
  assert.deepEqual((await way.locator('h3').allInnerTexts()).slice(1), ['Nosūtiet iesniegumu pa pastu', 'Saņemiet rezultātu pa pastu']);
  assert.match(await way.locator('li').nth(1).innerText(), /Lāčplēša iela 70a/, 'where to write');
  assert.deepEqual([...visitor.faults, ...problems], []);
  await visitor.close();
});
