// Internal rules and own indicators: a contact person states a rule without scripts, wrong input stays as typed, a value is
// recorded and seen; axe on every page of it.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { look, lookHere } from '../lib/look.mjs';

const PAGES = ['/work/norms', '/work/norms/20.1', '/work/norms/20.5', '/work/norms/satisfaction', '/work/indicators/own', '/work/indicators/own/new', '/work/indicators/own/1007-R1', '/work/indicators'];

const valueOf = (page, id) => page.locator(id).inputValue();

// req: A11-01, A11-02, A11-04
journey('norms: axe, width and policy on every page of rules and own indicators', async ({ browser, base }) => {
  const problems = [];
  for (const lang of ['lv', 'en']) {
    const contact = await open(browser, base, { lang, persona: 'contact' });
    contact.faults.splice(0);
    for (const path of PAGES) await look(contact, { lang, path, who: 'norms-contact' }, problems);
    // With everything wrong that can be.
    for (const [path, name, id] of [['/work/norms/20.5', 'rule', '#f-valid_from'], ['/work/norms/satisfaction', 'measurement', '#f-ended_on'], ['/work/indicators/own/new', 'indicator', '#f-wanted']]) {
      await contact.page.goto(`/${lang}${path}`);
      await contact.page.locator(id).fill('?');
      await contact.page.locator('main form button[type=submit]').first().click();
      await contact.page.locator('.ds-error-summary').waitFor();
      await lookHere(contact, `norms-contact-wrong-${name}-${lang}`, problems);
    }
    await contact.close();
    const platform = await open(browser, base, { lang, persona: 'platform' });
    platform.faults.splice(0);
    await look(platform, { lang, path: '/work/oversight?kind=state_institution', who: 'norms-platform' }, problems);
    await platform.close();
  }
  assert.deepEqual(problems.slice(0, 60), [], `${problems.length} problems`);
});

// req: CAT-34
journey('norms: a contact person states a rule without scripts and an auditor reads it', async ({ browser, base }) => {
  const contact = await open(browser, base, { persona: 'contact', javascript: false });
  const { page } = contact;
  await page.goto('/lv/work/services');
  // What does not fit in one line of the menu stands behind one more button.
  await page.locator('.dv-nav summary').click();
  await page.locator('.dv-nav').getByRole('link', { name: 'Iekšējie noteikumi' }).click();
  assert.match(await page.locator('.dv-nav summary').innerText(), /Iekšējie noteikumi/, 'where one is stands on the button');
  await page.getByRole('link', { name: 'Sadarbība ar kolēģiem' }).click();
  await page.getByLabel('Dokumenta nosaukums').fill('Darba kārtība');
  await page.getByLabel('Saite uz dokumentu').fill('darba kārtība');
  await page.getByLabel('No kuras dienas tas tā ir').fill('rīt');
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  assert.match(await page.locator('.ds-error-summary').innerText(), /Izlabojiet 3 kļūdas/);
  assert.equal(await valueOf(page, '#f-title'), 'Darba kārtība');
  assert.equal(await valueOf(page, '#f-valid_from'), 'rīt', 'wrong input is kept as typed');
  await page.getByRole('radio', { name: 'Ir spēkā' }).check();
  await page.getByLabel('Saite uz dokumentu').fill('https://www.example.lv/darba-kartiba');
  await page.getByLabel('No kuras dienas tas tā ir').fill('1.1.2026.');
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  await page.getByText('Norādītais ir saglabāts').waitFor();
  const row = page.getByRole('row', { name: /^20\.5/ });
  assert.match(await row.innerText(), /Ir spēkā/);
  assert.equal(await row.getByRole('link', { name: 'Darba kārtība' }).getAttribute('href'), 'https://www.example.lv/darba-kartiba');
  await page.getByLabel('Kā bija norādīts dienā').fill('1.2.2026.');
  await page.getByRole('button', { name: 'Rādīt' }).click();
  assert.match(await page.getByRole('row', { name: /^20\.5/ }).innerText(), /Nav norādīts/, 'it was stated later');

  const auditor = await open(browser, base, { persona: 'auditor', javascript: false });
  await auditor.page.goto('/lv/work/oversight?kind=state_institution');
  await auditor.page.getByRole('link', { name: /^7 no 8 – Valsts sociālās/ }).click();
  await auditor.page.getByRole('link', { name: 'Sadarbība ar kolēģiem' }).click();
  assert.match(await auditor.page.locator('main').innerText(), /Darba kārtība/);
  assert.equal(await auditor.page.locator('main form').count(), 0, 'an auditor only reads');
  for (const shown of [contact, auditor]) {
    assert.deepEqual(shown.faults, []);
    await shown.close();
  }
});

// req: CAT-29
journey('norms: a contact person sets an indicator without scripts, records a value and sees it', async ({ browser, base }) => {
  const contact = await open(browser, base, { persona: 'contact', javascript: false });
  const { page } = contact;
  await page.goto('/lv/work/indicators');
  await page.getByRole('link', { name: 'Noteikt rādītājus un ievadīt vērtības' }).click();
  await page.getByRole('link', { name: 'Jauns rādītājs' }).click();
  await page.locator('#f-service').selectOption('1007');
  await page.locator('#f-channel').selectOption('phone');
  await page.getByLabel('Saņemšana').check();
  await page.getByLabel('Nosaukums latviski').fill('Atbildēti zvani');
  await page.getByLabel('Nosaukums angliski').fill('Calls answered');
  await page.getByLabel('Mērvienība latviski').fill('%');
  await page.getByLabel('Jo vairāk, jo labāk').check();
  await page.getByLabel('Vēlamā vērtība').fill('90');
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  assert.match(await page.locator('.ds-error-summary').innerText(), /šo kanālu izvēlētajam posmam nepiedāvā/);
  assert.equal(await valueOf(page, '#f-name_lv'), 'Atbildēti zvani');
  await page.getByLabel('Pieprasīšana').check();
  await page.getByRole('button', { name: 'Saglabāt' }).click();
  await page.getByText('Rādītājs ir saglabāts').waitFor();
  await page.locator('#f-month').fill('2099-01');
  await page.locator('#f-value').fill('daudz');
  await page.getByRole('button', { name: 'Ievadīt' }).click();
  assert.match(await page.locator('.ds-error-summary').innerText(), /Izlabojiet 2 kļūdas/);
  assert.equal(await valueOf(page, '#f-value'), 'daudz', 'wrong input is kept as typed');
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  await page.locator('#f-month').fill(month);
  await page.locator('#f-value').fill('92,5');
  await page.getByRole('button', { name: 'Ievadīt' }).click();
  await page.getByText('Vērtība ir saglabāta').waitFor();
  const code = new URL(page.url()).pathname.split('/').pop();
  await page.goto('/lv/work/indicators/own');
  await page.locator('#f-values').fill(`${code};${month};93\n${code};2099-01;1`);
  await page.getByRole('button', { name: 'Ievadīt visas' }).click();
  assert.match(await page.locator('.ds-error-summary').innerText(), /2099-01, 1”: Mēnesis 2099-01 vēl nav sācies/);
  assert.match(await valueOf(page, '#f-values'), /2099-01;1/);
  await page.locator('#f-values').fill(`${code};${month};93`);
  await page.getByRole('button', { name: 'Ievadīt visas' }).click();
  await page.getByText('Visas vērtības ir saglabātas').waitFor();
  await page.goto('/lv/work/indicators');
  const row = page.getByRole('row', { name: /Atbildēti zvani/ });
  assert.match(await row.innerText(), /vismaz 90\s%/);
  assert.match(await row.innerText(), /93\s%\s*Sasniegts/);
  assert.deepEqual(contact.faults, []);
  await contact.close();
});
