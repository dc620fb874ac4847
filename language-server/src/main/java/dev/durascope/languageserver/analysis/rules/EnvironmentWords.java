package dev.durascope.languageserver.analysis.rules;

import java.util.regex.Pattern;

/**
 * What a text does with the word {@code env}. It goes from one such word to the next: patterns that
 * are tried at each character of a long module take longer than all other rules.
 *
 * @param takesMember whether there is {@code env.name}
 * @param asksAnyName whether there is {@code env[name]}, {@code Object.keys(env)}, {@code x in env}
 *     or {@code x of env}, any of which may mean every binding
 */
record EnvironmentWords(boolean takesMember, boolean asksAnyName) {

  private static final String WORD = "env";
  private static final Pattern MEMBER = Pattern.compile("\\s*\\??\\.\\s*[\\w$]");
  private static final Pattern COMPUTED = Pattern.compile("\\s*(\\?\\.)?\\[(?!\\s*[\"'])");
  private static final Pattern REFLECTION = Pattern.compile("(Object|Reflect)\\.\\w+\\(");

  static EnvironmentWords of(String text) {
    boolean member = false;
    boolean any = false;
    for (int at = text.indexOf(WORD);
        at >= 0 && !(member && any);
        at = text.indexOf(WORD, at + 1)) {
      int end = at + WORD.length();
      if (isPart(text, at - 1) || isPart(text, end)) {
        continue;
      }
      member |= MEMBER.matcher(text).region(end, text.length()).lookingAt();
      any |=
          COMPUTED.matcher(text).region(end, text.length()).lookingAt()
              || isReflected(text, at)
              || isSearched(text, at);
    }
    return new EnvironmentWords(member, any);
  }

  /** Whether it stands in the brackets of {@code Object.…(} or {@code Reflect.…(}. */
  private static boolean isReflected(String text, int at) {
    int from = text.lastIndexOf(')', at) + 1;
    return REFLECTION.matcher(text).region(from, at).find();
  }

  /** Whether {@code in} or {@code of} stands before it, or before what it is a member of. */
  private static boolean isSearched(String text, int at) {
    int start = at;
    while (isPart(text, start - 1) || (start > 0 && text.charAt(start - 1) == '.')) {
      start--;
    }
    int end = start;
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    boolean word = text.startsWith("in", end - 2) || text.startsWith("of", end - 2);
    return end < start && word && !isPart(text, end - 3);
  }

  private static boolean isPart(String text, int at) {
    char c = at < 0 || at >= text.length() ? ' ' : text.charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
