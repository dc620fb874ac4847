/**
 * Has `wrangler types` write the types of these projects, and keeps what it wrote, for
 * `EnvDeclarationTest` to hold ours against: types.jsonl, one project a line.
 *
 *     node types.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, wrangler } from './tools.mjs';

const OBJECTS = {
  name: 'chat',
  main: 'src/index.ts',
  compatibility_date: '2026-01-01',
  durable_objects: {
    bindings: [
      { name: 'ROOM', class_name: 'Room' },
      { name: 'MISSING', class_name: 'Missing' },
      { name: 'OTHER', class_name: 'Far', script_name: 'other' },
      { name: 'my-room', class_name: 'Room' },
    ],
  },
  migrations: [
    { tag: 'v1', new_sqlite_classes: ['Room', 'Lobby'] },
    { tag: 'v2', renamed_classes: [{ from: 'Lobby', to: 'Hall' }] },
  ],
};

const EVERY_KIND = {
  kv_namespaces: [{ binding: 'KV', id: 'x' }],
  r2_buckets: [{ binding: 'BUCKET', bucket_name: 'bucket' }],
  d1_databases: [{ binding: 'DB', database_name: 'd', database_id: 'x' }],
  queues: { producers: [{ binding: 'QUEUE', queue: 'q' }] },
  services: [
    { binding: 'SELF', service: 'chat' },
    { binding: 'SELF_ENTRY', service: 'chat', entrypoint: 'Entry' },
    { binding: 'SELF_NONE', service: 'chat', entrypoint: 'None' },
    { binding: 'OUT', service: 'other' },
    { binding: 'OUT_ENTRY', service: 'other', entrypoint: 'Entry' },
  ],
  workflows: [
    { binding: 'FLOW', name: 'flow', class_name: 'Flow' },
    { binding: 'NO_FLOW', name: 'no-flow', class_name: 'NoFlow' },
    { binding: 'FAR_FLOW', name: 'far-flow', class_name: 'FarFlow', script_name: 'other' },
  ],
  ai: { binding: 'AI' },
  browser: { binding: 'BROWSER' },
  images: { binding: 'IMAGES' },
  media: { binding: 'MEDIA' },
  version_metadata: { binding: 'VERSION' },
  assets: { binding: 'ASSETS', directory: './src' },
  analytics_engine_datasets: [{ binding: 'ANALYTICS', dataset: 'x' }],
  hyperdrive: [{ binding: 'DRIVE', id: 'x' }],
  vectorize: [{ binding: 'VECTORS', index_name: 'i' }],
  send_email: [{ name: 'MAIL' }],
  mtls_certificates: [{ binding: 'CERTIFICATE', certificate_id: 'x' }],
  dispatch_namespaces: [{ binding: 'DISPATCH', namespace: 'n' }],
  secrets_store_secrets: [{ binding: 'STORED', store_id: 'x', secret_name: 'y' }],
  pipelines: [{ binding: 'PIPE', stream: 'p' }],
  ratelimits: [{ name: 'LIMIT', namespace_id: '1', simple: { limit: 1, period: 10 } }],
  worker_loaders: [{ binding: 'LOADER' }],
  vpc_services: [{ binding: 'VPC', service_id: 'x' }],
  unsafe: { bindings: [{ name: 'UNSAFE', type: 'other' }, { name: 'OLD_LIMIT', type: 'ratelimit', namespace_id: '1', simple: { limit: 1, period: 10 } }] },
};

const VARS = { TEXT: 'a "b"\n\\ é', NUMBER: 5, HALF: 0.5, YES: true, DEEP: { a: 1, b: ['x', null] }, LIST: ['a', 1], EMPTY: [], 'my var': 'x' };

const CODE = `
import { DurableObject, WorkerEntrypoint, WorkflowEntrypoint } from 'cloudflare:workers';
export { Room } from './room';
export class Hall extends DurableObject {}
export class Entry extends WorkerEntrypoint {}
export class Flow extends WorkflowEntrypoint {}
export default { fetch() { return new Response('x'); } };
`;

const FILES = { 'src/index.ts': CODE, 'src/room.ts': "import { DurableObject } from 'cloudflare:workers';\nexport class Room extends DurableObject {}\n" };

const ENVIRONMENTS = {
  env: {
    staging: {
      vars: { TEXT: 'other', ONLY: 's' },
      durable_objects: { bindings: [{ name: 'ROOM', class_name: 'Hall' }] },
      kv_namespaces: [{ binding: 'KV2', id: 'y' }],
      pipelines: [{ binding: 'PIPE2', stream: 'p' }],
    },
    'my-prod-env': {},
    'eu-prod': { vars: { TEXT: 'third' } },
  },
};

/** Another Worker, whose classes and entry points are bound. */
const FAR_CODE = `
import { DurableObject, WorkerEntrypoint, WorkflowEntrypoint } from 'cloudflare:workers';
export class Far extends DurableObject {}
export class Entry extends WorkerEntrypoint {}
export class FarFlow extends WorkflowEntrypoint {}
export default class extends WorkerEntrypoint {}
`;

const FAR = {
  'far/wrangler.toml': 'name = "other"\nmain = "src/main.mts"\ncompatibility_date = "2026-01-01"\n[env.staging]\n[env.eu]\nname = "far-eu"\n',
  'far/src/main.mts': FAR_CODE,
};

/** Another that has no name, and little to bind. */
const NAMELESS = { 'nameless/wrangler.json': '{ "main": "index.js", "compatibility_date": "2026-01-01" }', 'nameless/index.js': "export const Entry = 1;\nexport default { fetch() {} };\n" };

const FAR_BINDINGS = {
  durable_objects: {
    bindings: [
      { name: 'ROOM', class_name: 'Room' },
      { name: 'FAR', class_name: 'Far', script_name: 'other' },
      { name: 'FAR_STAGING', class_name: 'Far', script_name: 'other-staging' },
      { name: 'FAR_EU', class_name: 'Far', script_name: 'far-eu' },
      { name: 'NOT_THERE', class_name: 'Lost', script_name: 'other' },
      { name: 'ELSEWHERE', class_name: 'Far', script_name: 'elsewhere' },
      { name: 'OWN_BY_NAME', class_name: 'Room', script_name: 'chat' },
    ],
  },
  services: [
    { binding: 'SERVICE', service: 'other' },
    { binding: 'ENTRY', service: 'other', entrypoint: 'Entry' },
    { binding: 'NO_ENTRY', service: 'other', entrypoint: 'Lost' },
    { binding: 'SELF', service: 'chat' },
    { binding: 'SELF_STAGING', service: 'chat-staging' },
    { binding: 'NAMELESS', service: 'worker' },
    { binding: 'UNKNOWN', service: 'elsewhere' },
  ],
  workflows: [{ binding: 'FLOW', name: 'flow', class_name: 'FarFlow', script_name: 'other' }],
};

const SEVERAL = { ...OBJECTS, ...FAR_BINDINGS };

/** Each with the words behind `wrangler types`. */
const PROJECTS = [
  ['objects', OBJECTS],
  ['nothing at all', { name: 'chat', compatibility_date: '2026-01-01' }],
  ['no entry point', { ...OBJECTS, main: undefined }],
  ['every kind', { ...OBJECTS, ...EVERY_KIND }],
  ['variables', { ...OBJECTS, vars: VARS }],
  ['variables by their kinds', { ...OBJECTS, vars: VARS }, ['--strict-vars=false']],
  ['secrets of .dev.vars', { ...OBJECTS, vars: VARS }, [], { '.dev.vars': 'SECRET=1\nTEXT=over\n', '.env': 'UNREAD=1\n' }],
  ['secrets of .env', { ...OBJECTS }, [], { '.env': 'A=1\nB=2\n', '.env.local': 'C=3\n' }],
  ['declared secrets', { ...OBJECTS, secrets: { required: ['KEY'] } }, [], { '.dev.vars': 'SECRET=1\n' }],
  ['environments', { ...OBJECTS, ...EVERY_KIND, vars: VARS, ...ENVIRONMENTS }, [], { '.dev.vars': 'SECRET=1\n' }],
  ['one environment', { ...OBJECTS, ...EVERY_KIND, vars: VARS, ...ENVIRONMENTS }, ['--env', 'staging'], { '.dev.vars.staging': 'STAGED=1\n', '.dev.vars': 'SECRET=1\n' }],
  ['another interface and file', OBJECTS, ['--env-interface=Bindings', 'src/types/env.d.ts']],
  ['Node.js with variables', { ...OBJECTS, vars: VARS, compatibility_flags: ['nodejs_compat'] }, [], { '.dev.vars': 'SECRET=1\n' }],
  ['Node.js without process.env', { ...OBJECTS, vars: VARS, compatibility_flags: ['nodejs_compat', 'nodejs_compat_do_not_populate_process_env'] }],
  ['Node.js of old', { ...OBJECTS, vars: VARS, compatibility_date: '2024-10-01', compatibility_flags: ['nodejs_compat'] }],
  ['rules', { ...OBJECTS, rules: [{ type: 'Text', globs: ['**/*.md', '*.text'], fallthrough: true }, { type: 'Data', globs: ['**/*.dat', '**/*.md'] }, { type: 'ESModule', globs: ['**/*.mjs'] }] }],
  ['exports', { ...OBJECTS, migrations: undefined, exports: { Room: { type: 'durable-object', storage: 'sqlite' }, Hall: { type: 'durable-object', storage: 'sqlite' }, Gone: { type: 'durable-object', state: 'deleted' } } }],
  ['a service worker', { name: 'chat', main: 'src/old.js', compatibility_date: '2026-01-01', vars: VARS, kv_namespaces: [{ binding: 'KV', id: 'x' }] }, [], { 'src/old.js': "addEventListener('fetch', (event) => event.respondWith(new Response('x')));\n" }],
  ['several Workers', SEVERAL, ['--config=wrangler.json', '--config=far/wrangler.toml'], FAR],
  ['several Workers, one without a name', SEVERAL, ['-c', 'wrangler.json', '-c', 'nameless/wrangler.json', '-c', 'far/wrangler.toml', 'src/env.d.ts'], { ...FAR, ...NAMELESS }],
  ['several Workers with environments', { ...SEVERAL, env: { staging: FAR_BINDINGS } }, ['--config=wrangler.json', '--config=far/wrangler.toml'], FAR],
  ['one environment of several Workers', { ...SEVERAL, env: { staging: FAR_BINDINGS } }, ['--config=wrangler.json', '--config=far/wrangler.toml', '--env=staging'], FAR],
  ['a Worker without a name', { ...SEVERAL, name: undefined }],
];

install();
const lines = [];
for (const [title, config, words = [], files = {}] of PROJECTS) {
  const all = { 'wrangler.json': `${JSON.stringify(config, null, 2)}\n`, ...FILES, ...files };
  const path = words.find((word) => word.endsWith('.d.ts')) ?? 'worker-configuration.d.ts';
  const folders = path.includes('/') ? { [`${path}.md`]: '' } : {};
  const { exit, output, seen } = await wrangler({ ...all, ...folders }, ['types', '--include-runtime=false', ...words], (folder) =>
    readFileSync(join(folder, path), 'utf8'),
  ).catch((error) => ({ exit: 1, output: String(error) }));
  if (exit !== 0) throw new Error(`${title}: ${output}`);
  lines.push(JSON.stringify({ title, files: all, words, path, written: seen }));
  process.stderr.write(`${title}\n`);
}
writeFileSync(join(import.meta.dirname, 'types.jsonl'), `${lines.join('\n')}\n`);
