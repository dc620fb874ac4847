/**
 * What a wrangler configuration says: with the place of every fact for those who check it, and as
 * plain values for those who run it.
 *
 * <p>Must not know: JavaScript, protocols, the runtime, the clock, the network.
 *
 * <p>Threads: everything here is immutable and may be used from any thread; reading happens on the
 * caller's.
 *
 * <p>Start reading at {@link dev.durascope.model.config.WranglerConfig}, then {@link
 * dev.durascope.model.config.Environment}.
 */
@NullMarked
package dev.durascope.model.config;

import org.jspecify.annotations.NullMarked;
