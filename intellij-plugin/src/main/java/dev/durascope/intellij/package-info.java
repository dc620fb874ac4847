/**
 * The plugin for JetBrains' IDEs: it starts {@code durascope lsp} and {@code durascope dap} and
 * lets LSP4IJ, the language and debug client that it depends on, speak with them.
 *
 * <p>Must not know: the protocols, LSP4J, or any other module of Durascope. All that passes between
 * the IDE and Durascope passes through the two processes.
 *
 * <p>Threads are the IDE's: LSP4IJ calls the factories from pooled threads and the matcher under a
 * read lock, so nothing here waits or writes.
 *
 * <p>Start reading at META-INF/plugin.xml, then {@link
 * dev.durascope.intellij.DurascopeLanguageServerFactory} and {@link
 * dev.durascope.intellij.DurascopeDebugAdapterFactory}.
 */
@NullMarked
package dev.durascope.intellij;

import org.jspecify.annotations.NullMarked;
