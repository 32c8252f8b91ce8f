// Several payments of one channel: a contact person writes them without scripts and by the keyboard alone, a wrong amount
// stays as typed, and a visitor reads them on a telephone.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { enterOn, tabInto, unfold } from '../lib/keyboard.mjs';
import { lookHere } from '../lib/look.mjs';

/** A service that no other journey writes at, and its third channel: the desk of the institution. */
const SERVICE = '1006';
const SECTION = `/lv/work/services/${SERVICE}/sections/channels`;
const DESK = 'f-channels-2';

const URGENT = { amount: 'daudz', added: true, lv: 'Steidzami: divās darba dienās', en: 'Urgent: within two working days' };
const CHILDREN = { free: true, lv: 'Bērniem līdz 18 gadiem', en: 'For children under 18' };

/** One more payment at the end of the list, from its first input to the last by Tab. */
async function addPayment(page, place, { free = false, amount, added = false, lv, en }) {
  const id = `${DESK}-tiers-${place}`;
  await enterOn(page, page.locator('button[name=add][value="channels/2/tiers"]'), new RegExp(`#${id}$`));
  await page.locator(`#${id}-fee`).focus();
  if (free) await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator(`#${id}-fee`).inputValue(), free ? 'free' : 'amount');
  // What is free has no amount to type.
  if (!free) await tabInto(page, `${id}-fee-amount`, amount);
  await tabInto(page, `${id}-added`);
  if (added) await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator(`#${id}-added`).inputValue(), added ? 'yes' : 'no');
  await tabInto(page, `${id}-condition-lv`, lv);
  await tabInto(page, `${id}-condition-en`, en);
}

/** The section of the wrong amount as somebody with scripts sees it: axe needs them. */
async function lookAtWrong(browser, base, problems) {
  const seen = await open(browser, base, { persona: 'contact' });
  await seen.page.goto(SECTION);
  await seen.page.locator('.dv-savebar button:not([name])').click();
  await seen.page.locator('[data-error-summary]').waitFor();
  await lookHere(seen, 'payments-wrong-lv', problems);
  await seen.close();
}

// req: CAT-04, CAT-25, A11-01, A11-02
journey('payments: by keyboard and without scripts into a channel, a wrong amount stays, a visitor reads them', async ({ browser, base }) => {
  const problems = [];
  const contact = await open(browser, base, { persona: 'contact', javascript: false });
  const { page } = contact;
  const wrong = page.locator(`#${DESK}-tiers-0-fee-amount`);
  await page.goto(SECTION);
  assert.equal(await page.locator(`#${DESK}-channel`).inputValue(), 'institution');
  await unfold(page, `${DESK}-fee`);
  await page.locator(`#${DESK}-fee`).press('ArrowDown');
  assert.equal(await page.locator(`#${DESK}-fee`).inputValue(), 'amount');
  await tabInto(page, `${DESK}-fee-amount`, '3,20');
  await page.locator('#f-payment-lv').pressSequentially('Maksājiet iestādes kasē.');
  await tabInto(page, 'f-payment-en', 'Pay at the desk.');
  await addPayment(page, 0, URGENT);
  await addPayment(page, 1, CHILDREN);

  // Enter in an input saves.
  await Promise.all([page.locator('[data-error-summary]').waitFor(), page.keyboard.press('Enter')]);
  const told = page.locator('[data-error-summary] a');
  assert.equal(await told.count(), 1, (await told.allInnerTexts()).join());
  assert.match(await told.innerText(), /12,50/, 'an example of what is wanted');
  assert.equal(await wrong.inputValue(), 'daudz', 'wrong input is kept as typed');
  assert.equal(await page.locator(`#${DESK}-tiers-0-condition-lv`).inputValue(), URGENT.lv);
  assert.equal(await page.locator(`#${DESK}-tiers-1-fee`).inputValue(), 'free');
  assert.equal(await page.locator('#f-payment-lv').inputValue(), 'Maksājiet iestādes kasē.');
  await told.press('Enter');
  await page.locator(`#${DESK}-tiers-0-fee-amount:focus`).waitFor();
  await lookAtWrong(browser, base, problems);

  await page.goto(SECTION);
  assert.equal(await wrong.inputValue(), 'daudz', 'and is there again later');
  await wrong.press('Control+A');
  await page.keyboard.type('14,25');
  await enterOn(page, wrong, /done=section-saved$/);
  await page.goto(`/lv/work/services/${SERVICE}`);
  await enterOn(page, page.locator('form[action$="/publish"] button'), /published=\d+$/);

  const visitor = await open(browser, base, { width: 390 });
  await visitor.page.goto(`/lv/services/${SERVICE}`);
  const ways = visitor.page.locator('section[aria-labelledby=h-channels]');
  assert.match(await ways.getByRole('row', { name: /^Iestādē klātienē/ }).innerText(), /Bez maksas vai par maksu/);
  const list = ways.locator('div.dv-stack:has(> h3)').filter({ hasText: 'Cik maksā dažādos gadījumos' });
  assert.match(await list.locator('p').innerText(), /iestādē klātienē/, 'it says in which channel');
  const lines = (await list.locator('dl > div').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim());
  assert.deepEqual(lines, ['Parasti 3,20 €', `${URGENT.lv} papildus 14,25 €`, `${CHILDREN.lv} Bez maksas`]);
  assert.match(await ways.innerText(), /Kā samaksāt\s+Maksājiet iestādes kasē\./);
  await lookHere(visitor, 'payments-visitor-lv', problems);
  assert.deepEqual([...contact.faults, ...visitor.faults, ...problems], []);
  await visitor.close();
  await contact.close();
});
