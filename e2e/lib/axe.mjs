// Accessibility of the page that is shown: every rule of axe for WCAG 2.2 A and AA and good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Violations as lines of text; an empty list is what we want. */
export const violations = (page) => run(page, { runOnly: TAGS });

/** Violations of the rules that look at colours. */
export const colourViolations = (page) => run(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });

async function run(page, options) {
  // Colours that are still on their way between two schemes are nobody's colours. A finished transition of a parent may
  // begin one of a child that inherits, so until nothing moves.
  await page.evaluate(async () => {
    for (let round = 0; round < 10; round += 1) {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const moving = document.getAnimations().filter((animation) => animation.playState === 'running');
      if (moving.length === 0) return;
      moving.forEach((animation) => animation.finish());
    }
  });
  // The page's own policy forbids inline code, so axe runs in the debugger's world, which the policy does not bind.
  // It stays until the page goes.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(`(() => { ${source} })()`);
  // No rule that we ask for reads style sheets, so axe need not load them again.
  const chosen = JSON.stringify({ ...options, resultTypes: ['violations'], preload: { assets: ['media'] } });
  // A bar that stays at the edge of the window always covers something, and whoever reads scrolls it free. Axe does not
  // scroll: for it the bar lies where it belongs in the page, and nothing is hidden.
  const found = await page.evaluate(`(async () => {
    const bars = document.querySelectorAll('.dv-savebar');
    bars.forEach((bar) => { bar.style.position = 'static'; });
    const found = await window.axe.run(document, ${chosen});
    bars.forEach((bar) => { bar.style.position = ''; });
    return found;
  })()`);
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
}

/** How far the page is wider than the window, in pixels. */
export function overflow(page) {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}

/** The tables that scroll sideways on a narrow screen, where each is to be cards, by their names. */
export function cutTables(page) {
  return page.evaluate(() => [...document.querySelectorAll('.dv-scroll:has(> table)')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.getAttribute('aria-label') ?? box.textContent.trim().slice(0, 40)));
}
