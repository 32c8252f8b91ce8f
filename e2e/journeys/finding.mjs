// Finding a service: suggestions with the keyboard, boxes to narrow the list, whether it helped, the nearest place, and the
// rules that an editor sets. With script and without.
import assert from 'node:assert/strict';
import { violations } from '../lib/axe.mjs';
import { open } from '../lib/browser.mjs';
import { BOTH, journey } from '../lib/journey.mjs';

// req: POR-15, A11-01
journey('finding: suggestions by keyboard, as a combobox', { databases: BOTH }, async ({ browser, base }) => {
  const { page, faults, close } = await open(browser, base);
  await page.goto('/lv/services');
  const box = page.locator('#q');
  assert.equal(await box.getAttribute('role'), 'combobox');
  await box.pressSequentially('apbed');
  const list = page.getByRole('listbox');
  await list.waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  assert.deepEqual(await violations(page), []);
  await box.press('ArrowDown');
  const chosen = await box.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${chosen}`).getAttribute('aria-selected'), 'true');
  await box.press('Escape');
  assert.equal(await list.count(), 0, 'Escape closes the list');
  assert.equal(await box.inputValue(), 'apbed', 'and keeps what was typed');
  await box.press('i');
  await list.waitFor();
  await box.press('ArrowDown');
  await Promise.all([page.waitForURL(/\/lv\/services\/\d+$/), box.press('Enter')]);
  assert.match(await page.locator('h1').innerText(), /Apbedīšanas pabalsts/);
  assert.deepEqual(faults, []);
  await close();
});

// req: POR-08, POR-07
journey('finding: narrow the list and say whether it helped, without script and with', async ({ browser, base }) => {
  for (const javascript of [false, true]) {
    const { page, faults, close } = await open(browser, base, { javascript, width: 390 });
    await page.goto('/lv/services?q=pabalsts');
    const before = await page.locator('[data-code]').count();
    await page.locator('.dv-facets > summary').click();
    await page.getByLabel(/Invaliditāte/).check();
    await page.getByRole('button', { name: 'Rādīt' }).click();
    await page.waitForURL(/life=disability/);
    const after = await page.locator('[data-code]').count();
    assert.ok(after > 0 && after < before, `${after} of ${before}`);
    await page.locator('.dv-chip').click();
    assert.equal(await page.locator('[data-code]').count(), before);
    if (javascript) {
      const code = await page.locator('[data-code]').first().getAttribute('data-code');
      await page.locator('[data-code]').first().click();
      await page.goBack();
      await page.waitForFunction((wanted) => document.querySelector('[data-opened]').value === wanted, code);
    }
    await page.getByRole('button', { name: 'Nē' }).click();
    await page.getByText('Paldies! Jūsu atbilde palīdz').waitFor();
    assert.deepEqual(faults, []);
    await close();
  }
});

// req: POR-16
journey('finding: the nearest place by municipality, by position, and when the position is refused', async ({ browser, base }) => {
  const { page, context, faults, close } = await open(browser, base);
  await page.goto('/lv/services?q=apbedīšanas');
  await page.locator('[data-code]').first().click();
  await page.getByRole('link', { name: /tuvāko vietu/ }).click();
  await page.getByLabel('Pašvaldība').selectOption({ label: 'Cēsu novada pašvaldība' });
  await page.getByRole('button', { name: 'Rādīt vietas' }).click();
  assert.match(await page.locator('ol.dv-servicelist h3').first().innerText(), /Cēsu VPVKAC/);
  await context.grantPermissions(['geolocation'], { origin: base });
  await context.setGeolocation({ latitude: 57.54, longitude: 25.42 });
  await page.getByRole('button', { name: /atrašanās vietu/ }).click();
  await page.getByRole('heading', { name: /Jūsu atrašanās vieta/ }).waitFor();
  assert.match(await page.locator('ol.dv-servicelist h3').first().innerText(), /Valmieras VPVKAC/);
  assert.ok(!page.url().includes('57'), 'the position stands in no address');
  await context.clearPermissions();
  await page.reload().catch(() => {});
  assert.deepEqual(faults, []);
  await close();
});

// req: POR-15
journey('finding: an editor sets a synonym, tries it, and everybody finds by it', { databases: BOTH }, async ({ browser, base }) => {
  const editor = await open(browser, base, { persona: 'platform' });
  await editor.page.goto('/lv/work/search');
  await editor.page.getByLabel('Ko cilvēki raksta').fill('šķiņķmaize');
  await editor.page.getByLabel('Ko vēl meklēt').fill('apbedīšanas pabalsts');
  await editor.page.locator('#synonym').getByRole('button', { name: 'Saglabāt' }).click();
  await editor.page.getByText('Noteikums ir saglabāts').waitFor();
  await editor.page.getByLabel('Vaicājums').fill('šķiņķmaizes');
  await editor.page.getByRole('button', { name: 'Izmēģināt' }).click();
  await editor.page.getByText('Klāt').first().waitFor();
  const visitor = await open(browser, base, { javascript: false });
  await visitor.page.goto('/lv/services?q=šķiņķmaize');
  assert.match(await visitor.page.locator('[data-code]').first().innerText(), /Apbedīšanas pabalsts/);
  assert.deepEqual([...editor.faults, ...visitor.faults], []);
  await visitor.close();
  await editor.close();
});
