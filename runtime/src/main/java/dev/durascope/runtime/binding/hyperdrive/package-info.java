/**
 * Databases behind Hyperdrive ({@code hyperdrive}), in the prelude {@code binding/hyperdrive.js}.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.hyperdrive.HyperdriveKind}.
 */
@NullMarked
package dev.durascope.runtime.binding.hyperdrive;

import org.jspecify.annotations.NullMarked;
