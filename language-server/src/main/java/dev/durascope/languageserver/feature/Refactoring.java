package dev.durascope.languageserver.feature;

import dev.durascope.languageserver.analysis.EnvironmentExtraction;
import dev.durascope.languageserver.analysis.ExportsConversion;
import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.LegacyConversion;
import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.languageserver.syntax.SyntaxConversion;
import dev.durascope.languageserver.types.NewDeclaration;
import dev.durascope.model.config.WranglerConfig;
import dev.durascope.model.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A way to write a project differently that is no fault's remedy. */
public record Refactoring(Kind kind, Fix fix) {

  /** Under which heading a menu has it. */
  public enum Kind {
    REWRITE,
    EXTRACT
  }

  /**
   * Where somebody asks.
   *
   * @param span what is selected, empty where the caret merely stands
   */
  public record Selection(Path file, Span span, Occasion occasion) {}

  /** How it comes that somebody asks. */
  public enum Occasion {
    /** The caret has come by: what concerns the whole file is offered at its beginning only. */
    PASSING,
    /** A menu of ways to write things differently was opened. */
    MENU
  }

  /** What can be done with what is selected, as one configuration sees it. */
  public static List<Refactoring> of(Subject subject, Selection at) {
    var found = new ArrayList<Refactoring>();
    var config = subject.config();
    if (config.file().equals(at.file()) && touchesMigrations(config, at.span())) {
      ExportsConversion.of(config).ifPresent(fix -> found.add(new Refactoring(Kind.REWRITE, fix)));
    }
    if (config.file().equals(at.file())
        && LegacyConversion.entries(config).stream()
            .anyMatch(entry -> entry.key().span().overlaps(at.span()))) {
      LegacyConversion.of(config).ifPresent(fix -> found.add(new Refactoring(Kind.REWRITE, fix)));
    }
    if (config.file().equals(at.file()) && concernsFile(subject, at)) {
      SyntaxConversion.of(subject).ifPresent(fix -> found.add(new Refactoring(Kind.REWRITE, fix)));
      NewDeclaration.of(subject).ifPresent(fix -> found.add(new Refactoring(Kind.REWRITE, fix)));
    }
    if (config.file().equals(at.file())) {
      EnvironmentExtraction.of(subject, at.span())
          .forEach(fix -> found.add(new Refactoring(Kind.EXTRACT, fix)));
    }
    BoundClass.of(subject, at).ifPresent(fix -> found.add(new Refactoring(Kind.REWRITE, fix)));
    return found;
  }

  private static boolean concernsFile(Subject subject, Selection at) {
    return switch (at.occasion()) {
      case MENU -> true;
      case PASSING -> at.span().start() <= subject.firstStatement().end();
    };
  }

  private static boolean touchesMigrations(WranglerConfig config, Span wanted) {
    return config.environments().stream()
        .flatMap(environment -> environment.own().entry("migrations").stream())
        .anyMatch(list -> list.span().overlaps(wanted));
  }
}
