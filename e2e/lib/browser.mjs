// The distribution's Chromium, without anything that would reach out, and pages that report every fault.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { atEnd } from './ending.mjs';

// The headless shell is the same engine without the windows around it: a quarter less time for the same pages.
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-dev-shm-usage',
];

/** A browser for the whole run; it ends with it. */
export async function launch(flags = []) {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync);
  if (!executablePath) throw new Error('Chromium is missing: scripts/install.sh test installs it');
  // The run itself listens to signals: left to Playwright, they would end the process before the servers have ended.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags], ...signals });
  atEnd(() => browser.close());
  return browser;
}

/**
 * A page in a context of its own. `faults` collects what must stay empty: script errors, refusals of the content
 * security policy, and answers of 500 and above.
 */
export async function open(browser, base, { javascript = true, width = 1280, scheme = 'light', persona, lang = 'lv' } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: javascript,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: scheme,
    locale: lang === 'lv' ? 'lv-LV' : 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text())) faults.push(`csp: ${message.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  if (persona) await page.goto(`/demo/sign-in/${persona}`);
  const close = async () => {
    // A context that ends while one of its pages is still loading can keep Chromium waiting for ever: it leaves them first.
    const left = context.pages().map((shown) => shown.goto('about:blank', { timeout: 5_000 }).catch(() => undefined));
    await Promise.all(left);
    await context.close();
  };
  return { page, context, faults, close };
}
