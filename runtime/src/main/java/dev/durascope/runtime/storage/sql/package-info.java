/**
 * SQL as text: tokens, statements, and what user code may say in it.
 *
 * <p>Must not know: a database, JavaScript. Everything here is a function of the text.
 *
 * <p>Any thread. Start reading at {@link dev.durascope.runtime.storage.sql.SqlPolicy}.
 */
@NullMarked
package dev.durascope.runtime.storage.sql;

import org.jspecify.annotations.NullMarked;
