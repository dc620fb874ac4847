/**
 * The command line's face of the diagnostics: finds the configuration, runs the rules, prints.
 *
 * <p>Must not know: LSP, how commands are parsed, the rules themselves.
 *
 * <p>Threads: all on the caller's.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.check.CheckRun}.
 */
@NullMarked
package dev.durascope.languageserver.check;

import org.jspecify.annotations.NullMarked;
