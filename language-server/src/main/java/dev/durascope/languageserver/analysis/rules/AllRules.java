package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Rule;
import java.util.List;

/** The registry: every diagnostic there is. The documentation is generated from this list. */
public final class AllRules {

  /** By code. */
  public static final List<Rule> LIST =
      List.of(
          new ClassNotExported(),
          new ClassExportedAsType(),
          new ClassNameNearMiss(),
          new ClassWithoutLifecycle(),
          new EntryPointMissing(),
          new SyntaxFault(),
          new BindingWithoutName(),
          new BindingWithoutClass(),
          new MigratedClassNotExported());

  private AllRules() {}
}
