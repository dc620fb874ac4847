package dev.durascope.model.modules;

/**
 * The words of a text, comments and strings included. They are looked for when somebody asks: few
 * do, while listing all of them at each keystroke would take longer than reading the rest.
 */
public record Words(String text) {

  /** Whether {@code word} stands in the text, and not as a part of a longer one. */
  public boolean contains(String word) {
    int at = word.isEmpty() ? -1 : text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean begins = at == 0 || !isPart(text.charAt(at - 1));
      if (begins && (end == text.length() || !isPart(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean isPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '$';
  }

  @Override
  public String toString() {
    return "the words of " + text.length() + " characters";
  }
}
