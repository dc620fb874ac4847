package dev.durascope.runtime.control;

import java.util.List;
import java.util.Optional;

/**
 * The part of the port that is about time: the project's clock, and the alarms that wait for it.
 */
public interface TimeControl {
  /** The clock as it stands. */
  ClockFacts clock();

  /** Stops time. */
  void freeze() throws ControlRefusal;

  /** Lets time go on from where it stands. */
  void resume() throws ControlRefusal;

  /** Moves time on, by a number of milliseconds that is not negative. */
  void step(long millis) throws ControlRefusal;

  /** Moves time on to the next alarm; a conflict if none waits. */
  void jump() throws ControlRefusal;

  /** The alarms that wait or run, the next to run first. */
  List<DueAlarm> alarms();

  /**
   * A clock.
   *
   * @param millis since the Unix epoch
   */
  record ClockFacts(long millis, boolean frozen) {}

  /**
   * An alarm of an object.
   *
   * @param scheduledTime when it is or was due, in milliseconds since the Unix epoch
   * @param nextRun when its handler runs, or runs again
   * @param retryCount how often it has failed
   * @param running whether its handler runs now
   */
  record DueAlarm(
      String worker,
      String className,
      String id,
      Optional<String> name,
      long scheduledTime,
      long nextRun,
      int retryCount,
      boolean running) {}
}
