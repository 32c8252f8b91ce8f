// An auditor finds who looked at a person's data by the person's code, and what an official looked at; the person sees that
// the auditor looked.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';
import { token } from '../lib/server.mjs';

/** Invented people of the demonstration: the resident, and the officer who looks at the case. */
const ANNA = '328000-00014';
const OFFICER = '328000-00213';

/** The number of the newest case of a persona, as in addresses. */
async function caseOf(base, persona) {
  const headers = { authorization: `Bearer ${await token(base, persona)}` };
  const { items } = await (await fetch(`${base}/api/v1/cases?limit=1`, { headers })).json();
  return items[0].number.replace(' ', '-');
}

// req: AUD-03, AUD-04, PRF-03, A11-01, A11-02
journey('viewings: an auditor finds them by a personal code, which stands in no address', async ({ browser, base }) => {
  const problems = [];
  const number = await caseOf(base, 'resident');
  const officer = await open(browser, base, { persona: 'officer', javascript: false });
  await officer.page.goto(`/lv/work/cases/${number}`);

  const auditor = await open(browser, base, { persona: 'auditor' });
  const { page } = auditor;
  const search = async (fields) => {
    for (const [id, text] of Object.entries(fields)) await page.locator(id).fill(text);
    const find = page.locator('main').getByRole('button', { name: 'Meklēt', exact: true });
    await Promise.all([page.waitForEvent('load'), find.click()]);
  };
  const found = page.locator('section[aria-labelledby=h-found] tbody tr');
  await page.goto('/lv/work/audit');
  await page.getByRole('link', { name: 'Skatījumu meklēšana' }).click();
  await page.waitForURL(/\/audit\/viewings$/);
  await search({ '#f-code': ANNA, '#f-official': OFFICER });
  await page.locator('#f-code-error').waitFor();
  assert.match(await page.locator('[data-error-summary]').innerText(), /Aizpildiet tieši vienu/);
  assert.equal(await page.locator('#f-official').inputValue(), OFFICER, 'what was typed stays');
  await search({ '#f-official': '', '#f-from': 'rīt' });
  await page.locator('#f-from-error').waitFor();
  assert.equal(await page.locator('#f-from').inputValue(), 'rīt', 'wrong input is kept as typed');
  assert.equal(await page.locator('#f-code').inputValue(), ANNA);
  await lookHere(auditor, 'viewings-wrong-lv', problems);
  await search({ '#f-from': '01.01.2025.' });
  const looked = found.filter({ has: page.locator(`a[href="/lv/work/audit?number=${number}"]`) }).first();
  assert.match(await looked.innerText(), /Valsts sociālās apdrošināšanas aģentūra/, 'the officer looked at the case');
  assert.ok(!page.url().includes(ANNA), page.url());
  await lookHere(auditor, 'viewings-found-lv', problems);

  await search({ '#f-code': '', '#f-from': '', '#f-official': OFFICER });
  assert.ok(await found.count() > 0, 'what the officer looked at');
  assert.ok(!(await page.locator('main').innerText()).includes('Bērziņa'), 'whose data they were is not told');

  const resident = await open(browser, base, { persona: 'resident' });
  await resident.page.goto('/lv/views');
  assert.match(await resident.page.locator('main').innerText(), /Skatījumu saraksts/, 'the person sees that the auditor looked');
  for (const shown of [officer, auditor, resident]) {
    assert.deepEqual(shown.faults, []);
    await shown.close();
  }
  assert.deepEqual(problems, []);
});
