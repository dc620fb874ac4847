/**
 * The types of {@code env}: the declaration that {@code wrangler types} writes, made without
 * wrangler, and what an existing one says.
 *
 * <p>Must not know: LSP, rules, how files are written.
 *
 * <p>Threads: everything here is immutable and may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.types.EnvDeclaration}.
 */
@NullMarked
package dev.durascope.languageserver.types;

import org.jspecify.annotations.NullMarked;
