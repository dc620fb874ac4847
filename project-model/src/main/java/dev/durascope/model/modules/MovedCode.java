package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFlow.Loop;
import dev.durascope.model.text.Located;
import dev.durascope.model.text.Span;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What was read of a text, at the places where it is after a change of other parts of the text. */
record MovedCode(Change change) {

  /**
   * All that was read, in a new text of which nothing has been read yet. What stood in the part
   * that is gone is left out; what had a part of it is as it was.
   */
  CodeFile file(CodeFile known, String text) {
    var flow = known.flow();
    return new CodeFile(
        kept(known.imports(), Located::span, this::located),
        kept(known.calls(), Call::span, this::call),
        kept(known.classes(), ClassCode::span, this::type),
        new CodeFlow(
            kept(flow.functions(), span -> span, change::moved),
            kept(flow.awaits(), span -> span, change::moved),
            kept(flow.loops(), Loop::over, this::loop),
            kept(flow.attempts(), span -> span, change::moved)),
        known.environments().stream().map(this::scoped).toList(),
        new Words(text));
  }

  /** As {@link #file}, of what a module exports: there may be more by now that cannot be seen. */
  Module module(Module known) {
    return new Module(
        kept(known.exports(), Module.Export::place, this::export),
        known.stars(),
        known.format(),
        false);
  }

  Module.Export export(Module.Export export) {
    var place = change.moved(export.place());
    return switch (export) {
      case Module.Declared(var name, var kind, _) -> new Module.Declared(name, kind, place);
      case Module.ReExport(var name, var imported, var specifier, var typeOnly, _) ->
          new Module.ReExport(name, imported, specifier, typeOnly, place);
      case Module.NamespaceExport(var name, var typeOnly, _) ->
          new Module.NamespaceExport(name, typeOnly, place);
    };
  }

  private <T> List<T> kept(List<T> known, Function<T, Span> place, UnaryOperator<T> moved) {
    return known.stream().filter(each -> !change.removes(place.apply(each))).map(moved).toList();
  }

  Located<String> located(Located<String> name) {
    return new Located<>(name.value(), change.moved(name.span()));
  }

  /** What has the whole text for its scope keeps it. */
  Located<String> scoped(Located<String> name) {
    return new Located<>(name.value(), change.movedScope(name.span()));
  }

  Call call(Call call) {
    return new Call(
        call.receiver(),
        located(call.method()),
        change.moved(call.span()),
        change.movedScope(call.block()),
        call.arguments().stream().map(this::expression).toList(),
        call.result());
  }

  private Expression expression(Expression expression) {
    var span = change.moved(expression.span());
    return switch (expression) {
      case Expression.Text(_, var inside, String value) ->
          new Expression.Text(span, change.moved(inside), value);
      case Expression.Items(_, var items, boolean open) ->
          new Expression.Items(span, items.stream().map(this::expression).toList(), open);
      case Expression.Properties(_, var properties, boolean open) ->
          new Expression.Properties(span, properties.stream().map(this::property).toList(), open);
      case Expression.Other(_, String text) -> new Expression.Other(span, text);
    };
  }

  private Expression.Property property(Expression.Property property) {
    return new Expression.Property(property.name(), expression(property.value()));
  }

  Loop loop(Loop loop) {
    return new Loop(change.moved(loop.over()), loop.text(), change.moved(loop.body()));
  }

  ClassCode type(ClassCode type) {
    return new ClassCode(
        located(type.name()),
        type.base(),
        kept(type.methods(), Located::span, this::located),
        kept(type.fields(), FieldUse::span, this::field),
        type.handsOutItself(),
        change.moved(type.span()));
  }

  FieldUse field(FieldUse use) {
    return new FieldUse(use.name(), use.how(), use.member(), change.moved(use.span()));
  }
}
