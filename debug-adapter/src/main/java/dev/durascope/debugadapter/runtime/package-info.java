/**
 * The runtime as the debugger sees it: {@code core}'s ports, implemented on a {@code DevServer} in
 * this JVM.
 *
 * <p>Must not know the Debug Adapter Protocol. Start reading at {@link
 * dev.durascope.debugadapter.runtime.RuntimeDebuggee}.
 */
@NullMarked
package dev.durascope.debugadapter.runtime;

import org.jspecify.annotations.NullMarked;
