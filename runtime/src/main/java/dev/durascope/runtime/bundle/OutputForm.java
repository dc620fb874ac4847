package dev.durascope.runtime.bundle;

import dev.durascope.model.config.EffectiveConfig;
import java.util.Optional;

/**
 * What the module that is built looks like.
 *
 * @param isBundle whether it contains what it imports; if not, the entry's imports stay imports
 * @param minify whether it is made small
 * @param keepNames whether functions and classes keep their {@code name} whatever becomes of them
 * @param jsxFactory what JSX elements become calls of
 * @param jsxFragment what JSX fragments become
 */
public record OutputForm(
    boolean isBundle,
    boolean minify,
    boolean keepNames,
    Optional<String> jsxFactory,
    Optional<String> jsxFragment) {
  /** As wrangler has it by default. */
  public static final OutputForm BUNDLE =
      new OutputForm(true, false, true, Optional.empty(), Optional.empty());

  static OutputForm of(EffectiveConfig.Bundling config) {
    return new OutputForm(
        !config.noBundle(),
        config.minify(),
        config.keepNames(),
        config.jsxFactory(),
        config.jsxFragment());
  }
}
