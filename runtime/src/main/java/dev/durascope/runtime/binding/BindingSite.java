package dev.durascope.runtime.binding;

import dev.durascope.model.config.EffectiveConfig;
import dev.durascope.runtime.time.Clock;
import java.nio.file.Path;

/**
 * Where bindings are made: one worker's configuration, and what they may use for as long as the
 * project runs.
 *
 * @param state the folder in which local data persists, wrangler's {@code .wrangler/state}
 * @param kept what outlives a version of the code, such as an open database
 */
public record BindingSite(EffectiveConfig config, Path state, Clock clock, Kept kept) {}
