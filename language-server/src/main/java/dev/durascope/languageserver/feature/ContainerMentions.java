package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.feature.Mention.Form;
import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The places that speak of a container: where an environment gives it its name, and the classes of
 * {@code exports} that have it. Environments repeat containers, since they inherit none, so one
 * name means one container in all of a configuration.
 */
final class ContainerMentions {

  private ContainerMentions() {}

  static List<Mention> of(Subject subject, String name) {
    return ConfigCursor.all(subject.config()).stream()
        .filter(cursor -> cursor.text().value().equals(name))
        .filter(cursor -> Target.inConfig(cursor) instanceof Target.ContainerName)
        .map(
            cursor ->
                new Mention(
                    subject.at(cursor.text().span()),
                    name,
                    cursor.path().getLast().equals("name") ? Form.DECLARATION : Form.USE))
        .toList();
  }

  /** All names that are given. */
  static List<String> names(Subject subject) {
    return containers(subject)
        .flatMap(container -> container.string("name").stream())
        .map(Located::value)
        .distinct()
        .toList();
  }

  /** What the container is and whose, in Markdown. */
  static String text(Subject subject, String name) {
    var classes = new TreeSet<String>();
    var images = new TreeSet<String>();
    containers(subject)
        .filter(it -> it.string("name").filter(own -> own.value().equals(name)).isPresent())
        .forEach(
            container -> {
              container.string("class_name").ifPresent(type -> classes.add(type.value()));
              container.string("image").ifPresent(image -> images.add(image.value()));
            });
    for (var view : subject.views()) {
      for (var entry : view.environment().exports()) {
        if (entry.fields().string("container").filter(it -> it.value().equals(name)).isPresent()) {
          classes.add(entry.className());
        }
      }
    }
    var lines = new ArrayList<String>();
    lines.add(
        "`%s`: a container%s"
            .formatted(
                name, classes.isEmpty() ? "" : " of `" + String.join("`, `", classes) + "`"));
    if (!images.isEmpty()) {
      lines.add("Image: `" + String.join("`, `", images) + "`.");
    }
    return String.join("\n\n", lines);
  }

  private static Stream<Node.Table> containers(Subject subject) {
    return subject.views().stream()
        .flatMap(view -> view.environment().ownValue("containers").stream())
        .flatMap(list -> list.asItems().stream())
        .flatMap(item -> item.asTable().stream());
  }
}
