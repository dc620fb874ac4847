package dev.durascope.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.Lifecycle.Form;
import dev.durascope.model.config.Lifecycle.Storage;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassHistoryTest {

  private static ClassHistory history(String text) {
    return WranglerConfig.parse(Path.of("/p/wrangler.toml"), text)
        .effective(Optional.empty())
        .classHistory();
  }

  @Test
  void changesOfAStepAreInTheOrderInWhichTheyTakeEffect() {
    var history =
        history(
            """
            [[migrations]]
            tag = "v1"
            new_sqlite_classes = ["Fresh"]
            new_classes = ["Old"]
            transferred_classes = [{ from = "A", from_script = "far", to = "B" }]
            renamed_classes = [{ from = "C", to = "D" }]
            deleted_classes = ["E"]
            [[migrations]]
            renamed_classes = [{ from = "Half" }]
            """);
    assertThat(history.form()).isEqualTo(Form.MIGRATIONS);
    assertThat(history.steps()).hasSize(2);
    assertThat(history.steps().getFirst().tag()).isEqualTo("v1");
    assertThat(history.steps().getFirst().changes())
        .containsExactly(
            new Deleted("E"),
            new Renamed("C", "D"),
            new Received("far", "A", "B"),
            new Created("Old", Storage.KEY_VALUE),
            new Created("Fresh", Storage.SQLITE));
    assertThat(history.steps().get(1).changes()).isEmpty();
  }

  @Test
  void exportsAreOneStepWithTheTombstonesFirst() {
    var history =
        history(
            """
            [exports.Live]
            type = "durable-object"
            storage = "legacy-kv"
            [exports.Incoming]
            type = "durable-object"
            state = "expecting-transfer"
            storage = "sqlite"
            transfer_from = "far"
            [exports.Outgoing]
            type = "durable-object"
            state = "transferred"
            transferred_to = "far"
            [exports.Old]
            type = "durable-object"
            state = "renamed"
            renamed_to = "Live"
            [exports.Gone]
            type = "durable-object"
            state = "deleted"
            [exports.Service]
            type = "worker"
            """);
    assertThat(history.form()).isEqualTo(Form.EXPORTS);
    assertThat(history.steps()).hasSize(1);
    assertThat(history.steps().getFirst().tag()).isEmpty();
    assertThat(history.steps().getFirst().changes())
        .containsExactly(
            new Deleted("Gone"),
            new Renamed("Old", "Live"),
            new Received("far", "Incoming", "Incoming"),
            new HandedOver("Outgoing", "far"),
            new Created("Live", Storage.KEY_VALUE),
            new Created("Incoming", Storage.SQLITE));
  }

  @Test
  void anEnvironmentsOwnMigrationsReplaceThoseOfTheTop() {
    var config =
        WranglerConfig.parse(
            Path.of("/p/wrangler.toml"),
            """
            [[migrations]]
            tag = "v1"
            new_classes = ["Top"]
            [[env.staging.migrations]]
            tag = "s1"
            new_sqlite_classes = ["Own"]
            """);
    assertThat(config.effective(Optional.of("staging")).classHistory().steps())
        .extracting(ClassHistory.Step::tag)
        .containsExactly("s1");
  }
}
