/**
 * Diagnostics: what is wrong with a project, at its exact place, and how to mend it.
 *
 * <p>Must not know: LSP or any other protocol, the editor, threads, standard output. It never runs
 * the project's code.
 *
 * <p>Threads: an analysis runs on the thread that asks for it; what it answers is immutable.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.analysis.Analysis}, then at any rule in
 * {@link dev.durascope.languageserver.analysis.rules}.
 */
@NullMarked
package dev.durascope.languageserver.analysis;

import org.jspecify.annotations.NullMarked;
