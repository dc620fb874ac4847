/**
 * Source maps of revision 3, read into arrays, looked up both ways.
 *
 * <p>Must not know: esbuild, Workers, the debugger. A map is JSON and a directory that its sources
 * are relative to.
 *
 * <p>Threads: any; a map is immutable to its users.
 *
 * <p>Start reading at {@link dev.durascope.runtime.bundle.sourcemap.SourceMap}.
 */
@NullMarked
package dev.durascope.runtime.bundle.sourcemap;

import org.jspecify.annotations.NullMarked;
