// A session that is about to end: the page asks in time, one press goes on, and what was typed is kept or told to be lost.
import assert from 'node:assert/strict';
import { begin, openService } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

/** A page with a clock of its own: the server's goes on as ever, so only what the page does of itself is seen here. */
async function timed(browser, base, options) {
  const shown = await open(browser, base, options);
  await shown.page.clock.install();
  return { ...shown, box: shown.page.locator('dialog[data-session]') };
}

/** From now on the server answers as it does when a session has run out. */
const over = (page) => page.route('**/session', (route) => route.fulfill({ status: 401 }));

for (const lang of ['lv', 'en']) {
  // req: A11-01, A11-04
  journey(`a session about to end asks first (${lang}): one press or Escape goes on`, async ({ browser, base }) => {
    const problems = [];
    for (const { persona, path, almost } of [
      { persona: 'resident', path: '/cases', almost: '13:30' },
      { persona: 'officer', path: '/work/desk', almost: '28:30' },
    ]) {
      const shown = await timed(browser, base, { persona, lang });
      const { page, box, faults } = shown;
      await page.goto(`/${lang}${path}`);
      const link = page.locator('main a').first();
      await link.focus();
      await page.clock.fastForward('10:00');
      assert.equal(await box.isVisible(), false, 'nobody is disturbed before the time');
      await page.goto(`/${lang}${path}`);
      await link.focus();
      for (const press of [() => page.keyboard.press('Escape'), () => box.locator('[data-session-stay]').click()]) {
        await page.clock.fastForward(almost);
        await box.waitFor();
        assert.equal(await box.getAttribute('role'), 'alertdialog');
        assert.ok(await box.evaluate((element) => element.contains(document.activeElement)), 'the focus is in the dialog');
        assert.match(await box.locator('[data-session-left]').innerText(), /2/, 'how long is left is told in words');
        assert.ok((await box.locator('[data-session-more]').innerText()).length > 20);
        if (press.toString().includes('keyboard')) await lookHere(shown, `timeout-${persona}-${lang}`, problems);
        await press();
        await box.waitFor({ state: 'hidden' });
        assert.ok(await link.evaluate((element) => element === document.activeElement), 'the focus is where it was');
      }
      assert.deepEqual(faults, []);
      await shown.close();
    }
    assert.deepEqual(problems, []);
  });
}

// req: A11-01
journey('a session about to end: windows of one browser go on together', async ({ browser, base }) => {
  const shown = await timed(browser, base, { persona: 'resident' });
  await shown.page.goto('/lv/cases');
  const second = await shown.context.newPage();
  await second.goto('/lv/profile');
  const other = second.locator('dialog[data-session]');
  await shown.page.clock.fastForward('13:30');
  await shown.box.waitFor();
  await other.waitFor();
  await other.locator('[data-session-stay]').click();
  await other.waitFor({ state: 'hidden' });
  await shown.box.waitFor({ state: 'hidden' });
  assert.deepEqual(shown.faults, []);
  await shown.close();
});

// req: A11-01
journey('a session that ended: the page for signing in says so and leads back', async ({ browser, base }) => {
  const problems = [];
  const shown = await timed(browser, base, { persona: 'resident' });
  const { page, box } = shown;
  await page.goto('/lv/cases?x=1');
  await over(page);
  await page.clock.fastForward('14:30');
  await box.waitFor();
  await page.clock.fastForward('01:00');
  await page.waitForURL(/\/lv\/sign-in\?return=%2Flv%2Fcases%3Fx%3D1&ended=yes$/);
  assert.match(await page.locator('main [role=status]').innerText(), /sesija ir beigusies/);
  await lookHere(shown, 'timeout-ended-lv', problems);
  await page.locator('main a[href^="/demo/sign-in/resident?"]').click();
  await page.waitForURL(/\/lv\/cases\?x=1$/);
  await page.goto('/lv/profile');
  await page.locator('main input[name=email]').fill('cita@example.lv');
  await page.clock.fastForward('14:30');
  await box.waitFor();
  assert.ok(await box.locator('[data-session-returned]').isVisible(), 'what is not sent yet is told to come back');
  assert.equal(await box.locator('[data-session-lost]').isVisible(), false);
  await page.clock.fastForward('01:00');
  // The session is in force here, so what was typed is shown at once; nobody had pressed the button, so it is only to be copied.
  const values = page.locator('main details');
  await values.locator('summary').click();
  assert.match(await values.innerText(), /cita@example\.lv/);
  assert.equal(await page.locator('main form').count(), 0);
  await lookHere(shown, 'timeout-given-back-client-lv', problems);
  assert.deepEqual([...shown.faults, ...problems], []);
  await shown.close();
});

// req: A11-01
journey('a session that ended over a draft: what was typed is there', async ({ browser, base }) => {
  const shown = await timed(browser, base, { persona: 'resident2' });
  const { page, box } = shown;
  await openService(page);
  await begin(page);
  const step = page.url();
  await page.locator('input[name=applicant_given_name]').fill('Annele');
  await over(page);
  await page.clock.fastForward('14:30');
  await box.waitFor();
  assert.ok(await box.locator('[data-session-kept]').isVisible(), 'the dialog says that it will be kept');
  await Promise.all([page.waitForEvent('load'), page.clock.fastForward('01:00')]);
  await page.goto(step);
  assert.equal(await page.locator('input[name=applicant_given_name]').inputValue(), 'Annele');
  assert.deepEqual(shown.faults, []);
  await shown.close();
});

// req: A11-01
journey('a session that ended over a form of staff: what was typed comes back', async ({ browser, base }) => {
  const problems = [];
  const shown = await timed(browser, base, { persona: 'contact' });
  const { page, box } = shown;
  await page.goto('/lv/work/branches/new');
  await page.locator('#f-name_lv').fill('Jauna filiāle');
  await over(page);
  await page.clock.fastForward('28:30');
  await box.waitFor();
  assert.ok(await box.locator('[data-session-returned]').isVisible(), 'the dialog says that it comes back');
  assert.equal(await box.locator('[data-session-lost]').isVisible(), false);
  await page.clock.fastForward('02:00');
  // The session is in force here, so the text is shown at once; nobody had pressed the button, so it is only to be copied.
  const text = page.locator('textarea[readonly]');
  await text.waitFor();
  assert.equal(await text.inputValue(), 'Jauna filiāle');
  assert.equal(await page.locator('main form').count(), 0);
  await lookHere(shown, 'timeout-given-back-lv', problems);
  assert.deepEqual([...shown.faults, ...problems], []);
  await shown.close();
});

for (const [lang, again] of [['lv', 'Nosūtīt vēlreiz'], ['en', 'Send again']]) {
  // req: A11-01
  journey(`a form of staff from the session before (${lang}): it is checked and sent again`, async ({ browser, base }) => {
    const problems = [];
    const shown = await open(browser, base, { persona: 'contact', lang });
    const { page, context } = shown;
    await page.goto(`/${lang}/work/branches/new`);
    await page.locator('#f-name_lv').fill('Jauna filiāle');
    await page.locator('#f-latitude').fill('nav');
    const second = await context.newPage();
    await second.goto('/demo/sign-in/contact');
    await page.locator('main form button[type=submit]').click();
    await page.locator('textarea[readonly]').waitFor();
    await lookHere(shown, `timeout-again-${lang}`, problems);
    await page.getByRole('button', { name: again }).click();
    await page.locator('[data-error-summary]').waitFor();
    assert.equal(await page.locator('#f-name_lv').inputValue(), 'Jauna filiāle', 'the form arrived with everything in it');
    assert.equal(await page.locator('#f-latitude').inputValue(), 'nav');
    assert.deepEqual([...shown.faults, ...problems], []);
    await shown.close();
  });
}
