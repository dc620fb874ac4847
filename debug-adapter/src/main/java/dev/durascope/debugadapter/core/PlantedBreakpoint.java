package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.Breakpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One breakpoint of the user, with the engine's breakpoint for each version of the script that has
 * a place for it.
 */
final class PlantedBreakpoint {

  private final int id;
  private final Path file;
  private final SourceBreakpoint request;
  private final Optional<HitCondition> hitCondition;
  private final Optional<LogMessage> logMessage;
  private final Map<URI, Breakpoint> planted = new ConcurrentHashMap<>();
  private final AtomicLong hits = new AtomicLong();
  private volatile BreakpointStatus status;
  private final AtomicBoolean complained = new AtomicBoolean();
  private volatile boolean announced;

  PlantedBreakpoint(int id, Path file, SourceBreakpoint request) {
    this.id = id;
    this.file = file;
    this.request = request;
    this.hitCondition = request.hitCondition().flatMap(HitCondition::parse);
    this.logMessage = request.logMessage().map(LogMessage::parse);
    this.status = unverified("The program has not been loaded yet.");
  }

  int id() {
    return id;
  }

  SourceBreakpoint request() {
    return request;
  }

  Optional<HitCondition> hitCondition() {
    return hitCondition;
  }

  Optional<LogMessage> logMessage() {
    return logMessage;
  }

  Map<URI, Breakpoint> planted() {
    return planted;
  }

  BreakpointStatus status() {
    return status;
  }

  /** Counts a hit and returns its number, the first being 1. */
  long countHit() {
    return hits.incrementAndGet();
  }

  /** The user knows of this breakpoint: from now on, changes are news. */
  void announce() {
    announced = true;
  }

  boolean isAnnounced() {
    return announced;
  }

  /** True for the first of its conditions that fails: one complaint is enough. */
  boolean complainOnce() {
    return complained.compareAndSet(false, true);
  }

  void unresolved(String message) {
    status = unverified(message);
  }

  /**
   * Takes note of where the breakpoint stops.
   *
   * @return whether that is news
   */
  boolean resolved(SourceMapping.Original place) {
    var before = status;
    status = new BreakpointStatus(id, true, file, place.line(), place.column(), "");
    return !before.equals(status);
  }

  private BreakpointStatus unverified(String message) {
    return new BreakpointStatus(
        id, false, file, request.line(), request.column().orElse(1), message);
  }
}
