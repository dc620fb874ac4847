/**
 * What an object's database was before each commit of the last thirty days, so that it can be taken
 * back there: a file beside the database that holds, for each commit, what it changed in each page.
 *
 * <p>Must not know: SQL, the driver, what the pages mean. It reads the write-ahead log, whose
 * format SQLite documents, and the pages of a file.
 *
 * <p>On the thread of the object that the database belongs to. Start reading at {@link
 * dev.durascope.runtime.storage.history.DatabaseHistory}.
 */
@NullMarked
package dev.durascope.runtime.storage.history;

import org.jspecify.annotations.NullMarked;
