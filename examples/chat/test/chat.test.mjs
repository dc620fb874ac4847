import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RunningObjects } from '../../testing/running-objects.mjs';
import { startDevServer, storageFolder, withoutControl } from '../../testing/dev-server.mjs';
import { Visitor } from './visitor.mjs';

const DAY_MILLIS = 24 * 60 * 60 * 1_000;
const project = fileURLToPath(new URL('..', import.meta.url));

test('visitors of a room hear each other, and the room remembers over a restart', async (t) => {
  const persistTo = storageFolder(t);
  const first = await startDevServer(t, { project, persistTo });

  const ada = await Visitor.enter(t, first.url, 'lobby', 'Ada');
  assert.deepEqual(await ada.hears(), { type: 'welcome', present: ['Ada'], history: [] });
  const ben = await Visitor.enter(t, first.url, 'lobby', 'Ben');
  assert.deepEqual(await ada.hears(), { type: 'joined', name: 'Ben' });
  const welcome = await ben.hears();
  assert.deepEqual({ ...welcome, present: welcome.present.sort() }, { type: 'welcome', present: ['Ada', 'Ben'], history: [] });

  ada.say('Is anybody here?');
  const { message: question, ...kind } = await ben.hears();
  assert.deepEqual(kind, { type: 'message' });
  assert.deepEqual({ ...question, time: typeof question.time }, { sender: 'Ada', text: 'Is anybody here?', time: 'number' });
  assert.deepEqual(await ada.hears(), { type: 'message', message: question }, 'the sender hears it as all do');
  ben.say('  I am. 👋  ');
  const { message: answer } = await ada.hears();
  assert.equal(answer.text, 'I am. 👋');
  assert.ok(answer.time > question.time, 'times grow');
  assert.deepEqual(await ben.hears(), { type: 'message', message: answer });

  const elsewhere = await Visitor.enter(t, first.url, 'kitchen', 'Cyd');
  assert.deepEqual(await elsewhere.hears(), { type: 'welcome', present: ['Cyd'], history: [] }, 'another room');

  assert.equal(await ben.leaves(), 1000);
  assert.deepEqual(await ada.hears(), { type: 'left', name: 'Ben' });
  assert.deepEqual(await json(`${first.url}/rooms/lobby/history`), { present: ['Ada'], history: [question, answer] });

  await first.stop();
  const second = await startDevServer(t, { project, persistTo });
  assert.deepEqual(await json(`${second.url}/rooms/lobby/history`), { present: [], history: [question, answer] });
  const eve = await Visitor.enter(t, second.url, 'lobby', 'Eve');
  assert.deepEqual(await eve.hears(), { type: 'welcome', present: ['Eve'], history: [question, answer] });
});

test('who talks too fast is asked to wait, and nobody else hears it', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const ada = await Visitor.enter(t, url, 'lobby', 'Ada');
  await ada.hears();

  // The first messages are within the grace; the verdict on one applies to those after it.
  const heard = [];
  while (heard.at(-1)?.type !== 'refused' && heard.length < 100) {
    ada.say(`Message ${heard.length + 1}`);
    heard.push(await ada.hears());
  }
  const refused = heard.pop();
  assert.match(refused?.reason, /^You are talking too fast. Please wait \d+ s.$/);
  assert.ok(heard.length >= 5, `${heard.length} messages were free`);
  const { history } = await json(`${url}/rooms/lobby/history`);
  assert.deepEqual(history, heard.map((event) => event.message), 'what was refused is not remembered');
});

test('what is no message is refused with a reason, and the talk goes on', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const ada = await Visitor.enter(t, url, 'lobby', 'Ada');
  await ada.hears();
  const refusals = [
    ['hello', /looks like/],
    ['{"text": 7}', /looks like/],
    ['null', /looks like/],
    [Buffer.from('{"text": "in bytes"}'), /looks like/],
    ['{"text": "  "}', /needs a text/],
    [JSON.stringify({ text: 'x'.repeat(1_001) }), /at most 1000/],
  ];
  for (const [sent, reason] of refusals) {
    ada.send(sent);
    const { type, reason: given } = await ada.hears();
    assert.equal(type, 'refused');
    assert.match(given, reason);
  }
  ada.say('hello');
  assert.equal((await ada.hears()).type, 'message');
});

test('a room out of memory still knows its visitors, and its alarm trims the history', { skip: withoutControl }, async (t) => {
  const server = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const objects = new RunningObjects(await server.panel());
  const ada = await Visitor.enter(t, server.url, 'lobby', 'Ada');
  await ada.hears();
  ada.say('Good night.');
  const { message } = await ada.hears();

  const lobby = await objects.named('chat', 'ChatRoom', 'lobby');
  assert.equal(lobby.alarm, message.time + DAY_MILLIS, 'a message is kept for a day');
  await objects.hibernate(lobby);
  const asleep = await objects.named('chat', 'ChatRoom', 'lobby');
  assert.deepEqual([asleep.state, asleep.sockets], ['hibernated', 1]);
  ada.say('Good morning.');
  const { message: next } = await ada.hears();
  assert.deepEqual([next.sender, next.text], ['Ada', 'Good morning.'], 'the name was in the attachment');

  const trimmed = await objects.fireAlarm(lobby, 'trimmed');
  assert.equal(trimmed.messages, 0, 'nothing is a day old');
  assert.ok(trimmed.at >= next.time);
  assert.equal((await objects.named('chat', 'ChatRoom', 'lobby')).alarm, message.time + DAY_MILLIS, 'it comes back');
});

test('the Worker answers what leads to no room', async (t) => {
  const { url } = await startDevServer(t, { project, persistTo: storageFolder(t) });
  const page = await fetch(url);
  assert.match(page.headers.get('content-type'), /^text\/html/);
  assert.match(await page.text(), /<title>Chat<\/title>/);
  const refusals = [
    ['/nowhere', 404, /\/rooms\/NAME/],
    ['/rooms/%E0%A4%A/history', 404, /\/rooms\/NAME/],
    ['/rooms/%20/history', 400, /1 to 32/],
    [`/rooms/${'x'.repeat(33)}/history`, 400, /1 to 32/],
    ['/rooms/lobby/socket?name=Ada', 426, /WebSocket/],
  ];
  for (const [path, status, text] of refusals) {
    const response = await fetch(url + path);
    assert.equal(response.status, status, path);
    assert.match(await response.text(), text);
  }
  await assert.rejects(Visitor.enter(t, url, 'lobby', ''), /400/);
});

async function json(url) {
  const response = await fetch(url);
  assert.equal(response.status, 200, `${url} answered ${response.status}`);
  return response.json();
}
