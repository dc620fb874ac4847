package dev.durascope.debugadapter.core;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All that the user wants the project to stop at. While there is nothing of it, and nobody steps,
 * the project is not made ready for stops ({@link Readiness}).
 *
 * <p>All methods may be called from any thread.
 */
public final class StopRequests {

  private final Scripts scripts;
  private final DebuggedIsolates isolates;
  private final Readiness readiness;
  private final Breakpoints breakpoints;
  private final FunctionBreakpoints functions;
  private final DataBreakpoints data;
  private final EventBreakpoints events;
  private final Exceptions exceptions;

  StopRequests(
      Scripts scripts,
      DebuggedIsolates isolates,
      Readiness readiness,
      Breakpoints breakpoints,
      FunctionBreakpoints functions,
      DataBreakpoints data,
      EventBreakpoints events,
      Exceptions exceptions) {
    this.scripts = scripts;
    this.isolates = isolates;
    this.readiness = readiness;
    this.breakpoints = breakpoints;
    this.functions = functions;
    this.data = data;
    this.events = events;
    this.exceptions = exceptions;
  }

  /** Replaces all breakpoints of a file; the answer has one status for each, in their order. */
  public List<BreakpointStatus> set(Path file, List<SourceBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> breakpoints.set(file, requests));
  }

  /** Replaces all breakpoints on functions; the answer has one status for each. */
  public List<FunctionBreakpointStatus> setOnFunctions(List<FunctionBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> functions.set(requests));
  }

  /** Replaces all breakpoints on stored data; the answer has one status for each. */
  public List<DataBreakpointStatus> setOnData(List<DataBreakpoint> requests) {
    return stoppingBy(!requests.isEmpty(), () -> data.set(requests));
  }

  /** Stops at the events that these mean, and at no others. */
  public void setOnEvents(List<EventBreakpoint> wanted) {
    stoppingBy(
        !wanted.isEmpty(),
        () -> {
          events.set(wanted);
          return wanted;
        });
  }

  /** Stops at the thrown values that these mean, and at no others. */
  public void setOnExceptions(List<ExceptionBreakpoint> wanted) {
    stoppingBy(
        !wanted.isEmpty(),
        () -> {
          exceptions.set(wanted);
          return wanted;
        });
  }

  /** All that is to stop the project, for {@link #restore} in a debugger of the next run. */
  public StopSettings settings() {
    return new StopSettings(
        breakpoints.all(), data.all(), functions.all(), exceptions.all(), events.all());
  }

  /** Has all stop that stopped an earlier run, with the ids that the user knows them by. */
  public void restore(StopSettings earlier) {
    if (!earlier.isEmpty()) {
      readiness.prepare();
    }
    breakpoints.restore(earlier.source());
    data.restore(earlier.data());
    functions.restore(earlier.functions());
    setOnExceptions(earlier.exceptions());
    setOnEvents(earlier.events());
  }

  /** The places in some lines of a file where a breakpoint with a column can stop. */
  public List<FilePosition> breakpointLocations(Path file, int firstLine, int lastLine) {
    return scripts.all().stream()
        .map(Script::mapping)
        .flatMap(
            mapping -> {
              var mapped =
                  IntStream.rangeClosed(firstLine, lastLine)
                      .boxed()
                      .flatMap(line -> mapping.generated(file, line).stream())
                      .map(SourceMapping.Generated::original)
                      .filter(place -> place.line() >= firstLine && place.line() <= lastLine)
                      .toList();
              return mapping.breakable(file, mapped).stream();
            })
        .map(FilePosition::of)
        .distinct()
        .sorted(Comparator.comparingInt(FilePosition::line).thenComparingInt(FilePosition::column))
        .toList();
  }

  /** Changes what stops the program, which has it made ready for stops or not. */
  private <T> T stoppingBy(boolean something, Supplier<T> change) {
    if (something) {
      readiness.prepare();
    }
    var changed = change.get();
    readiness.relax(
        () ->
            !scripts.haveDebuggerStatements()
                && settings().isEmpty()
                && isolates.all().stream().allMatch(DebuggedIsolate::runsFreely));
    return changed;
  }
}
