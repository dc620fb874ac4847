package dev.durascope.runtime.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisAddressTest {
  private static void refuses(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisAddress.parse(text))
        .withMessage(
            "The address of a Redis server has the form"
                + " redis://[[user]:password@]host[:port][/database]: "
                + why
                + ".");
  }

  @Test
  void aHostIsEnough() {
    assertThat(RedisAddress.parse("redis://localhost"))
        .isEqualTo(
            new RedisAddress(false, "localhost", 6379, Optional.empty(), Optional.empty(), 0));
  }

  @Test
  void everyPartCounts() {
    assertThat(RedisAddress.parse("rediss://ann:p%40ss+1:x@[::1]:6380/7"))
        .isEqualTo(
            new RedisAddress(true, "::1", 6380, Optional.of("ann"), Optional.of("p@ss+1:x"), 7));
  }

  @Test
  void itsTextTellsNoPassword() {
    assertThat(RedisAddress.parse("rediss://ann:secret@[::1]:6380/7"))
        .hasToString("rediss://[::1]:6380/7");
    assertThat(RedisAddress.parse("redis://:secret@host")).hasToString("redis://host:6379");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    refuses("redis:", "it is no URL: Expected scheme-specific part");
    refuses("redis:6379", "it names no host");
    refuses("redis://localhost/one", "\"one\" is no number of a database");
    refuses("redis://localhost/-1", "\"-1\" is no number of a database");
    refuses("redis://localhost?db=1", "nothing may stand behind the database");
    refuses("redis://ann@localhost", "a user needs a password");
  }
}
