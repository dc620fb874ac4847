/**
 * What passes between isolates and to the outside: requests, responses, streamed bodies, sockets.
 *
 * <p>Plain Java, free of JavaScript, HTTP libraries and storage. Everything here is safe to hand
 * from thread to thread. Start reading at {@link dev.durascope.runtime.message.RequestMessage}.
 */
@NullMarked
package dev.durascope.runtime.message;

import org.jspecify.annotations.NullMarked;
