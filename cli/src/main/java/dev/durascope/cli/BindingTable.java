package dev.durascope.cli;

import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.Bindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the worker's code is given, as lines: a name, a kind, and whether it is there. */
final class BindingTable {
  private static final int GAP = 6;

  /** Where wrangler cuts a value. */
  private static final int MAX_DETAIL = 40;

  private BindingTable() {}

  /** The lines; none where {@code env} is empty. */
  static List<String> of(Bindings bindings) {
    if (bindings.all().isEmpty() && bindings.containers().isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<String[]>();
    rows.add(new String[] {"Binding", "Resource", "Mode"});
    bindings.all().stream()
        .sorted(Comparator.comparing(BindingTable::isVariable))
        .forEach(binding -> rows.add(row(binding)));
    bindings.containers().forEach((type, image) -> rows.add(container(type, image)));
    var first = width(rows, 0);
    var second = width(rows, 1);
    var lines = new ArrayList<String>();
    lines.add("Your Worker has access to the following bindings:");
    for (var row : rows) {
      lines.add(pad(row[0], first) + pad(row[1], second) + row[2]);
    }
    lines.add("");
    return lines;
  }

  /** Variables come last: there can be many. */
  private static boolean isVariable(Binding binding) {
    return binding.description().resource().equals("Environment Variable");
  }

  private static String[] row(Binding binding) {
    var description = binding.description();
    return new String[] {
      named("env." + binding.name(), description.detail()),
      description.resource(),
      description.mode().text()
    };
  }

  private static String[] container(String className, String image) {
    return new String[] {named(className, image), "Container", Binding.Mode.UNAVAILABLE.text()};
  }

  private static String named(String name, String detail) {
    var shown = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL - 3) + "..." : detail;
    return name + (shown.isEmpty() ? "" : " (" + shown + ")");
  }

  private static int width(List<String[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0) + GAP;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
