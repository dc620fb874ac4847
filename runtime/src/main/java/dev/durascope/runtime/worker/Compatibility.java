package dev.durascope.runtime.worker;

import dev.durascope.model.compatibility.EnabledFlags;
import dev.durascope.runtime.storage.DeleteAllScope;
import dev.durascope.runtime.wire.js.ErrorForm;

/**
 * What a worker's compatibility flags change, for those parts that take no flags but a decision.
 */
public record Compatibility(EnabledFlags flags, DeleteAllScope deleteAll, ErrorForm errorForm) {

  /** The behaviour that {@code flags} ask for. */
  public static Compatibility of(EnabledFlags flags) {
    return new Compatibility(
        flags,
        flags.isOn("delete_all_deletes_alarm")
            ? DeleteAllScope.CONTENT_AND_ALARM
            : DeleteAllScope.CONTENT,
        flags.isOn("enhanced_error_serialization") ? ErrorForm.ENHANCED : ErrorForm.PLAIN);
  }
}
