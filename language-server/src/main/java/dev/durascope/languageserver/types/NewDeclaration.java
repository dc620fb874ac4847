package dev.durascope.languageserver.types;

import dev.durascope.languageserver.analysis.Fix;
import dev.durascope.languageserver.analysis.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The types of {@code env} for a project in TypeScript that has none in the usual file. What is
 * there is kept up to date by another way: it may be somebody's own.
 */
public final class NewDeclaration {

  private NewDeclaration() {}

  /** The file that is to be made; empty where there is one, or where nobody would read it. */
  public static Optional<Fix> of(Subject subject) {
    var recipe = TypesRecipe.DEFAULT.withRuntime(false);
    var file = EnvDeclaration.file(subject, recipe);
    boolean isWanted =
        subject.isComplete()
            && isTypeScript(subject)
            && subject.views().size() == subject.config().environments().size()
            && subject.text(file).isEmpty();
    return isWanted
        ? Optional.of(
            new Fix(
                "Write the types of env to " + recipe.path(),
                List.of(),
                List.of(
                    new Fix.Created(
                        file, EnvDeclaration.of(subject, recipe, FurtherWorkers.NONE).text()))))
        : Optional.empty();
  }

  private static boolean isTypeScript(Subject subject) {
    return subject.views().stream()
        .anyMatch(
            view -> view.entryFile().isPresent() && view.entryName().matches(".*\\.[mc]?tsx?"));
  }
}
