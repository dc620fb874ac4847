package dev.durascope.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was on the command line, by the names that a {@link Syntax} gave. What is read as a number,
 * a path or a choice, and is none, is a {@link UsageError} that names the flag.
 */
public record Words(String command, List<String> operands, Map<String, List<String>> flags) {
  private static final int MAX_PORT = 65_535;

  /** Whether the flag was there. */
  public boolean has(String flag) {
    return flags.containsKey(flag);
  }

  /** The flag's last value. */
  public Optional<String> value(String flag) {
    var values = values(flag);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** The flag's values, in their order. */
  public List<String> values(String flag) {
    return flags.getOrDefault(flag, List.of());
  }

  /** The operand at the index. */
  public Optional<String> operand(int index) {
    return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
  }

  /** The flag's value as a TCP port; 0 asks the system for any. */
  public OptionalInt port(String flag) throws UsageError {
    var text = value(flag);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      var port = Integer.parseInt(text.get());
      if (port >= 0 && port <= MAX_PORT) {
        return OptionalInt.of(port);
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new UsageError(
        command, flag + " wants a port from 0 to " + MAX_PORT + ", not \"" + text.get() + "\"");
  }

  /** A word as a path, absolute. */
  public Path path(String word, Console console) throws UsageError {
    try {
      return console.resolve(Path.of(word));
    } catch (InvalidPathException e) {
      throw new UsageError(command, "\"" + word + "\" is no path: " + e.getReason());
    }
  }

  /** The flag's value as one of a few words. */
  public <E extends Enum<E>> Optional<E> choice(String flag, Class<E> type) throws UsageError {
    var text = value(flag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var names =
        Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    var index = names.indexOf(text.get());
    if (index < 0) {
      throw new UsageError(
          command,
          flag + " is one of " + String.join(", ", names) + ", not \"" + text.get() + "\"");
    }
    return Optional.of(type.getEnumConstants()[index]);
  }
}
