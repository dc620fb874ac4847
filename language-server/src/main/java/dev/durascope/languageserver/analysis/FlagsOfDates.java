package dev.durascope.languageserver.analysis;

import dev.durascope.model.compatibility.EnabledFlags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags that are on, found out once for all environments that write the same. Of one thread.
 */
final class FlagsOfDates {

  private record Written(String date, List<String> flags) {}

  private final Map<Written, EnabledFlags> known = new HashMap<>();

  EnabledFlags of(String date, List<String> flags) {
    return known.computeIfAbsent(
        new Written(date, flags), it -> EnabledFlags.of(Optional.of(it.date()), it.flags()));
  }
}
