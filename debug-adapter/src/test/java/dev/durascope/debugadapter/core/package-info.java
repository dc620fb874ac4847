/**
 * Tests of the debugger without any protocol: a real program, real pauses, and what the user would
 * see at each.
 *
 * <p>They must not know the Debug Adapter Protocol.
 *
 * <p>The test's thread asks; the isolates' threads run the program.
 *
 * <p>Start reading at {@link dev.durascope.debugadapter.core.SteppingTest}.
 */
@NullMarked
package dev.durascope.debugadapter.core;

import org.jspecify.annotations.NullMarked;
