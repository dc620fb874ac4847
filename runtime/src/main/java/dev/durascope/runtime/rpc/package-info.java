/**
 * Remote calls between isolates, free of JavaScript: what is called, what travels along, and who
 * still holds a reference to it.
 *
 * <p>Must not know: scripts, objects, workers. Everything here may be used on any thread; what runs
 * in an isolate is posted there by those who implement {@link dev.durascope.runtime.rpc.Callee}.
 * Start reading at {@link dev.durascope.runtime.rpc.RpcCall}.
 */
@NullMarked
package dev.durascope.runtime.rpc;

import org.jspecify.annotations.NullMarked;
