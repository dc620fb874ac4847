package dev.durascope.runtime.binding.ratelimit;

import com.google.gson.JsonObject;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;
import java.util.concurrent.CompletableFuture;

/**
 * A rate limit in {@code env}.
 *
 * @param period in seconds
 */
record RateLimitBinding(String name, long limit, long period, RateLimiter limiter)
    implements Binding {
  @Override
  public Description description() {
    return new Description("Rate Limit", limit + " requests/" + period + "s", Mode.LOCAL);
  }

  @Override
  public String prelude() {
    return "binding/ratelimit";
  }

  @Override
  public String options() {
    var options = new JsonObject();
    options.addProperty("limit", limit);
    options.addProperty("period", period);
    return options.toString();
  }

  @Override
  public void functions(HostGroup group, BindingContext context) {
    group.function(
        "limit",
        arguments -> {
          var key = arguments.string(0);
          var most = (long) arguments.number(1);
          var seconds = (long) arguments.number(2);
          var weight = (long) arguments.number(3);
          var outcome = new CompletableFuture<Boolean>();
          context.answer(outcome, arguments, 4);
          context.outbox().send(() -> outcome.complete(limiter.take(key, most, seconds, weight)));
          return null;
        });
  }
}
