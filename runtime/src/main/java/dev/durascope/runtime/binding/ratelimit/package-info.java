/**
 * Rate limits ({@code ratelimits}), in the prelude {@code binding/ratelimit.js}.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.ratelimit.RateLimiter}.
 */
@NullMarked
package dev.durascope.runtime.binding.ratelimit;

import org.jspecify.annotations.NullMarked;
