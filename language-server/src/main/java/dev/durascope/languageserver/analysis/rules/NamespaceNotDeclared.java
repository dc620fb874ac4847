package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.DiagnosticKind;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.NearestName;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.Severity;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.NamedBinding;
import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.SourceCode;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** BND08: a namespace that the code takes from {@code env}, and no binding declares. */
final class NamespaceNotDeclared implements Rule {

  private static final DiagnosticKind KIND =
      new DiagnosticKind(
          "BND08",
          Severity.ERROR,
          "The code uses a binding that is not declared",
          """
          `env` has what the configuration declares and nothing else, so that the first request \
          fails: *Cannot read properties of undefined*. Only methods that a Durable Object \
          namespace alone has are looked at, on an `env` that surely is the Worker's own; a name \
          that the code declares in a type, or asks for before it is used, is not reported. \
          Environments do not inherit bindings.
          """,
          """
          //- /wrangler.toml
          main = "src/index.js"

          [[durable_objects.bindings]]
          name = "ROOM"
          class_name = "Room"
          script_name = "rooms"
          //- /src/index.js
          export default {
            fetch(request, env) {
              return env.ROOMS.getByName("lobby").fetch(request);
            },
          };
          """);

  @Override
  public DiagnosticKind kind() {
    return KIND;
  }

  /** What no other binding than a namespace of objects has. */
  private static final Set<String> METHODS =
      Set.of("getByName", "idFromName", "idFromString", "newUniqueId");

  private static final Pattern NAMESPACE = Pattern.compile("([\\w$]+)\\.([\\w$]+)");

  @Override
  public void check(Subject subject, Consumer<Diagnostic> out) {
    if (!subject.isComplete()) {
      return;
    }
    var bindings =
        subject.config().environments().stream()
            .flatMap(each -> Stream.concat(Stream.of(each), each.previews().stream()))
            .flatMap(environment -> environment.bindingNames().stream())
            .toList();
    var declared = bindings.stream().map(binding -> binding.name().value()).toList();
    // A configuration without any may be completed by whoever starts it: a test, a tool.
    boolean hasObjects = bindings.stream().anyMatch(NamespaceNotDeclared::isObject);
    for (var source : hasObjects ? subject.sources() : List.<SourceCode>of()) {
      for (var call : source.code().calls()) {
        var name = name(source, call);
        if (name.isPresent()
            && !declared.contains(name.get())
            && !isKnownOtherwise(subject, name.get())) {
          out.accept(report(source, call, name.get(), bindings));
        }
      }
    }
  }

  private static boolean isObject(NamedBinding binding) {
    return binding.kind().equals("Durable Object");
  }

  private static Diagnostic report(
      SourceCode source, Call call, String name, List<NamedBinding> bindings) {
    int end = call.method().span().start() - ".".length();
    var place = ObjectCalls.at(source, new Span(end - name.length(), end));
    var found = new Diagnostic(KIND, place, "No binding \"%s\" is declared".formatted(name));
    var objects =
        bindings.stream()
            .filter(NamespaceNotDeclared::isObject)
            .map(binding -> binding.name().value())
            .distinct()
            .toList();
    return NearestName.of(name, objects)
        .map(
            near ->
                new Diagnostic(KIND, place, found.message() + "; did you mean \"" + near + "\"?")
                    .with(new Fix("Replace by \"" + near + "\"", place, near)))
        .orElse(found);
  }

  /** The binding's name, where the receiver is written in one piece on a sure {@code env}. */
  private static Optional<String> name(SourceCode source, Call call) {
    var receiver = NAMESPACE.matcher(call.receiver());
    if (!METHODS.contains(call.method().value()) || !receiver.matches()) {
      return Optional.empty();
    }
    boolean sure =
        source.code().environments().stream()
            .anyMatch(
                environment ->
                    environment.value().equals(receiver.group(1))
                        && environment.span().encloses(call.span()));
    int written = call.method().span().start() - call.span().start();
    return sure && written == call.receiver().length() + ".".length()
        ? Optional.of(receiver.group(2))
        : Optional.empty();
  }

  /** Whether the code declares such a name, or uses it other than by calling its methods. */
  private static boolean isKnownOtherwise(Subject subject, String name) {
    var other = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$]|\\.[\\w$]+\\()");
    return subject.sources().stream()
        .filter(source -> source.code().words().contains(name))
        .anyMatch(
            source ->
                subject.text(source.file()).filter(text -> other.matcher(text).find()).isPresent());
  }
}
