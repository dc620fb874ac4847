/**
 * Writes a configuration in the other syntax, TOML as JSONC and JSONC as TOML, with its comments.
 *
 * <p>Must not know: any protocol, what a key means but {@code $schema}.
 *
 * <p>Threads: everything here lives on the thread that called it.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.syntax.SyntaxConversion}.
 */
@NullMarked
package dev.durascope.languageserver.syntax;

import org.jspecify.annotations.NullMarked;
