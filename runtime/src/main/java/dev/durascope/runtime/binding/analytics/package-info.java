/**
 * Data sets of Analytics Engine ({@code analytics_engine_datasets}), in the prelude {@code
 * binding/analytics.js}.
 *
 * <p>Must not know JavaScript values. Start reading at {@link
 * dev.durascope.runtime.binding.analytics.AnalyticsKind}.
 */
@NullMarked
package dev.durascope.runtime.binding.analytics;

import org.jspecify.annotations.NullMarked;
