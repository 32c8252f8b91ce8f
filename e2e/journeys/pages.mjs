// Every page in both languages, both widths, light and dark: axe without violations, no sideways scrolling, no refusal of
// the content security policy. Pictures go to target/pictures.
import assert from 'node:assert/strict';
import { apply, begin, fillAll, CHILDBIRTH, openService } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { look } from '../lib/look.mjs';

/** One case and one draft that the pages show; addresses of all pages by who opens them. */
async function world(browser, base) {
  const client = await open(browser, base, { persona: 'resident' });
  const number = await apply(client.page, 'resident');
  const service = `/services/${number.split('-')[0]}`;
  const steps = [];
  await openService(client.page);
  await begin(client.page);
  await fillAll(client.page, CHILDBIRTH, async () => { steps.push(new URL(client.page.url()).pathname.slice(3)); });
  const check = new URL(client.page.url()).pathname.slice(3);
  await client.close();
  return {
    number,
    pages: {
      visitor: ['', '/services', '/services?q=pabalsts', service, `${service}/share`, `/embed${service}`, '/embed/services/9999', '/sign-in', '/nowhere', '/services?q=pabalsts&life=childbirth', `${service}/places?municipality=LV-022`, '/unified', '/unified/V102', '/unified/V102?municipality=LV-022', '/unified/V109?municipality=LV-RIX'],
      resident: ['', `${service}/apply`, ...steps, check, `/cases/${number}/submitted`, '/cases', `/cases/${number}`, `/cases/${number}/withdraw`, '/drafts', '/documents', '/views', '/profile'],
      company: ['', '/cases', '/profile'],
      officer: ['/work', '/work/desk', `/work/cases/${number}`, '/work/indicators', '/work/shortcuts'],
      specialist: ['/work', '/work/desk'],
      contact: ['/work', '/work/services', '/work/services/import', '/work/templates', '/work/templates/V109', '/work/templates/coverage', '/work/quality', `/work/quality/${number.split('-')[0]}`, '/work/checks'],
      administrator: ['/work', '/work/institution'],
      auditor: ['/work', '/work/audit', '/work/refused-writes', '/work/oversight'],
      platform: ['/work', '/work/operations', '/work/search?q=bez%20darba', '/work/search/report', '/work/templates', '/work/templates/V102', '/work/templates/V102/edit', '/work/templates/new', '/work/templates/coverage', '/work/templates/similar', '/work/oversight', '/work/candidates'],
    },
  };
}

// req: A11-01, A11-02, POR-20
journey('pages: axe, width and policy on every page, in every language, width and scheme', async ({ browser, base }) => {
  const { pages } = await world(browser, base);
  const problems = [];
  let looked = 0;
  for (const lang of ['lv', 'en']) {
    for (const [who, paths] of Object.entries(pages)) {
      const shown = await open(browser, base, { lang, persona: who === 'visitor' ? undefined : who });
      shown.faults.splice(0);
      for (const path of paths) {
        await look(shown, { lang, path, who }, problems);
        looked += 4;
      }
      await shown.close();
    }
  }
  console.log(`       ${looked} views looked at, pictures in target/pictures`);
  assert.deepEqual(problems.slice(0, 60), [], `${problems.length} problems`);
});
