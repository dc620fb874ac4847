package dev.durascope.runtime.control;

import java.util.Optional;

/** A change that tools are told of. It says what to read again, not what it has become. */
public sealed interface ControlEvent {

  /** Objects of a class have come, gone, or changed their state, alarm or sockets. */
  record ObjectsChanged(String worker, String className) implements ControlEvent {}

  /** An object has committed writes to its storage. */
  record StorageChanged(String worker, String className, String id) implements ControlEvent {}

  /** A worker runs new code. */
  record Reloaded(String worker) implements ControlEvent {}

  /**
   * A worker or the runtime has printed a line.
   *
   * @param className of the object that printed it, if one did
   * @param id of that object
   */
  record Log(
      Level level, String text, String worker, Optional<String> className, Optional<String> id)
      implements ControlEvent {}

  /** The method of {@code console} that a line came by. */
  enum Level {
    /** {@code console.debug}. */
    DEBUG,
    /** {@code console.log}. */
    LOG,
    /** {@code console.info}. */
    INFO,
    /** {@code console.warn}. */
    WARN,
    /** {@code console.error}. */
    ERROR
  }
}
