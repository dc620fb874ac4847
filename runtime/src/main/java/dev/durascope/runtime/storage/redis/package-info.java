/**
 * What Durable Objects keep in a Redis server, as Miniflare 2 could: keys with values and the
 * alarm, no SQL.
 *
 * <p>Must not know: JavaScript, GraalJS, SQLite, what the stored bytes mean, what time it is. Jedis
 * is known here only.
 *
 * <p>A store belongs to its object's isolate thread, which waits for the server; all else may be
 * used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.runtime.storage.redis.RedisKeys} for what the server
 * holds, then {@link dev.durascope.runtime.storage.redis.RedisObjectStore}.
 */
@NullMarked
package dev.durascope.runtime.storage.redis;

import org.jspecify.annotations.NullMarked;
