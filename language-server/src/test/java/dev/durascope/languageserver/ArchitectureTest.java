package dev.durascope.languageserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.durascope.languageserver.analysis.Rule;
import dev.durascope.languageserver.analysis.rules.AllRules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.languageserver");

  @Test
  void protocolTypesStayAtTheRim() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..languageserver.analysis..",
            "..languageserver.check..",
            "..languageserver.feature..",
            "..languageserver.running..",
            "..languageserver.schema..",
            "..languageserver.types..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.lsp4j..", "..languageserver.server..")
        .check(CLASSES);
  }

  /** The rule above is no use unless it can fail: the server does what the others must not. */
  @Test
  void theRuleAboutProtocolTypesCanFail() {
    var rule =
        noClasses()
            .that()
            .resideInAPackage("..languageserver.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.lsp4j..");
    assertThatThrownBy(() -> rule.check(CLASSES)).isInstanceOf(AssertionError.class);
  }

  @Test
  void gitIsKnownToOnePackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..languageserver.git..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jgit..")
        .check(CLASSES);
  }

  /** What a deployment does is told from plain values: no file, no place in one, no rule. */
  @Test
  void plansKnowTheHistoryOfClassesOnly() {
    noClasses()
        .that()
        .resideInAPackage("..languageserver.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..languageserver.analysis..", "..languageserver.check..", "java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void theLanguageServerNeverRunsCode() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.graalvm..", "dev.durascope.runtime..", "dev.durascope.debugadapter..")
        .check(CLASSES);
  }

  @Test
  void rulesReadThroughTheirSubjectOnly() {
    noClasses()
        .that()
        .resideInAPackage("..analysis.rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..",
            "java.io..",
            "dev.durascope.model.toml..",
            "dev.durascope.model.json..")
        .check(CLASSES);
  }

  @Test
  void everyRuleIsRegistered() {
    classes().that().implement(Rule.class).should().resideInAPackage("..rules..").check(CLASSES);
    assertThat(AllRules.LIST.stream().map(rule -> rule.getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream()
                .filter(each -> each.isAssignableTo(Rule.class) && !each.isInterface())
                .map(each -> each.getName())
                .toList());
  }

  /** NullAway checks marked packages only, and says nothing about the others. */
  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.getPackage("dev.durascope.languageserver").getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .isNotEmpty()
        .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked")
        .extracting(JavaPackage::getName)
        .contains("dev.durascope.languageserver.analysis.rules");
  }
}
