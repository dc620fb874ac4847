package dev.durascope.runtime.bundle.sourcemap;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A position in a source, line and column from 1, the column in UTF-16 units.
 *
 * @param source absolute
 * @param name what the text was called in the source, where the map says so
 */
public record OriginalPosition(Path source, int line, int column, @Nullable String name) {}
