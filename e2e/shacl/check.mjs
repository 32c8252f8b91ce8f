// Checks open data against the SHACL shapes of CPSV-AP: `node e2e/shacl/check.mjs SHAPES.ttl BASE` asks a running
// demonstration at BASE for every service, as Turtle, and reports every violation. Ends with 0 when there is none.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import rdf from '@rdfjs/dataset';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';

/** The triples of a Turtle text. */
export function turtle(text) {
  return new Parser({ format: 'text/turtle' }).parse(text);
}

/** The validator of a file of shapes. */
export function shapes(file) {
  return new Validator(rdf.dataset(turtle(readFileSync(file, 'utf8'))));
}

/** Every violation in a Turtle text, one line each. */
export async function violations(validator, text) {
  const report = await validator.validate(rdf.dataset(turtle(text)));
  return report.results.map((result) => {
    const part = (term) => term?.value ?? '';
    const message = result.message.map((text) => text.value).join(' ');
    return `${part(result.focusNode)} ${part(result.path)}: ${message || part(result.sourceConstraintComponent)} (${part(result.value)})`;
  });
}

/** The codes of every public service of a running demonstration. */
export async function codes(base) {
  const found = [];
  let after = '';
  do {
    const answer = await fetch(`${base}/api/v1/services?limit=100${after}`);
    const page = await answer.json();
    found.push(...page.items.map((item) => item.code));
    after = page.next ? `&after=${page.next}` : '';
  } while (after);
  return found;
}

/** Text of an address; an error when it is not there. */
export async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

async function main([file, base]) {
  const validator = shapes(file);
  let wrong = 0;
  for (const code of await codes(base)) {
    const found = await violations(validator, await text(`${base}/api/v1/services/${code}.ttl`));
    found.forEach((line) => console.log(`${code}: ${line}`));
    wrong += found.length;
  }
  console.log(`${wrong} violations`);
  process.exit(wrong === 0 ? 0 : 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
