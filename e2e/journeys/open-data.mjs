// The open data as others read them: services and institutions with their places conform to the SHACL shapes of CPSV-AP, and a
// broken one is found.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { journey } from '../lib/journey.mjs';
import { codes, shapes, text, violations } from '../shacl/check.mjs';

const SHAPES = fileURLToPath(new URL('../../../shared/data/services/cpsv-ap-3.2.0/shacl/cpsv-ap-SHACL.ttl', import.meta.url));

/** Faults that an export could have: what is wrong, how to make it so, what the shapes say of it. */
const FAULTS = [
  ['no holder', (turtle) => turtle.replace(/cv:hasCompetentAuthority [^;]+;/, ''), 'hasCompetentAuthority'],
  ['a title without language', (turtle) => turtle.replace(/dct:title "[^"]+"@lv/, 'dct:title "Bez valodas"'), 'title'],
  ['a channel without identifier', (turtle) => turtle.replace(/(a cv:Channel ;)\s+dct:identifier "[^"]+" ;/, '$1'), 'identifier'],
  ['a duration that is none', (turtle) => turtle.replace(/(cv:processingTime )"P\w+"\^\^xsd:duration/, '$1"10 dienas"'), 'processingTime'],
  ['a holder without place', (turtle) => turtle.replace(/(<[^>]*id\/institution\/[^>]*> a [\s\S]*?)dct:spatial [^;]+;/, '$1'), 'spatial'],
  ['a form without title', (turtle) => turtle.replace(/(#form> a cv:Evidence ;[\s\S]*?)dct:title [^;]+;/, '$1'), 'title'],
];

/** The same of an institution with its places. */
const PLACE_FAULTS = [
  ['hours that are none', (turtle) => turtle.replaceAll('a time:TemporalEntity', 'a time:Instant'), 'openingHours'],
  ['an address without language', (turtle) => turtle.replace(/(locn:fullAddress "[^"]+")@lv/, '$1'), 'fullAddress'],
];

// req: OPN-03, CAT-19
journey('open data: every service conforms to the shapes of CPSV-AP', async ({ base }) => {
  if (!existsSync(SHAPES)) {
    assert.notEqual(process.env.NEEDS_SHARED_DATA, '1', `${SHAPES} is asked for and absent`);
    return console.log('skipped: ../shared/data/services/cpsv-ap-3.2.0 is absent');
  }
  const validator = shapes(SHAPES);
  const all = await codes(base);
  assert.ok(all.length >= 16, `${all.length} services`);
  for (const code of all) {
    assert.deepEqual(await violations(validator, await text(`${base}/api/v1/services/${code}.ttl`)), [], code);
  }
  assert.deepEqual(await violations(validator, await text(`${base}/api/v1/services/dump.ttl`)), [], 'dump.ttl');
  const institution = await text(`${base}/api/v1/institutions/VSAA.ttl`);
  assert.match(institution, /institution\/VSAA#branch-1> a dct:Location , org:Site ;/);
  for (const code of ['VSAA', 'VPVKAC-CESIS', 'LV-022']) {
    assert.deepEqual(await violations(validator, await text(`${base}/api/v1/institutions/${code}.ttl`)), [], code);
  }
  const service = await text(`${base}/api/v1/services/1007.ttl`);
  for (const [good, faults] of [[service, FAULTS], [institution, PLACE_FAULTS]]) {
    for (const [what, fault, told] of faults) {
      const broken = fault(good);
      assert.notEqual(broken, good, what);
      const found = await violations(validator, broken);
      assert.ok(found.some((line) => line.includes(told)), `${what} is not found: ${found.join('\n')}`);
    }
  }
});

// req: OPN-03, CAT-19
journey('open data: a copy follows the feed, pages of other sites may read it', async ({ base }) => {
  const dump = await fetch(`${base}/api/v1/services/dump.jsonl`, { headers: { origin: 'https://elsewhere.example' } });
  assert.equal(dump.headers.get('access-control-allow-origin'), '*');
  const lines = (await dump.text()).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((line) => line.code).sort(), [...new Set(lines.map((line) => line.code))].sort());
  const again = await fetch(`${base}/api/v1/services/dump.jsonl`, { headers: { 'if-none-match': dump.headers.get('etag') } });
  assert.equal(again.status, 304);
  const [, after] = /after=(\w+)>; rel="monitor"/.exec(dump.headers.get('link'));
  const news = await (await fetch(`${base}/api/v1/services/changes?after=${after}`)).json();
  assert.deepEqual([news.items, news.more], [[], false]);
  const first = lines[0];
  const one = await fetch(`${base}/api/v1/services/${first.code}`, { headers: { accept: 'application/json' } });
  assert.equal(one.headers.get('etag'), `"${first.revision}"`);
  const page = await fetch(`${base}/id/service/${first.code}`, { headers: { accept: 'text/html' }, redirect: 'manual' });
  assert.deepEqual([page.status, page.headers.get('location')], [303, `/lv/services/${first.code}`]);
  const data = await fetch(`${base}/id/service/${first.code}`, { headers: { accept: 'text/turtle' } });
  assert.match(data.headers.get('content-type'), /^text\/turtle/);
});
