/**
 * What Durable Objects keep: one SQLite file an object, in workerd's layout, and the same in
 * memory.
 *
 * <p>Must not know: JavaScript, GraalJS, the network, what the stored bytes mean, what time it is,
 * but for the history, which is given a clock.
 *
 * <p>An {@link dev.durascope.runtime.storage.ObjectStore} belongs to its object's isolate thread; a
 * namespace, its {@link dev.durascope.runtime.storage.AlarmIndex} and its {@link
 * dev.durascope.runtime.storage.StorageInspector} may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.runtime.storage.ObjectStore}, then {@link
 * dev.durascope.runtime.storage.SqliteNamespaceStorage} for the layout on disk.
 */
@NullMarked
package dev.durascope.runtime.storage;

import org.jspecify.annotations.NullMarked;
