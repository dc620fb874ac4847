// The main module of a service worker that runs one behaviour: it sets `globalThis.behaviour`, and
// its listeners are there before this one.
import { assert } from './assert.js';
import './behaviour.js';

async function run() {
  try {
    await globalThis.behaviour(assert);
    return new Response('passed');
  } catch (error) {
    return new Response(`${error?.name}: ${error?.message ?? error}\n${error?.stack}`);
  }
}

addEventListener('fetch', (event) => {
  if (new URL(event.request.url).pathname === '/__behaviour') event.respondWith(run());
});
