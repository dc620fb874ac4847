/**
 * Reads JSON and JSONC, as wrangler takes them in both {@code .json} and {@code .jsonc} files: with
 * comments and trailing commas.
 *
 * <p>Must not know: what any key means, the file system.
 *
 * <p>Threads: a reader lives on the thread that called it; its result is immutable.
 *
 * <p>Start reading at {@link dev.durascope.model.json.JsonReader}.
 */
@NullMarked
package dev.durascope.model.json;

import org.jspecify.annotations.NullMarked;
