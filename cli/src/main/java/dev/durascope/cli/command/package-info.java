/**
 * What a command is: the words that it understands, the world that it acts in, and the ways in
 * which it fails.
 *
 * <p>Must not know: any command.
 *
 * <p>Threads: the main thread.
 *
 * <p>Start reading at {@link dev.durascope.cli.command.Command}.
 */
@NullMarked
package dev.durascope.cli.command;

import org.jspecify.annotations.NullMarked;
