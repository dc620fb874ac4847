/**
 * Runs workers: loads a version of the code into isolates, builds {@code env} and {@code ctx}, and
 * brings events to the user's handlers.
 *
 * <p>Must not know HTTP servers, the bundler, the configuration's format or the debugger. What
 * takes a JavaScript value runs on its isolate's thread. Start reading at {@link
 * dev.durascope.runtime.worker.Worker}, then {@link
 * dev.durascope.runtime.worker.ScriptIncarnation}.
 */
@NullMarked
package dev.durascope.runtime.worker;

import org.jspecify.annotations.NullMarked;
