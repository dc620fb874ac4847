package dev.durascope.languageserver.server;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import dev.durascope.languageserver.analysis.Diagnostic;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.FixAll;
import dev.durascope.languageserver.feature.Refactoring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * {@code textDocument/codeAction}: the fixes of the diagnostics that a range touches, all of one
 * kind in the file, and other ways to write what is selected.
 *
 * <p>Mending many faults takes an analysis for each. A client that asks for an action's edits when
 * it is chosen ({@code codeAction/resolve}) is given none before; the action then carries {@link
 * Deferred}, what to make them of.
 */
final class CodeActions {

  /** A part of {@link CodeActionKind#SourceFixAll}, so that users may ask for ours alone. */
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".durascope";

  private static final Gson GSON = new Gson();

  /**
   * @param code of the faults to mend; absent for all that may be mended unasked
   */
  private record Deferred(@Nullable String uri, @Nullable String code) {}

  private final Snapshot snapshot;
  private final Analyst analyst;
  private final Path file;
  private final CancelChecker cancelled;
  private final Places places;

  private CodeActions(Snapshot snapshot, Analyst analyst, Path file, CancelChecker cancelled) {
    this.snapshot = snapshot;
    this.analyst = analyst;
    this.file = file;
    this.cancelled = cancelled;
    this.places = analyst.places(snapshot);
  }

  static CodeActionOptions options() {
    var options =
        new CodeActionOptions(
            List.of(
                CodeActionKind.QuickFix,
                CodeActionKind.RefactorRewrite,
                CodeActionKind.RefactorExtract,
                FIX_ALL));
    options.setResolveProvider(true);
    return options;
  }

  static CompletableFuture<List<Either<Command, CodeAction>>> of(
      Session session, CodeActionParams params) {
    var snapshot = session.snapshot();
    return Uris.path(params.getTextDocument().getUri())
        .map(
            file ->
                session
                    .analyst()
                    .ask(
                        cancelled ->
                            new CodeActions(snapshot, session.analyst(), file, cancelled)
                                .of(params).stream()
                                    .map(Either::<Command, CodeAction>forRight)
                                    .toList()))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  /** The action with its edits. */
  static CompletableFuture<CodeAction> resolve(Session session, CodeAction action) {
    var snapshot = session.snapshot();
    var deferred = deferred(action);
    var file = deferred.map(Deferred::uri).flatMap(Uris::path);
    if (file.isEmpty()) {
      return CompletableFuture.completedFuture(action);
    }
    return session
        .analyst()
        .ask(
            cancelled -> {
              var actions = new CodeActions(snapshot, session.analyst(), file.get(), cancelled);
              actions
                  .fixAll(Optional.ofNullable(deferred.get().code()), action.getTitle())
                  .ifPresent(fix -> action.setEdit(WorkspaceEdits.of(actions.places, fix)));
              return action;
            });
  }

  private static Optional<Deferred> deferred(CodeAction action) {
    try {
      return action.getData() instanceof JsonElement data
          ? Optional.ofNullable(GSON.fromJson(data, Deferred.class))
          : Optional.empty();
    } catch (JsonSyntaxException notOurs) {
      return Optional.empty();
    }
  }

  private List<CodeAction> of(CodeActionParams params) {
    var wanted = FromProtocol.span(places.lines(file), params.getRange());
    var actions = new ArrayList<CodeAction>();
    var checked = analyst.check(snapshot, snapshot.configsOf(file), cancelled);
    var here =
        checked.of(file).stream().filter(diagnostic -> diagnostic.span().overlaps(wanted)).toList();
    if (asksFor(params, CodeActionKind.QuickFix)) {
      for (var diagnostic : here) {
        diagnostic.fixes().stream()
            .filter(fix -> WorkspaceEdits.isPossible(places, fix))
            .map(fix -> ToProtocol.quickFix(places, diagnostic, fix))
            .forEach(actions::add);
      }
      fixesOfKinds(here, checked.of(file)).forEach(actions::add);
    }
    for (var subject : analyst.subjects(snapshot, file)) {
      cancelled.checkCanceled();
      for (var other :
          Refactoring.of(subject, new Refactoring.Selection(file, wanted, occasion(params)))) {
        if (asksFor(params, ToProtocol.kind(other.kind()))
            && WorkspaceEdits.isPossible(places, other.fix())) {
          actions.add(ToProtocol.refactoring(places, other));
        }
      }
    }
    if (asksExplicitlyFor(params, FIX_ALL)) {
      action("Fix all that is outdated or misspelt", FIX_ALL, Optional.empty())
          .ifPresent(actions::add);
    }
    // What is the fix of a hint, too, is offered once at its place.
    var byTitle = new LinkedHashMap<String, CodeAction>();
    actions.forEach(action -> byTitle.putIfAbsent(action.getTitle(), action));
    return List.copyOf(byTitle.values());
  }

  /** For each kind of fault under the caret that the file has more of. */
  private List<CodeAction> fixesOfKinds(List<Diagnostic> here, List<Diagnostic> all) {
    var found = new LinkedHashMap<String, CodeAction>();
    for (var diagnostic : here) {
      var code = diagnostic.code();
      var same =
          all.stream().filter(each -> each.code().equals(code) && !each.fixes().isEmpty()).count();
      if (!diagnostic.fixes().isEmpty() && same > 1 && !found.containsKey(code)) {
        var title = "Fix all %d in this file: %s".formatted(same, diagnostic.kind().title());
        action(title, CodeActionKind.QuickFix, Optional.of(code))
            .ifPresent(action -> found.put(code, action));
      }
    }
    return List.copyOf(found.values());
  }

  private Optional<CodeAction> action(String title, String kind, Optional<String> code) {
    var action = new CodeAction(title);
    action.setKind(kind);
    if (snapshot.abilities().resolvesEdits()) {
      action.setData(GSON.toJsonTree(new Deferred(places.uri(file), code.orElse(null))));
      return Optional.of(action);
    }
    return fixAll(code, title)
        .map(
            fix -> {
              action.setEdit(WorkspaceEdits.of(places, fix));
              return action;
            });
  }

  private Optional<Fix> fixAll(Optional<String> code, String title) {
    var project = new FixesOfFile(snapshot, analyst, file, cancelled);
    return code.map(each -> FixAll.ofCode(project, file, each, title))
        .orElseGet(() -> FixAll.safe(project, file));
  }

  private static Refactoring.Occasion occasion(CodeActionParams params) {
    boolean menu =
        asksExplicitlyFor(params, CodeActionKind.RefactorRewrite)
            || asksExplicitlyFor(params, CodeActionKind.RefactorExtract);
    return menu ? Refactoring.Occasion.MENU : Refactoring.Occasion.PASSING;
  }

  /** Whether actions of a kind are wanted: all are where nothing is said. */
  private static boolean asksFor(CodeActionParams params, String kind) {
    return only(params).isEmpty() || asksExplicitlyFor(params, kind);
  }

  /** Whether the client names the kind, or one that it is a part of. */
  private static boolean asksExplicitlyFor(CodeActionParams params, String kind) {
    return only(params).stream()
        .anyMatch(each -> each.isEmpty() || kind.equals(each) || kind.startsWith(each + "."));
  }

  private static List<String> only(CodeActionParams params) {
    return Optional.ofNullable(params.getContext())
        .map(CodeActionContext::getOnly)
        .orElse(List.of());
  }
}
