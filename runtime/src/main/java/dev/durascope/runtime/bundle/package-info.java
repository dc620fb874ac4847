/**
 * From a Worker's sources to one ES module in memory, as wrangler would build it, with a source map
 * and the modules beside it.
 *
 * <p>Must not know: GraalJS, HTTP, storage, what a Durable Object is. It gives text, bytes and
 * positions; who runs them is elsewhere.
 *
 * <p>Threads: a {@link dev.durascope.runtime.bundle.Bundler} may be used by any thread, one build
 * at a time; it blocks its caller.
 *
 * <p>Start reading at {@link dev.durascope.runtime.bundle.Bundler}, then {@link
 * dev.durascope.runtime.bundle.ModuleCollector} for what is not JavaScript.
 */
@NullMarked
package dev.durascope.runtime.bundle;

import org.jspecify.annotations.NullMarked;
