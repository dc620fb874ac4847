/**
 * The projects that bench/language looks at, made when they are needed: a big module beside a big
 * configuration, and a Worker of many modules. They are in order: no tool finds a fault in them.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CLASSES = 10;
const BINDINGS = 60;
const HEAD = 'name = "bench"\nmain = "src/index.ts"\ncompatibility_date = "2026-01-01"\n';

/** A configuration of `configLines`, and an entry point of `codeLines`; the texts by the files' names. */
export function bigFiles(folder, configLines, codeLines) {
  const texts = { 'wrangler.toml': bigConfig(configLines), 'src/index.ts': bigModule(codeLines) };
  write(folder, texts);
  return texts;
}

/** A Worker of as many modules; the entry point comes to each of them, most by way of others. */
export function manyModules(folder, count, packages) {
  const texts = { 'wrangler.toml': HEAD + classes(CLASSES, (i) => `Room${i}`) };
  texts['tsconfig.json'] = JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022'],
      types: ['@cloudflare/workers-types'],
      strict: true,
      noEmit: true,
    },
    include: ['src'],
  });
  const bindings = each(CLASSES, (i) => `  ROOM${i}: DurableObjectNamespace;\n`);
  texts['src/env.ts'] = `export interface Env {\n${bindings}}\n`;
  const entry = each(CLASSES, (i) => `export { Room${i} } from './rooms/room${i}';\n`);
  texts['src/index.ts'] = `import { part0 } from './parts/part0';\nimport type { Env } from './env';\n${entry}
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const stub = env.ROOM0.get(env.ROOM0.idFromName(String(part0(1))));
    return stub.fetch(request);
  },
};
`;
  for (let i = 0; i < CLASSES; i++) texts[`src/rooms/room${i}.ts`] = room(i);
  const parts = count - CLASSES - 2;
  for (let i = 0; i < parts; i++) texts[`src/parts/part${i}.ts`] = part(i, parts);
  write(folder, texts);
  for (const [name, target] of Object.entries(packages)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
}

function bigConfig(lines) {
  let text = HEAD + classes(BINDINGS, (i) => `Room${i % CLASSES}`);
  for (let i = 0; count(text) + 12 < lines; i++) {
    text += `\n[env.stage${i}]\nvars = { STAGE = "stage${i}", LIMIT = ${i} }\n`;
    for (const at of [0, 1]) text += `\n[[env.stage${i}.durable_objects.bindings]]\nname = "ROOM${at}"\nclass_name = "Room${at}"\n`;
  }
  while (count(text) < lines) text += '# the end\n';
  return text;
}

/** Bindings, and the lifecycle of the classes in one step each. */
function classes(bindings, className) {
  const names = [...new Set(Array.from({ length: bindings }, (_, i) => className(i)))];
  const bound = each(bindings, (i) => `\n[[durable_objects.bindings]]\nname = "ROOM${i}"\nclass_name = "${className(i)}"\n`);
  return bound + names.map((name, i) => `\n[[migrations]]\ntag = "v${i}"\nnew_sqlite_classes = ["${name}"]\n`).join('');
}

/** Classes with methods of what objects do: storage, calls of other objects, loops, attempts. */
function bigModule(lines) {
  const used = each(BINDINGS, (i) => `  ROOM${i}: DurableObjectNamespace<Room${i % CLASSES}>;\n`);
  let text = `import { DurableObject } from 'cloudflare:workers';\n\nexport interface Env {\n${used}}\n`;
  const end = `
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    switch (url.pathname.length % ${BINDINGS}) {
${each(BINDINGS, (i) => `      case ${i}: return env.ROOM${i}.getByName(url.hostname).fetch(request);\n`)}    }
    return new Response('none', { status: 404 });
  },
};
`;
  const each10 = Math.floor((lines - count(text) - count(end)) / CLASSES);
  for (let i = 0; i < CLASSES; i++) {
    let type = `\nexport class Room${i} extends DurableObject<Env> {\n  #seen = new Map<string, number>();\n`;
    for (let m = 0; count(type) + 24 < each10; m++) type += method(i, m);
    text += `${type}}\n`;
  }
  while (count(text) + count(end) < lines) text += '// as many lines as there should be\n';
  return text + end;
}

function method(i, m) {
  return `
  /** Adds to what is known of a name. */
  async add${m}(name: string, more = ${m}): Promise<number> {
    const known = (await this.ctx.storage.get<number>(\`count:\${name}\`)) ?? 0;
    try {
      await this.ctx.storage.put(\`count:\${name}\`, known + more);
    } catch (e) {
      console.error('not stored', e);
    }
    for (const [key, value] of await this.ctx.storage.list<number>({ prefix: 'count:', limit: ${10 + m} })) {
      this.#seen.set(key, value);
    }
    for (const row of this.ctx.storage.sql.exec('SELECT name, kept FROM names WHERE kept > ?', ${m})) {
      this.#seen.set(String(row.name), Number(row.kept));
    }
    const other = this.env.ROOM${(i + 1) % CLASSES}.get(this.env.ROOM${(i + 1) % CLASSES}.idFromName(name));
    return this.#seen.size > ${100 * i} ? other.add${m}(name, more) : known + more;
  }
`;
}

function room(i) {
  return `import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../env';

export class Room${i} extends DurableObject<Env> {
  async fetch(request: Request): Promise<Response> {
    const seen = ((await this.ctx.storage.get<number>('seen')) ?? 0) + 1;
    await this.ctx.storage.put('seen', seen);
    return new Response(request.url + seen);
  }
}
`;
}

/** A module that imports the two below it, as in a binary tree. */
function part(i, parts) {
  const below = [2 * i + 1, 2 * i + 2].filter((at) => at < parts);
  const sum = below.map((at) => ` + part${at}(value)`).join('');
  return `${below.map((at) => `import { part${at}, type Kept${at} } from './part${at}';\n`).join('')}
export interface Kept${i} {
  name: string;
  values: number[];${below.map((at) => `\n  below${at}?: Kept${at};`).join('')}
}

const KNOWN = new Map<string, Kept${i}>();

/** What part ${i} makes of a value. */
export function part${i}(value: number): number {
  const name = \`part ${i} of \${value}\`;
  const kept: Kept${i} = KNOWN.get(name) ?? { name, values: [] };
  for (const each of kept.values) {
    if (each > value) {
      kept.values.push(each - value);
    }
  }
  KNOWN.set(name, kept);
  return kept.values.length${sum};
}

export class Part${i} {
  #values: number[] = [];

  add(value: number): this {
    this.#values.push(part${i}(value));
    return this;
  }

  get sum(): number {
    return this.#values.reduce((all, each) => all + each, 0);
  }
}
`;
}

function write(folder, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function each(many, text) {
  return Array.from({ length: many }, (_, i) => text(i)).join('');
}

function count(text) {
  return text.split('\n').length - 1;
}
