package dev.durascope.model.config;

import dev.durascope.model.text.Located;
import dev.durascope.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The top level of a configuration, or one of its named environments, as wrangler sees it after
 * inheritance.
 *
 * <p>Two kinds of keys: an <em>inherited</em> one (main, migrations, exports, rules …) falls back
 * to the top level, and where the environment has one itself it replaces the top level's, it never
 * merges. A key that is <em>not inherited</em> (durable_objects, vars, define, all bindings) counts
 * only where it is written.
 *
 * <p>What follows from it is worked out once: dozens of rules ask for it at every keystroke. An
 * environment that inherits all that its classes' lives are told by shares them with the top level.
 */
public final class Environment {

  private static final List<String> LIVES = List.of("exports", "migrations");

  private final Optional<String> name;
  private final Node.Table own;
  private final Node.Table top;

  /** Whose classes have the same lives; empty where they are told here. */
  private final Optional<Environment> origin;

  private final boolean isPreviews;

  private @Nullable List<BindingEntry> durableObjects;
  private @Nullable List<NamedBinding> bindingNames;
  private @Nullable List<MigrationStep> migrations;
  private @Nullable Lifecycle lifecycle;
  private @Nullable ClassHistory history;

  /**
   * @param name empty for the top level
   * @param own what is written for this environment; for the top level the root
   * @param top the root
   */
  public Environment(Optional<String> name, Node.Table own, Node.Table top) {
    this.name = name;
    this.own = own;
    this.top = top;
    this.origin = Optional.empty();
    this.isPreviews = false;
  }

  /** The environment {@code name} of the configuration with this top level. */
  Environment(String name, Node.Table own, Environment top) {
    this.name = Optional.of(name);
    this.own = own;
    this.top = top.top;
    this.origin =
        LIVES.stream().allMatch(key -> written(own, key).isEmpty())
            ? Optional.of(top)
            : Optional.empty();
    this.isPreviews = false;
  }

  /** The previews of {@code base}: {@code own} has bindings, and all else is as there. */
  private Environment(Environment base, Node.Table own) {
    this.name = base.name;
    this.own = own;
    this.top = base.top;
    this.origin = Optional.of(base);
    this.isPreviews = true;
  }

  /** Empty for the top level. */
  public Optional<String> name() {
    return name;
  }

  /** What is written for this environment; for the top level the root. */
  public Node.Table own() {
    return own;
  }

  /** The root. */
  public Node.Table top() {
    return top;
  }

  /**
   * What is written here for previews of branches, seen as an environment of its own: it has
   * bindings, and of all else what this environment has. Empty where nothing is written, though an
   * environment inherits the top level's.
   */
  public Optional<Environment> previews() {
    return isPreviews
        ? Optional.empty()
        : ownValue("previews").flatMap(Node::asTable).map(table -> new Environment(this, table));
  }

  /** Whether this is what {@link #previews} gives. */
  public boolean isPreviews() {
    return isPreviews;
  }

  /** The keys from the root to {@code key}, with dots, as messages name them. */
  public String path(String key) {
    return name.map(it -> "env." + it + ".").orElse("") + (isPreviews ? "previews." : "") + key;
  }

  /** The value of a key that environments inherit. */
  public Optional<Node> inherited(String key) {
    return isPreviews
        ? origin.orElseThrow().inherited(key)
        : ownValue(key).or(() -> written(top, key));
  }

  /** The value of a key that environments do not inherit. */
  public Optional<Node> ownValue(String key) {
    return written(own, key);
  }

  public boolean isTop() {
    return name.isEmpty() && !isPreviews;
  }

  /**
   * The Worker's name: the environment's own, else the top level's with {@code -environment} behind
   * it.
   */
  public Optional<String> workerName() {
    if (isPreviews) {
      return origin.orElseThrow().workerName();
    }
    var written = own.string("name");
    if (written.isPresent() || name.isEmpty()) {
      return written.map(Located::value);
    }
    return top.string("name").map(base -> base.value() + "-" + name.get());
  }

  /** The Durable Object bindings, in the order of the file. */
  public List<BindingEntry> durableObjects() {
    var known = durableObjects;
    if (known == null) {
      known =
          ownValue("durable_objects")
              .flatMap(Node::asTable)
              .map(table -> table.items("bindings"))
              .orElse(List.of())
              .stream()
              .flatMap(item -> item.asTable().stream())
              .map(BindingEntry::new)
              .toList();
      durableObjects = known;
    }
    return known;
  }

  /** Everything that is a property of {@code env}: objects first, then vars, then other kinds. */
  public List<NamedBinding> bindingNames() {
    var known = bindingNames;
    if (known == null) {
      known = List.copyOf(names());
      bindingNames = known;
    }
    return known;
  }

  private List<NamedBinding> names() {
    var names = new ArrayList<NamedBinding>();
    for (var binding : durableObjects()) {
      binding.name().ifPresent(name -> names.add(new NamedBinding("Durable Object", name)));
    }
    for (var variable :
        ownValue("vars").flatMap(Node::asTable).orElse(Node.Table.EMPTY).entries()) {
      var key = variable.key();
      names.add(new NamedBinding("Environment Variable", new Located<>(key.name(), key.span())));
    }
    names.addAll(OtherBindings.names(this));
    return names;
  }

  /** The steps of {@code migrations}, in the order of the file. */
  public List<MigrationStep> migrations() {
    var known = migrations;
    if (known == null) {
      known = origin.map(Environment::migrations).orElseGet(this::ownMigrations);
      migrations = known;
    }
    return known;
  }

  private List<MigrationStep> ownMigrations() {
    return inherited("migrations").map(Node::asItems).orElse(List.of()).stream()
        .flatMap(item -> item.asTable().stream())
        .map(MigrationStep::new)
        .toList();
  }

  /** The entries of {@code exports}, in the order of the file. */
  public List<ExportEntry> exports() {
    return inherited("exports").flatMap(Node::asTable).orElse(Node.Table.EMPTY).entries().stream()
        .map(entry -> new ExportEntry(entry.key(), entry.value()))
        .toList();
  }

  /** Which classes there are after all migrations, or by the {@code exports} map. */
  public Lifecycle lifecycle() {
    var known = lifecycle;
    if (known == null) {
      known = origin.map(Environment::lifecycle).orElseGet(() -> Lifecycle.of(this));
      lifecycle = known;
    }
    return known;
  }

  /** What happened to the classes, step by step. */
  public ClassHistory history() {
    var known = history;
    if (known == null) {
      known = origin.map(Environment::history).orElseGet(() -> ClassHistory.of(this));
      history = known;
    }
    return known;
  }

  /** JSON's {@code null} is as good as nothing, and so is a value not typed yet. */
  private static Optional<Node> written(Node.Table table, String key) {
    return table
        .get(key)
        .filter(node -> !(node instanceof Node.Null) && !(node instanceof Node.Missing));
  }
}
