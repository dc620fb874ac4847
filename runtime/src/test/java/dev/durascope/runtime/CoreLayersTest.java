package dev.durascope.runtime;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the middle of the runtime must not know. */
class CoreLayersTest {
  private static final JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.runtime");

  @Test
  void javaScriptIsTouchedInFourPackagesOnly() {
    noClasses()
        .that(
            resideOutsideOfPackages(
                "..runtime.script..",
                "..runtime.api..",
                "..runtime.wire.js..",
                "..runtime.worker.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.graalvm.polyglot..")
        .check(RUNTIME);
  }

  @Test
  void isolatesKnowNothingOfWhatRunsInThem() {
    classes()
        .that()
        .resideInAPackage("..runtime.script..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.jspecify..", "org.graalvm.polyglot..", "..runtime.script.."))
        .check(RUNTIME);
  }

  @Test
  void objectsKnowMessagesAndTimeButNeitherScriptsNorFiles() {
    classes()
        .that()
        .resideInAPackage("..runtime.durable..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "javax.crypto..",
                "org.jspecify..",
                "..runtime.durable..",
                "..runtime.message..",
                "..runtime.rpc..",
                "..runtime.text..",
                "..runtime.time.."))
        .check(RUNTIME);
  }

  @Test
  void theLifecycleOfDataKnowsFoldersAndConfiguration() {
    classes()
        .that()
        .resideInAPackage("..runtime.lifecycle..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "com.google.gson..",
                "org.jspecify..",
                "dev.durascope.model.config..",
                "..runtime.durable..",
                "..runtime.lifecycle..",
                "..runtime.storage.."))
        .check(RUNTIME);
  }

  @Test
  void remoteCallsKnowMessagesOnly() {
    classes()
        .that()
        .resideInAPackage("..runtime.rpc..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.jspecify..", "..runtime.rpc..", "..runtime.message.."))
        .check(RUNTIME);
  }

  @Test
  void workersKnowNoServerNoBundlerAndNoConfiguration() {
    noClasses()
        .that()
        .resideInAPackage("..runtime.worker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..runtime.http..",
            "..runtime.control..",
            "..runtime.bundle..",
            "..runtime.project..",
            "..runtime.binding..",
            "dev.durascope.model.config..",
            "dev.durascope.model.modules..")
        .check(RUNTIME);
  }

  @Test
  void bindingsKnowNoServerAndNoProject() {
    noClasses()
        .that()
        .resideInAPackage("..runtime.binding..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..runtime.http..", "..runtime.bundle..", "..runtime.project..")
        .check(RUNTIME);
  }

  @Test
  void embeddingKnowsNeitherScriptsNorServers() {
    noClasses()
        .that()
        .resideInAPackage("..runtime.embed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.graalvm..",
            "io.netty..",
            "..runtime.http..",
            "..runtime.control..",
            "..runtime.script..",
            "..runtime.worker..")
        .check(RUNTIME);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.durascope.runtime.(*)..").should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void everyPackageIsNullMarkedAndExplained() {
    var packages = RUNTIME.stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
    var explained =
        RUNTIME.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(type -> type.getPackageName())
            .collect(Collectors.toSet());
    assertThat(explained).containsExactlyInAnyOrderElementsOf(packages);
  }
}
