// Where somebody is signed in: the same person in two browsers ends the other session, and the other browser is signed out.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

/** Somebody whom no other journey signs in, so that there are no sessions besides those of this one. */
const PERSONA = 'officer-nva';

// req: AUT-01, ACC-01, A11-01, A11-02
journey('sessions: one browser ends the session of another, which is signed out', async ({ browser, base }) => {
  const problems = [];
  const here = await open(browser, base, { persona: PERSONA });
  const other = await open(browser, base, { persona: PERSONA, javascript: false, width: 390 });
  const { page } = here;
  const ends = page.locator('main form[action$="/end"] button');
  const isOut = async () => {
    await other.page.goto('/lv/work/desk');
    return other.page.url().includes('/lv/sign-in');
  };
  await page.goto('/lv/work/desk');
  await page.locator('header a[href="/lv/profile/sessions"]').click();
  await page.waitForURL(/\/profile\/sessions$/);
  assert.equal(await ends.count(), 1, 'the other browser');
  assert.match(await ends.innerText(), /^Izbeigt[^]*Nodarbinātības valsts aģentūra/, 'its name says which');
  assert.equal(await isOut(), false);
  await ends.click();
  await page.waitForURL(/done=session-ended$/);
  await page.getByText('Citu pieslēgumu nav.').waitFor();
  await lookHere(here, 'sessions-ended-lv', problems);
  assert.equal(await isOut(), true, 'at its next request');

  await other.page.goto(`/demo/sign-in/${PERSONA}`);
  assert.equal(await isOut(), false);
  await page.goto('/lv/profile/sessions');
  await page.getByRole('button', { name: 'Izbeigt visus pārējos' }).click();
  await page.waitForURL(/done=sessions-ended$/);
  assert.equal(await isOut(), true);
  await page.goto('/lv/work/desk');
  assert.match(page.url(), /\/lv\/work\/desk$/, 'this one goes on');
  assert.deepEqual([...here.faults, ...other.faults, ...problems], []);
  await other.close();
  await here.close();
});
