import { DurableObject } from 'cloudflare:workers';
import type { Env } from './env';
import { readText, type Message, type RoomEvent } from './protocol';

const MESSAGE_PREFIX = 'message:';
const MAX_HISTORY = 100;
const HISTORY_MILLIS = 24 * 60 * 60 * 1_000;

/** storage.delete() takes no more keys at once. */
const MAX_KEYS_PER_DELETE = 128;

/** What a socket carries through hibernation, when the instance itself is gone. */
interface Visitor {
  readonly name: string;
  readonly address: string;
  /** Until when the rate limiter wants to hear nothing more from the visitor's address. */
  readonly mutedUntil: number;
}

/**
 * One room: the visitors' sockets and what they said.
 *
 * The sockets are hibernatable: they stay open while the instance is dropped from memory, and the next
 * message builds a new one. So all that must last is in storage or in a socket's attachment; a field
 * would only cache it.
 *
 * Storage holds `message:<time>` for each message of the last day, and under `trimmed` what the last
 * alarm removed.
 */
export class ChatRoom extends DurableObject<Env> {
  /** `…/history` tells what was said, `…/socket` lets a visitor in. */
  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const history = await this.history();
    if (url.pathname.endsWith('/history')) {
      const present = this.present();
      return Response.json({ present, history });
    }
    const name = url.searchParams.get('name') ?? '';
    const address = request.headers.get('cf-connecting-ip') ?? 'unknown';
    return this.welcome({ name, address, mutedUntil: 0 }, history);
  }

  private welcome(visitor: Visitor, history: Message[]): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.tellAll({ type: 'joined', name: visitor.name });
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(visitor);
    tell(server, { type: 'welcome', present: this.present(), history });
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketMessage(socket: WebSocket, sent: string | ArrayBuffer): Promise<void> {
    const visitor = visitorOf(socket);
    const wait = visitor.mutedUntil - Date.now();
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1_000);
      tell(socket, { type: 'refused', reason: `You are talking too fast. Please wait ${seconds} s.` });
      return;
    }
    const read = readText(sent);
    if ('refusal' in read) {
      tell(socket, { type: 'refused', reason: read.refusal });
      return;
    }
    // The limiter may be on the other side of the world. The talk does not wait for it: its verdict
    // applies to what comes next.
    this.ctx.waitUntil(this.consultLimiter(socket, visitor));
    const message = await this.remember(visitor.name, read.text);
    this.tellAll({ type: 'message', message });
  }

  /** The closing handshake is ours to complete: without an answer the visitor's side sees a broken line. */
  override webSocketClose(socket: WebSocket): void {
    socket.close(1000, 'Goodbye');
    this.leave(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.leave(socket);
  }

  /** Forgets what is older than a day, and comes back for the rest. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    const old = await this.ctx.storage.list({ prefix: MESSAGE_PREFIX, end: messageKey(now - HISTORY_MILLIS) });
    const keys = [...old.keys()];
    for (let i = 0; i < keys.length; i += MAX_KEYS_PER_DELETE) {
      await this.ctx.storage.delete(keys.slice(i, i + MAX_KEYS_PER_DELETE));
    }
    await this.ctx.storage.put('trimmed', { at: now, messages: keys.length });
    const rest = await this.ctx.storage.list<Message>({ prefix: MESSAGE_PREFIX, limit: 1 });
    for (const oldest of rest.values()) {
      await this.ctx.storage.setAlarm(oldest.time + HISTORY_MILLIS);
    }
  }

  /** The latest messages, the oldest of them first. */
  private async history(): Promise<Message[]> {
    const latest = await this.ctx.storage.list<Message>({
      prefix: MESSAGE_PREFIX,
      reverse: true,
      limit: MAX_HISTORY,
    });
    return [...latest.values()].reverse();
  }

  private async remember(sender: string, text: string): Promise<Message> {
    const latest = await this.ctx.storage.list<Message>({ prefix: MESSAGE_PREFIX, reverse: true, limit: 1 });
    // Two messages in one millisecond, or a clock that was set back, must not trade places.
    let time = Date.now();
    for (const previous of latest.values()) {
      time = Math.max(time, previous.time + 1);
    }
    const message: Message = { sender, text, time };
    await this.ctx.storage.put(messageKey(time), message);
    if ((await this.ctx.storage.getAlarm()) === null) {
      await this.ctx.storage.setAlarm(time + HISTORY_MILLIS);
    }
    return message;
  }

  private async consultLimiter(socket: WebSocket, visitor: Visitor): Promise<void> {
    const limiter = this.env.LIMITERS.get(this.env.LIMITERS.idFromName(visitor.address));
    const millis = await limiter.spend();
    if (millis > 0) {
      socket.serializeAttachment({ ...visitor, mutedUntil: Date.now() + millis });
    }
  }

  private leave(socket: WebSocket): void {
    const { name } = visitorOf(socket);
    this.tellAll({ type: 'left', name });
  }

  private present(): string[] {
    return this.ctx.getWebSockets().map((socket) => visitorOf(socket).name);
  }

  /** The output gate holds what is sent until the writes before it are safe on disk. */
  private tellAll(event: RoomEvent): void {
    for (const socket of this.ctx.getWebSockets()) {
      tell(socket, event);
    }
  }
}

function tell(socket: WebSocket, event: RoomEvent): void {
  if (socket.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(event));
  }
}

function visitorOf(socket: WebSocket): Visitor {
  return socket.deserializeAttachment() as Visitor;
}

/** Times of equal length, so that the order of keys is the order of times. */
function messageKey(time: number): string {
  return MESSAGE_PREFIX + new Date(time).toISOString();
}
