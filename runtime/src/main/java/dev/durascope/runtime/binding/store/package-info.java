/**
 * Where bindings keep data on disk, in wrangler's layout: a SQLite file with what is known of each
 * value, and a folder of blobs with the values themselves.
 *
 * <p>Must not know which binding it serves. Reading and writing blocks, on threads of this package.
 * Start reading at {@link dev.durascope.runtime.binding.store.Store}.
 */
@NullMarked
package dev.durascope.runtime.binding.store;

import org.jspecify.annotations.NullMarked;
