/**
 * {@code d1_databases}: SQL databases, in wrangler's layout on disk.
 *
 * <p>Must not know the JavaScript engine: requests come and answers go as JSON. Statements run on a
 * thread of the database, one request after the other. Start reading at {@link
 * dev.durascope.runtime.binding.d1.D1Database}.
 */
@NullMarked
package dev.durascope.runtime.binding.d1;

import org.jspecify.annotations.NullMarked;
