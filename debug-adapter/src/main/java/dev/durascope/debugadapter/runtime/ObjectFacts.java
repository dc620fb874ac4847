package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ObjectView;
import dev.durascope.runtime.durable.DurableObject;
import dev.durascope.runtime.durable.HibernatableSocket;
import dev.durascope.runtime.state.StoredValues;
import dev.durascope.runtime.storage.ListOptions;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.StoredEntry;
import dev.durascope.runtime.worker.IsolateListener.LiveObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts of an object in memory, read from the storage as the object itself sees it. */
record ObjectFacts(LiveObject live) implements ObjectView {
  @Override
  public ObjectKey key() {
    var object = live.object();
    var definition = object.namespace().definition();
    return new ObjectKey(definition.worker(), definition.className(), object.id().hex());
  }

  @Override
  public List<Fact> facts() {
    var object = live.object();
    var definition = object.namespace().definition();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("id", object.id().hex()));
    var name = object.id().name();
    facts.add(Fact.of("name", name == null ? "(none)" : name));
    facts.add(Fact.of("class", definition.className()));
    facts.add(storage(live.store()));
    facts.add(alarm(live.store()));
    facts.add(sockets(object));
    return facts;
  }

  private static Fact storage(ObjectStore store) {
    var entries = store.list(ListOptions.ALL);
    var count = entries.size() + (entries.size() == 1 ? " key" : " keys");
    return Fact.of("storage", count, new Entries(entries));
  }

  private static Fact alarm(ObjectStore store) {
    var alarm = store.alarm();
    return Fact.of(
        "alarm",
        alarm.isPresent() ? Instant.ofEpochMilli(alarm.getAsLong()).toString() : "(not set)");
  }

  private static Fact sockets(DurableObject object) {
    var sockets = object.sockets().all();
    return Fact.of("sockets", sockets.size() + " hibernatable", new Sockets(sockets));
  }

  private record Entries(List<StoredEntry> entries) implements Fact.Parts {
    @Override
    public int size() {
      return entries.size();
    }

    @Override
    public List<Fact> page(int start, int count) {
      return entries.stream()
          .skip(start)
          .limit(count)
          .map(entry -> Fact.of(entry.key(), StoredValues.preview(entry.value())))
          .toList();
    }
  }

  private record Sockets(List<HibernatableSocket> sockets) implements Fact.Parts {
    @Override
    public int size() {
      return sockets.size();
    }

    @Override
    public List<Fact> page(int start, int count) {
      var facts = new ArrayList<Fact>();
      for (var i = start; i < Math.min(sockets.size(), start + count); i++) {
        var socket = sockets.get(i);
        var attachment = socket.end().attachment();
        facts.add(
            Fact.of(
                Integer.toString(i),
                (socket.tags().isEmpty() ? "" : socket.tags() + " ")
                    + (attachment == null ? "" : StoredValues.preview(attachment))));
      }
      return facts;
    }
  }
}
