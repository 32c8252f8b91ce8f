// The pictures of the README, taken from a fresh demonstration into docs/pictures: `make pictures`.
import { apply, begin, fill, next, openService } from './lib/apply.mjs';
import { launch, open } from './lib/browser.mjs';
import { leave, leaveInOrder } from './lib/ending.mjs';
import { startDemo } from './lib/server.mjs';

const FOLDER = new URL('../docs/pictures/', import.meta.url).pathname;
const QUESTION = 'Lūdzu, norādiet, vai bērna māte šo pabalstu jau ir saņēmusi citā valstī.';

/** What a window of this size shows of an address. */
async function take(shown, name, path, { width = 1280, height = 1000 } = {}) {
  await shown.page.setViewportSize({ width, height });
  if (path) await shown.page.goto(path);
  await shown.page.evaluate(() => window.scrollTo(0, 0));
  await shown.page.screenshot({ path: `${FOLDER}${name}.png` });
}

/** The officer takes the case and asks the client. */
async function ask({ page }, number) {
  do {
    await page.goto('/lv/work/desk');
    await page.locator('form[action$="/work/desk/next"] button').click();
    await page.waitForURL(/\/work\/cases\//);
  } while (!page.url().includes(`/${number}`));
  const form = page.locator('form[action$="/ask"]');
  const folded = page.locator('details:has(textarea[name=question]):not([open]) > summary');
  if (await folded.count()) await folded.click();
  await form.locator('textarea[name=question]').fill(QUESTION);
  await form.locator('input[name=days]').fill('10');
  await form.locator('button[type=submit]').click();
  await page.waitForLoadState('load');
}

async function main() {
  const { base } = await startDemo();
  // As screens of many points show letters: moved to whole points they would stand unevenly.
  const browser = await launch(['--font-render-hinting=none']);
  const client = await open(browser, base, { persona: 'resident' });
  const officer = await open(browser, base, { persona: 'officer' });
  const number = await apply(client.page, 'resident');
  await ask(officer, number);
  for (let more = 0; more < 6; more += 1) await apply(client.page, 'resident');
  await openService(client.page);
  await take(client, 'service');
  await begin(client.page);
  await fill(client.page, { applicant_personal_code: '123' });
  await next(client.page);
  await take(client, 'form');
  await take(client, 'case', `/lv/cases/${number}`);
  await take(client, 'phone', `/lv/cases/${number}`, { width: 390, height: 844 });
  await take(officer, 'queue', '/lv/work/desk?tab=team');
  return 0;
}

leaveInOrder();
let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error.stack ?? error);
}
await leave(code);
