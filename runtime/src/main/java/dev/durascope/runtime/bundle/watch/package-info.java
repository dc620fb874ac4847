/**
 * Notices that source files changed, and says so once per burst of changes.
 *
 * <p>Must not know: what the files are for. It gets paths and gives paths.
 *
 * <p>Threads: one daemon thread takes the file system's events; the callback runs on the timer's
 * thread, never twice at a time.
 *
 * <p>Start reading at {@link dev.durascope.runtime.bundle.watch.SourceWatcher}.
 */
@NullMarked
package dev.durascope.runtime.bundle.watch;

import org.jspecify.annotations.NullMarked;
