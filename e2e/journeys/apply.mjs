// A resident applies for the childbirth benefit, from the service page to the confirmation.
import assert from 'node:assert/strict';
import { apply, begin, CHILDBIRTH, fill, fillAll, next, openService, stepOf, submit, submitButton } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { BOTH, journey } from '../lib/journey.mjs';
import { focusedName, tabTo } from '../lib/keyboard.mjs';
import { lookHere } from '../lib/look.mjs';
import { token } from '../lib/server.mjs';

/** The numbers of all own cases, by the API. */
async function ownCases(base, persona) {
  const headers = { authorization: `Bearer ${await token(base, persona)}` };
  const numbers = [];
  for (let url = `${base}/api/v1/cases?limit=100`; url;) {
    const page = await (await fetch(url, { headers })).json();
    numbers.push(...page.items.map((item) => item.number.replace(' ', '-')));
    url = page.next ? `${base}/api/v1/cases?limit=100&after=${encodeURIComponent(page.next)}` : null;
  }
  return numbers;
}

for (const javascript of [false, true]) {
  // req: POR-12, EFR-08, REG-02, CAT-03
  journey(`apply with JavaScript ${javascript ? 'on' : 'off'}: from the service page to the confirmation, once`, { databases: BOTH }, async ({ browser, base }) => {
    const persona = 'resident';
    const before = await ownCases(base, persona);
    const { page, faults, close } = await open(browser, base, { javascript });
    const number = await apply(page, persona);
    assert.match(number, /^\d+-\d+$/, 'service code and number');
    assert.ok((await page.locator('main').innerText()).includes(number.replace('-', ' ')), 'the number is shown');
    await page.reload();
    await page.reload();
    await page.goBack().catch(() => null);
    const again = submitButton(page);
    if (await again.count()) await again.click();
    const added = (await ownCases(base, persona)).filter((one) => !before.includes(one));
    assert.deepEqual(added, [number], 'reloading and going back submit nothing again');
    await page.goto('/lv/cases');
    assert.ok(await page.locator(`a[href="/lv/cases/${number}"]`).count(), 'the case is in the list');
    assert.deepEqual(faults, []);
    await close();
  });
}

// req: EFR-06
journey('apply: what the person register knows is filled in and its source is named', async ({ browser, base }) => {
  const { page, close } = await open(browser, base, { persona: 'resident' });
  await openService(page);
  await begin(page);
  assert.equal(await page.locator('input[name=applicant_given_name]').inputValue(), 'Anna');
  assert.equal(await page.locator('input[name=applicant_personal_code]').inputValue(), '328000-00014');
  assert.ok(await page.locator('.dv-source').count(), 'the source of a prefilled answer is shown');
  await close();
});

// req: A11-01, A11-02
journey('apply: a question that an answer calls for has the focus first, and a link leads to it', async ({ browser, base }) => {
  const shown = await open(browser, base, { persona: 'resident2' });
  const { page, faults, close } = shown;
  const problems = [];
  await openService(page);
  await begin(page);
  await fill(page, { applicant_role: 'guardian' });
  await next(page);
  assert.match(await focusedName(page), /^Šajā lapā tagad ir vēl viens jautājums/, 'nobody has to look for it');
  await lookHere(shown, 'apply-asked-lv', problems);
  await tabTo(page, 'No kura datuma bērns ir jūsu aprūpē?');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-care_since', 'the link leads to the question');
  assert.deepEqual([...faults, ...problems], []);
  await close();
});

// req: EFR-06
journey('apply: save, and go on from another device', { databases: BOTH }, async ({ browser, base }) => {
  const phone = await open(browser, base, { persona: 'resident2', width: 390, javascript: false });
  await openService(phone.page);
  await begin(phone.page);
  const own = { applicant_given_name: 'Jānis', applicant_family_name: 'Ozols', applicant_personal_code: '328000-00022', applicant_role: 'father' };
  await fill(phone.page, own);
  await next(phone.page);
  const reached = stepOf(phone.page);
  await phone.close();
  const desk = await open(browser, base, { persona: 'resident2', lang: 'en' });
  await desk.page.goto('/en/drafts');
  await desk.page.locator('main a[href*="/drafts/"]').first().click();
  await desk.page.waitForURL(/\/steps\//);
  assert.equal(stepOf(desk.page), reached, 'the draft goes on where it was left');
  await fillAll(desk.page, { ...CHILDBIRTH, ...own });
  assert.ok((await desk.page.locator('main').innerText()).includes('Ozols'));
  assert.match(await submit(desk.page), /^\d+-\d+$/);
  await desk.close();
});
