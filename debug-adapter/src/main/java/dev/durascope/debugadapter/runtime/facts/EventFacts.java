package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.Event;
import dev.durascope.runtime.message.SocketEnd.Message;
import dev.durascope.runtime.worker.ObjectInterior;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that an object is handling, and those that wait for it, in their order. */
record EventFacts(List<Event> running, List<Event> waiting) implements Fact.Parts {
  /** Characters of a message that are shown. */
  private static final int MAX_MESSAGE = 120;

  static Fact of(DurableObject object, ObjectInterior interior) {
    var events = new EventFacts(interior.eventsInProgress(), object.waitingEvents());
    return Fact.of(
        "events",
        events.running.size() + " in progress, " + events.waiting.size() + " waiting",
        events);
  }

  @Override
  public int size() {
    return running.size() + waiting.size();
  }

  @Override
  public List<Fact> page(int start, int count) {
    var facts = new ArrayList<Fact>();
    for (var i = start; i < Math.min(size(), start + count); i++) {
      var isRunning = i < running.size();
      var event = isRunning ? running.get(i) : waiting.get(i - running.size());
      var details = new FactList(details(event));
      var line = (isRunning ? "in progress: " : "waiting: ") + headline(event);
      facts.add(Fact.of(Integer.toString(i), line, details));
    }
    return facts;
  }

  private static String headline(Event event) {
    return switch (event) {
      case Event.Fetch fetch -> "fetch " + fetch.request().method() + " " + fetch.request().url();
      case Event.Call call -> call.handler() + "()";
      case Event.Alarm _ -> "alarm";
      case Event.AbandonedAlarm _ -> "alarm, which is given up";
      case Event.SocketMessage message -> "webSocketMessage " + text(message.message());
      case Event.SocketClose close -> "webSocketClose " + close.code();
      case Event.SocketError error -> "webSocketError " + error.error();
    };
  }

  private static List<Fact> details(Event event) {
    return switch (event) {
      case Event.Fetch fetch ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("method", fetch.request().method()),
              Fact.of("url", fetch.request().url()));
      case Event.Call _ -> List.of(Fact.of("handler", event.handler()));
      case Event.Alarm alarm ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("scheduledTime", Instant.ofEpochMilli(alarm.scheduledTime()).toString()),
              Fact.of("retryCount", Integer.toString(alarm.retryCount())));
      case Event.AbandonedAlarm alarm ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("scheduledTime", Instant.ofEpochMilli(alarm.scheduledTime()).toString()));
      case Event.SocketMessage message ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("tags", message.socket().tags().toString()),
              Fact.of("message", text(message.message())));
      case Event.SocketClose close ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("tags", close.socket().tags().toString()),
              Fact.of("code", Integer.toString(close.code())),
              Fact.of("reason", Quoted.of(close.reason())),
              Fact.of("wasClean", Boolean.toString(close.wasClean())));
      case Event.SocketError error ->
          List.of(
              Fact.of("handler", event.handler()),
              Fact.of("tags", error.socket().tags().toString()),
              Fact.of("error", error.error()));
    };
  }

  private static String text(Message message) {
    return switch (message) {
      case Message.Text text ->
          Quoted.of(
              text.text().length() <= MAX_MESSAGE
                  ? text.text()
                  : text.text().substring(0, MAX_MESSAGE - 1) + "…");
      case Message.Binary binary -> "ArrayBuffer(" + binary.bytes().length + ")";
    };
  }
}
