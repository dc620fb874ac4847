package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFlow.Loop;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.treesitter.TSNode;

/**
 * Brings a {@link CodeFile} up to date after an edit by reading only what was edited: the
 * statements at the top that it touches or, where all of it lies in the body of one class, the
 * members.
 *
 * <p>That is enough because nothing that is read from one of these parts depends on another, but
 * for two things: which variables hold stubs, and whether a class takes hibernatable sockets. Where
 * an edit changes these, and in any case of doubt, there is no answer, and all is to be read anew.
 * A keystroke has 20 milliseconds, and a walk over the nodes of 2,000 lines takes five times that.
 */
final class CodeUpdate {

  private static final Set<String> CLASSES =
      Set.of("class_declaration", "abstract_class_declaration");

  private final SyntaxTree tree;
  private final Grammar grammar;
  private final CodeFile before;
  private final String textBefore;

  /** The class whose members are read; empty where whole statements are. */
  private final Optional<TSNode> type;

  private final List<TSNode> parts;
  private final Change change;

  private CodeUpdate(
      SyntaxTree tree, Grammar grammar, CodeFile before, String textBefore, Change edit) {
    this.tree = tree;
    this.grammar = grammar;
    this.before = before;
    this.textBefore = textBefore;
    var statements = statements(edit);
    this.type =
        statements.size() == 1 ? classAround(statements.getFirst(), edit.now()) : Optional.empty();
    this.parts =
        type.flatMap(found -> tree.field(found, "body"))
            .map(body -> tree.childrenAt(body, edit.now()))
            .orElse(statements);
    var wider = edit;
    for (var part : parts) {
      wider = wider.including(tree.span(part));
    }
    this.change = wider;
  }

  /** Those that may differ. */
  private List<TSNode> statements(Change edit) {
    var around = tree.childrenAt(tree.root(), edit.now());
    return isBlankBetweenLines(textBefore, edit.before())
            && isBlankBetweenLines(tree.text(), edit.now())
        ? around.stream().filter(node -> overlaps(tree.span(node), edit.now())).toList()
        : around;
  }

  /**
   * Whether nothing stands there but blanks, where a line ends anyway: more or less of them beside
   * a statement is no part of it, and parts or joins none, as a first line break may.
   */
  private static boolean isBlankBetweenLines(String text, Span span) {
    int start = span.start();
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    int end = span.end();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    var blanks = text.substring(start, end);
    return blanks.isBlank() && blanks.indexOf('\n') >= 0;
  }

  private static boolean overlaps(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** What {@code tree} says, which was made by an edit of {@code textBefore}. */
  static Optional<CodeFile> of(
      CodeFile before, String textBefore, SyntaxTree tree, Grammar grammar) {
    return tree.change()
        .map(edit -> new CodeUpdate(tree, grammar, before, textBefore, edit))
        .flatMap(CodeUpdate::updated);
  }

  /** The class declared by {@code statement} if all of {@code edit} lies in its body. */
  private Optional<TSNode> classAround(TSNode statement, Span edit) {
    var declared =
        statement.getType().equals("export_statement")
            ? tree.field(statement, "declaration")
            : Optional.of(statement);
    return declared
        .filter(found -> CLASSES.contains(found.getType()))
        .filter(
            found ->
                tree.field(found, "body")
                    .map(tree::span)
                    .filter(body -> body.start() + 1 < edit.start() && edit.end() < body.end() - 1)
                    .isPresent());
  }

  private Optional<CodeFile> updated() {
    var calls = before.calls();
    var known =
        calls.stream().filter(call -> call.span().end() <= change.before().start()).toList();
    var read = CodeReader.read(tree, grammar, parts, CodeReader.stubs(known.stream()));
    var classes = classes(read.classes());
    return classes.isEmpty() || !isCertain(known, read)
        ? Optional.empty()
        : Optional.of(joined(read, classes.get()));
  }

  private boolean isCertain(List<Call> known, CodeFile read) {
    var replaced = before.calls().stream().filter(call -> change.replaces(call.span()));
    var stubsBefore = CodeReader.stubs(Stream.concat(known.stream(), replaced));
    var stubsNow = CodeReader.stubs(Stream.concat(known.stream(), read.calls().stream()));
    return stubsBefore.equals(stubsNow)
        && before.calls().stream().map(Call::span).allMatch(change::separates)
        && before.flow().functions().stream().allMatch(change::separates);
  }

  private CodeFile joined(CodeFile read, List<ClassCode> classes) {
    var move = new MovedCode(change);
    var flow = before.flow();
    return new CodeFile(
        joined(before.imports(), read.imports(), Located::span, move::located),
        joined(before.calls(), read.calls(), Call::span, move::call),
        classes,
        new CodeFlow(
            joined(flow.functions(), read.flow().functions(), span -> span, change::moved),
            joined(flow.awaits(), read.flow().awaits(), span -> span, change::moved),
            joined(flow.loops(), read.flow().loops(), Loop::over, move::loop),
            joined(flow.attempts(), read.flow().attempts(), span -> span, change::moved)),
        environments(move),
        read.words());
  }

  /** What was known of the unchanged text, with what was read anew in its place. */
  private <T> List<T> joined(
      List<T> known, List<T> read, Function<T, Span> place, UnaryOperator<T> moved) {
    var all = new ArrayList<T>(known.size() + read.size());
    int at = 0;
    while (at < known.size() && place.apply(known.get(at)).start() < change.before().start()) {
      all.add(moved.apply(known.get(at++)));
    }
    all.addAll(read);
    for (; at < known.size(); at++) {
      if (!change.replaces(place.apply(known.get(at)))) {
        all.add(moved.apply(known.get(at)));
      }
    }
    return all;
  }

  /** Empty where the classes around the change are not just the one that is known to be. */
  private Optional<List<ClassCode>> classes(List<ClassCode> read) {
    var around = before.classes().stream().filter(it -> !change.separates(it.span())).toList();
    if (around.size() != (type.isPresent() ? 1 : 0)) {
      return Optional.empty();
    }
    var move = new MovedCode(change);
    return Optional.of(
        joined(
            before.classes(),
            read,
            ClassCode::span,
            each -> around.contains(each) ? updated(each, type.orElseThrow()) : move.type(each)));
  }

  /** The class around the change; its head is as it was. */
  private ClassCode updated(ClassCode known, TSNode node) {
    var move = new MovedCode(change);
    var text = tree.text(node);
    return new ClassCode(
        known.name(),
        known.base(),
        joined(
            known.methods(),
            CodeReader.methods(tree, grammar, parts),
            Located::span,
            move::located),
        fields(known, node, text),
        CodeReader.handsOutItself(text),
        tree.span(node));
  }

  private List<FieldUse> fields(ClassCode known, TSNode node, String text) {
    if (!CodeReader.takesSockets(text)) {
      return List.of();
    }
    if (!CodeReader.takesSockets(known.span().of(textBefore))) {
      return FieldReader.read(tree, node, node, grammar);
    }
    var read = parts.stream().flatMap(part -> FieldReader.read(tree, part, node, grammar).stream());
    return joined(known.fields(), read.toList(), FieldUse::span, new MovedCode(change)::field);
  }

  /** Only an import or the default export names any, and neither is a member of a class. */
  private List<Located<String>> environments(MovedCode move) {
    boolean mayDiffer =
        type.isEmpty()
            && Stream.of(change.before().of(textBefore), change.now().of(tree.text()))
                .anyMatch(text -> text.contains("import") || text.contains("default"));
    return mayDiffer
        ? EnvironmentReader.read(tree)
        : before.environments().stream().map(move::scoped).toList();
  }
}
