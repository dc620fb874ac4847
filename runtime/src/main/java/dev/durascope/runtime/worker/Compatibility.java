package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.PlatformFlags;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.wire.js.ErrorForm;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What a worker's compatibility date and flags change.
 * https://developers.cloudflare.com/workers/configuration/compatibility-flags/
 */
public record Compatibility(PlatformFlags platform, DeleteAllScope deleteAll, ErrorForm errorForm) {
  /** A worker without a date behaves as the newest do: so wrangler has it in development. */
  private static final LocalDate NEWEST = LocalDate.MAX;

  private static final LocalDate DELETE_ALL_DELETES_ALARM = LocalDate.of(2026, 2, 24);

  private static final LocalDate ENHANCED_ERRORS = LocalDate.of(2026, 4, 21);

  /**
   * The behaviour that a configuration asks for.
   *
   * @param date as configured; one that is no date counts as none
   */
  public static Compatibility of(Optional<String> date, List<String> flags) {
    var day = date.flatMap(Compatibility::parse).orElse(NEWEST);
    var deletesAlarm =
        flags.contains("delete_all_deletes_alarm")
            || (!flags.contains("delete_all_preserves_alarm")
                && !day.isBefore(DELETE_ALL_DELETES_ALARM));
    var enhancedErrors =
        flags.contains("enhanced_error_serialization")
            || (!flags.contains("legacy_error_serialization") && !day.isBefore(ENHANCED_ERRORS));
    return new Compatibility(
        PlatformFlags.of(day, flags),
        deletesAlarm ? DeleteAllScope.CONTENT_AND_ALARM : DeleteAllScope.CONTENT,
        enhancedErrors ? ErrorForm.ENHANCED : ErrorForm.PLAIN);
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
