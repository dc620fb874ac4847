/**
 * The debugger as a Debug Adapter Protocol server, over any pair of streams.
 *
 * <p>It must not know Truffle or GraalJS: it asks {@link
 * dev.durascope.debugadapter.core.ScriptDebugger} and translates.
 *
 * <p>Requests arrive on the thread that reads the stream, and none of them blocks it; what takes
 * time is answered later. Events are sent from the isolates' threads.
 *
 * <p>Start reading at {@link dev.durascope.debugadapter.protocol.DebugAdapter}.
 */
@NullMarked
package dev.durascope.debugadapter.protocol;

import org.jspecify.annotations.NullMarked;
