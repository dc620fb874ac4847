/**
 * The version of the Worker ({@code version_metadata}), a plain value.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.version.VersionKind}.
 */
@NullMarked
package dev.durascope.runtime.binding.version;

import org.jspecify.annotations.NullMarked;
