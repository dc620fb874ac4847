package dev.durascope.runtime.worker;

import dev.durascope.runtime.message.ScriptFailure;

/** A resource that an isolate has used up, with production's words for it. */
enum Exhaustion {
  /** A turn ran for longer than its limit. */
  CPU("Worker exceeded CPU time limit."),
  /** The memory is full. */
  MEMORY("Worker exceeded memory limit.");

  private final String message;

  Exhaustion(String message) {
    this.message = message;
  }

  /** What in-flight work fails with. */
  ScriptFailure failure() {
    return ScriptFailure.error(message).overloaded();
  }
}
