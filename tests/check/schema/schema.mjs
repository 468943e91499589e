// SPDX-License-Identifier: Apache-2.0
// Holds files against the schemas of the format: every good one validates, every wrong one whose fault is
// of structure fails. Usage: node schema.mjs NODE_MODULES TREE_SCHEMA FACTS_SCHEMA SOURCE_ROOT
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, treeSchema, factsSchema, root] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const Ajv = require('ajv/dist/2020').default;
const YAML = require('yaml');

// strict: unknown keywords are faults of ours. strictTypes and strictRequired would forbid what unions
// and conditions need.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const compile = (path) => ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
const validators = { tree: compile(treeSchema), facts: compile(factsSchema) };

let faults = 0;
const complain = (text) => {
  console.error(`schema: ${text}`);
  faults++;
};

// What the reader refuses in any file, whatever it says: not the schema's matter.
function isPlain(document) {
  let plain = document.errors.length === 0 && document.contents !== null;
  YAML.visit(document, {
    Alias: () => { plain = false; },
    Node: (_, node) => { if (node.anchor || node.tag) plain = false; },
  });
  return plain;
}

// The text of a file; null where it is no UTF-8 or holds a control character or a directive.
function textOf(path) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return /^%|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/m.test(text) ? null : text;
  } catch {
    return null;
  }
}

// failsafe: every scalar is text as written, as the format has it. core: as an editor reads it.
function judge(kind, path, schema) {
  const text = textOf(path);
  if (text === null) return { isYaml: false };
  const documents = YAML.parseAllDocuments(text, { schema, logLevel: 'silent' });
  if (documents.length !== 1 || !isPlain(documents[0])) return { isYaml: false };
  const validate = validators[kind];
  const isValid = validate(documents[0].toJS());
  return { isYaml: true, isValid, why: ajv.errorsText(validate.errors) };
}

function expectValid(kind, name, schema) {
  const { isYaml, isValid, why } = judge(kind, join(root, name), schema);
  if (!isYaml || !isValid) complain(`${name} (read as ${schema}) does not validate: ${why}`);
}

const yamlIn = (folder) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml')).sort();

// least.yaml has a title that is the word null, which an editor takes for nothing.
const shipped = {
  tree: yamlIn('decision-trees').map((name) => `decision-trees/${name}`),
  facts: yamlIn('data/facts').map((name) => `data/facts/${name}`),
};
const good = {
  tree: [...shipped.tree, 'tests/tree/good/full.yaml', 'tests/tree/good/least.yaml',
         'tests/terminal/trees/walk.yaml', 'tests/terminal/trees/hostile.yaml'],
  facts: [...shipped.facts, 'tests/tree/good/beside.yaml',
          ...yamlIn('tests/tree/good/facts').map((name) => `tests/tree/good/facts/${name}`)],
};
for (const kind of ['tree', 'facts']) {
  good[kind].forEach((name) => expectValid(kind, name, 'failsafe'));
  shipped[kind].forEach((name) => expectValid(kind, name, 'core'));
}

// The list names those whose fault is of structure. A file that is not in it has its fault in YAML itself
// or in what the words mean, and must validate: else the schema refuses what the reader takes.
const structural = new Set(readFileSync(join(root, 'tests/check/schema/structural.txt'), 'utf8')
  .split('\n').filter((line) => line !== '' && !line.startsWith('#')));
const bad = [...yamlIn('tests/tree/bad').map((name) => ['tree', name]),
             ...yamlIn('tests/tree/bad/facts').map((name) => ['facts', `facts/${name}`])];
let refused = 0;
for (const [kind, name] of bad) {
  const { isYaml, isValid } = judge(kind, join(root, 'tests/tree/bad', name), 'failsafe');
  if (structural.delete(name)) {
    if (isYaml && isValid) complain(`bad/${name} is wrong in structure, but validates`);
    else refused++;
  } else if (isYaml && !isValid) {
    complain(`bad/${name} does not validate; add it to structural.txt if its structure is wrong`);
  }
}
structural.forEach((name) => complain(`structural.txt names ${name}, which is not there`));
console.log(`schema: ${good.tree.length + good.facts.length} files validate, ${refused} are refused`);
process.exit(faults > 0 ? 1 : 0);
