import { launch, open } from './lib/browser.mjs';
import { violations, overflow } from './lib/axe.mjs';
const base = 'http://127.0.0.1:8106';
const browser = await launch();
const PAGES = { visitor: ['', '/life', '/life/childbirth', '/life/childbirth/correction', '/browse', '/browse/theme/10', '/browse/institution', '/browse/municipality', '/municipality', '/news', '/news/life-situations', '/help', '/services/1007', '/services/1007?lang=uk', '/life/childbirth?lang=uk'], resident: ['', '/profile', '/municipality'], company: [''], contact: ['/work/situations', '/work/situations/new', '/work/situations/childbirth', '/work/corrections', '/work/articles', '/work/articles/new', '/work/internal'], platform: ['/work/situations', '/work/articles/news/life-situations', '/work/corrections'] };
const only = process.argv[2];
for (const lang of (process.argv[3] ?? 'lv,en').split(',')) for (const [who, paths] of Object.entries(PAGES)) {
  if (only && only !== who && only !== 'all') continue;
  const shown = await open(browser, base, { lang, persona: who === 'visitor' ? undefined : who });
  for (const path of paths) {
    const answer = await shown.page.goto(`/${lang}${path}`);
    if (answer.status() !== 200) console.log(lang, who, path, answer.status());
    for (const width of [1280, 390]) {
      await shown.page.setViewportSize({ width, height: 900 });
      for (const scheme of ['light', 'dark']) {
        await shown.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        for (const line of await violations(shown.page)) console.log(lang, width, scheme, who, path, line);
        const wide = await overflow(shown.page); if (wide > 0) console.log(lang, width, who, path, 'too wide', wide);
        await shown.page.screenshot({ path: `/tmp/w/content-shots/${who}${path.replace(/[\/?=]/g, '_') || '_home'}-${lang}-${width}-${scheme}.png`, fullPage: true });
      }
    }
    for (const f of shown.faults.splice(0)) console.log(lang, who, path, f);
  }
  await shown.close();
}
await browser.close();
console.log('done');
