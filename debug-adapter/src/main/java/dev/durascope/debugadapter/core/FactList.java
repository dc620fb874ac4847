package dev.durascope.debugadapter.core;

import java.util.List;

/** Facts that are already known, as parts of something. */
public record FactList(List<Fact> facts) implements Fact.Parts {

  public FactList {
    facts = List.copyOf(facts);
  }

  @Override
  public int size() {
    return facts.size();
  }

  @Override
  public List<Fact> page(int start, int count) {
    int from = Math.min(start, facts.size());
    return facts.subList(from, Math.min(facts.size(), from + count));
  }
}
