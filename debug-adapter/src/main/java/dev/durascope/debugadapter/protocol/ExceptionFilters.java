package dev.durascope.debugadapter.protocol;

import dev.durascope.debugadapter.core.EventBreakpoint;
import dev.durascope.debugadapter.core.ExceptionBreakpoint;
import dev.durascope.debugadapter.core.ExceptionBreakpoint.Thrown;
import dev.durascope.debugadapter.core.ObjectFilter;
import dev.durascope.debugadapter.core.ProgramEvent;
import dev.durascope.debugadapter.core.ScriptDebugger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.jspecify.annotations.Nullable;

/**
 * The stops that a client offers as check boxes: thrown values, and the events of Durable Objects
 * and Workers. The protocol has this one list for all that is to stop a program without a place in
 * a file; each entry may be narrowed by a condition.
 */
final class ExceptionFilters {

  static final String ALL = "all";
  static final String UNCAUGHT = "uncaught";

  private static final String EVENT_PREFIX = "event:";
  private static final String EVENT_CONDITION =
      "Which objects: ChatRoom, ChatRoom \"lobby\", \"lobby\", ChatRoom.say; * is any text";

  private static final String EXCEPTION_CONDITION =
      "An expression; error is what was thrown: error.name === \"RangeError\"";

  private ExceptionFilters() {}

  /** All that is offered. */
  static ExceptionBreakpointsFilter[] offered() {
    return Stream.concat(
            Stream.of(
                thrown(ALL, "All Exceptions", "Stops wherever something is thrown.", false),
                thrown(
                    UNCAUGHT,
                    "Uncaught Exceptions",
                    "Stops where something is thrown that nothing is going to catch.",
                    true)),
            Stream.of(ProgramEvent.Kind.values()).map(ExceptionFilters::filter))
        .toArray(ExceptionBreakpointsFilter[]::new);
  }

  private static ExceptionBreakpointsFilter thrown(
      String id, String label, String description, boolean byDefault) {
    var filter = filter(id, label, description, byDefault);
    filter.setSupportsCondition(true);
    filter.setConditionDescription(EXCEPTION_CONDITION);
    return filter;
  }

  private static ExceptionBreakpointsFilter filter(
      String id, String label, String description, boolean byDefault) {
    var filter = new ExceptionBreakpointsFilter();
    filter.setFilter(id);
    filter.setLabel(label);
    filter.setDescription(description);
    filter.setDefault_(byDefault);
    return filter;
  }

  private static ExceptionBreakpointsFilter filter(ProgramEvent.Kind kind) {
    var filter = filter(EVENT_PREFIX + kind.id(), label(kind), description(kind), false);
    filter.setSupportsCondition(true);
    filter.setConditionDescription(EVENT_CONDITION);
    return filter;
  }

  private static String label(ProgramEvent.Kind kind) {
    return switch (kind) {
      case FETCH -> "Event: fetch";
      case RPC -> "Event: RPC call";
      case ALARM -> "Event: alarm";
      case WEB_SOCKET_MESSAGE -> "Event: webSocketMessage";
      case WEB_SOCKET_CLOSE -> "Event: webSocketClose";
      case WEB_SOCKET_ERROR -> "Event: webSocketError";
      case SCHEDULED -> "Event: scheduled";
      case QUEUE -> "Event: queue";
      case CONSTRUCTOR -> "Event: constructor (wake)";
      case HIBERNATE -> "Event: hibernation, eviction";
    };
  }

  private static String description(ProgramEvent.Kind kind) {
    return switch (kind) {
      case FETCH -> "Stops at the first statement that handles a request.";
      case RPC -> "Stops at the first statement of a method that is called remotely.";
      case ALARM -> "Stops at the first statement of alarm().";
      case WEB_SOCKET_MESSAGE -> "Stops at the first statement of webSocketMessage().";
      case WEB_SOCKET_CLOSE -> "Stops at the first statement of webSocketClose().";
      case WEB_SOCKET_ERROR -> "Stops at the first statement of webSocketError().";
      case SCHEDULED -> "Stops at the first statement of scheduled().";
      case QUEUE -> "Stops at the first statement of queue().";
      case CONSTRUCTOR -> "Stops where an object is constructed, at its first event or a wake-up.";
      case HIBERNATE -> "Stops before an object leaves the memory and its instance is lost.";
    };
  }

  /** What a client wants, and the answer to it. */
  record Wanted(
      List<ExceptionBreakpoint> exceptions,
      List<EventBreakpoint> events,
      SetExceptionBreakpointsResponse response) {

    void applyTo(ScriptDebugger debugger) {
      debugger.stops().setOnExceptions(exceptions);
      debugger.stops().setOnEvents(events);
    }
  }

  static Wanted read(SetExceptionBreakpointsArguments arguments) {
    var reading = new Reading();
    for (var filter : arguments.getFilters()) {
      reading.add(filter, null);
    }
    if (arguments.getFilterOptions() != null) {
      for (var option : arguments.getFilterOptions()) {
        reading.add(option.getFilterId(), option.getCondition());
      }
    }
    var response = new SetExceptionBreakpointsResponse();
    response.setBreakpoints(reading.answers.toArray(Breakpoint[]::new));
    return new Wanted(reading.exceptions, reading.events, response);
  }

  private static final class Reading {
    private final List<ExceptionBreakpoint> exceptions = new ArrayList<>();
    private final List<EventBreakpoint> events = new ArrayList<>();
    private final List<Breakpoint> answers = new ArrayList<>();

    void add(String id, @Nullable String condition) {
      var problem = take(id, condition == null ? "" : condition);
      var answer = new Breakpoint();
      answer.setVerified(problem.isEmpty());
      problem.ifPresent(answer::setMessage);
      answers.add(answer);
    }

    /** Takes one filter, or says what is wrong with it. */
    private Optional<String> take(String id, String condition) {
      return switch (id) {
        case ALL -> takeThrown(Thrown.ALL, condition);
        case UNCAUGHT -> takeThrown(Thrown.UNCAUGHT, condition);
        default -> takeEvent(id, condition);
      };
    }

    private Optional<String> takeThrown(Thrown thrown, String condition) {
      var narrowed = Optional.of(condition).filter(code -> !code.isBlank());
      exceptions.add(new ExceptionBreakpoint(thrown, narrowed));
      return Optional.empty();
    }

    private Optional<String> takeEvent(String id, String condition) {
      var kind =
          Stream.of(ProgramEvent.Kind.values())
              .filter(known -> id.equals(EVENT_PREFIX + known.id()))
              .findFirst();
      if (kind.isEmpty()) {
        return Optional.of("There is no exception filter \"" + id + "\".");
      }
      var filter = ObjectFilter.parse(condition);
      filter.ifPresent(objects -> events.add(new EventBreakpoint(kind.get(), objects)));
      return filter.isPresent()
          ? Optional.empty()
          : Optional.of(
              "\""
                  + condition
                  + "\" names no objects: write a class, an object's name in double quotes, or"
                  + " both, as in ChatRoom \"lobby\"; a method may follow, as in ChatRoom.say.");
    }
  }
}
