package dev.durascope.languageserver.running;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The events of one running project, from its control API's WebSocket.
 *
 * <p>A connection that is lost is made again, after a while that doubles each time, for as long as
 * the project's {@code control.json} says that it runs there. What was missed until then is not
 * known, so that a new connection counts as a change.
 */
final class EventSubscription {

  private static final System.Logger LOG = System.getLogger(EventSubscription.class.getName());

  static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Characters of a message that are kept; an event of objects is far shorter, a log may be not.
   */
  private static final int MAX_MESSAGE = 10_000;

  /** What changes how many objects there are, how many are in memory, or the next alarm. */
  private static final Set<String> OF_OBJECTS =
      Set.of("objectsChanged", "storageChanged", "reloaded");

  private final ControlAddress project;
  private final HttpClient client;
  private final Timer timer;
  private final Runnable changed;

  private @Nullable WebSocket socket;
  private Duration wait = FIRST_WAIT;
  private boolean isOver;

  private EventSubscription(
      ControlAddress project, HttpClient client, Timer timer, Runnable changed) {
    this.project = project;
    this.client = client;
    this.timer = timer;
    this.changed = changed;
  }

  /**
   * Connects.
   *
   * @param changed runs on a thread of the client's
   */
  static EventSubscription open(
      ControlAddress project, HttpClient client, Timer timer, Runnable changed) {
    var subscription = new EventSubscription(project, client, timer, changed);
    subscription.connect();
    return subscription;
  }

  /** Whether it is of this very run of a project, and goes on. */
  synchronized boolean isOf(ControlAddress address) {
    return !isOver && project.equals(address);
  }

  private void connect() {
    synchronized (this) {
      if (isOver) {
        return;
      }
    }
    var _ =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + project.token())
            .connectTimeout(PATIENCE)
            .buildAsync(
                URI.create("ws://" + project.url().getAuthority() + "/api/v1/events"),
                new Messages())
            .exceptionally(
                failure -> {
                  lost(failure.toString());
                  return null;
                });
  }

  private void opened(WebSocket opened) {
    synchronized (this) {
      if (isOver) {
        opened.abort();
        return;
      }
      socket = opened;
      wait = FIRST_WAIT;
    }
    changed.run();
  }

  private void lost(String why) {
    LOG.log(Level.DEBUG, "no events of the running project: {0}", why);
    Duration delay;
    synchronized (this) {
      socket = null;
      boolean runs = ControlAddress.of(project.directory()).equals(Optional.of(project));
      if (isOver || !runs) {
        isOver = true;
        return;
      }
      delay = wait;
      var twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }
    timer.after(delay, this::connect);
  }

  /** Ends it; nothing is told any more. */
  void close() {
    WebSocket open;
    synchronized (this) {
      isOver = true;
      open = socket;
      socket = null;
    }
    if (open != null) {
      open.abort();
    }
  }

  private void heard(String message) {
    try {
      if (JsonParser.parseString(message) instanceof JsonObject event
          && event.get("type") instanceof JsonPrimitive type
          && OF_OBJECTS.contains(type.getAsString())) {
        changed.run();
      }
    } catch (JsonParseException unreadable) {
      LOG.log(Level.DEBUG, "an event that cannot be read: {0}", unreadable.toString());
    }
  }

  /** Puts the parts of messages together. */
  private final class Messages implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void onOpen(WebSocket opened) {
      opened(opened);
      opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      if (text.length() <= MAX_MESSAGE) {
        text.append(part);
      }
      if (last) {
        var message = text.toString();
        text.setLength(0);
        if (message.length() <= MAX_MESSAGE) {
          heard(message);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      lost("closed with " + code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
      lost(failure.toString());
    }
  }
}
