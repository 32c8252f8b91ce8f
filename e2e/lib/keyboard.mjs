// Going about a page by the keyboard alone.
import assert from 'node:assert/strict';

/** Presses Tab until what has this name, or begins with it, has the focus. */
export async function tabTo(page, name) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedName(page)).startsWith(name)) return;
  }
  assert.fail(`Tab does not lead to: ${name}`);
}

/** Presses Tab once: the input with this id has the focus then. What is typed takes the place of what stands in it. */
export async function tabInto(page, id, text = '') {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), id, 'the next input by Tab');
  if (text) await page.keyboard.type(text);
}

/** What has the focus, by its words. */
export const focusedName = (page) => page.evaluate(() => document.activeElement.innerText.replace(/\s+/g, ' ').trim());

/** Presses Enter and waits for the address that it leads to. */
export async function enter(page, url) {
  await Promise.all([page.waitForURL(url), page.keyboard.press('Enter')]);
}

/** Presses a button or a link by the keyboard and waits for the address that it leads to. */
export async function enterOn(page, control, url) {
  await control.focus();
  await enter(page, url);
}

/** Opens by the keyboard everything closed around what has this id: the outer first. */
export async function unfold(page, id) {
  const closed = page.locator(`details:not([open]):has(#${id}) > summary`);
  while (await closed.count()) {
    await closed.first().focus();
    await page.keyboard.press('Enter');
  }
}
