package dev.durascope.model.modules;

import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What one module's text says about Durable Objects: its classes, the calls of the platform's
 * methods, and where it imports from. Nothing in here has looked at another file, and nothing knows
 * a type: a call is what it is written as.
 *
 * @param imports the specifiers of all imports and re-exports, dynamic ones included
 * @param calls in the order of their ends
 */
public record CodeFile(List<Located<String>> imports, List<Call> calls, List<ClassCode> classes) {

  public static final CodeFile EMPTY = new CodeFile(List.of(), List.of(), List.of());

  public CodeFile {
    imports = List.copyOf(imports);
    calls = List.copyOf(calls);
    classes = List.copyOf(classes);
  }

  /**
   * {@code receiver.method(arguments)}.
   *
   * @param receiver as it is written, without blanks, {@code ?.} as {@code .}, and without {@code
   *     !}
   * @param block the innermost block of statements around it, or the whole text
   */
  public record Call(
      String receiver, Located<String> method, Span span, Span block, List<Expression> arguments) {

    public Call {
      arguments = List.copyOf(arguments);
    }

    public Optional<Expression> argument(int index) {
      return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
  }

  /**
   * A class.
   *
   * @param base what it extends, as it is written
   * @param methods its instance methods, and fields that hold a function
   * @param handsOutItself whether it passes {@code this} to a function, which may put methods on it
   */
  public record ClassCode(
      Located<String> name,
      Optional<String> base,
      List<Located<String>> methods,
      boolean handsOutItself,
      Span span) {

    public ClassCode {
      methods = List.copyOf(methods);
    }

    public boolean hasMethod(String method) {
      return methods.stream().anyMatch(each -> each.value().equals(method));
    }
  }

  /** The class whose body {@code span} stands in: the innermost one. */
  public Optional<ClassCode> classAround(Span span) {
    return classes.stream()
        .filter(each -> each.span().encloses(span))
        .reduce((outer, inner) -> outer.span().encloses(inner.span()) ? inner : outer);
  }
}
