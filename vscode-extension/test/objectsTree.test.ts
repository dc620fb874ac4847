import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { appearanceOf } from '../src/objects/appearance.ts';
import type { TreeNode } from '../src/objects/nodes.ts';
import { ObjectsTree, PAGE_SIZE } from '../src/objects/tree.ts';
import { RunningProjects, type RunningProject } from '../src/projects/projects.ts';
import { ControlServer } from './support/controlServer.ts';
import { attic, count, lobby, LOBBY_ID, oddKey } from './support/samples.ts';

const NOON = new Date(2026, 0, 2, 12);

let server: ControlServer;
let projects: RunningProjects;
let tree: ObjectsTree;

beforeEach(async () => {
  server = await ControlServer.start();
  server.put('chat', 'ChatRoom', { detail: lobby, values: [count, oddKey] });
  server.put('chat', 'ChatRoom', { detail: attic, values: [] });
  projects = new RunningProjects({ note: () => undefined, problem: assert.fail });
  tree = new ObjectsTree(projects);
  const added = new Promise<void>((resolve) => projects.onChange(() => resolve()));
  projects.add('test', server.address);
  await added;
});

afterEach(async () => {
  projects.close();
  await server.stop();
});

test('shows worker, class, objects, and what each object holds', async () => {
  assert.equal(
    await drawing(),
    `
chat [server-process]
  ChatRoom env.ROOMS [symbol-class]
    lobby idle · 1 socket · alarm ALARM [circle-outline]
      Alarm ALARM [bell]
      WebSockets 1 [plug]
        ada {since: 1} [plug]
      count 3 [key]
      a/b ?&#é {x: 1} [key]
    bbbbbbbbbbbb… stored [database]
`.trimStart(),
  );
});

test('the row of a thing stays the same when its content changes', async () => {
  const before = await find('lobby');
  server.put('chat', 'ChatRoom', { detail: { ...lobby, state: 'paused' }, values: [] });
  const after = await find('lobby');
  assert.equal(after, before);
  assert.equal(appearanceOf(after.content, NOON).icon.id, 'debug-pause');
});

test('a change concerns the row of the class, or of the object', async () => {
  const object = await find('lobby');
  const project = projects.all()[0] as RunningProject;
  const storage = tree.refreshFor({
    type: 'event',
    project,
    event: { type: 'storageChanged', worker: 'chat', className: 'ChatRoom', id: LOBBY_ID },
  });
  assert.equal(storage.of === 'row' && storage.node, object);
  const objects = tree.refreshFor({
    type: 'event',
    project,
    event: { type: 'objectsChanged', worker: 'chat', className: 'ChatRoom' },
  });
  assert.equal(objects.of === 'row' && objects.node, await find('ChatRoom'));
});

test('what nobody looks at needs no drawing', async () => {
  await find('lobby');
  const project = projects.all()[0] as RunningProject;
  const unknown = tree.refreshFor({
    type: 'event',
    project,
    event: { type: 'storageChanged', worker: 'chat', className: 'ChatRoom', id: 'unseen' },
  });
  assert.equal(unknown.of, 'nothing');
});

test('a row that went is forgotten with all below it', async () => {
  const lobbyRow = await find('lobby');
  await tree.children(lobbyRow);
  server.objects.delete(`chat/ChatRoom/${LOBBY_ID}`);
  await tree.children(await find('ChatRoom'));
  server.put('chat', 'ChatRoom', { detail: lobby, values: [] });
  assert.notEqual(await find('lobby'), lobbyRow);
});

test('long lists come in pages', async () => {
  const values = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => ({ ...count, key: `key ${index}` }));
  server.put('chat', 'ChatRoom', { detail: attic, values });
  const object = await find('bbbb');
  const first = await tree.children(object);
  assert.equal(first.length, PAGE_SIZE + 1);
  const more = first.at(-1);
  assert.ok(more?.content.kind === 'more');
  assert.equal(tree.loadMore(more.content.parentId), object);
  const all = await tree.children(object);
  assert.deepEqual([all.length, all.at(-1)?.content.kind], [PAGE_SIZE + 1, 'key']);
});

test('what cannot be read is said in its place', async () => {
  const classRow = await find('ChatRoom');
  server.refusal = { status: 500, body: '{"error":{"code":"disk","message":"The disk is full."}}' };
  const rows = await tree.children(classRow);
  assert.deepEqual(
    rows.map(({ content }) => content),
    [{ kind: 'problem', message: 'The disk is full.' }],
  );
});

test('commands are offered where they make sense', () => {
  const project = projects.all()[0] as RunningProject;
  const context = (state: 'running' | 'paused' | 'idle' | 'hibernated' | 'stored', alarm: number | null): string =>
    appearanceOf(
      {
        kind: 'object',
        project,
        ref: { worker: 'chat', className: 'ChatRoom', id: LOBBY_ID },
        object: { id: LOBBY_ID, name: null, state, alarm, sockets: 0 },
      },
      NOON,
    ).context;
  assert.equal(context('idle', 1), 'object idle live awake alarm');
  assert.equal(context('hibernated', null), 'object hibernated live');
  assert.equal(context('stored', 1), 'object stored alarm');
});

/** The whole tree as text, every row open. */
async function drawing(): Promise<string> {
  const alarm = new Date(lobby.alarm ?? 0).toLocaleTimeString('en-GB');
  const draw = async (nodes: readonly TreeNode[], indent: string): Promise<string> => {
    const parts: string[] = [];
    for (const node of nodes) {
      const look = appearanceOf(node.content, new Date(lobby.alarm ?? 0));
      const description = node.content.kind === 'worker' ? '' : look.description.replace(alarm, 'ALARM');
      const line = [look.label, description, `[${look.icon.id}]`].filter((word) => word !== '').join(' ');
      parts.push(
        `${indent}${line}\n`,
        await draw(look.open === 'leaf' ? [] : await tree.children(node), `${indent}  `),
      );
    }
    return parts.join('');
  };
  return draw(tree.roots(), '');
}

/** The first row whose label begins so, after opening all rows down to the objects. */
async function find(label: string): Promise<TreeNode> {
  let level = tree.roots();
  for (let depth = 0; depth < 3; depth++) {
    const found = level.find((node) => appearanceOf(node.content, NOON).label.startsWith(label));
    if (found !== undefined) {
      return found;
    }
    level = (await Promise.all(level.map((node) => tree.children(node)))).flat();
  }
  throw new Error(`There is no row ${label}.`);
}
