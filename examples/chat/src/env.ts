import type { ChatRoom } from './chatRoom';
import type { RateLimiter } from './rateLimiter';

/** What wrangler.toml binds. */
export interface Env {
  readonly ROOMS: DurableObjectNamespace<ChatRoom>;
  readonly LIMITERS: DurableObjectNamespace<RateLimiter>;
}
