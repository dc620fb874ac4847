package dev.durascope.runtime.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An element whose end tag is still to come, and what its children have to know of it. */
final class OpenElement {
  final String name;

  /** The steps of all selectors that this element is the end of. */
  final BitSet here = new BitSet();

  /** The steps that this element or an ancestor is the end of. */
  final BitSet above = new BitSet();

  /** The handlers whose selector it matches: they hear of text and comments within. */
  final List<Integer> listeners = new ArrayList<>();

  /** Whether JavaScript wants to hear of the end. */
  boolean wantsEnd;

  /** Whether what is within is left out. */
  boolean dropsContent;

  /** What JavaScript calls it. */
  int number;

  private int children;
  private final Map<String, Integer> childrenOfType = new HashMap<>();

  OpenElement(String name) {
    this.name = name;
  }

  /** The place of one more child. */
  Condition.Position add(String child) {
    return new Condition.Position(++children, childrenOfType.merge(child, 1, Integer::sum));
  }
}
