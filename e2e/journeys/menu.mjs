// The menu of the workplace: in one line whatever the role, the rest behind one button; all of it on a phone, where the
// menu of the portal opens as well.
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

/** Opens the menu of a phone: it makes room for itself below its button, which stays where it was pressed. */
async function opensInPlace(page, who) {
  const button = page.locator('.dv-menu > summary');
  const before = await button.boundingBox();
  await button.click();
  assert.deepEqual(await button.boundingBox(), before, `${who}: the button stays where it was pressed`);
  const list = await page.locator('.dv-menu > nav').boundingBox();
  assert.ok(list.y >= before.y + before.height && list.x >= 0, `${who}: it opens below`);
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  assert.ok(list.width > width * .8 && list.x + list.width <= width, `${who}: over the whole width`);
}

for (const lang of ['lv', 'en']) {
  // req: A11-01, A11-02
  journey(`menu of the portal on a phone (${lang}): it opens below its button`, async ({ browser, base }) => {
    const problems = [];
    for (const persona of [undefined, 'resident', 'company']) {
      for (const width of [320, 390]) {
        const shown = await open(browser, base, { persona, lang, width });
        await shown.page.goto(`/${lang}`);
        await opensInPlace(shown.page, `${persona ?? 'visitor'} at ${width}`);
        if (width === 390) await lookHere(shown, `menu-${persona ?? 'visitor'}-${lang}`, problems);
        assert.deepEqual(shown.faults, []);
        await shown.close();
      }
    }
    assert.deepEqual(problems, []);
  });

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
      await opensInPlace(phone.page, persona);
      const entries = phone.page.locator('.dv-menu a');
      for (const entry of await entries.all()) assert.ok(await entry.isVisible(), `${persona}: all of it on a phone`);
      await phone.close();
    }
    assert.deepEqual(problems, []);
  });
}
