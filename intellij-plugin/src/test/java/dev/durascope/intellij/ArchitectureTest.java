package dev.durascope.intellij;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void thePluginKnowsTheIdeAndLsp4ijAndNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.durascope.intellij",
            "com.intellij..",
            "com.redhat.devtools.lsp4ij..",
            "java..",
            "org.jspecify.annotations")
        .check(new ClassFileImporter().importPath(Path.of("target/classes")));
  }
}
