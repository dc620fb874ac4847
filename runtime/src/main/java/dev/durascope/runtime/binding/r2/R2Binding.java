package dev.durascope.runtime.binding.r2;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.message.Body;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;
import org.jspecify.annotations.Nullable;

/** A bucket in {@code env}. Options come, and objects go, as JSON. */
record R2Binding(String name, String bucketName, R2Bucket bucket) implements Binding {
  @Override
  public Description description() {
    return new Description("R2 Bucket", bucketName, Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/r2";
  }

  /** What is asked of a bucket, without a body. */
  private interface Question {
    @Nullable Object ask(JsonObject options);
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    var uploads = bucket.uploads();
    question(group, context, "head", bucket::head);
    question(group, context, "get", bucket::get);
    question(group, context, "delete", bucket::delete);
    question(group, context, "list", bucket::list);
    question(group, context, "createMultipartUpload", uploads::create);
    question(group, context, "completeMultipartUpload", uploads::complete);
    question(group, context, "abortMultipartUpload", uploads::abort);
    group
        .function(
            "put",
            arguments -> {
              var options = options(arguments);
              bucket
                  .operations()
                  .run(
                      context,
                      arguments,
                      2,
                      arguments.handle(1, Body.class),
                      body -> bucket.arrive(options, body),
                      arrived -> bucket.put(options, arrived));
              return null;
            })
        .function(
            "uploadPart",
            arguments -> {
              var options = options(arguments);
              bucket
                  .operations()
                  .run(
                      context,
                      arguments,
                      2,
                      arguments.handle(1, Body.class),
                      body -> bucket.arrive(options, body),
                      arrived -> uploads.uploadPart(options, arrived));
              return null;
            });
  }

  private void question(
      HostGroup group, BindingContext context, String function, Question question) {
    group.function(
        function,
        arguments -> {
          var options = options(arguments);
          bucket.operations().run(context, arguments, 1, () -> question.ask(options));
          return null;
        });
  }

  private static JsonObject options(HostGroup.Arguments arguments) {
    return JsonParser.parseString(arguments.string(0)).getAsJsonObject();
  }
}
