// Builds assets/dist from src/ and the pinned npm packages: one app.css, our one script, fonts, icons, licences.
// Run `npm ci && node build.mjs` in this folder after changing src/ or using a new icon; commit dist/.
import { readFileSync as read, writeFileSync as write, copyFileSync as copy, mkdirSync, readdirSync, existsSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(here, ...parts);
const modules = (path) => at('node_modules', path);
for (const folder of ['dist/fonts', 'dist/licences']) mkdirSync(at(folder), { recursive: true });

// Comments and runs of white space go; strings and url() stay as they are.
const minify = (css) => css
  .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\//g, (_, text) => text ?? '')
  .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s+/g, (_, text) => text ?? ' ')
  .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*([{};])\s*/g, (_, text, sign) => text ?? sign)
  .trim();

const fontFolder = '@fontsource-variable/source-sans-3';
const fonts = ['latin-ext', 'latin'].map((set) => `source-sans-3-${set}-wght-normal.woff2`);
for (const font of fonts) copy(modules(`${fontFolder}/files/${font}`), at('dist/fonts', font));

// The order matters: cascade layers are declared by the library before our own layer adds to them.
const css = ['src/fonts.css', 'src/durvis-theme.css', 'node_modules/@digdir/designsystemet-css/dist/src/index.css', 'src/dv.css']
  .map((file) => minify(read(at(file), 'utf8').replace(/^@charset "[^"]*";/, '')));
write(at('dist/app.css'), '@charset "UTF-8";' + css.join('\n') + '\n');

// The card on other sites brings its own few rules: it must stay small.
const card = minify(read(at('src/embed.css'), 'utf8'));
if (card.length > 4096) throw new Error(`embed.css is ${card.length} bytes; the budget is 4096`);
write(at('dist/embed.css'), card + '\n');

const script = read(at('src/app.js'), 'utf8').replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '').replace(/\n{2,}/g, '\n');
if (script.length > 6144) throw new Error(`app.js is ${script.length} bytes; the budget is 6144`);
write(at('dist/app.js'), script);
// The editor of descriptions has a script of its own, so that no other page carries it.
const editor = read(at('src/editor.js'), 'utf8').replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '').replace(/\n{2,}/g, '\n');
if (editor.length > 3072) throw new Error(`editor.js is ${editor.length} bytes; the budget is 3072`);
write(at('dist/editor.js'), editor);
// So has the end of a session, which visitors who are not signed in do not carry.
const session = read(at('src/session.js'), 'utf8').replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '').replace(/\n{2,}/g, '\n');
if (session.length > 3072) throw new Error(`session.js is ${session.length} bytes; the budget is 3072`);
write(at('dist/session.js'), session);
copy(at('src/favicon.svg'), at('dist/favicon.svg'));

// Icons: the names in icons.txt and every icon("name") in a template.
const names = new Set(read(at('icons.txt'), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
const apps = at('../crates/apps');
const walk = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]);
for (const app of readdirSync(apps)) {
  const templates = join(apps, app, 'templates');
  if (!existsSync(templates)) continue;
  for (const file of walk(templates)) for (const [, name] of read(file, 'utf8').matchAll(/icon\(["']([a-z0-9-]+)["']/g)) names.add(name);
}
const icons = {};
for (const name of [...names].sort()) {
  const file = modules(`lucide-static/icons/${name}.svg`);
  if (!existsSync(file)) throw new Error(`no icon called ${name}`);
  icons[name] = read(file, 'utf8').replace(/<!--[\s\S]*?-->/, '').replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '')
    .replace(/\s*\n\s*/g, '').replaceAll(' />', '/>');
}
write(at('dist/icons.json'), JSON.stringify(icons, null, 1) + '\n');

copy(modules('@digdir/designsystemet-css/LICENSE'), at('dist/licences/designsystemet.txt'));
copy(modules(`${fontFolder}/LICENSE`), at('dist/licences/source-sans-3.txt'));
copy(modules('lucide-static/LICENSE'), at('dist/licences/lucide.txt'));
console.log(`dist: ${names.size} icons, app.css ${css.join('').length} bytes, app.js ${script.length} bytes`);
