package dev.durascope.runtime.worker;

import dev.durascope.runtime.api.IoContext;
import dev.durascope.runtime.api.PendingFetches;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.durable.Facets;
import dev.durascope.runtime.durable.InputGate;
import dev.durascope.runtime.script.Beginnings;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.worker.Blocker.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What keeps an object in memory, in words for the user. On the isolate's thread only.
 *
 * @param active the events in progress
 * @param calls those of stubs of the object's values
 * @param unanswered counts the calls of such stubs that are in progress
 * @param remote the methods of others that the object has called and that have not answered
 * @param keptAlive counts the promises given to {@code waitUntil()} that are pending
 * @param ioKeeps whether what is under way outside keeps an object from being evicted, too: {@code
 *     durable_object_io_tasks_prevent_eviction}
 * @param timers counts those that wait
 * @param details where to find each of them by itself
 */
record Blockers(
    Collection<Event> active,
    InputGate inputGate,
    GatedCalls calls,
    IoContext io,
    ObjectStore store,
    Facets facets,
    IntSupplier unanswered,
    Supplier<List<String>> remote,
    boolean ioKeeps,
    IntSupplier keptAlive,
    IntSupplier timers,
    Details details) {
  /** What is under way in the isolate, each thing by itself; asked when somebody wants to know. */
  interface Details {
    Map<Object, String> calls();

    /** The timers that wait, by their handles, each with what it is. */
    Map<Object, String> timers();

    Beginnings beginnings();
  }

  /** What keeps it from hibernating. */
  List<String> all() {
    var blockers = new ArrayList<>(hard());
    if (!ioKeeps) {
      blockers.addAll(underWay());
    }
    var waiting = timers.getAsInt();
    if (waiting > 0) {
      blockers.add(waiting == 1 ? "a timer is waiting" : waiting + " timers are waiting");
    }
    return blockers;
  }

  private List<String> underWay() {
    var blockers = new ArrayList<String>();
    for (var fetch : io.fetches().list()) {
      blockers.add("a fetch is under way: " + text(fetch));
    }
    for (var method : remote.get()) {
      blockers.add("a call of a stub is under way: " + method + "()");
    }
    var connected = io.connections().count();
    if (connected > 0) {
      blockers.add(connected + " connection(s) opened with connect() are open");
    }
    return blockers;
  }

  /** The same, each thing by itself and with the place where it was begun. */
  List<Blocker> each() {
    var found = new ArrayList<Blocker>();
    active.forEach(
        event -> found.add(of(Kind.EVENT, "an event is in progress: " + event.handler())));
    if (!inputGate.isIdle()) {
      found.add(of(Kind.CRITICAL_SECTION, "blockConcurrencyWhile() or the constructor is running"));
    }
    if (calls.held() > 0) {
      found.add(
          of(Kind.STUB, "a stub of an RpcTarget or function of the object is held elsewhere"));
    }
    if (unanswered.getAsInt() > 0) {
      found.add(of(Kind.STUB, "a call of such a stub is in progress"));
    }
    for (var fetch : io.fetches().entries()) {
      found.add(begun(Kind.FETCH, fetch, "a fetch is under way: " + text(fetch.fetch())));
    }
    details
        .calls()
        .forEach(
            (call, method) ->
                found.add(
                    begun(Kind.CALL, call, "a call of a stub is under way: " + method + "()")));
    for (var connection : io.connections().all()) {
      found.add(begun(Kind.CONNECTION, connection, "a connection opened with connect() is open"));
    }
    for (var socket : io.sockets().all()) {
      found.add(begun(Kind.SOCKET, socket, "a WebSocket taken with accept() is open"));
    }
    details
        .timers()
        .forEach(
            (timer, name) -> found.add(begun(Kind.TIMER, timer, "a timer is waiting: " + name)));
    if (io.bodies().count() > 0) {
      found.add(of(Kind.BODY, "a body is being written as a stream"));
    }
    if (keptAlive.getAsInt() > 0) {
      found.add(of(Kind.WAIT_UNTIL, "a promise given to waitUntil() is pending"));
    }
    facets.busy().forEach(facet -> found.add(of(Kind.FACET, "a facet is in use: " + facet)));
    if (store.hasPendingWrites()) {
      found.add(of(Kind.TRANSACTION, "a transaction is open"));
    }
    return found;
  }

  private static Blocker of(Kind kind, String text) {
    return Blocker.of(kind, text);
  }

  private Blocker begun(Kind kind, Object begun, String text) {
    return new Blocker(kind, text, details.beginnings().of(begun));
  }

  private static String text(PendingFetches.Fetch fetch) {
    return fetch.method() + " " + fetch.url();
  }

  /** What keeps it in memory altogether. */
  List<String> hard() {
    var blockers = new ArrayList<String>();
    for (var event : active) {
      blockers.add("an event is in progress: " + event.handler());
    }
    if (!inputGate.isIdle()) {
      blockers.add("blockConcurrencyWhile() or the constructor is running");
    }
    if (calls.held() > 0) {
      blockers.add("a stub of an RpcTarget or function of the object is held elsewhere");
    }
    if (unanswered.getAsInt() > 0) {
      blockers.add("a call of such a stub is in progress");
    }
    if (io.bodies().count() > 0) {
      blockers.add("a body is being written as a stream");
    }
    if (keptAlive.getAsInt() > 0) {
      blockers.add("a promise given to waitUntil() is pending");
    }
    if (ioKeeps) {
      blockers.addAll(underWay());
    }
    var open = io.sockets().count();
    if (open > 0) {
      blockers.add(open + " WebSocket(s) taken with accept() are open");
    }
    for (var facet : facets.busy()) {
      blockers.add("a facet is in use: " + facet);
    }
    if (store.hasPendingWrites()) {
      blockers.add("a transaction is open");
    }
    return blockers;
  }
}
