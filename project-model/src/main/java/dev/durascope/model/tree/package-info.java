/**
 * The tree that TOML, JSON and JSONC are all read into: tables, arrays and scalars with their
 * spans.
 *
 * <p>Must not know: which syntax it came from, what any key means.
 *
 * <p>Threads: everything here is immutable and may be used from any thread.
 *
 * <p>Start reading at {@link dev.durascope.model.tree.Node}.
 */
@NullMarked
package dev.durascope.model.tree;

import org.jspecify.annotations.NullMarked;
