/**
 * Tests of the plugin without an IDE: its logic, its descriptor, and the zip as JetBrains' own
 * library reads it.
 */
@NullMarked
package dev.durascope.intellij;

import org.jspecify.annotations.NullMarked;
