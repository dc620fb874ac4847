package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory.Step;
import java.util.List;
import java.util.Optional;

/**
 * Which migrations wrangler sends with a deployment. It asks Cloudflare for the tag that was
 * applied last and sends what stands behind it. A tag that the list does not have (any more) makes
 * it send the whole list, and so does a Worker that has none.
 *
 * @param applied the steps that are not sent
 * @param pending the steps that are
 * @param isFound whether the list has the tag that was applied last, or none was
 */
public record Upload(List<Step> applied, List<Step> pending, boolean isFound) {

  public Upload {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
  }

  /** What is sent of {@code steps} when {@code tag} was applied last. */
  public static Upload of(List<Step> steps, Optional<String> tag) {
    if (tag.isEmpty()) {
      return new Upload(List.of(), steps, true);
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).tag().equals(tag.get())) {
        return new Upload(steps.subList(0, i + 1), steps.subList(i + 1, steps.size()), true);
      }
    }
    return new Upload(List.of(), steps, false);
  }
}
