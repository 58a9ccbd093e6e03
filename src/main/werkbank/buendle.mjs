// Makes src/main/resources/werkbank and its list of parts under META-INF/sbom out of the npm packages that
// src/test/bpmnlint/package-lock.json pins. Run by hand when a version changes; WerkbankBibliothekenTest runs it at every build and
// compares. No clock, no machine in the result.
//   node src/main/werkbank/buendle.mjs target/bpmnlint src/main/resources/werkbank
import {copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';

const [werkzeug, ziel] = process.argv.slice(2).map(ort => resolve(ort));
const require = createRequire(join(werkzeug, 'package.json'));
const {build} = require('esbuild');
const schloss = JSON.parse(readFileSync(join(werkzeug, 'package-lock.json'), 'utf8')).packages;
const paket = name => join(werkzeug, 'node_modules', name);
const BROWSER = {target: 'es2020', legalComments: 'inline', logLevel: 'error'};

function ordner(kurz, name) {
  const ort = join(ziel, `${kurz}-${schloss[`node_modules/${name}`].version}`);
  mkdirSync(ort, {recursive: true});
  copyFileSync(join(paket(name), 'LICENSE'), join(ort, 'LICENSE'));
  return ort;
}

// As the maker delivers it, without a changed byte.
const kopiere = (name, datei, ort) => copyFileSync(join(paket(name), 'dist', datei), ort);

const stil = (name, dateien, ort) => build({
  ...BROWSER, bundle: true, minify: true, outfile: ort, loader: {'.eot': 'empty', '.svg': 'empty'},
  stdin: {contents: dateien.map(datei => `@import "./${datei}";`).join('\n'), loader: 'css', resolveDir: join(paket(name), 'dist/assets')},
});

async function ablauf() {
  const ort = ordner('camunda-bpmn-js', 'camunda-bpmn-js');
  kopiere('camunda-bpmn-js', 'camunda-platform-modeler.production.min.js', join(ort, 'modeler.js'));
  kopiere('camunda-bpmn-js', 'camunda-platform-navigated-viewer.production.min.js', join(ort, 'viewer.js'));
  await stil('camunda-bpmn-js', ['camunda-platform-modeler.css'], join(ort, 'modeler.css'));
}

async function regel() {
  const ort = ordner('dmn-js', 'dmn-js');
  kopiere('dmn-js', 'dmn-modeler.production.min.js', join(ort, 'modeler.js'));
  await stil('dmn-js', ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-drd.css', 'dmn-js-decision-table.css',
    'dmn-js-decision-table-controls.css', 'dmn-js-literal-expression.css', 'dmn-js-boxed-expression.css', 'dmn-js-boxed-expression-controls.css',
    'dmn-font/css/dmn-embedded.css'], join(ort, 'modeler.css'));
}

// Delivered unminified only.
async function formular() {
  const ort = ordner('form-js', '@bpmn-io/form-js');
  await build({...BROWSER, entryPoints: [join(paket('@bpmn-io/form-js'), 'dist/form-editor.umd.js')], minify: true, outfile: join(ort, 'editor.js')});
  await stil('@bpmn-io/form-js', ['form-js.css', 'form-js-editor.css', 'properties-panel.css', 'dragula.css'], join(ort, 'editor.css'));
}

// The linter with the rules of .bpmnlintrc and nothing else.
async function pruefung() {
  const ort = ordner('bpmnlint', 'bpmnlint');
  const regeln = JSON.parse(readFileSync(join(werkzeug, '.bpmnlintrc'), 'utf8'));
  const Aufloeser = require('bpmnlint/lib/resolver/node-resolver');
  const regelwerk = await require('bpmnlint/lib/support/compile-config')(regeln, new Aufloeser({require}));
  await build({
    ...BROWSER, bundle: true, minify: true, format: 'esm', outfile: join(ort, 'linter.js'),
    stdin: {contents: `${regelwerk}\nexport {default as Linter} from 'bpmnlint/lib/linter.js';`, resolveDir: werkzeug},
  });
}

// Where npm looks for what a package names, the nearest first.
function gefunden(von, name) {
  for (let ort = von; ; ort = ort.slice(0, Math.max(ort.lastIndexOf('/node_modules/'), 0))) {
    const stelle = `${ort ? `${ort}/` : ''}node_modules/${name}`;
    if (schloss[stelle] || !ort) {
      return schloss[stelle] && stelle;
    }
  }
}

function bestandteile() {
  const offen = ['camunda-bpmn-js', 'dmn-js', '@bpmn-io/form-js', 'bpmnlint', 'bpmnlint-plugin-camunda-compat'].map(name => `node_modules/${name}`);
  const alle = new Set();
  while (offen.length > 0) {
    const stelle = offen.pop();
    if (!alle.has(stelle)) {
      alle.add(stelle);
      const braucht = Object.keys({...schloss[stelle].dependencies, ...schloss[stelle].peerDependencies});
      offen.push(...braucht.map(name => gefunden(stelle, name)).filter(Boolean));
    }
  }
  const teile = [...alle].map(stelle => ({stelle, name: stelle.slice(stelle.lastIndexOf('node_modules/') + 13), version: schloss[stelle].version}));
  const jeName = new Map(teile.map(teil => [`${teil.name}@${teil.version}`, teil]));
  return [...jeName.keys()].sort().map(name => jeName.get(name));
}

function lizenztext(stelle) {
  const ort = join(werkzeug, stelle);
  const datei = existsSync(ort) && readdirSync(ort).sort().find(name => /^licen[sc]e/i.test(name));
  return datei ? readFileSync(join(ort, datei), 'utf8').replaceAll('\r\n', '\n').trim() : `License: ${schloss[stelle].license ?? 'see the package'}`;
}

// Every text once, under the names of all whose it is.
function lizenzen(teile) {
  const texte = new Map();
  teile.forEach(({stelle, name, version}) => texte.set(lizenztext(stelle), [...texte.get(lizenztext(stelle)) ?? [], `${name} ${version}`]));
  const abschnitte = [...texte].map(([text, wessen]) => `${'='.repeat(72)}\n${wessen.join('\n')}\n\n${text}`);
  writeFileSync(join(ziel, 'LICENSES.txt'), `${abschnitte.join('\n\n')}\n`);
}

function stueckliste(teile) {
  const purl = ({name, version}) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const components = teile.map(teil => ({
    type: 'library', 'bom-ref': purl(teil), name: teil.name, version: teil.version, purl: purl(teil),
    ...schloss[teil.stelle].license ? {licenses: [{license: {name: schloss[teil.stelle].license}}]} : {},
  }));
  const ort = join(ziel, '../META-INF/sbom');
  mkdirSync(ort, {recursive: true});
  writeFileSync(join(ort, 'werkbank.cdx.json'), `${JSON.stringify({bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components}, null, 1)}\n`);
}

const liesmich = join(ziel, 'README.md');
const geblieben = existsSync(liesmich) ? readFileSync(liesmich) : '';
rmSync(ziel, {recursive: true, force: true});
mkdirSync(dirname(liesmich), {recursive: true});
writeFileSync(liesmich, geblieben);
await Promise.all([ablauf(), regel(), formular(), pruefung()]);
const teile = bestandteile();
lizenzen(teile);
stueckliste(teile);
