// The portal's content: a visitor finds a way from the first page, reports a mistake, the institution corrects it, who
// coordinates publishes; axe on every page of it.
import assert from 'node:assert/strict';
import { violations } from '../lib/axe.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { look, lookBeside } from '../lib/look.mjs';

const PAGES = {
  visitor: ['', '/life', '/life/childbirth', '/life/childbirth/versions', '/life/childbirth/correction', '/services/1007/correction', '/browse', '/browse/theme/10', '/browse/institution', '/browse/municipality', '/browse/clients/company', '/municipality', '/indicators', '/open-data', '/news', '/news/life-situations', '/help', '/help/how-to-apply', '/help/accessibility', '/problems/bad-json'],
  resident: ['', '/browse/theme/10', '/life/illness', '/municipality', '/profile'],
  company: ['', '/browse/theme/10'],
  contact: ['/work/situations', '/work/situations/childbirth', '/work/corrections', '/work/articles', '/work/articles/new', '/work/internal'],
  platform: ['/work/situations', '/work/corrections', '/work/articles', '/work/articles/news/life-situations', '/work/situations/new', '/work/situations/childbirth', '/work/situations/order?branch=residents', '/work/situations/coordinators'],
};

// req: A11-01, A11-02, A11-04
journey('content: axe, width and policy on every page of it', async ({ browser, base }) => {
  const problems = [];
  for (const lang of ['lv', 'en']) {
    for (const [who, paths] of Object.entries(PAGES)) {
      const shown = await open(browser, base, { lang, persona: who === 'visitor' ? undefined : who });
      shown.faults.splice(0);
      for (const path of paths) await look(shown, { lang, path, who: `content-${who}` }, problems);
      await shown.close();
    }
  }
  assert.deepEqual(problems.slice(0, 60), [], `${problems.length} problems`);
});

// req: POR-03, POR-15, POR-22, A11-01
journey('content: a visitor reports a mistake and the institution corrects it', async ({ browser, base }) => {
  const visitor = await open(browser, base, { javascript: false });
  await visitor.page.goto('/lv');
  await visitor.page.getByRole('link', { name: 'Visas dzīves situācijas' }).click();
  await visitor.page.getByRole('link', { name: 'Slimība' }).click();
  await visitor.page.getByRole('link', { name: 'Ziņot par kļūdu' }).click();
  await visitor.page.getByRole('button', { name: 'Nosūtīt' }).click();
  assert.match(await visitor.page.locator('.ds-error-summary').innerText(), /Izlabojiet 1 kļūdu/);
  await visitor.page.getByLabel('Kas nav pareizi?').fill('Otrajā solī nav pateikts, kur ir darbnespējas lapa.');
  await visitor.page.getByRole('button', { name: 'Nosūtīt' }).click();
  await visitor.page.getByText('Ziņojums ir saņemts').waitFor();

  const platform = await open(browser, base, { persona: 'platform', javascript: false });
  await platform.page.goto('/lv/work/corrections');
  await platform.page.getByRole('row', { name: /darbnespējas lapa/ }).getByRole('link').click();
  await platform.page.waitForURL(/\/corrections\/[0-9a-f-]+$/);
  const problems = [];
  await lookBeside({ browser, base, persona: 'platform' }, platform, 'content-platform', problems);
  assert.deepEqual(problems, []);
  await platform.page.getByRole('button', { name: 'Nodot atbildīgajai iestādei' }).click();
  await platform.page.getByText('Ziņojums ir nodots').waitFor();

  const contact = await open(browser, base, { persona: 'contact', javascript: false });
  await contact.page.goto('/lv/work/situations/illness');
  await contact.page.getByLabel('Paskaidrojums', { exact: true }).nth(1).fill('Darbnespējas lapu redzat savā e-veselības kontā.');
  await contact.page.getByRole('button', { name: 'Saglabāt melnrakstu' }).click();
  await contact.page.getByText('gaida, kad koordinators to publicēs').waitFor();
  await platform.page.goto('/lv/work/situations/illness');
  await platform.page.getByRole('button', { name: 'Publicēt' }).click();
  await platform.page.getByText('Dzīves situācija ir publicēta').waitFor();
  await contact.page.goto('/lv/work/corrections');
  await contact.page.getByRole('row', { name: /darbnespējas lapa/ }).getByRole('link').click();
  await contact.page.getByLabel('Teksts ir izlabots un publicēts').check();
  await contact.page.getByRole('button', { name: 'Pabeigt' }).click();
  await contact.page.getByText('Ziņojums ir izskatīts').waitFor();

  await visitor.page.goto('/lv/life/illness');
  await visitor.page.getByText('e-veselības kontā').waitFor();
  for (const shown of [visitor, platform, contact]) {
    assert.deepEqual(shown.faults, []);
    await shown.close();
  }
});

// req: A11-05
journey('content: translated texts are offered, marked and spoken in their language', async ({ browser, base }) => {
  const visitor = await open(browser, base);
  const offered = visitor.page.locator('.dv-spoken a[lang=uk]');
  // The engine works in the background: the language is offered when its texts are there.
  for (let tenth = 0; tenth < 300; tenth += 1) {
    await visitor.page.goto('/lv/life/childbirth');
    if (await offered.count() > 0) break;
    await visitor.page.waitForTimeout(100);
  }
  await offered.click();
  await visitor.page.getByText('Mašīntulkojums, nav pārbaudīts.').waitFor();
  assert.equal(await visitor.page.locator('html').getAttribute('lang'), 'lv');
  assert.equal(await visitor.page.locator('[lang=uk] h1').count(), 1);
  assert.deepEqual(await violations(visitor.page), []);
  await visitor.close();
});
