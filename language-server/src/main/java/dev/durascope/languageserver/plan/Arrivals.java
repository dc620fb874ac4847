package dev.durascope.languageserver.plan;

import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.ClassHistory.Step;
import java.util.List;
import java.util.stream.Stream;

/** The names under which classes live from a step on. */
final class Arrivals {

  private Arrivals() {}

  static List<String> of(Step step) {
    return step.changes().stream()
        .flatMap(
            change ->
                switch (change) {
                  case Created(var name, var _) -> Stream.of(name);
                  case Renamed(var _, var to) -> Stream.of(to);
                  case Received(var _, var _, var to) -> Stream.of(to);
                  case Deleted _, HandedOver _ -> Stream.<String>empty();
                })
        .toList();
  }
}
