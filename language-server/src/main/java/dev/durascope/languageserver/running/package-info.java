/**
 * What a running project says of its objects, asked over its control API, and when to ask again.
 *
 * <p>Must not know: the rules, LSP; the runtime's own classes, because the project runs in another
 * process.
 *
 * <p>Threads: any; nothing here waits, and what does not answer in time is as good as not running.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.running.RunningObjects}.
 */
@NullMarked
package dev.durascope.languageserver.running;

import org.jspecify.annotations.NullMarked;
