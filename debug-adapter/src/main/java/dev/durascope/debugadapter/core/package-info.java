/**
 * The debugger of isolates: breakpoints, pauses, stacks, scopes and values on the Truffle Debug
 * API.
 *
 * <p>It must not know the Debug Adapter Protocol, nor how the runtime is built: it sees a program
 * through {@link dev.durascope.debugadapter.core.Debuggee} and speaks in its own records.
 *
 * <p>A guest value is touched on the isolate's own thread only, while that thread is paused; every
 * other thread leaves a task in the pause and waits for its answer.
 *
 * <p>Start reading at {@link dev.durascope.debugadapter.core.Debuggee}.
 */
@NullMarked
package dev.durascope.debugadapter.core;

import org.jspecify.annotations.NullMarked;
