/**
 * GraalJS, tamed: the shared engine, isolates (a context with its own thread), ES modules, and the
 * doors between Java and JavaScript.
 *
 * <p>Must not know Durable Objects, storage, HTTP or the bundler; only this package, {@code api}
 * and {@code wire.js} touch JavaScript values. Everything that takes a {@code Value} runs on the
 * isolate's own thread. Start reading at {@link dev.durascope.runtime.script.Isolate}.
 */
@NullMarked
package dev.durascope.runtime.script;

import org.jspecify.annotations.NullMarked;
