/**
 * Durable Objects themselves: ids and namespaces, and the life of an object.
 *
 * <p>Must not know: Netty, the debugger, the control API; those call in here.
 *
 * <p>Ids are plain values, usable on any thread.
 *
 * <p>Start reading at {@link dev.durascope.runtime.durable.DurableObjectIds}.
 */
@NullMarked
package dev.durascope.runtime.durable;

import org.jspecify.annotations.NullMarked;
