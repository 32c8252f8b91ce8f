// Company management lets an employee use services in the name of the company, without JavaScript and with it; the employee
// sees and may use those only, and reads whom to ask for the rest.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { look, lookBeside, lookHere } from '../lib/look.mjs';
import { token } from '../lib/server.mjs';

/** Services of the demonstration: the funeral benefit, the childbirth benefit. */
const FUNERAL = '1004';
const BIRTH = '1007';

/** Somebody of the demonstration who acts for themselves, and whom management lets in. */
const ADDED = { persona: 'resident2', code: '328000-00022', name: 'Ozols' };

/** The management's page about somebody, by their name. */
async function pageAbout(page, name) {
  await page.goto('/lv/representatives');
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/\/representatives\/[0-9a-f-]{36}$/);
}

/** Looks for words and presses the button beside the service with this code. */
async function assign(page, words, code) {
  await page.locator('#q').fill(words);
  await page.locator('#find form[role=search] button').click();
  await page.waitForURL(({ searchParams }) => searchParams.get('q') === words && !searchParams.has('done'));
  await page.locator(`#find button[name=add][value="${code}"]`).click();
  await page.locator(`button[name=remove][value="${code}"]`).waitFor();
}

/** What the interface answers to the employee's token. */
async function ask(base, path, bearer) {
  return fetch(`${base}${path}`, { headers: { authorization: `Bearer ${bearer}`, 'accept-language': 'en' } });
}

// req: POR-10, ACC-07, ACC-08
journey('represent: management lets somebody in without JavaScript, assigns by words and by code, and ends it', async ({ browser, base }) => {
  const problems = [];
  const manager = await open(browser, base, { javascript: false, persona: 'company' });
  const { page } = manager;
  await page.goto('/lv/profile');
  await page.locator('main a[href="/lv/representatives"]').click();
  await page.getByLabel('Personas kods').fill(ADDED.code);
  await page.getByLabel('Uzvārds').fill('Bērziņa');
  await page.getByRole('button', { name: 'Pievienot' }).click();
  assert.equal(await page.getByLabel('Personas kods').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('Uzvārds').inputValue(), 'Bērziņa', 'what was typed stays');
  assert.ok(!(await page.locator('main').innerText()).includes('Jānis'), 'a code tells nobody whose it is');
  await page.getByLabel('Uzvārds').fill(ADDED.name);
  await page.getByRole('button', { name: 'Pievienot' }).click();
  await page.waitForURL(/\/representatives\/[0-9a-f-]{36}\?done=representative-added/);
  await lookBeside({ browser, base, persona: 'company' }, manager, 'represent-added', problems);

  const added = await open(browser, base, { persona: ADDED.persona });
  await added.page.goto('/lv/profile');
  await added.page.getByRole('button', { name: /Rīta Rasa/ }).click();
  await added.page.waitForURL((url) => url.pathname === '/lv');
  assert.match(await added.page.locator('section[aria-labelledby=h-company]').innerText(), /vēl nav piešķīrusi nevienu/);

  await assign(page, 'apbedīšanas pabalsts', FUNERAL);
  await assign(page, BIRTH, BIRTH);
  assert.equal(await page.locator('button[name=remove]').count(), 2);
  await lookBeside({ browser, base, persona: 'company' }, manager, 'represent-assigned', problems);
  await added.page.goto(`/lv/services/${FUNERAL}`);
  assert.equal(await added.page.locator('main a[href$="/apply"]').count(), 1, 'at once');
  await page.locator(`button[name=remove][value="${FUNERAL}"]`).click();
  await page.locator(`button[name=remove][value="${FUNERAL}"]`).waitFor({ state: 'detached' });
  await added.page.goto(`/lv/services/${FUNERAL}`);
  assert.equal(await added.page.locator('main a[href$="/apply"]').count(), 0, 'and taken away at once');
  assert.match(await added.page.locator('main').innerText(), /Lūdziet to valdes loceklim/);
  await lookHere(added, 'represent-unassigned', problems);

  const shown = await page.locator('main').innerText();
  assert.ok(!shown.includes(ADDED.code) && shown.includes('•••'), 'the personal code is masked');
  await page.getByRole('button', { name: 'Izbeigt pārstāvību' }).click();
  await page.waitForURL(/done=representative-ended/);
  await added.page.goto('/lv/cases');
  assert.ok(added.page.url().includes('/sign-in'), 'the right ended at the next request');
  assert.deepEqual([...manager.faults, ...added.faults, ...problems], []);
  await added.close();
  await manager.close();
});

// req: POR-10
journey('represent: an employee sees and uses the assigned services of the company and no other', async ({ browser, base }) => {
  const problems = [];
  const employee = await open(browser, base, { persona: 'employee' });
  const { page } = employee;
  await page.goto('/lv');
  const own = page.locator('section[aria-labelledby=h-company]');
  assert.equal(await own.locator(`a[href="/lv/services/${FUNERAL}"]`).count(), 1);
  assert.equal(await own.locator(`a[href="/lv/services/${BIRTH}"]`).count(), 0);
  await own.getByRole('link', { name: 'Visi jums piešķirtie pakalpojumi' }).click();
  assert.equal(await page.locator('main ul.dv-servicelist > li').count(), 2);
  await page.goto('/lv/services?q=pabalsts');
  assert.ok(await page.getByText('Jums nav piešķirts').count() > 0, 'the others are marked');
  for (const path of [`/lv/services/${BIRTH}/apply`, '/lv/representatives']) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 403, path);
    assert.match(await page.locator('main').innerText(), /uzņēmuma vadīb/i, 'it says whom to ask');
  }
  await lookHere(employee, 'represent-refused', problems);
  await page.goto('/lv/cases');
  const numbers = await page.locator('main').innerText();
  assert.ok(numbers.includes(`${FUNERAL} `) && !numbers.includes(`${BIRTH} `), 'cases of assigned services only');

  const bearer = await token(base, 'employee');
  const list = await (await ask(base, '/api/v1/cases?limit=100', bearer)).json();
  assert.ok(list.items.length > 0 && list.items.every(({ number }) => number.startsWith(`${FUNERAL} `)));
  const body = JSON.stringify({ service: BIRTH, answers: {} });
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', 'accept-language': 'en' };
  const refused = await fetch(`${base}/api/v1/cases`, { method: 'POST', headers, body });
  assert.equal(refused.status, 403);
  assert.equal((await refused.json()).key, 'service-not-assigned');
  assert.deepEqual([...employee.faults, ...problems], []);
  await employee.close();
});

// req: POR-10, A11-01, A11-02
journey('represent: axe, width and policy on every page of representatives', async ({ browser, base }) => {
  const problems = [];
  for (const lang of ['lv', 'en']) {
    const manager = await open(browser, base, { lang, persona: 'company' });
    await look(manager, { lang, path: '/representatives', who: 'represent-company' }, problems);
    await manager.page.locator('main form button[type=submit]').click();
    await lookHere(manager, `represent-wrong-${lang}`, problems);
    await pageAbout(manager.page, 'Edgars Apse');
    const path = new URL(manager.page.url()).pathname.slice(3);
    await look(manager, { lang, path: `${path}?q=pabalsts`, who: 'represent-company' }, problems);
    await manager.close();
    const employee = await open(browser, base, { lang, persona: 'employee' });
    for (const path of ['', '/browse/clients/assigned', `/services/${BIRTH}`, '/services?q=pabalsts', '/profile']) {
      await look(employee, { lang, path, who: 'represent-employee' }, problems);
    }
    await employee.close();
  }
  assert.deepEqual(problems, []);
});
