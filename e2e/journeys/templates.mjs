// A unified service's text changes: the page first shows whose descriptions change with it and how; nothing is kept before it
// is confirmed. With a day it waits, and can be taken back.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { unfold } from '../lib/keyboard.mjs';
import { look, lookHere } from '../lib/look.mjs';

/** A template that municipalities follow. */
const CODE = 'V105';
const EDIT = `/lv/work/templates/${CODE}/edit`;

for (const javascript of [true, false]) {
  // req: UNI-01, A11-01, A11-02
  journey(`templates with JavaScript ${javascript ? 'on' : 'off'}: a change is shown before it is confirmed`, async ({ browser, base }) => {
    const shown = await open(browser, base, { javascript, persona: 'platform' });
    const { page, faults } = shown;
    const problems = [];
    const judge = async (name) => { if (javascript) await lookHere(shown, `templates-${name}-lv`, problems); };
    const name = page.locator('input[name="name-lv"]');
    const rename = async (words) => { await unfold(page, 'f-name-lv'); await name.fill(words); };
    const save = page.locator(`form[action$="/work/templates/${CODE}/edit"] .dv-actions button[type=submit]`).first();

    await page.goto(EDIT);
    const before = await name.inputValue();
    assert.equal(await page.locator('main details[open]').count(), 0, 'each part says what is filled in, and is opened by itself');
    await judge('closed');
    await unfold(page, 'f-steps-0-title-lv');
    await judge('open');
    const after = `${before} (mainīts ${javascript ? 'ar skriptiem' : 'bez skriptiem'})`;

    // Wrong input stays as typed, and nothing is asked yet.
    await rename('');
    await save.click();
    await page.locator('[data-error-summary] a').first().waitFor();
    assert.ok(await name.isVisible(), 'what is wrong stands open');
    await judge('wrong');

    await rename(after);
    await save.click();
    const confirm = page.locator('button[name=seen]');
    await confirm.waitFor();
    const words = await page.locator('main').innerText();
    assert.match(words, /Nekas vēl nav saglabāts/);
    assert.ok(await page.locator('.dv-sections__name').count() > 0, 'the descriptions that change are named');
    await judge('confirm');

    // Back to the text: everything typed is there, and the template is as it was.
    await page.locator('button[name=back]').click();
    assert.equal(await name.inputValue(), after);
    const other = await open(browser, base, { javascript, persona: 'platform' });
    await other.page.goto(EDIT);
    assert.equal(await other.page.locator('input[name="name-lv"]').inputValue(), before);
    await other.close();

    await save.click();
    await confirm.click();
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    assert.ok((await page.locator('main').innerText()).includes(after));
    if (javascript) await look(shown, { lang: 'en', path: `/work/templates/${CODE}`, who: 'platform' }, problems);

    // A text for a day: an unreadable one stays as typed, then it waits, is shown on the page and is taken back.
    await page.goto(EDIT);
    const day = page.locator('input[name="from"]');
    await rename(before);
    await day.fill('31.02.2099');
    await save.click();
    await page.locator('#f-from-error').waitFor();
    assert.deepEqual([await day.inputValue(), await name.inputValue()], ['31.02.2099', before]);
    await judge('day');
    await day.fill('01.03.2099');
    await save.click();
    await confirm.waitFor();
    assert.match(await page.locator('main').innerText(), /01\.03\.2099/);
    await judge('confirm-day');
    await confirm.click();
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    const waits = page.locator('section[aria-labelledby="h-plan"]');
    assert.match(await waits.innerText(), /01\.03\.2099/);
    assert.ok((await page.locator('h1').first().innerText()).includes(after), 'the text in force stays');
    await judge('waits');
    if (javascript) await look(shown, { lang: 'en', path: `/work/templates/${CODE}`, who: 'platform' }, problems);
    await page.goto(EDIT);
    await page.locator('.ds-alert a[href*="plan="]').click();
    assert.deepEqual([await day.inputValue(), await name.inputValue()], ['01.03.2099', before]);
    await judge('waiting-text');
    await page.goto(`/lv/work/templates/${CODE}`);
    await page.locator('form[action$="/plan/withdraw"] button').focus();
    await page.keyboard.press('Enter');
    await waits.waitFor({ state: 'detached' });
    await page.locator('#h-taken-back').waitFor();

    await page.goto(EDIT);
    await rename(before);
    await save.click();
    await confirm.click();
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    await shown.close();
    assert.deepEqual([...faults, ...problems], []);
  });
}
