/**
 * The front door: an HTTP/1.1 and WebSocket server that turns what clients send into {@link
 * dev.durascope.runtime.message messages}, and the answers back.
 *
 * <p>{@link dev.durascope.runtime.http.HttpNetwork} is the same in the other direction: what
 * isolates send to the outside, and the bare connections that they open. It has a thread of its
 * own.
 *
 * <p>Must not know scripts, storage, the bundler or Durable Objects: whoever answers is a {@link
 * dev.durascope.runtime.http.RequestHandler}. Netty is known here and nowhere else.
 *
 * <p>Everything runs on the server's one event loop thread, except what says otherwise; handlers
 * are called there and must hand over at once.
 *
 * <p>Writes: the future of a write to a connection is left alone where nothing depends on it. A
 * write that fails closes its connection, and that is where the failure is dealt with.
 *
 * <p>Start reading at {@link dev.durascope.runtime.http.HttpFrontDoor}, then {@code
 * HttpConnection}, which holds the order of events of one connection.
 */
@NullMarked
package dev.durascope.runtime.http;

import org.jspecify.annotations.NullMarked;
