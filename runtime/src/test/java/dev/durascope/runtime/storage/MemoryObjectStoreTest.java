package dev.durascope.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryObjectStoreTest extends ObjectStoreContract {

  @Override
  NamespaceStorage createNamespace() {
    return new MemoryNamespaceStorage();
  }

  @Test
  void tablesGoToAFileAndComeFromOneToo(@TempDir Path folder) {
    try (var namespace = createNamespace();
        var store = namespace.open(ID, "lobby")) {
      store.put("k", bytes("v"));
      store.sql().executeExactly("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
      store.commit();
      store.copyTo(folder.resolve("kept"));
      store.sql().executeExactly("DROP TABLE t");
      store.put("k", bytes("other"));
      store.commit();
      store.replaceBy(folder.resolve("kept"));
      assertThat(store.sql().executeExactly("SELECT a FROM t").rows()).containsExactly(List.of(1L));
      assertThat(store.get("k")).hasValue(bytes("v"));
    }
  }
}
