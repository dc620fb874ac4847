package dev.durascope.runtime.bundle;

import dev.durascope.model.compatibility.CompatibilityFlag;
import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.model.compatibility.FlagCatalogue;

/** How much of Node.js a Worker's compatibility flags and date let it import. */
public enum NodejsCompat {
  /** No flag: a few modules, by their prefixed names. */
  NONE,
  /** The flag {@code nodejs_compat} with an older date: modules by their prefixed names only. */
  PREFIXED,
  /** The flag with a date since which bare names mean Node.js's modules too. */
  FULL;

  private static final String FLAG = "nodejs_compat";
  private static final String BARE_NAMES = "nodejs_compat_v2";

  /** What the flags say together. */
  public static NodejsCompat of(EnabledFlags flags) {
    if (flags.isOn(BARE_NAMES)) {
      return FULL;
    }
    return flags.isOn(FLAG) ? PREFIXED : NONE;
  }

  /** Since this date {@code nodejs_compat} brings bare names along. */
  static String fullSince() {
    return FlagCatalogue.find(BARE_NAMES)
        .map(CompatibilityFlag::impliedBy)
        .map(by -> by.getFirst().since().iso())
        .orElseThrow();
  }
}
