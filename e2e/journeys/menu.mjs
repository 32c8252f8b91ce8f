// The menu of the workplace: in one line whatever the role, the rest behind one button; all of it on a phone.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

const STARTS = {
  officer: '/work/desk', specialist: '/work/desk', contact: '/work/services', administrator: '/work/institution',
  auditor: '/work/audit', platform: '/work/operations',
};

/** In how many lines the entries of the menu stand. */
const lines = (page) => page.locator('.dv-nav > div > ul').evaluate((list) =>
  new Set([...list.children].filter((entry) => entry.offsetWidth).map((entry) => Math.round(entry.getBoundingClientRect().top))).size);

for (const lang of ['lv', 'en']) {
  // req: A11-01, A11-02
  journey(`menu of the workplace (${lang}): one line for every role, keyboard, all of it on a phone`, async ({ browser, base }) => {
    const problems = [];
    for (const [persona, start] of Object.entries(STARTS)) {
      const shown = await open(browser, base, { persona, lang });
      const { page } = shown;
      await page.goto(`/${lang}${start}`);
      assert.equal(await lines(page), 1, `${persona}: one line`);
      const more = page.locator('.dv-nav .dv-more');
      if (await more.count()) {
        const button = more.locator('summary');
        await button.focus();
        await page.keyboard.press('Enter');
        const last = more.locator('a').last();
        assert.ok(await last.isVisible(), `${persona}: the rest opens`);
        await page.keyboard.press('Tab');
        assert.ok(await more.locator('a').first().evaluate((link) => link === document.activeElement), 'and comes next');
        await lookHere(shown, `menu-${persona}-${lang}`, problems);
        // On a phone, where it was looked at as well, the line is not there and keeps no focus.
        await more.locator('a').first().focus();
        await page.keyboard.press('Escape');
        assert.equal(await last.isVisible(), false, `${persona}: Escape closes it`);
        assert.ok(await button.evaluate((summary) => summary === document.activeElement), 'and leads back to the button');
        await button.click();
        await page.locator('h1').click();
        assert.equal(await last.isVisible(), false, `${persona}: so does a press beside it`);
        await button.click();
        const name = await last.innerText();
        await last.click();
        await page.waitForURL((url) => !url.pathname.endsWith(start));
        assert.ok((await button.innerText()).includes(name), `${persona}: where one is stands on the button`);
        assert.equal(await lines(page), 1, `${persona}: one line there as well`);
      }
      assert.deepEqual(shown.faults, []);
      await shown.close();

      const phone = await open(browser, base, { persona, lang, width: 390, javascript: false });
      await phone.page.goto(`/${lang}${start}`);
      await phone.page.locator('.dv-menu > summary').click();
      const entries = phone.page.locator('.dv-menu a');
      for (const entry of await entries.all()) assert.ok(await entry.isVisible(), `${persona}: all of it on a phone`);
      await phone.close();
    }
    assert.deepEqual(problems, []);
  });
}
