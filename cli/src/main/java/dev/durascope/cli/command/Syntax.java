package dev.durascope.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that a command understands, and how a line of them is read.
 *
 * <p>There is no library beneath. The well-known one is compiled for Java 5, and class files that
 * old have no place in the JVM's AOT cache: it took longer than the JVM and all the rest of a
 * start.
 *
 * @param name the command's name
 * @param summary one sentence on what it does
 * @param operands the names of the words without a dash; all of them may be left out, and of the
 *     last there may be several if its name ends in {@value #SEVERAL}
 */
public record Syntax(String name, String summary, List<String> operands, List<Flag> flags) {
  /** Understood by every command. */
  public static final Flag HELP = Flag.ofSwitch("--help", "Show this help.").withShortName("-h");

  static final String SEVERAL = "...";

  private static final int HELP_COLUMN = 28;
  private static final int WIDTH = 100;

  public Syntax {
    operands = List.copyOf(operands);
    flags = List.copyOf(flags);
  }

  /** Reads the words behind the command's name. */
  public Words parse(List<String> line) throws UsageError {
    Map<String, List<String>> values = new LinkedHashMap<>();
    var found = new ArrayList<String>();
    var onlyOperands = false;
    for (var words = line.iterator(); words.hasNext(); ) {
      var word = words.next();
      if (onlyOperands || !isFlag(word)) {
        if (found.size() >= operands.size() && !takesSeveral()) {
          throw new UsageError(name, "\"" + word + "\" is one word too many");
        }
        found.add(word);
      } else if (word.equals("--")) {
        onlyOperands = true;
      } else {
        var equals = word.indexOf('=');
        var flag = flag(equals < 0 ? word : word.substring(0, equals));
        var list = values.computeIfAbsent(flag.name(), any -> new ArrayList<>());
        switch (flag.form()) {
          case SWITCH -> {
            if (equals >= 0) {
              throw new UsageError(name, flag.name() + " takes no value");
            }
          }
          case VALUE, VALUES -> {
            if (equals < 0 && !words.hasNext()) {
              throw new UsageError(name, flag.name() + " needs a value: " + flag.usage());
            }
            list.add(equals < 0 ? words.next() : word.substring(equals + 1));
          }
          case OPTIONAL_VALUE -> {
            if (equals >= 0) {
              list.add(word.substring(equals + 1));
            }
          }
        }
      }
    }
    return new Words(name, found, values);
  }

  private boolean takesSeveral() {
    return !operands.isEmpty() && operands.getLast().endsWith(SEVERAL);
  }

  /** A dash alone is an operand, and so is a negative number. */
  private static boolean isFlag(String word) {
    return word.startsWith("-") && word.length() > 1 && !Character.isDigit(word.charAt(1));
  }

  /** What {@code --help} shows. */
  public String help() {
    var out = new StringBuilder("Usage: durascope ").append(name);
    operands.forEach(operand -> out.append(" [").append(operand).append(']'));
    out.append(flags.isEmpty() ? "\n" : " [flags]\n");
    wrap(out.append('\n'), summary, 0);
    out.append('\n');
    flags.stream()
        .filter(flag -> !flag.isHidden())
        .forEach(flag -> row(out, flag.usage(), flag.help()));
    row(out, HELP.usage(), HELP.help());
    return out.toString();
  }

  /** A line of help: a word, and beside it what it means. */
  public static void row(StringBuilder out, String word, String meaning) {
    out.append("  ").append(word);
    var used = word.length() + 2;
    if (used >= HELP_COLUMN) {
      out.append('\n');
      used = 0;
    }
    out.append(" ".repeat(HELP_COLUMN - used));
    wrap(out, meaning, HELP_COLUMN);
  }

  private static void wrap(StringBuilder out, String text, int indent) {
    var column = indent;
    for (var word : text.split(" ", -1)) {
      if (column > indent && column + 1 + word.length() > WIDTH) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      }
      if (column > indent) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
  }

  private Flag flag(String word) throws UsageError {
    if (word.equals(HELP.name()) || word.equals(HELP.shortName())) {
      return HELP;
    }
    for (var flag : flags) {
      if (word.equals(flag.name()) || word.equals(flag.shortName())) {
        return flag;
      }
    }
    var names = flags.stream().filter(flag -> !flag.isHidden()).map(Flag::name).toList();
    throw new UsageError(name, "there is no flag " + word + suggestion(word, names));
  }

  /** {@code ; did you mean "X"?} for the candidate that is a few slips away, else nothing. */
  public static String suggestion(String word, List<String> candidates) {
    Optional<String> nearest = Optional.empty();
    var best = Math.max(1, word.length() / 3) + 1;
    for (var candidate : candidates) {
      var distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest.map(candidate -> "; did you mean " + candidate + "?").orElse("");
  }

  /** How many letters must be added, dropped, replaced, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(rows[0], j -> j);
    for (var i = 1; i <= a.length(); i++) {
      rows[i][0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
