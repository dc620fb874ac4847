/**
 * What a user may set, declared once: the editors' manifests and the documentation are generated
 * from it, and the values that a client sends are read by it.
 *
 * <p>Must not know: LSP, where values come from.
 *
 * <p>Threads: everything here is immutable and may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.settings.AllSettings}.
 */
@NullMarked
package dev.durascope.languageserver.settings;

import org.jspecify.annotations.NullMarked;
