package dev.durascope.runtime.control;

import dev.durascope.runtime.control.ControlTarget.ObjectAddress;

/** The control API cannot do what was asked; nothing has changed. */
public final class ControlRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is, and with that the answer's HTTP status. */
  public enum Kind {
    /** The request makes no sense as it stands. */
    BAD_REQUEST(400),
    /** What it names does not exist. */
    NOT_FOUND(404),
    /** It makes sense, but not in the present state: an object is paused, a file is locked. */
    CONFLICT(409),
    /** The runtime has failed, as on a full disk. */
    FAILED(500);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private final Kind kind;
  private final String code;

  /**
   * A refusal.
   *
   * @param code a word in kebab case by which programs tell refusals apart
   * @param message what is wrong, and the remedy
   */
  public ControlRefusal(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  /** The object is neither in memory nor stored. */
  public static ControlRefusal noSuchObject(ObjectAddress object) {
    return new ControlRefusal(
        Kind.NOT_FOUND,
        "no-such-object",
        "%s has no object %s, neither in memory nor stored"
            .formatted(object.className(), object.id()));
  }

  /** No worker of the project owns such a class. */
  public static ControlRefusal noSuchClass(String worker, String className) {
    return new ControlRefusal(
        Kind.NOT_FOUND,
        "no-such-class",
        "The project has no Durable Object class %s of a worker %s".formatted(className, worker));
  }

  /** The project has no such worker. */
  public static ControlRefusal noSuchWorker(String worker) {
    return new ControlRefusal(
        Kind.NOT_FOUND, "no-such-worker", "The project has no worker %s".formatted(worker));
  }

  /** A debugger holds the object, so the action would have to wait for it. */
  public static ControlRefusal paused(ObjectAddress object) {
    return new ControlRefusal(
        Kind.CONFLICT,
        "object-paused",
        "The %s %s is paused in the debugger; let it run on first"
            .formatted(object.className(), object.id()));
  }

  /** The object has no alarm that could be fired. */
  public static ControlRefusal noAlarm(ObjectAddress object) {
    return new ControlRefusal(
        Kind.CONFLICT,
        "no-alarm",
        "The %s %s has no alarm set".formatted(object.className(), object.id()));
  }

  /** Whose fault it is. */
  public Kind kind() {
    return kind;
  }

  /** The word by which programs tell refusals apart. */
  public String code() {
    return code;
  }
}
