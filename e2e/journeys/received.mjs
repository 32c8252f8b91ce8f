// A letter that came to the institution: an officer registers it for a service without a form, a wrong name stays as typed,
// the case goes on like every other, and the client reads it in the account.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { BOTH, journey } from '../lib/journey.mjs';
import { look, lookHere } from '../lib/look.mjs';

/** A service that cannot be requested on-line. */
const SERVICE = '1005';
const NOTE = 'Lūdz atbildi pa pastu.';
const SCAN = { name: 'iesniegums.txt', mimeType: 'text/plain', buffer: Buffer.from('Iesniegums, izdomāts.\n') };

for (const javascript of [true, false]) {
  // req: CSS-03, EFR-24, REG-01, REG-05, CEN-01, A11-01, A11-02
  journey(`received with JavaScript ${javascript ? 'on' : 'off'}: a letter becomes a case that its client reads`, { databases: BOTH }, async ({ browser, base }) => {
    const officer = await open(browser, base, { javascript, persona: 'officer' });
    const { page } = officer;
    const problems = [];
    // The pages are the same without scripts, which axe needs: they are judged once.
    const judge = async (side, name) => { if (javascript) await lookHere(side, `received-${name}-lv`, problems); };
    const main = async (side) => (await side.page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    const send = page.locator('main form[enctype="multipart/form-data"] button[type=submit]').last();

    await page.goto('/lv/work/desk');
    await page.locator('a[href$="/work/cases/new"]').click();
    await page.waitForURL(/\/work\/cases\/new$/);
    await judge(officer, 'empty');
    if (javascript) await look(officer, { lang: 'en', path: '/work/cases/new', who: 'officer' }, problems);
    await page.goto(`/lv/work/cases/new?service=${SERVICE}`);
    assert.equal(await page.locator('#f-service').inputValue(), SERVICE);
    await page.locator('input[name=channel][value=post]').check();
    const asked = async () => [await page.locator('#f-personal_code').isVisible(), await page.locator('#f-registration_number').isVisible()];
    assert.deepEqual(await asked(), [false, false], 'nothing is asked of a client that nobody has chosen');
    await page.locator('input[name=client][value=company]').check();
    assert.deepEqual(await asked(), [false, true], 'of a company its number alone');
    await page.locator('input[name=client][value=person]').check();
    assert.deepEqual(await asked(), [true, false], 'of a person the code and the name');
    await page.locator('#f-personal_code').fill('328000-00014');
    await page.locator('#f-family_name').fill('Cita');
    await page.locator('#f-note').fill(NOTE);
    await send.click();
    const told = page.locator('[data-error-summary] a');
    await told.first().waitFor();
    assert.equal(await told.count(), 1, (await told.allInnerTexts()).join());
    assert.equal(await page.locator('#f-family_name').inputValue(), 'Cita', 'wrong input is kept as typed');
    assert.equal(await page.locator('#f-note').inputValue(), NOTE);
    assert.ok(await page.locator('input[name=channel][value=post]').isChecked());
    await judge(officer, 'wrong');

    await page.locator('#f-family_name').fill('Bērziņa');
    await page.locator('input[type=file][name=file]').setInputFiles(SCAN);
    await send.click();
    await page.waitForURL(new RegExp(`/work/cases/${SERVICE}-\\d+\\?done=case-registered$`));
    const { pathname } = new URL(page.url());
    const number = pathname.split('/').pop();
    for (const words of [number.replace('-', ' '), 'atbildes nav ievadītas', NOTE, 'Anna Bērziņa', SCAN.name]) {
      assert.ok((await main(officer)).includes(words), words);
    }
    await judge(officer, 'case');

    await page.locator(`form[action$="${pathname}/take"] button`).click();
    await page.waitForURL(/done=case-taken$/);
    await page.locator('details:has(textarea[name=text]) summary').click();
    await page.locator('input[name=outcome][value=granted]').check();
    await page.locator('textarea[name=text]').fill('Pabalsts piešķirts 200 eiro apmērā.');
    await page.locator(`form[action$="${pathname}/decide"] button[type=submit]`).click();
    await page.waitForURL(/done=case-decided$/);
    assert.equal(await page.locator(`form[action$="${pathname}/deliver"] select[name=channel]`).inputValue(), 'post', 'it goes out as it came in');
    await page.locator(`form[action$="${pathname}/deliver"] button[type=submit]`).click();
    await page.waitForURL(/done=case-delivered$/);

    const client = await open(browser, base, { javascript, persona: 'resident' });
    await client.page.goto(`/lv/cases/${number}`);
    for (const words of ['Pa pastu', 'atbildes nav ievadītas', NOTE, '200 eiro']) {
      assert.ok((await main(client)).includes(words), words);
    }
    await judge(client, 'client');
    assert.deepEqual([...officer.faults, ...client.faults, ...problems], []);
    await client.close();
    await officer.close();
  });
}
