package dev.durascope.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.model");

  @Test
  void theModelKnowsNoProtocolAndNoRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.eclipse.lsp4j..",
            "org.graalvm..",
            "com.oracle..",
            "io.netty..",
            "dev.durascope.languageserver..",
            "dev.durascope.runtime..",
            "dev.durascope.debugadapter..")
        .check(CLASSES);
  }

  @Test
  void theModelHasNoClockAndNoNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.time..")
        .check(CLASSES);
  }

  @Test
  void readersKnowNoMeaning() {
    noClasses()
        .that()
        .resideInAnyPackage("..model.text..", "..model.tree..", "..model.toml..", "..model.json..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..model.config..", "..model.modules..", "java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void configurationAndModulesDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("..model.modules..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..model.config..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("..model.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..model.modules..")
        .check(CLASSES);
  }

  @Test
  void thirdPartyParsersStayInTheirPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..model.toml..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tomlj..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("..model.modules..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.treesitter..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.durascope.model.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** NullAway checks marked packages only, and says nothing about the others. */
  @Test
  void everyPackageIsNullMarked() {
    assertThat(CLASSES.getPackage("dev.durascope.model").getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .isNotEmpty()
        .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked")
        .extracting(JavaPackage::getName)
        .contains("dev.durascope.model.modules");
  }
}
