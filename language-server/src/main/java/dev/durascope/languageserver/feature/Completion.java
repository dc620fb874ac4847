package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What may be typed at a place. */
public final class Completion {

  /** What an item stands for. */
  public enum Kind {
    KEY,
    VALUE,
    CLASS,
    BINDING
  }

  /**
   * One thing that may be typed.
   *
   * @param label what lists show, and what is typed is compared with
   * @param detail a few words beside the label
   * @param documentation in Markdown
   * @param text what is put in place of {@code replaced}
   * @param snippet the same with stops for the caret, where there is more to type behind it
   * @param outdated whether it is there for old configurations only
   */
  public record Item(
      String label,
      Kind kind,
      Optional<String> detail,
      Optional<String> documentation,
      Span replaced,
      String text,
      Optional<String> snippet,
      boolean outdated) {

    /** What is complete when it is put in. */
    Item(
        String label,
        Kind kind,
        Optional<String> detail,
        Optional<String> documentation,
        Span replaced,
        String text) {
      this(label, kind, detail, documentation, replaced, text, Optional.empty(), false);
    }
  }

  private Completion() {}

  /** In the order in which they are to be shown. */
  public static List<Item> of(Subject subject, Path file, int offset) {
    if (file.equals(subject.config().file())) {
      return ConfigPlace.at(subject.config(), offset)
          .map(
              place ->
                  place.key().isPresent()
                      ? ConfigValues.of(subject, place)
                      : ConfigKeys.of(subject, place, offset))
          .orElse(List.of());
    }
    return subject
        .text(file)
        .map(
            text -> {
              var members = EnvironmentMembers.of(subject, text, offset);
              return members.isEmpty() ? OptionKeys.of(subject, text, offset) : members;
            })
        .orElse(List.of());
  }
}
