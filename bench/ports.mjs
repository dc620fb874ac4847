/** Places to listen on. */
import { createServer } from 'node:net';

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((settle, refuse) => {
    const server = createServer()
      .on('error', refuse)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => settle(port));
      });
  });
}
