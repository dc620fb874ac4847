package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which calls of a statement lead to no line of the program: those of the language's own functions,
 * such as {@code Math.max(a, b)}, unless they are handed a function of the program to call.
 *
 * <p>What is called is read without running anything ({@link Glance}); where that cannot be done,
 * as in {@code this.find(x).push(y)}, a call counts as one of the program.
 */
record BuiltInCalls(Glance glance) {

  private static final String NEW = "new ";

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** Whether there is nothing to step into. */
  boolean contains(SourceSection call) {
    var text = call.getCharacters().toString();
    var callee = StepTargets.callee(text);
    var path =
        ValuePath.parse(callee.startsWith(NEW) ? callee.substring(NEW.length()) : callee)
            .filter(named -> isBuiltIn(named) && !isMethodOfProgramsFunction(named));
    return path.isPresent() && !isHandedFunction(text.substring(callee.length()));
  }

  private boolean isBuiltIn(ValuePath path) {
    return function(path).filter(BuiltInCalls::isBuiltIn).isPresent();
  }

  private static boolean isBuiltIn(JSFunctionObject function) {
    return JSFunction.getFunctionData(function).isBuiltin();
  }

  /** As {@code call} and {@code apply} are. */
  private boolean isMethodOfProgramsFunction(ValuePath path) {
    return !path.steps().isEmpty() && isOfProgram(path.parent());
  }

  private boolean isOfProgram(ValuePath path) {
    return function(path).filter(function -> !isBuiltIn(function)).isPresent();
  }

  private boolean isHandedFunction(String arguments) {
    return Arrays.stream(outermost(arguments).split(",", -1))
        .anyMatch(
            argument ->
                argument.contains("=>")
                    || argument.contains("function")
                    || ValuePath.parse(argument).filter(this::isOfProgram).isPresent());
  }

  /** Arguments without what is in brackets of theirs: {@code f, g(), () => {}}. */
  private static String outermost(String arguments) {
    var kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      if (CLOSING.indexOf(c) >= 0) {
        depth--;
      }
      if (depth == 1) {
        kept.append(c);
      }
      if (OPENING.indexOf(c) >= 0) {
        depth++;
      }
    }
    return kept.toString();
  }

  private Optional<JSFunctionObject> function(ValuePath path) {
    try {
      return glance.read(path) instanceof JSFunctionObject function
          ? Optional.of(function)
          : Optional.empty();
    } catch (DebuggerException | AbstractTruffleException e) {
      return Optional.empty();
    }
  }
}
