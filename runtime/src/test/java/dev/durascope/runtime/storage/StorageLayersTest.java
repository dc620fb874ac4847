package dev.durascope.runtime.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What the package comments of storage and of its neighbours promise not to know. */
class StorageLayersTest {

  private static final String STORAGE = "dev.durascope.runtime.storage..";
  private static final String REDIS = "dev.durascope.runtime.storage.redis..";
  private static final String JEDIS = "redis.clients.jedis..";
  private static final String POOL = "org.apache.commons.pool2..";
  private static final String TEXT = "dev.durascope.runtime.text..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.durascope.runtime");

  private static ArchRule dependsOnlyOn(String layer, String... packages) {
    return classes()
        .that()
        .resideInAPackage(layer)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  @Test
  void storageKnowsTheJdkSqliteAndText() {
    dependsOnlyOn(STORAGE, STORAGE, TEXT, "java..", "org.sqlite..", JEDIS, POOL, "org.jspecify..")
        .check(classes);
  }

  @Test
  void textKnowsTheJdk() {
    dependsOnlyOn(TEXT, TEXT, "java..", "org.jspecify..").check(classes);
  }

  @Test
  void sqliteIsKnownToStorageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(STORAGE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sqlite..")
        .check(classes);
  }

  @Test
  void jedisIsKnownToTheRedisBackendOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(REDIS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JEDIS)
        .check(classes);
  }

  @Test
  void theRedisBackendKnowsNoSqlite() {
    noClasses()
        .that()
        .resideInAPackage(REDIS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.sqlite..")
        .check(classes);
  }

  @Test
  void theRulesCanFail() {
    assertThatThrownBy(() -> dependsOnlyOn(STORAGE, STORAGE, "java..").check(classes))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.sqlite");
  }
}
