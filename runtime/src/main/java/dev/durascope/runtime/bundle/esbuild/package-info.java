/**
 * A client of the esbuild service: the binary, its process, and the packets that cross its pipes.
 *
 * <p>Must not know: Workers, wrangler, module rules. It carries flags, builds and questions of
 * resolution; what they mean is the business of {@code runtime.bundle}.
 *
 * <p>Threads: one daemon thread reads the service's output. A question of the service's whose
 * answer may take time, or may ask the service in turn, is answered on a virtual thread of its own.
 * Callers wait on futures.
 *
 * <p>Start reading at {@link dev.durascope.runtime.bundle.esbuild.EsbuildService}, then {@link
 * dev.durascope.runtime.bundle.esbuild.Packet} for the bytes.
 */
@NullMarked
package dev.durascope.runtime.bundle.esbuild;

import org.jspecify.annotations.NullMarked;
