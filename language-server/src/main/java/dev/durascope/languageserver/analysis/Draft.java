package dev.durascope.languageserver.analysis;

import dev.durascope.model.config.WranglerConfig;
import java.util.List;

/**
 * A configuration that is rewritten in several steps. Each is made for the text that the one before
 * has left, so that none has to know of the others.
 */
public record Draft(WranglerConfig original, WranglerConfig current) {

  public static Draft of(WranglerConfig config) {
    return new Draft(config, config);
  }

  public Draft with(Fix.Edit edit) {
    return with(List.of(edit));
  }

  public Draft with(List<Fix.Edit> edits) {
    var text = new Fix("", edits).applyTo(current.file(), current.document().text());
    return new Draft(original, WranglerConfig.parse(current.file(), text));
  }

  /** What makes the text that there is now of the first one. */
  public List<Fix.Edit> edits() {
    return TextDifference.of(
        original.file(), original.document().text(), current.document().text());
  }
}
