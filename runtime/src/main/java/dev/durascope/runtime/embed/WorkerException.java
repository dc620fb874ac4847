package dev.durascope.runtime.embed;

import dev.durascope.runtime.message.ScriptFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong: an error that the worker's code threw, a project that cannot be started, an
 * answer that did not come in time. The message is whole by itself.
 */
public final class WorkerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable String scriptName;
  private final @Nullable String scriptMessage;

  private WorkerException(
      String message,
      @Nullable String scriptName,
      @Nullable String scriptMessage,
      @Nullable Throwable cause) {
    super(message, cause);
    this.scriptName = scriptName;
    this.scriptMessage = scriptMessage;
  }

  static WorkerException of(String message, @Nullable Throwable cause) {
    return new WorkerException(message, null, null, cause);
  }

  /**
   * @param described the failure with its stack, mapped to the sources
   */
  static WorkerException thrown(ScriptFailure failure, String described) {
    return new WorkerException(described, failure.name(), failure.text(), failure);
  }

  /** The {@code name} of the error that the code threw, such as {@code TypeError}. */
  public Optional<String> scriptName() {
    return Optional.ofNullable(scriptName);
  }

  /** The {@code message} of the error that the code threw. */
  public Optional<String> scriptMessage() {
    return Optional.ofNullable(scriptMessage);
  }
}
