package dev.durascope.languageserver.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A method of the platform's for objects: what it is called on, and what it takes.
 *
 * @param on who has it, as code writes it
 * @param parameters as TypeScript would declare them
 * @param options the keys of the parameter called {@code options}
 * @param takes what the first argument begins with, where the method has another form as well
 */
record ObjectMethod(
    Owner on,
    String name,
    List<Parameter> parameters,
    List<Option> options,
    Optional<Pattern> takes,
    String result,
    String documentation) {

  /** Who has methods; told by how code calls it. */
  enum Owner {
    CONTEXT("(this\\.)?#?(ctx|state)"),
    STORAGE("((this\\.)?#?(ctx|state)\\.|this\\.#?)?storage|txn|tx"),
    KV("(((this\\.)?#?(ctx|state)\\.|this\\.#?)?storage\\.)kv"),
    SQL("(((this\\.)?#?(ctx|state)\\.|this\\.#?)?storage\\.)sql|(this\\.)?#?sql"),
    NAMESPACE("(?:.*\\.)?[_#]?env\\.(\\w+)");

    private final Pattern pattern;

    Owner(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    boolean isWritten(String receiver) {
      return pattern.matcher(receiver).matches();
    }

    /** The binding's name, of a namespace. */
    Optional<String> binding(String receiver) {
      var matcher = pattern.matcher(receiver);
      return this == NAMESPACE && matcher.matches()
          ? Optional.of(matcher.group(1))
          : Optional.empty();
    }
  }

  /** One parameter, as {@code options?: {…}}. */
  record Parameter(String text, String documentation) {

    boolean isOptions() {
      return text.startsWith("options");
    }

    boolean isRest() {
      return text.startsWith("...");
    }
  }

  /** One key of an options object. */
  record Option(String name, String type, String documentation) {}

  /** The keys of {@code options} are written out: that is what one wants to know. */
  ObjectMethod {
    var written = new ArrayList<Parameter>();
    for (var parameter : parameters) {
      written.add(
          parameter.isOptions() && !options.isEmpty()
              ? new Parameter("options?: { " + keys(options) + " }", parameter.documentation())
              : parameter);
    }
    parameters = List.copyOf(written);
    options = List.copyOf(options);
  }

  private static String keys(List<Option> options) {
    return String.join(
        ", ", options.stream().map(each -> each.name() + "?: " + each.type()).toList());
  }

  /** Whether the call is of this form, as far as its first argument tells. */
  boolean fits(CallSite call) {
    return takes.isEmpty() || takes.get().matcher(call.first()).lookingAt();
  }

  /** The whole as one line. */
  String label() {
    return "%s(%s): %s"
        .formatted(
            name, String.join(", ", parameters.stream().map(Parameter::text).toList()), result);
  }

  /** The parameter that takes an argument; empty where there are too many arguments. */
  Optional<Integer> parameter(int argument) {
    if (argument < parameters.size()) {
      return Optional.of(argument);
    }
    return !parameters.isEmpty() && parameters.getLast().isRest()
        ? Optional.of(parameters.size() - 1)
        : Optional.empty();
  }
}
