/**
 * A load of WebSocket clients, as a program of its own so that it has a thread of its own:
 *
 *     node sockets.mjs PORT PATH CLIENTS WINDOW SECONDS
 *
 * Each client keeps WINDOW messages of 64 bytes under way and sends the next one when one comes back.
 * Prints JSON: messages a second, and the median and 99th percentile of the time until a message was
 * back, in milliseconds. The frames are written by hand, since a client library would be what is
 * measured.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const [port, path, clients, window, seconds] = process.argv.slice(2).map((word, i) => (i === 1 ? word : Number(word)));
const PAYLOAD = 64;
// Mask 0 0 0 0 is a mask like any other, and leaves the payload as it is.
const frame = Buffer.concat([Buffer.from([0x81, 0x80 | PAYLOAD, 0, 0, 0, 0]), Buffer.alloc(PAYLOAD, 'x')]);

const times = [];
let counting = false;
let messages = 0;

function client() {
  return new Promise((open, fail) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.on('error', fail);
    const sent = [];
    let pending = Buffer.alloc(0);
    let isOpen = false;
    const send = () => {
      sent.push(performance.now());
      socket.write(frame);
    };
    const received = (length) => {
      if (length !== PAYLOAD) throw new Error(`A message of ${length} bytes came back`);
      const begun = sent.shift();
      if (counting) {
        messages++;
        times.push(performance.now() - begun);
      }
      send();
    };
    socket.on('connect', () => {
      const key = randomBytes(16).toString('base64');
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      );
    });
    socket.on('data', (data) => {
      pending = pending.length ? Buffer.concat([pending, data]) : data;
      if (!isOpen) {
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = pending.toString('latin1', 0, end);
        if (!head.startsWith('HTTP/1.1 101')) return fail(new Error(head));
        pending = pending.subarray(end + 4);
        isOpen = true;
        open({ begin: () => Array.from({ length: window }, send), socket });
      }
      while (pending.length >= 2 && pending.length >= 2 + pending[1]) {
        if ((pending[0] & 0x0f) === 1) received(pending[1]);
        pending = pending.subarray(2 + pending[1]);
      }
    });
  });
}

const all = await Promise.all(Array.from({ length: clients }, client));
all.forEach(({ begin }) => begin());
await pause(1000);
counting = true;
const begun = performance.now();
await pause(seconds * 1000);
counting = false;
const elapsed = (performance.now() - begun) / 1000;
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
console.log(JSON.stringify({ perSecond: messages / elapsed, median: at(0.5), p99: at(0.99) }));
process.exit(0);
