/**
 * The commands of {@code durascope state}: one file a command.
 *
 * <p>Must not know: how state is stored, or asked for. A command names what it wants of {@code
 * runtime.state}, and prints what comes.
 *
 * <p>Threads: the main thread.
 *
 * <p>Start reading at {@link dev.durascope.cli.state.StateCommand}, then at the command of
 * interest.
 */
@NullMarked
package dev.durascope.cli.state;

import org.jspecify.annotations.NullMarked;
