/**
 * Positions in a text: the one offset type, the one converter to lines and columns.
 *
 * <p>Must not know: any syntax, any protocol, the file system.
 *
 * <p>Threads: everything here is immutable and may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.model.text.Span}.
 */
@NullMarked
package dev.durascope.model.text;

import org.jspecify.annotations.NullMarked;
