// Looking at a page as a whole: every width and scheme, axe, sideways scrolling, the page's faults, and, when asked for, a
// picture of each.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { colourViolations, cutTables, overflow, violations } from './axe.mjs';
import { open } from './browser.mjs';

// Taking a picture costs as much as judging: `make pictures` sets the variable.
const PICTURES = process.env.PICTURES && fileURLToPath(new URL('../../target/pictures/', import.meta.url));
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

/**
 * Looks at the page that is shown; what is wrong goes to `problems`. It is not loaded again: styles follow the window and
 * the scheme by themselves. The dark scheme changes colours only, so there only they are judged.
 */
export async function lookHere({ page, faults }, name, problems) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    for (const scheme of ['dark', 'light']) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const place = `${name} ${width} ${scheme}`;
      const judge = scheme === 'light' ? violations : colourViolations;
      for (const line of await judge(page)) problems.push(`${place}: ${line}`);
      const wide = await overflow(page);
      const cut = width < 600 ? await cutTables(page) : [];
      for (const table of cut) problems.push(`${place}: its table scrolls sideways: ${table}`);
      if (wide > 0) problems.push(`${place}: ${wide} px too wide`);
      for (const fault of faults.splice(0)) problems.push(`${place}: ${fault}`);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}${name}-${width}-${scheme}.png`, fullPage: true });
    }
  }
}

/** Opens an address and looks at it; `who` opens it, for the name. */
export async function look(shown, { lang, path, who }, problems) {
  await shown.page.goto(`/${lang}${path}`);
  await lookHere(shown, `${who}-${nameOf(path)}-${lang}`, problems);
}

/**
 * Looks at the address that a browser without scripts shows, which axe cannot judge: in a browser with scripts, signed in
 * as `persona`.
 */
export async function lookBeside({ browser, base, persona }, { page }, who, problems) {
  const shown = await open(browser, base, { persona });
  const { pathname, search } = new URL(page.url());
  const [, lang, path] = pathname.match(/^\/(\w+)(.*)$/);
  await look(shown, { lang, path: `${path}${search}`, who }, problems);
  await shown.close();
}

/** A name for the picture of a path: `/cases/17?x=1` is `cases-17-x-1`. */
const nameOf = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'id').replace(/[/?=&%]+/g, '-').replace(/^-/, '') || 'home';
