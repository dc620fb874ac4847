package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.HibernationBlocker;
import dev.durascope.debugadapter.core.ObjectKey;
import dev.durascope.debugadapter.core.ObjectView;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.runtime.worker.IsolateListener.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts of an object in memory, read from the storage as the object itself sees it. */
public record ObjectFacts(LiveObject live) implements ObjectView {
  @Override
  public ObjectKey key() {
    var object = live.object();
    var definition = object.namespace().definition();
    return new ObjectKey(definition.worker(), definition.className(), object.id().hex());
  }

  @Override
  public List<HibernationBlocker> blockers() {
    return BlockerFacts.list(live.interior());
  }

  @Override
  public List<Fact> facts() {
    var object = live.object();
    var interior = live.interior();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("id", object.id().hex()));
    var name = object.id().name();
    facts.add(Fact.of("name", name == null ? "(none)" : name));
    facts.add(Fact.of("class", object.type().name()));
    object.facet().ifPresent(facet -> facts.add(Fact.of("facet of", object.root().title())));
    facts.add(StorageFacts.of(interior));
    if (object.namespace().definition().sqlite()) {
      facts.add(TableFacts.of(interior.store()));
    }
    facts.add(AlarmFact.of(interior));
    facts.add(SocketFacts.of(object, interior));
    facts.add(GateFacts.of(object, interior));
    facts.add(EventFacts.of(object, interior));
    facts.add(BlockerFacts.of(interior));
    return facts;
  }

  @Override
  public Optional<StoredData> stored(String fact) {
    return switch (fact) {
      case "storage" -> Optional.of(new StoredData.Prefix(""));
      case "alarm" -> Optional.of(new StoredData.Alarm());
      default -> Optional.empty();
    };
  }
}
