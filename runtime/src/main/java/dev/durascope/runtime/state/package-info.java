/**
 * What tools do to the stored state of a project from outside: look, change, carry to and fro.
 *
 * <p>The state is that of a project at rest, as files, or that of a running one, which its process
 * is asked about: see {@link dev.durascope.runtime.state.ObjectAccess}. Nothing of the project's
 * code is ever run.
 *
 * <p>Must not know: JavaScript's engine, HTTP servers, the command line.
 *
 * <p>Threads: the caller's.
 *
 * <p>Start reading at {@link dev.durascope.runtime.state.ProjectState}.
 */
@NullMarked
package dev.durascope.runtime.state;

import org.jspecify.annotations.NullMarked;
