package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.ObjectMethod.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a call of an object's storage, context or namespace takes, while it is typed.
 *
 * @param forms the forms of the method
 * @param active the form that the call is of, as far as it tells
 * @param parameter the parameter that is being typed; empty where the method takes no more
 */
public record CallHelp(List<Form> forms, int active, Optional<Integer> parameter) {

  /**
   * One form.
   *
   * @param label the whole, in which the texts of {@code parameters} stand in this order
   */
  public record Form(String label, String documentation, List<Parameter> parameters) {}

  /**
   * One parameter.
   *
   * @param documentation in Markdown; empty where there is nothing to say
   */
  public record Parameter(String text, String documentation) {}

  /** The option whose value is being typed. */
  private static final Pattern VALUE = Pattern.compile("\\b(\\w+)\\s*:[^,{}]*$");

  /** What the call at {@code offset} takes; empty in a configuration, and for other calls. */
  public static Optional<CallHelp> of(Subject subject, Path file, int offset) {
    if (file.equals(subject.config().file())) {
      return Optional.empty();
    }
    return subject
        .text(file)
        .flatMap(text -> CallSite.at(text, Math.min(offset, text.length())))
        .flatMap(call -> of(subject, call));
  }

  private static Optional<CallHelp> of(Subject subject, CallSite call) {
    var methods = methods(subject, call);
    if (methods.isEmpty()) {
      return Optional.empty();
    }
    int active = active(methods, call);
    return Optional.of(
        new CallHelp(
            methods.stream().map(method -> form(method, call)).toList(),
            active,
            methods.get(active).parameter(call.argument())));
  }

  /** The keys of the options that are being typed, without those that are there. */
  static List<Option> missingOptions(Subject subject, CallSite call) {
    var methods = methods(subject, call);
    if (methods.isEmpty() || call.object().isEmpty()) {
      return List.of();
    }
    var method = methods.get(active(methods, call));
    var parameter = method.parameter(call.argument());
    if (parameter.isEmpty() || !method.parameters().get(parameter.get()).isOptions()) {
      return List.of();
    }
    var typed = call.object().get();
    return method.options().stream()
        .filter(each -> !Pattern.compile("\\b" + each.name() + "\\s*[:,]").matcher(typed).find())
        .toList();
  }

  /** The forms of the method, where the receiver is what it is written as. */
  private static List<ObjectMethod> methods(Subject subject, CallSite call) {
    return ObjectMethods.of(call).stream()
        .filter(
            method ->
                method
                    .on()
                    .binding(call.receiver())
                    .map(name -> isObject(subject, name))
                    .orElse(true))
        .toList();
  }

  private static boolean isObject(Subject subject, String binding) {
    return subject.bindingViews().stream()
        .flatMap(view -> view.environment().durableObjects().stream())
        .flatMap(each -> each.name().stream())
        .anyMatch(name -> name.value().equals(binding));
  }

  /** The form that asks for such a first argument; else the one for all others. */
  private static int active(List<ObjectMethod> methods, CallSite call) {
    for (int i = methods.size() - 1; i > 0; i--) {
      if (methods.get(i).fits(call)) {
        return i;
      }
    }
    return 0;
  }

  private static Form form(ObjectMethod method, CallSite call) {
    var parameters = new ArrayList<Parameter>();
    for (var each : method.parameters()) {
      parameters.add(
          new Parameter(
              each.text(),
              each.isOptions() && call.object().isPresent()
                  ? options(method, call.object().get())
                  : each.documentation()));
    }
    return new Form(method.label(), method.documentation(), parameters);
  }

  /** The option that is being typed; all of them where none is. */
  private static String options(ObjectMethod method, String typed) {
    var value = VALUE.matcher(typed);
    var name = value.find() ? value.group(1) : "";
    var one = method.options().stream().filter(each -> each.name().equals(name)).toList();
    return String.join(
        "\n",
        (one.isEmpty() ? method.options() : one)
            .stream()
                .map(each -> "- `%s`: %s".formatted(each.name(), each.documentation()))
                .toList());
  }
}
