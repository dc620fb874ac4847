/**
 * Time as the runtime sees it: one injected clock.
 *
 * <p>Must not know scripts, storage or sockets. Callbacks run on the clock's own thread and must
 * only hand work over. Start reading at {@link dev.durascope.runtime.time.Clock}.
 */
@NullMarked
package dev.durascope.runtime.time;

import org.jspecify.annotations.NullMarked;
