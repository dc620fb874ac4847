/**
 * Text as the outside world needs it: JavaScript strings made fit for UTF-8, and the order of
 * UTF-8.
 *
 * <p>Must not know: JavaScript engines, storage, the network; it needs nothing but the JDK.
 *
 * <p>Runs on any thread: everything here is a pure function.
 *
 * <p>Start reading at {@link dev.durascope.runtime.text.Utf8}.
 */
@NullMarked
package dev.durascope.runtime.text;

import org.jspecify.annotations.NullMarked;
