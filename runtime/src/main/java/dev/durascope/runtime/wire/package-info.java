/**
 * V8's serialization format: bytes and the tree of values they stand for, and how people see it.
 *
 * <p>Must not know: JavaScript engines, storage, the network. Only {@code wire.js} beside it
 * touches GraalJS.
 *
 * <p>Runs on any thread: values are immutable, a reader or writer lives for one call.
 *
 * <p>Start reading at {@link dev.durascope.runtime.wire.WireTag} for the bytes, then {@link
 * dev.durascope.runtime.wire.WireValue} for the tree.
 */
@NullMarked
package dev.durascope.runtime.wire;

import org.jspecify.annotations.NullMarked;
