import { channel, subscribe, unsubscribe, hasSubscribers, tracingChannel } from 'node:diagnostics_channel';
import { AsyncLocalStorage } from 'node:async_hooks';

export async function behaviour(assert) {
  const heard = [];
  const listen = (message, name) => heard.push([name, message]);
  assert.equal(hasSubscribers('orders'), false);
  subscribe('orders', listen);
  channel('orders').publish(1);
  assert.equal(channel('orders').hasSubscribers, true);
  unsubscribe('orders', listen);
  channel('orders').publish(2);
  assert.deepEqual(heard, [['orders', 1]]);

  const store = new AsyncLocalStorage();
  channel('work').bindStore(store, (message) => message.id);
  assert.equal(channel('work').runStores({ id: 7 }, () => store.getStore()), 7);

  const steps = [];
  const trace = tracingChannel('job');
  trace.subscribe({ start: () => steps.push('start'), end: () => steps.push('end'), error: (m) => steps.push(m.error.message) });
  assert.equal(trace.traceSync((a, b) => a + b, {}, null, 1, 2), 3);
  assert.throws(() => trace.traceSync(() => { throw new Error('no'); }), 'Error', 'no');
  assert.deepEqual(steps, ['start', 'end', 'start', 'no', 'end']);
}
