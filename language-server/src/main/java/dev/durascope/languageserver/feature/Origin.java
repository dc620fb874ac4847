package dev.durascope.languageserver.feature;

import java.nio.file.Path;

/**
 * Where a name of the code comes from in the end: the same for all names of one class.
 *
 * @param local its name at the top of {@code file}
 */
record Origin(Path file, String local) {}
