// Every page in both languages, both widths, light and dark: axe without violations, no sideways scrolling, no refusal of
// the content security policy. Pictures go to target/pictures.
import assert from 'node:assert/strict';
import { apply, begin, fillAll, FORMS, openService } from '../lib/apply.mjs';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { look } from '../lib/look.mjs';

/** What the pages show, made once for each server: one case, and one draft of each form. */
const worlds = new Map();
const worldOf = (browser, base) => worlds.get(base) ?? worlds.set(base, world(browser, base)).get(base);

async function world(browser, base) {
  const client = await open(browser, base, { persona: 'resident' });
  const number = await apply(client.page, 'resident');
  const here = () => new URL(client.page.url()).pathname.slice(3);
  const draft = [];
  for (const [code, answers] of Object.entries(FORMS)) {
    await openService(client.page, 'lv', code);
    await begin(client.page);
    await fillAll(client.page, answers, async () => { draft.push(here()); });
    draft.push(here());
  }
  await client.close();
  return { number, code: number.split('-')[0], service: `/services/${number.split('-')[0]}`, draft };
}

/** Addresses of the pages by who opens them. */
const PAGES = {
  visitor: ({ service }) => ['', '/services', '/services?q=pabalsts', '/services?in=services&q=pabalsts', '/search/life?q=darbs', '/search/articles', '/search/institutions?q=C%C4%93sis', '/search/institutions?q=qqqqzzzz', '/institutions/VSAA', '/institutions/LV-022', '/institutions/VPVKAC-CESIS', service, `${service}?lang=uk`, `${service}/versions`, `${service}/share`, `/embed${service}`, '/embed/services/9999', '/sign-in', '/nowhere', '/services?q=pabalsts&life=childbirth', `${service}/places?municipality=LV-022`, `${service}/channels`, `${service}/channels?advice=phone&request=electronic&receipt=centre&municipality=LV-022`, '/unified', '/unified/V102', '/unified/V102?municipality=LV-022', '/unified/V109?municipality=LV-RIX'],
  resident: ({ service, number, draft }) => ['', `${service}/apply`, ...draft, `/cases/${number}/submitted`, '/cases', `/cases/${number}`, `/cases/${number}/withdraw`, '/drafts', '/documents', '/search/own?q=pabalsts', '/views', '/profile', '/profile/sessions'],
  company: () => ['', '/cases', '/profile'],
  // What else it sees is in the journeys of represent.
  employee: () => ['/cases', '/documents', '/search/own?q=pabalsts', '/views', '/services/1004/apply'],
  officer: ({ number }) => ['/profile/sessions', '/work', '/work/desk', '/work/cases/new', `/work/cases/${number}`, '/work/indicators', '/work/indicators?months=24&until=2013-06', '/work/shortcuts', '/work/staff', '/work/staff?q=liepa'],
  specialist: () => ['/work', '/work/desk', '/work/cases/new'],
  contact: ({ code }) => ['/work', '/work/services', '/work/services/import', '/work/templates', '/work/templates/V109', '/work/templates/coverage', '/work/quality', `/work/quality/${code}`, '/work/checks', '/work/contacts', '/work/branches', '/work/branches/new', '/work/branches/VSAA-1', '/work/candidates', '/work/candidates/new'],
  administrator: () => ['/work', '/work/institution', '/work/contacts', '/work/systems', '/work/branches'],
  auditor: () => ['/work', '/work/audit', '/work/audit/viewings', '/work/refused-writes', '/work/oversight'],
  platform: () => ['/work', '/work/operations', '/work/institutions', '/work/institutions/new', '/work/institutions/LV-022', '/work/institution?of=LV-022', '/work/systems?of=VSAA', '/work/search?q=bez%20darba', '/work/search/report', '/work/acts?edit=57255', '/work/templates', '/work/templates/V102', '/work/templates/V102/edit', '/work/templates/new', '/work/templates/coverage', '/work/templates/similar', '/work/oversight', '/work/candidates', '/work/candidates/new', '/work/candidates/withdrawn'],
};

for (const lang of ['lv', 'en']) {
  for (const [who, paths] of Object.entries(PAGES)) {
    // req: A11-01, A11-02, POR-20
    journey(`pages: axe, width and policy on every page of the ${who} (${lang})`, async ({ browser, base }) => {
      const shows = await worldOf(browser, base);
      const shown = await open(browser, base, { lang, persona: who === 'visitor' ? undefined : who });
      shown.faults.splice(0);
      const problems = [];
      for (const path of paths(shows)) await look(shown, { lang, path, who }, problems);
      await shown.close();
      assert.deepEqual(problems, []);
    });
  }
}
