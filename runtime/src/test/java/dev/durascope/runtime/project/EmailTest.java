package dev.durascope.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails by the local address, as {@code wrangler dev} has it. */
class EmailTest {
  private static final String MODULE =
      """
      import { EmailMessage } from 'cloudflare:email';
      export class Subject {}
      let seen = 'nothing';
      function reply(message, more) {
        const raw = `From: to@example.com\\r\\nTo: from@example.com\\r\\n${more}\\r\\nhello`;
        return message.reply(new EmailMessage('to@example.com', 'from@example.com', raw));
      }
      export default {
        async email(message, env, ctx) {
          const text = await new Response(message.raw).text();
          seen = [message.from, message.to, message.rawSize, message.headers.get('subject'), text.length, typeof ctx.waitUntil].join(' ');
          const subject = message.headers.get('subject');
          if (subject === 'reject') message.setReject('no thanks');
          if (subject === 'forward') await message.forward('other@example.com', new Headers({ 'x-a': 'b' }));
          if (subject === 'reply') await reply(message, 'Message-ID: <2@example.com>\\r\\nIn-Reply-To: <1@example.com>\\r\\n');
          if (subject === 'bad reply') await reply(message, 'Message-ID: <2@example.com>\\r\\n');
          if (subject === 'throw') throw new Error('no good');
        },
        fetch: () => new Response(seen),
      };
      """;

  private static final String ADDRESS =
      "/cdn-cgi/handler/email?from=from%40example.com&to=to%40example.com";

  @TempDir private Path directory;

  private static String mail(String subject) {
    return "From: Ada <from@example.com>\r\n"
        + "To: to@example.com\r\n"
        + "Message-ID: <1@example.com>\r\n"
        + "Subject: "
        + subject
        + "\r\n\r\nhello";
  }

  private static ResponseMessage send(TestProject project, String path, String mail)
      throws Exception {
    var request =
        new RequestMessage(
            "POST",
            "http://localhost" + path,
            List.of(),
            new Body.Bytes(mail.getBytes(StandardCharsets.UTF_8)),
            "follow");
    return project.send(request);
  }

  @Test
  void aMailComesToItsHandler() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      var mail = mail("hi");
      var response = send(project, ADDRESS, mail);
      assertThat(TestProject.text(response)).isEqualTo("Worker successfully processed email");
      assertThat(response.status()).isEqualTo(200);
      assertThat(project.get("/"))
          .isEqualTo(
              "from@example.com to@example.com %d hi %d function"
                  .formatted(mail.length(), mail.length()));
    }
  }

  @Test
  void whatTheHandlerDoesIsTold() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      var rejected = send(project, ADDRESS, mail("reject"));
      assertThat(rejected.status()).isEqualTo(400);
      assertThat(TestProject.text(rejected))
          .isEqualTo("Worker rejected email with the following reason: no thanks");
      var forwarded =
          JsonParser.parseString(
                  TestProject.text(send(project, ADDRESS + "&format=json", mail("forward"))))
              .getAsJsonObject();
      assertThat(forwarded.get("outcome").getAsString()).isEqualTo("ok");
      var forward = forwarded.getAsJsonArray("forwards").get(0).getAsJsonObject();
      assertThat(forward.get("recipient").getAsString()).isEqualTo("other@example.com");
      assertThat(forward.get("headers")).hasToString("[[\"x-a\",\"b\"]]");
      var replied =
          JsonParser.parseString(
                  TestProject.text(send(project, ADDRESS + "&format=json", mail("reply"))))
              .getAsJsonObject();
      assertThat(
              replied.getAsJsonArray("replies").get(0).getAsJsonObject().get("raw").getAsString())
          .startsWith("References: <1@example.com>\r\n")
          .endsWith("hello");
    }
  }

  @Test
  void aFailureOfTheHandlerIsLoggedAndTold() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      assertThat(send(project, ADDRESS, mail("throw")).status()).isEqualTo(500);
      assertThat(project.log()).anyMatch(line -> line.contains("no good"));
      var failed = send(project, ADDRESS + "&format=json", mail("bad reply"));
      assertThat(failed.status()).isEqualTo(500);
      assertThat(TestProject.text(failed)).startsWith("{\"outcome\":\"exception\"");
      assertThat(project.log())
          .anyMatch(line -> line.contains("no In-Reply-To header found in reply message"));
    }
  }

  @Test
  void whatIsNoMailIsRefused() throws Exception {
    try (var project = TestProject.withModule(directory, MODULE)) {
      var noAddresses = send(project, "/cdn-cgi/handler/email", mail("hi"));
      assertThat(noAddresses.status()).isEqualTo(400);
      assertThat(TestProject.text(noAddresses)).startsWith("Invalid email.");
      assertThat(TestProject.text(send(project, ADDRESS, "Subject: x\r\n\r\nhello")))
          .isEqualTo("Email could not be parsed: invalid or no message id provided");
    }
  }
}
