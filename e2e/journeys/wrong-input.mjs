// Wrong input at every step keeps what was typed, and says what is wrong above the form and at the field; axe judges each.
import assert from 'node:assert/strict';
import { begin, CHILDBIRTH, fill, next, openService, stepOf } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

/** Something wrong for fields of any step. */
const WRONG = {
  applicant_personal_code: '123',
  child_birth_date: { day: '31', month: '2', year: '2026' },
  child_personal_code: 'abc',
  iban: 'LV00WRONG',
  email: 'nav-epasta',
  phone: '12',
};

/** Name and value of everything typed or chosen on the page, hidden fields excepted. */
const typed = (page) => page.locator('form[enctype="multipart/form-data"]').first().evaluate((form) =>
  [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['csrf', 'revision', '_shown'].includes(name)));

for (const javascript of [false, true]) {
  // req: EFR-30, A11-01, A11-02
  journey(`wrong input with JavaScript ${javascript ? 'on' : 'off'}: every step keeps what was typed`, async ({ browser, base }) => {
    const shown = await open(browser, base, { javascript, persona: 'resident2' });
    const { page, faults, close } = shown;
    const problems = [];
    await openService(page);
    await begin(page);
    let refused = 0;
    for (let guard = 0; guard < 12 && stepOf(page) !== 'check'; guard += 1) {
      const step = stepOf(page);
      await fill(page, { ...CHILDBIRTH, ...WRONG, declare_true: false, declare_not_paid: false, declare_changes: false });
      const before = await typed(page);
      await next(page);
      if (stepOf(page) === step) {
        refused += 1;
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
        // The page is the same without scripts, which axe needs.
        if (javascript) await lookHere(shown, `wrong-input-${step}-lv`, problems);
        await fill(page, CHILDBIRTH);
        await next(page);
      }
      assert.notEqual(stepOf(page), step, `step ${step} is passed with right answers`);
    }
    assert.ok(refused >= 4, `only ${refused} steps refused wrong input`);
    // The declarations stand in the form of P.11: without them the last step was refused above.
    assert.equal(stepOf(page), 'check');
    assert.deepEqual([...faults, ...problems], []);
    await close();
  });
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
