package dev.durascope.model.modules;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Syntax that is younger than the grammars: words that they do not know yet, and that change
 * nothing in what a module exports, has and calls.
 *
 * <p>Such a word is blanked out, or another of the same kind put in its place, in the text that is
 * parsed; every character stays where it is. Inside of a string or a comment that changes nothing,
 * because what a node reads is looked up in the text as it was written.
 *
 * <p>This is done at every key, to all of a module: so the words, which are rare, are searched for,
 * and only around them it is asked whether they are meant.
 */
final class NewSyntax {

  /** What is looked at before and behind a word; more would be no way to write. */
  private static final int AROUND_CHARACTERS = 100;

  /**
   * @param key the word
   * @param last what the last character before it may be, leaving blanks out
   * @param before what stands before it, to its very end; its first group is part of the word
   * @param behind what follows; its first group is part of the word
   * @param known what the grammars know in its place; shorter than the word
   */
  private record Word(String key, String last, Pattern before, Pattern behind, String known) {}

  private static final String NAME = "[\\p{L}_$][\\w$]*";

  private static final List<Word> WORDS =
      List.of(
          // import defer * as lazy from "./lazy"
          word("defer", "t", "\\bimport\\s+()$", "()\\s+\\*", ""),
          // import source wasm from "./it.wasm"
          word("source", "t", "\\bimport\\s+()$", "()\\s+" + NAME + "\\s+from\\b", ""),
          // import.defer("./lazy"), import.source("./it.wasm")
          word("defer", ".", "\\bimport(\\.)$", "()\\s*\\(", ""),
          word("source", ".", "\\bimport(\\.)$", "()\\s*\\(", ""),
          // static accessor count = 0: without a word before it, it is known
          word(
              "accessor",
              "ctedy",
              "\\b(?:static|abstract|override|public|private|protected|declare|readonly)\\s+()$",
              "()\\s+[\\p{L}_$#\\[\"']",
              ""),
          // interface Box<in out T>
          word(
              "in ",
              "<,",
              "[<,]\\s*()$",
              "((?:\\s*out\\s)?)\\s*" + NAME + "\\s*(?:[,>=]|extends\\b)",
              ""),
          word("out ", "<,", "[<,]\\s*()$", "()\\s*" + NAME + "\\s*(?:[,>=]|extends\\b)", ""),
          // for (using file of files), for (await using file of files)
          word(
              "using",
              "(t",
              "\\bfor\\s*(?:await\\s*)?\\(\\s*((?:await\\s+)?)$",
              "()\\s+" + NAME + "\\s+of\\b",
              "let"));

  private NewSyntax() {}

  private static Word word(String key, String last, String before, String behind, String known) {
    return new Word(key, last, Pattern.compile(before), Pattern.compile(behind), known);
  }

  /** The text in words that the grammars know, as long as it was, in units and in bytes. */
  static String known(String text) {
    @Nullable StringBuilder known = null;
    for (var word : WORDS) {
      int at = text.indexOf(word.key());
      while (at >= 0) {
        if (mayBegin(word, text, at)) {
          known = replaced(text, known, word, at);
        }
        at = text.indexOf(word.key(), at + word.key().length());
      }
    }
    return known == null ? text : known.toString();
  }

  /** Most places are told by the character before. */
  private static boolean mayBegin(Word word, String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    return before >= 0 && word.last().indexOf(text.charAt(before)) >= 0;
  }

  private static @Nullable StringBuilder replaced(
      String text, @Nullable StringBuilder known, Word word, int at) {
    int first = Math.max(0, at - AROUND_CHARACTERS);
    int end = at + word.key().length();
    var behind =
        word.behind().matcher(text).region(end, Math.min(text.length(), end + AROUND_CHARACTERS));
    if (!behind.lookingAt()) {
      return known;
    }
    var before = word.before().matcher(text).region(first, at);
    if (!before.find()) {
      return known;
    }
    var now = known == null ? new StringBuilder(text) : known;
    int start = before.start(1);
    int stop = Math.max(end, behind.end(1));
    now.replace(start, stop, word.known() + " ".repeat(stop - start - word.known().length()));
    return now;
  }
}
