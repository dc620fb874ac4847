/**
 * Static assets ({@code assets}): files that are answered as they are, before the Worker or on its
 * request, in the prelude {@code binding/assets.js}.
 *
 * <p>Must not know JavaScript values, nor who asks. Reads the disk with each request, so a saved
 * file is served at once. Start reading at {@link
 * dev.durascope.runtime.binding.assets.StaticAssets}.
 */
@NullMarked
package dev.durascope.runtime.binding.assets;

import org.jspecify.annotations.NullMarked;
