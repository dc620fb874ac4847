package dev.durascope.runtime.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The user's code or configuration cannot be bundled; each message says what is wrong and where.
 */
public final class BundleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<BundleMessage> messages;

  public BundleException(List<BundleMessage> messages, Path projectDir) {
    super(
        messages.stream()
            .map(message -> message.render(projectDir))
            .collect(Collectors.joining("\n\n")));
    this.messages = List.copyOf(messages);
  }

  /** An error about no file in particular. */
  public BundleException(String text, @Nullable Throwable cause) {
    super(text, cause);
    this.messages = List.of(BundleMessage.of(text));
  }

  /** The errors, at least one. */
  public List<BundleMessage> messages() {
    return messages;
  }
}
