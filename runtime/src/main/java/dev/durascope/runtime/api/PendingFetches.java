package dev.durascope.runtime.api;

import dev.durascope.runtime.message.Cancellation;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that an isolate has sent to the outside, to other workers and to objects, and whose
 * answer has not begun to come. While there are any, a Durable Object does not hibernate: nobody
 * would be there for the answer. Usable on any thread.
 */
public final class PendingFetches {
  /**
   * One of them.
   *
   * @param since when it was sent, in milliseconds of the isolate's clock
   */
  public record Fetch(String method, String url, long since) {}

  private final Clock clock;
  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();

  /** By identity: the same request may be under way twice. */
  public static final class Entry {
    private final Fetch fetch;

    private Entry(Fetch fetch) {
      this.fetch = fetch;
    }

    /** The request. */
    public Fetch fetch() {
      return fetch;
    }
  }

  // Weakly: an exchange that is over is nobody's.
  private final Set<Cancellation> cancellations =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** None yet. */
  public PendingFetches(Clock clock) {
    this.clock = clock;
  }

  /** How many there are. */
  public int count() {
    return entries.size();
  }

  /** All of them, the oldest first. */
  public List<Fetch> list() {
    return entries().stream().map(Entry::fetch).toList();
  }

  /** The same, each by itself. */
  public List<Entry> entries() {
    return entries.stream()
        .sorted((one, other) -> Long.compare(one.fetch.since(), other.fetch.since()))
        .toList();
  }

  /** Notes a request that is sent from now on. */
  public Entry sent(RequestMessage request) {
    var entry = new Entry(new Fetch(request.method(), request.url(), clock.millis()));
    entries.add(entry);
    cancellations.add(request.cancellation());
    request.cancellation().onCancel(() -> answered(entry));
    return entry;
  }

  /** Breaks off every exchange, those too whose answer is still coming. */
  void cancelAll() {
    List<Cancellation> all;
    synchronized (cancellations) {
      all = List.copyOf(cancellations);
    }
    all.forEach(Cancellation::cancel);
  }

  /** Its answer has begun to come, or will not come any more. */
  public void answered(Entry entry) {
    entries.remove(entry);
  }
}
