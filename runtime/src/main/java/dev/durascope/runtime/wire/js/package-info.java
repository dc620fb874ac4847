/**
 * Structured clone for GraalJS: between the values of a context and {@code runtime.wire}'s trees.
 *
 * <p>Must not know: storage, RPC, the network; what is cloned and why is the caller's matter.
 *
 * <p>Runs on the thread that owns the context, and on no other.
 *
 * <p>Start reading at {@link dev.durascope.runtime.wire.js.StructuredClone}; {@code clone.js} in
 * the resources is its other half.
 */
@NullMarked
package dev.durascope.runtime.wire.js;

import org.jspecify.annotations.NullMarked;
