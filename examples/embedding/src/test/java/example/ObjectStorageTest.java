package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.durascope.runtime.embed.LocalWorker;
import dev.durascope.runtime.embed.WorkerOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What Miniflare's documentation shows under "Manipulating Outside Workers", in Java: one worker a
 * test, its objects' storage read and written beside it.
 */
class ObjectStorageTest {
  private static final String SCRIPT =
      """
      export class TestObject {
        constructor(state) {
          this.storage = state.storage;
        }

        async fetch(request) {
          const url = new URL(request.url);
          if (url.pathname === "/put") await this.storage.put("key", 1);
          return new Response((await this.storage.get("key")).toString());
        }
      }

      export default {
        async fetch(request, env) {
          const stub = env.TEST_OBJECT.get(env.TEST_OBJECT.idFromName("test"));
          return stub.fetch(request);
        }
      }
      """;

  @AutoClose
  private final LocalWorker worker =
      LocalWorker.start(WorkerOptions.script(SCRIPT).withObject("TEST_OBJECT", "TestObject"));

  @Test
  void storageIsReadAndWrittenFromOutside() {
    assertEquals("1", worker.fetch("http://localhost:8787/put").text());

    var namespace = worker.namespace("TEST_OBJECT");
    var id = namespace.idFromName("test");
    var stub = namespace.get(id);
    assertEquals("1", stub.fetch("http://localhost:8787/put").text());

    var storage = worker.storage(id);
    assertEquals(1, storage.get("key"));
    storage.put("key", 2);

    assertEquals("2", worker.fetch("http://localhost:8787/").text());
  }

  @Test
  void whatIsStoredOutlivesTheInstance() {
    var object = worker.namespace("TEST_OBJECT").getByName("test");
    object.storage().put("key", "given");
    assertFalse(object.isInMemory());

    assertEquals("given", object.fetch("http://localhost/").text());
    object.evict();
    assertEquals("given", object.fetch("http://localhost/").text());
  }
}
