/**
 * The project as it is committed: what rules compare with that ask what deployments have done.
 *
 * <p>Must not know: rules, LSP, the command line. JGit is known here only, and loaded only where a
 * repository is; nothing is ever written to one.
 *
 * <p>Threads: a {@link dev.durascope.languageserver.git.GitBaselines} belongs to one thread.
 *
 * <p>Start reading at {@link dev.durascope.languageserver.git.GitBaselines}.
 */
@NullMarked
package dev.durascope.languageserver.git;

import org.jspecify.annotations.NullMarked;
