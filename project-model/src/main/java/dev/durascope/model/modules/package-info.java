/**
 * What JavaScript and TypeScript modules export, followed through re-exports, packages and path
 * mappings, without running anything.
 *
 * <p>The answer to "does this entry export that name" has three values, and <em>unknown</em> is one
 * of them: a false error costs more trust than a missed one.
 *
 * <p>Must not know: wrangler's configuration (its aliases come as a map), protocols, the runtime.
 *
 * <p>Threads: {@link dev.durascope.model.modules.ModuleGraph} belongs to one thread at a time; what
 * it answers is immutable.
 *
 * <p>Start reading at {@link dev.durascope.model.modules.ModuleGraph}.
 */
@NullMarked
package dev.durascope.model.modules;

import org.jspecify.annotations.NullMarked;
