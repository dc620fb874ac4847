/**
 * Tests of what holds for the whole debug adapter.
 *
 * <p>They must not know how its parts work.
 *
 * <p>The test's thread runs them.
 *
 * <p>Start reading at {@link dev.durascope.debugadapter.LayersTest}.
 */
@NullMarked
package dev.durascope.debugadapter;

import org.jspecify.annotations.NullMarked;
