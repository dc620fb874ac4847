package dev.durascope.runtime.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the bundling packages must not know. */
class BundleLayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.runtime.bundle");

  @Test
  void bundlingKnowsNoEngineNoHttpAndNoOtherPartOfTheRuntime() {
    classes()
        .that()
        .resideInAPackage("..runtime.bundle..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.google.gson..",
            "dev.durascope.model.compatibility..",
            "dev.durascope.model.config..",
            "..runtime.bundle..")
        .check(CLASSES);
  }

  @Test
  void theServicesClientKnowsNothingOfWorkers() {
    noClasses()
        .that()
        .resideInAPackage("..bundle.esbuild..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.durascope.model..", "..runtime.bundle", "..bundle.sourcemap..", "..bundle.watch..")
        .check(CLASSES);
  }

  @Test
  void sourceMapsAndWatchingStandAlone() {
    noClasses()
        .that()
        .resideInAnyPackage("..bundle.sourcemap..", "..bundle.watch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.durascope.model..", "..runtime.bundle", "..bundle.esbuild..")
        .check(CLASSES);
  }
}
