package dev.durascope.model.modules;

import dev.durascope.model.modules.CodeFile.Call;
import dev.durascope.model.modules.CodeFile.ClassCode;
import dev.durascope.model.modules.CodeFile.FieldUse;
import dev.durascope.model.modules.CodeFlow.Loop;
import dev.durascope.model.text.Located;

/** What was read of a text, at the places where it is after a change of other parts of the text. */
record MovedCode(Change change) {

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
        type.methods().stream().map(this::located).toList(),
        type.fields().stream().map(this::field).toList(),
        type.handsOutItself(),
        change.moved(type.span()));
  }

  FieldUse field(FieldUse use) {
    return new FieldUse(use.name(), use.how(), use.member(), change.moved(use.span()));
  }
}
