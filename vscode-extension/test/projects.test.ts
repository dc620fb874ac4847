import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { RunningProjects, type ProjectsChange } from '../src/projects/projects.ts';
import { ControlServer } from './support/controlServer.ts';

let server: ControlServer;
let projects: RunningProjects;
let log: string[];
let problems: Queue<string>;
let changes: Changes;

beforeEach(async () => {
  server = await ControlServer.start();
  log = [];
  problems = new Queue();
  projects = new RunningProjects({
    note: (message) => log.push(message),
    problem: (message) => {
      problems.put(message);
    },
  });
  changes = new Changes(projects);
});

afterEach(async () => {
  projects.close();
  await server.stop();
});

test('a project is there once it has answered', async () => {
  projects.add('file', server.address);
  assert.deepEqual(projects.all(), []);
  await changes.next('projects');
  assert.deepEqual(
    projects.all().map(({ url, info }) => [url, info.name]),
    [[server.address.url, 'chat']],
  );
  assert.equal(projects.find(server.address.url)?.info.pid, process.pid);
});

test('two sources of one process are one project, until both are gone', async () => {
  projects.add('file', server.address);
  projects.add('session', server.address);
  await changes.next('projects');
  projects.remove('file');
  assert.equal(projects.all().length, 1);
  projects.remove('session');
  assert.equal(projects.all().length, 0);
});

test('events come through, with the project that they are about', async () => {
  projects.add('file', server.address);
  await changes.next('projects');
  server.send({ type: 'storageChanged', worker: 'chat', class: 'ChatRoom', id: 'x' });
  const change = await changes.next('event');
  assert.deepEqual(change.type === 'event' && [change.project.info.name, change.event], [
    'chat',
    { type: 'storageChanged', worker: 'chat', className: 'ChatRoom', id: 'x' },
  ]);
});

test('unknown events pass by, damaged ones are logged, and the stream goes on', async () => {
  projects.add('file', server.address);
  await changes.next('projects');
  server.send({ type: 'log', level: 'info', text: 'hello', worker: 'chat', class: null, id: null });
  server.send('{');
  server.send({ type: 'objectsChanged', worker: 'chat' });
  server.send({ type: 'objectsChanged', worker: 'chat', class: 'ChatRoom' });
  const change = await changes.next('event');
  assert.equal(change.type === 'event' && change.event.type, 'objectsChanged');
  assert.equal(log.length, 2);
  assert.match(log[0] ?? '', /expected JSON/);
  assert.match(log[1] ?? '', /event\.class: expected a string, got nothing/);
});

test('after a reload the project is read anew', async () => {
  projects.add('file', server.address);
  await changes.next('projects');
  server.project = { ...server.project, workers: [] };
  server.send({ type: 'reloaded', worker: 'chat' });
  await changes.next('projects');
  assert.deepEqual(projects.all()[0]?.info.workers, []);
});

test('a project that cannot be understood is told to the user', async () => {
  server.refusal = { status: 200, body: '{"name":"chat"}' };
  projects.add('file', server.address);
  const problem = await problems.next();
  assert.match(problem, /an answer that is not understood\. \/project\.pid: expected a number, got nothing/);
  assert.deepEqual(projects.all(), []);
});

test('a project without an address is read anew at the next event', async () => {
  server.project = { ...server.project, ready: null };
  projects.add('file', server.address);
  await changes.next('projects');
  server.project = { ...server.project, ready: 'http://127.0.0.1:8788' };
  server.send({ type: 'objectsChanged', worker: 'chat', class: 'ChatRoom' });
  await changes.next('projects');
  assert.equal(projects.all()[0]?.info.ready, 'http://127.0.0.1:8788');
});

test('a broken connection is made anew, and all is read again', async () => {
  projects.add('file', server.address);
  await changes.next('projects');
  server.project = { ...server.project, name: 'renamed' };
  server.breakConnections();
  await changes.next('projects');
  assert.equal(projects.all()[0]?.info.name, 'renamed');
});

test('a project that cannot be reached any more is gone', async () => {
  projects.add('file', server.address);
  await changes.next('projects');
  await server.stop();
  await changes.next('projects');
  assert.deepEqual(projects.all(), []);
  assert.match(log.at(-1) ?? '', /has ended/);
});

test('a source that names another process leaves its old project', async () => {
  const second = await ControlServer.start();
  try {
    projects.add('file', server.address);
    await changes.next('projects');
    projects.add('file', second.address);
    assert.deepEqual(projects.all(), []);
    await changes.next('projects');
    await changes.next('projects');
    assert.deepEqual(
      projects.all().map(({ url }) => url),
      [second.address.url],
    );
  } finally {
    projects.close();
    await second.stop();
  }
});

/** What came, one after another, for a test that waits for it. */
class Queue<T> {
  readonly #unread: T[] = [];
  #wake: () => void = () => undefined;

  put(item: T): void {
    this.#unread.push(item);
    this.#wake();
  }

  async next(): Promise<T> {
    for (;;) {
      const item = this.#unread.shift();
      if (item !== undefined) {
        return item;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

class Changes {
  readonly #queue = new Queue<ProjectsChange>();

  constructor(from: RunningProjects) {
    from.onChange((change) => {
      this.#queue.put(change);
    });
  }

  /** The next change, which must be of this type. */
  async next(type: ProjectsChange['type']): Promise<ProjectsChange> {
    const change = await this.#queue.next();
    assert.equal(change.type, type);
    return change;
  }
}
