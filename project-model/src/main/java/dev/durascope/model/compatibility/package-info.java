/**
 * Compatibility dates and flags: which there are, and which a Worker has.
 *
 * <p>Must not know: configurations, the clock, the code that obeys a flag.
 *
 * <p>Threads: everything here is immutable and may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.model.compatibility.EnabledFlags}.
 */
@NullMarked
package dev.durascope.model.compatibility;

import org.jspecify.annotations.NullMarked;
