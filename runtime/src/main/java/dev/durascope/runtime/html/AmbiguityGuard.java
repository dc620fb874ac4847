package dev.durascope.runtime.html;

/**
 * Stops where only a tree could say whether a tag that switches the reading of text is ignored:
 * within {@code select} and {@code frameset}. To go on by a guess could let text run as script.
 */
final class AmbiguityGuard {
  /** Where in such an element the document is. */
  private enum State {
    SAFE,
    IN_SELECT,
    IN_TEMPLATE_IN_SELECT,
    IN_FRAMESET
  }

  private State state = State.SAFE;
  private int templates;

  void start(String tag) {
    var switchesText = TextMode.of(tag) != TextMode.DATA;
    switch (state) {
      case SAFE -> {
        if (tag.equals("select")) {
          state = State.IN_SELECT;
        } else if (tag.equals("frameset")) {
          state = State.IN_FRAMESET;
        }
      }
      case IN_SELECT -> {
        switch (tag) {
          case "select", "textarea", "input", "keygen" -> state = State.SAFE;
          case "template" -> {
            state = State.IN_TEMPLATE_IN_SELECT;
            templates = 1;
          }
          case "script" -> {}
          default -> refuse(switchesText, tag);
        }
      }
      case IN_TEMPLATE_IN_SELECT -> {
        if (tag.equals("template")) {
          templates++;
        }
        refuse(switchesText, tag);
      }
      case IN_FRAMESET -> refuse(switchesText && !tag.equals("noframes"), tag);
    }
  }

  void end(String tag) {
    if (state == State.IN_SELECT && tag.equals("select")) {
      state = State.SAFE;
    } else if (state == State.IN_TEMPLATE_IN_SELECT && tag.equals("template") && --templates == 0) {
      state = State.IN_SELECT;
    }
  }

  private static void refuse(boolean isAmbiguous, String tag) {
    if (isAmbiguous) {
      throw new HtmlException(
          "The parser has encountered a text content tag (`<"
              + tag
              + ">`) in the context where it is ambiguous whether this tag should be ignored or"
              + " not. And, thus, it is unclear whether consequent content should be parsed as raw"
              + " text or HTML markup.\n\nThis error occurs due to the limited capabilities of the"
              + " streaming parsing. However, almost all of the cases of this error are caused by"
              + " a non-conforming markup (e.g. a `<script>` element in `<select>` element).");
    }
  }
}
