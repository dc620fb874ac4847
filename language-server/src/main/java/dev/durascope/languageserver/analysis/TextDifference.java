package dev.durascope.languageserver.analysis;

import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be replaced in a text to make another one of it, line by line.
 *
 * <p>Who changes a text in several steps, each made for the outcome of the one before, hands out
 * the difference in the end: an editor takes one edit of the text that it has, and what did not
 * change keeps its breakpoints, folds and cursors.
 */
public final class TextDifference {

  /** Lines of the one text by lines of the other, between where both begin and end alike. */
  private static final long MAX_CELLS = 4_000_000;

  private final Path file;
  private final String before;
  private final List<Fix.Edit> edits = new ArrayList<>();

  private TextDifference(Path file, String before) {
    this.file = file;
    this.before = before;
  }

  /** The edits that make {@code after} of {@code before}, in their order. */
  public static List<Fix.Edit> of(Path file, String before, String after) {
    var difference = new TextDifference(file, before);
    difference.compare(lines(before), lines(after));
    return List.copyOf(difference.edits);
  }

  private void compare(List<String> old, List<String> wanted) {
    int start = 0;
    int offset = 0;
    while (start < old.size()
        && start < wanted.size()
        && old.get(start).equals(wanted.get(start))) {
      offset += old.get(start++).length();
    }
    int oldEnd = old.size();
    int wantedEnd = wanted.size();
    while (oldEnd > start
        && wantedEnd > start
        && old.get(oldEnd - 1).equals(wanted.get(wantedEnd - 1))) {
      oldEnd--;
      wantedEnd--;
    }
    between(offset, old.subList(start, oldEnd), wanted.subList(start, wantedEnd));
  }

  private void between(int start, List<String> old, List<String> wanted) {
    if ((long) old.size() * wanted.size() > MAX_CELLS) {
      replace(start, String.join("", old), String.join("", wanted));
      return;
    }
    var common = common(old, wanted);
    int offset = start;
    int i = 0;
    int j = 0;
    while (i < old.size() || j < wanted.size()) {
      int fromOld = i;
      int fromWanted = j;
      while ((i < old.size() || j < wanted.size())
          && !(i < old.size() && j < wanted.size() && old.get(i).equals(wanted.get(j)))) {
        if (j == wanted.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      var gone = String.join("", old.subList(fromOld, i));
      replace(offset, gone, String.join("", wanted.subList(fromWanted, j)));
      offset += gone.length();
      if (i < old.size()) {
        offset += old.get(i).length();
        i++;
        j++;
      }
    }
  }

  /** How many lines the rests from each pair of lines on have in common. */
  private static int[][] common(List<String> old, List<String> wanted) {
    var common = new int[old.size() + 1][wanted.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = wanted.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(wanted.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** Leaves out what both begin and end with. */
  private void replace(int offset, String gone, String come) {
    int start = 0;
    while (start < gone.length()
        && start < come.length()
        && gone.charAt(start) == come.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < gone.length() - start
        && end < come.length() - start
        && gone.charAt(gone.length() - 1 - end) == come.charAt(come.length() - 1 - end)) {
      end++;
    }
    // Between the two halves of a line break, or of a character, no client can be sent.
    while (start > 0 && isSplit(before, offset + start)) {
      start--;
    }
    while (end > 0 && isSplit(before, offset + gone.length() - end)) {
      end--;
    }
    if (start < gone.length() - end || start < come.length() - end) {
      edits.add(
          new Fix.Edit(
              new Place(file, new Span(offset + start, offset + gone.length() - end)),
              come.substring(start, come.length() - end)));
    }
  }

  private static boolean isSplit(String text, int at) {
    return at > 0
        && at < text.length()
        && ((text.charAt(at - 1) == '\r' && text.charAt(at) == '\n')
            || Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)));
  }

  /** With their line breaks. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
