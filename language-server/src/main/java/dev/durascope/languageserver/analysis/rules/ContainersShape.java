package dev.durascope.languageserver.analysis.rules;

import dev.durascope.model.config.Environment;
import dev.durascope.model.text.Span;
import dev.durascope.model.tree.Node;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What of CFG15 is about {@code containers}, each for itself. Whether they and the classes find
 * each other is for CFG16 to say.
 */
final class ContainersShape {

  /** What an entry may have whose containers the object itself starts. */
  private static final Set<String> OF_MANAGED =
      Set.of(
          "name",
          "class_name",
          "scheduling_policy",
          "images",
          "observability",
          "ssh",
          "authorized_keys",
          "unsafe");

  private final boolean isComplete;
  private final BiConsumer<Span, String> report;

  /**
   * Where findings go.
   *
   * @param isComplete whether what is absent is not merely not typed yet
   */
  ContainersShape(boolean isComplete, BiConsumer<Span, String> report) {
    this.isComplete = isComplete;
    this.report = report;
  }

  /** Looks at what is written for this environment. */
  void check(Environment environment) {
    var value = environment.ownValue("containers").filter(FieldShape::isWritten);
    if (value.isEmpty()) {
      return;
    }
    if (!(value.get() instanceof Node.Array array)) {
      report(value.get(), "\"containers\" field should be an array, but got %s");
      return;
    }
    for (int i = 0; i < array.items().size(); i++) {
      if (array.items().get(i) instanceof Node.Table entry) {
        var container = new Container(environment, entry);
        text(entry, "class_name", environment.isPreviews());
        if (environment.isPreviews()) {
          ofPreviews(container, "previews.containers[%d]".formatted(i));
        } else {
          text(entry, "name", false);
          named(container);
        }
        if (!container.isManaged()) {
          image(entry);
        }
      }
    }
  }

  private void text(Node.Table entry, String key, boolean inPreviews) {
    entry
        .get(key)
        .filter(value -> FieldShape.isWritten(value) && !(value instanceof Node.Text))
        .ifPresent(
            value ->
                report(
                    value,
                    "Expected \"%scontainers.%s\" to be of type string but got %%s."
                        .formatted(inPreviews ? "previews." : "", key)));
  }

  private void named(Container container) {
    var entry = container.table();
    if (isComplete && entry.get("name").isEmpty() && entry.get("class_name").isEmpty()) {
      report.accept(
          entry.anchor(),
          "\"containers.name\" is required when \"containers.class_name\" is not defined, because"
              + " there is no class name to derive a default name from. Either name this container"
              + " and reference it from a Durable Object's `exports` entry, or set"
              + " \"containers.class_name\".");
    }
    if (container.isManaged()) {
      for (var field : entry.entries()) {
        if (!OF_MANAGED.contains(field.key().name())) {
          report.accept(
              field.key().span(),
              "Unsupported fields for Durable Object-managed Containers in containers: \"%s\""
                  .formatted(field.key().name()));
        }
      }
    }
  }

  private void ofPreviews(Container container, String field) {
    var entry = container.table();
    if (container.isManaged()) {
      report.accept(
          entry.get("scheduling_policy").orElseThrow().anchor(),
          ("\"%s.scheduling_policy\" cannot be \"durable_object\". Durable Object-managed Containers"
                  + " are configured only in the top-level \"containers\" array.")
              .formatted(field));
    }
    entry
        .entry("name")
        .ifPresent(
            name ->
                report.accept(
                    name.key().span(),
                    ("\"%s.name\" cannot be set. A preview container's application name is generated"
                            + " from the worker name, preview slug, and Durable Object class name")
                        .formatted(field)));
    if (isComplete && entry.get("class_name").isEmpty()) {
      report.accept(
          entry.anchor(),
          "A container entry in \"previews.containers\" is missing \"class_name\". A preview"
              + " container must name the Durable Object class it backs");
    }
  }

  private void image(Node.Table entry) {
    var image =
        Optional.<Node>empty()
            .or(() -> entry.get("image"))
            .or(() -> entry.table("configuration").flatMap(it -> it.get("image")));
    if (isComplete && image.isEmpty()) {
      report.accept(
          entry.anchor(),
          "\"containers.image\" field must be defined for each container app. This should be the"
              + " path to your Dockerfile or an image URI pointing to the Cloudflare registry.");
    }
  }

  private void report(Node value, String message) {
    report.accept(FieldShape.anchor(value), message.formatted(FieldShape.describe(value)));
  }
}
