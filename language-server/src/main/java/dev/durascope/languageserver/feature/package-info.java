/**
 * What an editor asks at a place: where something is defined, what it is.
 *
 * <p>Must not know: LSP or any other protocol; the rules.
 *
 * <p>Threads: functions without state, on the caller's.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.feature.Target}.
 */
@NullMarked
package dev.durascope.languageserver.feature;

import org.jspecify.annotations.NullMarked;
