/**
 * Reads TOML: tomlj says what is wrong with a text, an own scan says where everything is.
 *
 * <p>tomlj knows the place of keys only, and gives no tree that a half-typed file could be judged
 * by. So the tree comes from a tolerant scan, and tomlj is the judge of validity; a test reads
 * valid documents with both and compares.
 *
 * <p>Must not know: what any key means, the file system.
 *
 * <p>Threads: a reader lives on the thread that called it; its result is immutable.
 *
 * <p>Start reading at {@link dev.durascope.model.toml.TomlReader}.
 */
@NullMarked
package dev.durascope.model.toml;

import org.jspecify.annotations.NullMarked;
