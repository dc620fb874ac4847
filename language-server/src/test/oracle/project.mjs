/**
 * A sound project by chance: a configuration with Durable Objects in one of the forms that people
 * write, and the code that goes with it.
 */
const CLASSES = ['Room', 'Counter', 'Session', 'Presence', 'Ledger', 'RateLimiter', 'Document', 'Lobby'];
/** Of a registry: nothing is built where nothing is deployed. */
const IMAGE = 'docker.io/library/nginx:1.27';
const OTHER = { kv_namespaces: [{ binding: 'CACHE', id: '0123456789abcdef0123456789abcdef' }] };

/** Numbers from a seed (mulberry32), so that a run can be repeated. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 up to, not including, `end`. */
    below: (end) => Math.floor(next() * end),
    pick: (items) => items[Math.floor(next() * items.length)],
    is: (probability) => next() < probability,
    shuffled: (items) => items.map((item) => [next(), item]).sort(([a], [b]) => a - b).map(([, item]) => item),
  };
}

const snake = (name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** @returns `{ format, style, language, classes, config, environment, files }`. */
export function soundProject(random) {
  const language = random.pick(['ts', 'js']);
  const classes = random
    .shuffled(CLASSES)
    .slice(0, 1 + random.below(3))
    .map((name) => ({ name, binding: snake(name), how: random.pick(['declared', 'listed', 'renamed', 'starred', 're-exported', 'constant']) }));
  const lifecycle = random.pick(['migrations', 'migrations', 'exports', 'none']);
  const config = {
    name: random.pick(['chat', 'my-worker', 'api-2']),
    main: `src/index.${language}`,
    compatibility_date: random.pick(['2024-09-23', '2025-06-01', '2026-10-01']),
  };
  if (random.is(0.3)) config.compatibility_flags = ['nodejs_compat'];
  if (random.is(0.4)) config.vars = { GREETING: 'hello', LIMIT: 10 };
  if (random.is(0.3)) Object.assign(config, structuredClone(OTHER));
  config.durable_objects = { bindings: classes.map(({ name, binding }) => ({ name: binding, class_name: name })) };
  if (random.is(0.2)) config.durable_objects.bindings.push({ name: 'ELSEWHERE', class_name: 'Archive', script_name: 'archive-worker' });
  if (lifecycle === 'migrations') config.migrations = history(random, classes);
  if (lifecycle === 'exports') config.exports = declared(random, classes);
  if (random.is(0.15)) {
    const mode = random.pick(['immediate', 'deferred']);
    config.durable_objects.code_update_strategy = random.is(0.5) ? { mode } : { mode, max_delay: random.pick([0, 0.5, 60, 86400]) };
  }
  if (random.is(0.25)) config.containers = containers(random, config, classes);
  if (random.is(0.25)) config.previews = previews(random, config);
  let environment;
  if (random.is(0.3)) {
    environment = 'staging';
    config.env = { staging: { durable_objects: structuredClone(config.durable_objects) } };
    if (config.vars) config.env.staging.vars = { ...config.vars };
    if (config.kv_namespaces) config.env.staging.kv_namespaces = structuredClone(config.kv_namespaces);
  }
  const format = random.pick(['toml', 'json', 'jsonc']);
  const style = { comments: random.is(0.5), trailingCommas: random.is(0.5), tabs: random.is(0.3), inline: random.is(0.25) };
  return { format, style, language, classes, config, environment };
}

/** The steps that lead to these classes: in one or several, some after a rename, some that are gone. */
function history(random, classes) {
  const steps = [];
  const kind = () => (random.is(0.75) ? 'new_sqlite_classes' : 'new_classes');
  if (random.is(0.25)) {
    steps.push({ tag: 'v0', new_sqlite_classes: ['Old'] }, { tag: 'v0.1', deleted_classes: ['Old'] });
  }
  classes.forEach(({ name }, index) => {
    if (random.is(0.25)) {
      steps.push({ tag: `v${index + 1}`, [kind()]: [`${name}V1`] }, { tag: `v${index + 1}-rename`, renamed_classes: [{ from: `${name}V1`, to: name }] });
    } else {
      steps.push({ tag: `v${index + 1}`, [kind()]: [name] });
    }
  });
  return steps;
}

/** The classes as `exports` declares them, some of another Worker, and some that are gone. */
function declared(random, classes) {
  const entries = {};
  for (const { name } of classes) {
    const storage = random.pick(['sqlite', 'sqlite', 'legacy-kv']);
    const state = random.pick([{}, {}, { state: 'created' }, { state: 'expecting-transfer', transfer_from: 'old-worker' }]);
    entries[name] = { type: 'durable-object', storage, ...state };
    if (random.is(0.2)) entries[`${name}V1`] = { type: 'durable-object', state: 'renamed', renamed_to: name };
  }
  if (random.is(0.2)) entries.Gone = { type: 'durable-object', state: 'deleted' };
  if (random.is(0.2)) entries.Moved = { type: 'durable-object', state: 'transferred', transferred_to: 'other-worker' };
  return entries;
}

/** One container for each class that can have one, linked from either side. */
function containers(random, config, classes) {
  const made = [];
  for (const { name } of classes) {
    const entry = config.exports?.[name];
    if (entry && entry.storage !== 'sqlite') continue;
    const container = { name: `${name.toLowerCase()}-box`, image: IMAGE, max_instances: 2 };
    if (entry && random.is(0.5)) entry.container = container.name;
    else container.class_name = name;
    if (container.class_name && random.is(0.3)) delete container.name;
    made.push(container);
  }
  return made;
}

/** What is different where a branch is tried out. */
function previews(random, config) {
  const different = { vars: { STAGE: 'preview' } };
  if (random.is(0.8)) {
    different.durable_objects = { bindings: structuredClone(config.durable_objects.bindings) };
  }
  if (config.containers?.length > 0 && random.is(0.5)) {
    different.containers = config.containers.filter((each) => each.class_name).map(({ image, class_name }) => ({ image, class_name }));
  }
  return different;
}

/** The code: each class exported in its own way, and a handler. */
export function code({ classes, language, form }) {
  if (form) return { [`src/index.${language}`]: script(classes, form) };
  const files = {};
  const index = ["import { DurableObject } from 'cloudflare:workers';"];
  const body = (name) =>
    `class ${name} extends DurableObject {\n  async fetch(request${language === 'ts' ? ': Request' : ''}) {\n    return new Response('${name}');\n  }\n}`;
  const module = (name, exported) => {
    const file = name.toLowerCase();
    files[`src/${file}.${language}`] = `import { DurableObject } from 'cloudflare:workers';\n\n${exported}\n`;
    return `./${file}`;
  };
  for (const { name, how } of classes) {
    if (how === 'declared') index.push('', `export ${body(name)}`);
    if (how === 'listed') index.push('', body(name), `export { ${name} };`);
    if (how === 'renamed') index.push('', body(`${name}Object`), `export { ${name}Object as ${name} };`);
    if (how === 'starred') index.push(`export * from '${module(name, `export ${body(name)}`)}';`);
    if (how === 're-exported') index.push(`export { default as ${name} } from '${module(name, `export default ${body(name)}`)}';`);
    if (how === 'constant') index.push('', `export const ${name} = ${body('')};`.replace('class  ', 'class '));
    if (how === 'hidden') index.push('', body(name), `console.log(${name}.name);`);
    if (how === 'typed') index.push('', `export type ${name} = { title: string };`);
    if (how === 'typed from a module') index.push(`export type { ${name} } from '${module(name, `export ${body(name)}`)}';`);
    if (how === 'namespaced') index.push(`export * as objects from '${module(name, `export ${body(name)}`)}';`);
  }
  const request = language === 'ts' ? 'request: Request' : 'request';
  index.push('', `export default {\n  async fetch(${request}) {\n    return new Response(new URL(request.url).pathname);\n  },\n};`, '');
  files[`src/index.${language}`] = index.join('\n');
  return files;
}

/** Classes in code that is no module of ECMAScript, which can have none. */
function script(classes, form) {
  const lines = classes.map(({ name }) => `class ${name} {\n  async fetch() {\n    return new Response('${name}');\n  }\n}\n`);
  if (form === 'commonjs') {
    lines.push('module.exports = {', ...classes.map(({ name }) => `  ${name},`), '};');
  } else {
    lines.push("addEventListener('fetch', (event) => {", "  event.respondWith(new Response('hello'));", '});');
  }
  return `${lines.join('\n')}\n`;
}
