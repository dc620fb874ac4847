import type { Env } from './env';
import page from './page.html';
import { MAX_NAME_LENGTH } from './protocol';

export { ChatRoom } from './chatRoom';
export { RateLimiter } from './rateLimiter';

export default {
  async fetch(request, env): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/') {
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    }
    const path = /^\/rooms\/([^/]+)\/(socket|history)$/.exec(url.pathname);
    const room = path?.[1] === undefined ? undefined : decoded(path[1]);
    if (room === undefined) {
      return refusal(404, 'Rooms are at /rooms/NAME/history and, for a WebSocket, /rooms/NAME/socket?name=YOURS.');
    }
    if (!isName(room)) {
      return refusal(400, `A room's name has 1 to ${MAX_NAME_LENGTH} characters.`);
    }
    if (path?.[2] === 'socket') {
      if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
        return refusal(426, 'This is where a WebSocket connects.');
      }
      if (!isName(url.searchParams.get('name') ?? '')) {
        return refusal(400, `?name= tells who you are in 1 to ${MAX_NAME_LENGTH} characters.`);
      }
    }
    return env.ROOMS.get(env.ROOMS.idFromName(room)).fetch(request);
  },
} satisfies ExportedHandler<Env>;

/** The text of a path's segment, unless its percent signs make no sense. */
function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= MAX_NAME_LENGTH;
}

function refusal(status: number, reason: string): Response {
  return new Response(`${reason}\n`, { status });
}
