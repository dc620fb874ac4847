import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attachPort,
  contains,
  isBlank,
  launchOf,
  projectFolders,
  withAbsolutePaths,
} from '../src/debug/launchConfiguration.ts';
import { readAdapterMessage } from '../src/debug/messages.ts';

test('F5 without a launch.json hands over a blank configuration', () => {
  assert.equal(isBlank({}), true);
  assert.equal(isBlank(launchOf('/repo')), false);
});

test('paths become absolute: the project in the workspace, the others in the project', () => {
  const launch = { ...launchOf('services/chat'), config: 'wrangler.staging.toml', persistTo: '/state', env: 'staging' };
  assert.deepEqual(withAbsolutePaths(launch, '/repo'), {
    ...launch,
    project: '/repo/services/chat',
    config: '/repo/services/chat/wrangler.staging.toml',
    persistTo: '/state',
  });
});

test('without a project it is the workspace folder', () => {
  const { project, ...rest } = launchOf('');
  assert.equal(project, '');
  assert.equal(withAbsolutePaths(rest, '/repo')['project'], '/repo');
});

test('what is not a path is left for the adapter to refuse', () => {
  assert.equal(withAbsolutePaths({ ...launchOf('/repo'), persistTo: 7 }, '/repo')['persistTo'], 7);
});

test('the innermost project that holds the open file comes first', () => {
  const files = [
    '/w/wrangler.toml',
    '/w/b/wrangler.jsonc',
    '/w/a/wrangler.toml',
    '/w/b/c/wrangler.json',
    '/w/b/wrangler.toml',
  ];
  assert.deepEqual(projectFolders(files, '/w/b/c/src/index.ts'), ['/w/b/c', '/w/b', '/w', '/w/a']);
  assert.deepEqual(projectFolders(files, undefined), ['/w', '/w/a', '/w/b', '/w/b/c']);
});

test('a folder holds what is below it, and no neighbour with a longer name', () => {
  assert.equal(contains('/w/chat', '/w/chat/src/index.ts'), true);
  assert.equal(contains('/w/chat', '/w/chat-2/index.ts'), false);
});

test("the adapter's messages that matter are recognised", () => {
  const output = (text: string): unknown => ({ type: 'event', event: 'output', body: { output: text } });
  assert.equal(readAdapterMessage(output('Ready on http://127.0.0.1:8787\n')), 'ready');
  assert.equal(readAdapterMessage(output('hello')), 'other');
  assert.equal(readAdapterMessage({ type: 'event', event: 'stopped', body: { threadId: 1 } }), 'pauseChanged');
  assert.equal(readAdapterMessage({ type: 'event', event: 'continued' }), 'pauseChanged');
  assert.equal(readAdapterMessage({ type: 'response', command: 'launch' }), 'other');
  assert.equal(readAdapterMessage(null), 'other');
});

test('each of several configurations becomes absolute', () => {
  const launch = { ...launchOf('/repo'), config: ['wrangler.toml', 'back/wrangler.toml'] };
  assert.deepEqual(withAbsolutePaths(launch, '/')['config'], ['/repo/wrangler.toml', '/repo/back/wrangler.toml']);
});

test('to attach there is a port, or the project whose port is to be found', () => {
  const attach = { type: 'durable-object', request: 'attach', name: 'Attach', port: 9230 };
  assert.deepEqual(withAbsolutePaths(attach, '/repo'), attach);
  assert.equal(attachPort(attach), 9230);
  assert.throws(() => attachPort({ ...attach, port: 'x' }), /durascope dev --dap-port/);
  const byProject = { type: 'durable-object', request: 'attach', name: 'Attach' };
  assert.equal(attachPort(byProject), undefined);
  assert.equal(withAbsolutePaths(byProject, '/repo')['project'], '/repo');
});
