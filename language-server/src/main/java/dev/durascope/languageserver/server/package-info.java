/**
 * The language server: LSP over a pair of streams.
 *
 * <p>Must not know: the rules, how TOML or JavaScript is read. The protocol's types stay in here.
 *
 * <p>Threads: the <em>reader</em> takes messages in order and is the only one that changes the
 * state, which it does by putting a new immutable {@link
 * dev.durascope.languageserver.server.Snapshot} in place; the <em>analyst</em> runs everything that
 * takes time, on the snapshot it was given; a thread beside it finds out what no key has the time
 * for, whether a long half-typed text is in order.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.server.LanguageServerMain}, then {@link
 * dev.durascope.languageserver.server.Session}.
 */
@NullMarked
package dev.durascope.languageserver.server;

import org.jspecify.annotations.NullMarked;
