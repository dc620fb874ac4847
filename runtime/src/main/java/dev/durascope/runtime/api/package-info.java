/**
 * The Java functions beneath the prelude, a {@code HostGroup} a file, and the passage of requests,
 * responses and sockets in and out of JavaScript.
 *
 * <p>Must not know storage, the bundler or HTTP servers. Runs on the isolate's thread. Start
 * reading at {@link dev.durascope.runtime.api.TimersHost}.
 */
@NullMarked
package dev.durascope.runtime.api;

import org.jspecify.annotations.NullMarked;
