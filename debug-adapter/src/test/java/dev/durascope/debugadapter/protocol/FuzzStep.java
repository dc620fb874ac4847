package dev.durascope.debugadapter.protocol;

import com.google.gson.JsonObject;

/**
 * One thing that a fuzzing client does. Steps hold no number that an adapter has given out: where
 * one belongs, a text such as {@code $frame:7} means the seventh that has been heard of by then,
 * counted round and round. So a plan of steps stays what it is when some of them are left out.
 */
sealed interface FuzzStep {

  /**
   * A request.
   *
   * @param allowed whether the protocol allows it
   * @param awaited whether nothing is done until it is answered
   */
  record Ask(String command, JsonObject arguments, boolean allowed, boolean awaited)
      implements FuzzStep {
    @Override
    public String toString() {
      return (allowed ? "> " : ">! ") + command + " " + arguments + (awaited ? "" : " &");
    }
  }

  /** The project is asked for a path; nobody waits for the answer. */
  record Get(String path) implements FuzzStep {
    @Override
    public String toString() {
      return "* fetch " + path;
    }
  }

  /** Waits until the launch has been answered, if it can be. */
  record Started() implements FuzzStep {
    @Override
    public String toString() {
      return "* started";
    }
  }

  /** Waits until a thread stops, or the project has answered all that it was asked. */
  record Stopped() implements FuzzStep {
    @Override
    public String toString() {
      return "* stopped";
    }
  }

  /** The project's code is saved with another text. */
  record Save(int version) implements FuzzStep {
    @Override
    public String toString() {
      return "* save " + version;
    }
  }
}
