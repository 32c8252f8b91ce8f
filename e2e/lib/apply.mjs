// The way of an application: from the service page to the confirmation, step by step, as a resident fills it in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Valid answers for P.11, childbirth benefit. Invented people. */
export const CHILDBIRTH = {
  applicant_given_name: 'Anna',
  applicant_family_name: 'Bērziņa',
  applicant_personal_code: '328000-00014',
  applicant_role: 'mother',
  child_given_name: 'Marta',
  child_family_name: 'Bērziņa',
  child_birth_date: { day: '2', month: '10', year: '2026' },
  birth_registered_in: 'latvia',
  child_personal_code: '328000-00063',
  claimed_elsewhere: 'false',
  account_holder: 'Anna Bērziņa',
  iban: 'LV80BANK0000435195001',
  email: 'anna.berzina@example.lv',
  phone: '+371 20000014',
  declare_true: true,
  declare_not_paid: true,
  declare_changes: true,
};

/** Right answers for a form of the register, as its example gives them: days in three fields. Invented people. */
function example(form) {
  const file = new URL(`../../crates/modules/forms/content/examples/${form}.json`, import.meta.url);
  const written = (value) => {
    const [, year, month, day] = String(value).match(/^(\d{4})-(\d\d)-(\d\d)$/) ?? [];
    return year ? { day, month, year } : value;
  };
  const answers = { phone: '+371 20000014', ...JSON.parse(readFileSync(file)) };
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, written(value)]));
}

/** The services with a form of their own, by the code of their pilot, with right answers. */
export const FORMS = { 'P.11': CHILDBIRTH, 'P.02': example('unemployed-status'), 'P.08': example('funeral-benefit') };

const MAIN_FORM = 'form[enctype="multipart/form-data"]';

/** The page of a pilot service, found as a person finds it: by searching. */
export async function openService(page, lang = 'lv', words = 'P.11') {
  await page.goto(`/${lang}/services?q=${encodeURIComponent(words)}`);
  const link = page.locator(`main a[href^="/${lang}/services/"]`).filter({ hasNot: page.locator('[rel=next]') }).first();
  await link.click();
  await page.waitForURL(new RegExp(`/${lang}/services/\\d+$`));
}

/** From the service page into the first step. Signs in on the way when nobody is signed in. */
export async function begin(page, persona) {
  await page.locator('main a[href$="/apply"]').first().click();
  if (persona && page.url().includes('/sign-in')) await page.locator(`main a[href^="/demo/sign-in/${persona}?"]`).click();
  const discard = page.locator('form[action$="/discard"] button');
  if (await discard.count()) {
    const here = page.url();
    await page.locator('details:has(form[action$="/discard"]) > summary').click();
    await discard.click();
    await page.waitForURL((url) => url.href !== here);
    await page.goto(here);
  }
  await page.locator('form[action$="/apply"] button').click();
  await page.waitForURL(/\/steps\//);
}

/** Fills every field of the shown page that `answers` names. */
export async function fill(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    if (Array.isArray(value)) {
      for (const box of await page.locator(`input[type=checkbox][name="${name}"]`).all()) {
        await box.setChecked(value.includes(await box.getAttribute('value')));
      }
      continue;
    }
    if (typeof value === 'object') {
      if (!(await page.locator(`input[name="${name}-day"]`).count())) continue;
      for (const part of ['day', 'month', 'year']) await page.locator(`input[name="${name}-${part}"]`).fill(value[part]);
      continue;
    }
    const radio = page.locator(`input[type=radio][name="${name}"][value="${value}"]`);
    if (await radio.count()) { await radio.check(); continue; }
    const box = page.locator(`input[type=checkbox][name="${name}"]`);
    if (await box.count()) { await box.setChecked(value === true); continue; }
    const field = page.locator(`input[name="${name}"]:not([type=hidden]):not([type=file]):not([type=radio]), textarea[name="${name}"]`);
    if (await field.count()) { await field.fill(String(value)); continue; }
    const choice = page.locator(`select[name="${name}"]`);
    if (await choice.count()) await choice.selectOption(String(value));
  }
}

/** Sends the shown step. */
export async function next(page) {
  await Promise.all([page.waitForLoadState('load'), page.locator(`${MAIN_FORM} button[type=submit]:not([name])`).first().click()]);
  await page.waitForLoadState('load');
}

/** Which step is shown: the last part of its address. */
export const stepOf = (page) => new URL(page.url()).pathname.split('/').pop();

/** All steps up to "check your answers"; `at` is called on each step before it is filled. */
export async function fillAll(page, answers, at = async () => {}) {
  for (let guard = 0; guard < 15 && stepOf(page) !== 'check'; guard += 1) {
    const step = stepOf(page);
    await at(step);
    await fill(page, answers);
    await next(page);
    const wrong = await page.locator('[data-error-summary]').allInnerTexts();
    assert.deepEqual(wrong, [], `step ${step} was refused`);
  }
  assert.equal(stepOf(page), 'check', 'the steps end with the check of the answers');
}

/** The button of the last page. */
export const submitButton = (page) => page.locator('form[action$="/check"] button[type=submit]');

/** Declares the answers true, where the form has not asked that already, and submits; gives the case number as in addresses. */
export async function submit(page) {
  const truth = page.locator('input[name=truth]');
  if (await truth.count()) await truth.check();
  await submitButton(page).click();
  await page.waitForURL(/\/cases\/[\d-]+\/submitted/);
  return new URL(page.url()).pathname.match(/cases\/([\d-]+)\//)[1];
}

/** A whole application; gives the case number. */
export async function apply(page, persona, answers = CHILDBIRTH, lang = 'lv') {
  await openService(page, lang);
  await begin(page, persona);
  await fillAll(page, answers);
  return submit(page);
}
