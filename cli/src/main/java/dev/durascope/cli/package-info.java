/**
 * The command line: one file a command, and {@link dev.durascope.cli.Main} that finds the right
 * one.
 *
 * <p>Must not know: how anything works. A command turns words into the options of a part of the
 * product, runs it, and turns the outcome into an exit code.
 *
 * <p>Threads: the main thread runs the command from its first word to its exit code.
 *
 * <p>Start reading at {@link dev.durascope.cli.command.Command}, then at the command of interest.
 */
@NullMarked
package dev.durascope.cli;

import org.jspecify.annotations.NullMarked;
