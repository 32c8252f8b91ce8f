// Wrong input at every step keeps what was typed, and says what is wrong above the form and at the field; axe judges each.
import assert from 'node:assert/strict';
import { begin, fill, FORMS, next, openService, stepOf } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

const NO_DAY = { day: '31', month: '2', year: '2026' };

/** Something wrong for fields of any step of any form. */
const WRONG = {
  applicant_personal_code: '123',
  child_birth_date: NO_DAY,
  child_personal_code: 'abc',
  deceased_birth_date: NO_DAY,
  last_job_ended: NO_DAY,
  iban: 'LV00WRONG',
  email: 'nav-epasta',
  phone: '12',
};

/** Right answers with what is wrong in them, and nothing declared. */
const wrong = (answers) => Object.fromEntries(Object.entries({ ...answers, ...WRONG })
  .map(([name, value]) => [name, name.startsWith('declare_') ? false : value]));

/** Name and value of everything typed or chosen on the page, hidden fields excepted. */
const typed = (page) => page.locator('form[enctype="multipart/form-data"]').first().evaluate((form) =>
  [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['csrf', 'revision', '_shown'].includes(name)));

for (const [code, answers] of Object.entries(FORMS)) {
  for (const javascript of [false, true]) {
    // req: EFR-30, A11-01, A11-02
    journey(`wrong input in ${code} with JavaScript ${javascript ? 'on' : 'off'}: every step keeps what was typed`, async ({ browser, base }) => {
      const shown = await open(browser, base, { javascript, persona: 'resident2' });
      const { page, faults, close } = shown;
      const problems = [];
      await openService(page, 'lv', code);
      await begin(page);
      let refused = 0;
      for (let guard = 0; guard < 12 && stepOf(page) !== 'check'; guard += 1) {
        const step = stepOf(page);
        const before = await sendWrong(page, answers);
        if (stepOf(page) === step) {
          refused += 1;
          await refusal(shown, step, before);
          // The page is the same without scripts, which axe needs.
          if (javascript) await lookHere(shown, `wrong-input-${step}-lv`, problems);
          await fill(page, answers);
          await next(page);
        }
        assert.notEqual(stepOf(page), step, `step ${step} is passed with right answers`);
      }
      assert.ok(refused >= 4, `only ${refused} steps refused wrong input`);
      // The declarations stand in the forms: without them the last step was refused above.
      assert.equal(stepOf(page), 'check');
      assert.deepEqual([...faults, ...problems], []);
      await close();
    });
  }
}

/** Sends the step with wrong answers, once more where the first ones called for further questions; gives what was typed. */
async function sendWrong(page, answers) {
  const step = stepOf(page);
  let before;
  for (let again = 0; again < 2; again += 1) {
    await fill(page, wrong(answers));
    before = await typed(page);
    await next(page);
    if (stepOf(page) !== step || await page.locator('[data-error-summary]').count()) break;
  }
  return before;
}

/** A refused step keeps what was typed, lists its errors, and each leads to its field. */
async function refusal({ page }, step, before) {
  // Questions that an answer has called for may have joined; nothing that was there may be lost.
  const after = (await typed(page)).map(String);
  assert.deepEqual(before.map(String).filter((pair) => !after.includes(pair)), [], `step ${step} keeps what was typed`);
  const links = page.locator('[data-error-summary] a[href^="#"]');
  assert.ok(await links.count(), `step ${step} lists its errors`);
  for (const link of await links.all()) {
    const target = page.locator(`[id="${(await link.getAttribute('href')).slice(1)}"]`);
    assert.equal(await target.count(), 1, 'each error leads to its field');
    assert.equal(await target.getAttribute('aria-invalid'), 'true');
  }
  assert.match(await page.title(), /^Kļūda: /);
}

journey('wrong addresses get a page that leads on', async ({ browser, base }) => {
  for (const lang of ['lv', 'en']) {
    const { page, close } = await open(browser, base, { persona: 'resident', lang });
    for (const path of ['/services/9999', '/cases/9999-1', '/nowhere', '/drafts/00000000-0000-7000-8000-000000000000']) {
      const answer = await page.goto(`/${lang}${path}`);
      assert.equal(answer.status(), 404, path);
      assert.ok(await page.locator('main h1').count(), `${path} has a heading`);
      assert.ok(await page.locator(`main a[href^="/${lang}"]`).count(), `${path} leads on`);
    }
    await close();
  }
});
