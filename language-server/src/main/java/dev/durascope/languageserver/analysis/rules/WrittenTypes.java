package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.BindingsEdit;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.EnvironmentView;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Place;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.types.WrittenEnv;
import dev.durascope.languageserver.types.WrittenEnv.KnownClass;
import dev.durascope.languageserver.types.WrittenEnv.Member;
import dev.durascope.model.config.BindingEntry;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What of BND10 is about a type of {@code env} that somebody has written: a namespace of another
 * class than the configuration binds, and one that the code uses and no configuration binds.
 */
final class WrittenTypes {

  /** What the code does with a namespace, and with nothing else. */
  private static final Set<String> METHODS =
      Set.of("getByName", "idFromName", "idFromString", "newUniqueId");

  private final DiagnosticKind kind;
  private final Subject subject;
  private final WrittenEnv written;

  /** The classes of this Worker by the names that bind them; none where another's is bound. */
  private final Map<String, List<Bound>> bound = new HashMap<>();

  /** The bindings of all environments by their names. */
  private final Map<String, List<Named>> bindings;

  private record Named(EnvironmentView view, BindingEntry binding) {}

  private record Bound(Located<String> className, Optional<KnownClass> known) {}

  private WrittenTypes(DiagnosticKind kind, Subject subject, WrittenEnv written) {
    this.kind = kind;
    this.subject = subject;
    this.written = written;
    this.bindings = bindings(subject);
  }

  static void check(DiagnosticKind kind, Subject subject, Consumer<Diagnostic> out) {
    WrittenEnv.of(subject)
        .ifPresent(written -> new WrittenTypes(kind, subject, written).check(out));
  }

  private void check(Consumer<Diagnostic> out) {
    var names =
        subject.config().environments().stream()
            .flatMap(environment -> environment.bindingNames().stream())
            .map(binding -> binding.name().value())
            .collect(Collectors.toSet());
    boolean hasObjects =
        subject.config().environments().stream()
            .anyMatch(environment -> !environment.durableObjects().isEmpty());
    // A configuration without any may be completed by whoever starts it.
    for (var member : hasObjects ? written.members() : List.<Member>of()) {
      if (names.contains(member.name().value())) {
        anotherClass(member).ifPresent(out);
      } else {
        unbound(member).ifPresent(out);
      }
    }
  }

  private Optional<Diagnostic> anotherClass(Member member) {
    var all = bound.computeIfAbsent(member.name().value(), this::bound);
    if (member.type().isEmpty()
        || all.isEmpty()
        || all.stream().anyMatch(each -> isWritten(member, each))
        || !all.stream().allMatch(each -> isWholeObject(each.known()))) {
      return Optional.empty();
    }
    var declared = written.typeOf(member);
    if (declared.isEmpty()
        || all.stream().anyMatch(each -> each.known().filter(declared.get()::isSameAs).isPresent())
        || written.owner(member).isEmpty()) {
      return Optional.empty();
    }
    var first = all.getFirst();
    var right = first.known().orElseThrow();
    var type = member.type().get();
    return Optional.of(
        new Diagnostic(
                kind,
                new Place(member.place().file(), type.span()),
                "\"%s\" is bound to \"%s\", and its type here is that of \"%s\""
                    .formatted(
                        member.name().value(),
                        first.className().value(),
                        declared.get().type().name().value()))
            .relatedTo(subject.at(first.className().span()), "the class that is bound")
            .with(
                new Fix(
                    "Write the type of \"" + first.className().value() + "\"",
                    new Place(member.place().file(), type.span()),
                    written.written(member, right))));
  }

  private static boolean isWritten(Member member, Bound bound) {
    return member.type().filter(type -> type.value().equals(bound.className().value())).isPresent();
  }

  /** Only what extends the platform's class or nothing is surely not the declared class, too. */
  private static boolean isWholeObject(Optional<KnownClass> known) {
    return known
        .filter(
            each -> each.type().base().isEmpty() || ObjectClasses.extendsDurableObject(each.type()))
        .isPresent();
  }

  private List<Bound> bound(String name) {
    var found = new ArrayList<Bound>();
    for (var named : bindings.getOrDefault(name, List.of())) {
      if (!named.binding().isOwnClass(named.view().environment())) {
        return List.of();
      }
      named
          .binding()
          .className()
          .ifPresent(
              className ->
                  found.add(
                      new Bound(
                          className,
                          written.known(
                              named.view().lookup(className.value()), className.value()))));
    }
    return found;
  }

  private static Map<String, List<Named>> bindings(Subject subject) {
    var bindings = new HashMap<String, List<Named>>();
    for (var view : subject.views()) {
      for (var binding : view.environment().durableObjects()) {
        binding
            .name()
            .ifPresent(
                name ->
                    bindings
                        .computeIfAbsent(name.value(), _ -> new ArrayList<>())
                        .add(new Named(view, binding)));
      }
    }
    return bindings;
  }

  private Optional<Diagnostic> unbound(Member member) {
    var name = member.name().value();
    var use = member.isOptional() ? Optional.<Place>empty() : use(name);
    return use.filter(_ -> written.isOnlyBoundHere(name))
        .flatMap(_ -> written.owner(member))
        .map(
            owner -> {
              var found =
                  new Diagnostic(
                          kind,
                          member.place(),
                          "%s has \"%s\", and no binding of this name is in %s"
                              .formatted(owner, name, subject.config().fileName()))
                      .relatedTo(use.orElseThrow(), "where the code uses it");
              return bind(member).map(found::with).orElse(found);
            });
  }

  private Optional<Fix> bind(Member member) {
    var view = subject.views().getFirst();
    var declared = written.typeOf(member);
    return declared
        .map(each -> each.type().name().value())
        .filter(
            name ->
                written.known(view.lookup(name), name).filter(declared.get()::isSameAs).isPresent())
        .flatMap(
            name ->
                BindingsEdit.add(
                        subject.config(), subject.config().top(), member.name().value(), name)
                    .map(
                        edit ->
                            new Fix(
                                "Bind \"%s\" as %s".formatted(name, member.name().value()), edit)));
  }

  /** Where the code takes the namespace from {@code env}, and calls it. */
  private Optional<Place> use(String name) {
    return subject.sources().stream()
        .filter(source -> source.code().words().contains(name))
        .flatMap(source -> use(source, name).stream())
        .findFirst();
  }

  private static Optional<Place> use(SourceCode source, String name) {
    return source.code().calls().stream()
        .filter(call -> METHODS.contains(call.method().value()))
        .filter(call -> call.receiver().matches("(?:.*\\.)?env\\.\\Q" + name + "\\E"))
        .map(
            call -> {
              int end = call.method().span().start() - ".".length();
              return ObjectCalls.at(source, new Span(end - name.length(), end));
            })
        .findFirst();
  }
}
