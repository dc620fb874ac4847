/**
 * R2 buckets ({@code r2_buckets}), in the prelude {@code binding/r2.js}.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.r2.R2Bucket}.
 */
@NullMarked
package dev.durascope.runtime.binding.r2;

import org.jspecify.annotations.NullMarked;
