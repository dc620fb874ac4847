package dev.durascope.runtime.bundle;

import java.util.List;

/** How much of Node.js a Worker's compatibility flags and date let it import. */
public enum NodejsCompat {
  /** No flag: a few modules, by their prefixed names. */
  NONE,
  /** The flag {@code nodejs_compat} with an older date: modules by their prefixed names only. */
  PREFIXED,
  /** The flag with a date since which bare names mean Node.js's modules too. */
  FULL;

  /** Since this date {@code nodejs_compat} implies {@code nodejs_compat_v2}. */
  static final String FULL_SINCE = "2024-09-23";

  /** Since this date a Worker has {@code nodejs_compat} without asking for it. */
  static final String ON_SINCE = "2026-08-04";

  /** Stands for a date that is not given: wrangler then takes the latest that it knows. */
  static final String LATEST = "9999-12-31";

  /** What the flags and the date (ISO, so that its text compares) say together. */
  public static NodejsCompat of(List<String> flags, String date) {
    var isDefault = date.compareTo(ON_SINCE) >= 0;
    var isOn =
        flags.contains("nodejs_compat") || (isDefault && !flags.contains("no_nodejs_compat"));
    var isFull =
        flags.contains("nodejs_compat_v2")
            || (!flags.contains("no_nodejs_compat_v2")
                && (isDefault || (isOn && date.compareTo(FULL_SINCE) >= 0)));
    if (isFull) {
      return FULL;
    }
    return isOn ? PREFIXED : NONE;
  }
}
