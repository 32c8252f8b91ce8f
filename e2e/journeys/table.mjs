// A contact person downloads the services as a table, changes two cells, sees the differences, and applies them.
import assert from 'node:assert/strict';
import { open } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { lookHere } from '../lib/look.mjs';

/** The exported table with cells changed: code, column, cell. */
function changed(csv, cells) {
  const records = parse(csv.replace(/^\ufeff/, ''));
  const heading = records[0];
  for (const [code, column, cell] of cells) {
    const row = records.find((record) => record[0] === code);
    row[heading.indexOf(column)] = cell;
  }
  return records.map((record) => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
}

/** Records of a CSV text. */
function parse(text) {
  const records = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    records.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') records.push([]);
    if (end === '') break;
  }
  return records.filter((record) => record.length > 1);
}

// req: CAT-15, CAT-25
journey('table: out, two cells changed, differences shown, applied', async ({ browser, base }) => {
  const problems = [];
  const shown = await open(browser, base, { lang: 'lv', persona: 'contact' });
  const { page, close } = shown;
  await page.goto('/lv/work/services/import');
  const csv = await page.evaluate(async () => (await fetch('/lv/work/services/export.csv')).text());
  assert.ok(csv.includes('electronic_fee'), csv.slice(0, 200));
  const upload = async (text) => {
    await page.goto('/lv/work/services/import');
    await page.setInputFiles('input[type=file]', { name: 'pakalpojumi.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.click('main button[type=submit]');
  };
  await upload('code,colour\n1007,zils\n');
  assert.match(await page.textContent('[role=alert]'), /colour/);
  await lookHere(shown, 'table-wrong', problems);
  await upload(csv);
  assert.match(await page.textContent('main'), /nav nekā, kas atšķirtos/);
  await upload(changed(csv, [['1007', 'institution_fee', '2,50'], ['1007', 'notice_lv', ''], ['1007', 'notice_en', ''], ['1008', 'electronic_fee', 'divi']]));
  assert.match(await page.textContent('main'), /Mainīsies: 1; ar kļūdām: 1/);
  await lookHere(shown, 'table-preview', problems);
  await page.check('input[name=publish]');
  await page.click('main form button[type=submit]');
  assert.match(await page.textContent('main'), /Piemērotas: 1; noraidītas: 1/);
  await lookHere(shown, 'table-done', problems);
  const public_ = await (await fetch(`${base}/api/v1/services/1007`)).json();
  assert.deepEqual(public_.description.channels.find((offer) => offer.channel === 'institution').fee, { amount: 250 });
  // What cannot be published yet is said at once; kept as a draft it waits to be read and taken over.
  const again = await page.evaluate(async () => (await fetch('/lv/work/services/export.csv')).text());
  await upload(changed(again, [['1014', 'audience_lv', 'Ikviens, kurš strādājis'], ['1014', 'name_en', '']]));
  assert.match(await page.textContent('main'), /pagaidām nevar publicēt/);
  await lookHere(shown, 'table-blocked', problems);
  await page.click('main form button[type=submit]');
  assert.match(await page.textContent('main'), /Piemērotas: 1; noraidītas: 0/);
  await page.goto('/lv/work/services/1014');
  await page.click('aside a[href$="/1014/changes"] >> nth=0');
  assert.match(await page.textContent('main'), /kurš strādājis/);
  await lookHere(shown, 'table-sent', problems);
  await page.click('form[action$="/take-over"] button');
  await page.waitForURL(/\/work\/services\/1014\?done=sent-taken/);
  await close();
  assert.deepEqual(problems, []);
});
