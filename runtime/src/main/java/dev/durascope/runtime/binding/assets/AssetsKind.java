package dev.durascope.runtime.binding.assets;

import dev.durascope.model.config.EffectiveConfig.OtherBinding;
import dev.durascope.runtime.binding.BindingKind;
import dev.durascope.runtime.binding.BindingSite;
import dev.durascope.runtime.binding.UnavailableBinding;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import dev.durascope.runtime.script.HostGroup;
import dev.durascope.runtime.worker.Binding;
import dev.durascope.runtime.worker.BindingContext;
import java.util.concurrent.CompletableFuture;

/** {@code assets.binding}: the files on the Worker's own request. */
public final class AssetsKind implements BindingKind {
  @Override
  public String key() {
    return "assets";
  }

  @Override
  public Binding bind(OtherBinding declared, BindingSite site) {
    var assets = site.config().assets();
    return assets.isPresent()
        ? new AssetsBinding(declared.name(), new StaticAssets(assets.get()))
        : new UnavailableBinding(declared.name(), "assets without a directory");
  }

  private record AssetsBinding(String name, StaticAssets assets) implements Binding {
    @Override
    public Description description() {
      return new Description("Assets", "", Mode.LOCAL);
    }

    @Override
    public String prelude() {
      return "binding/assets";
    }

    @Override
    public void functions(HostGroup group, BindingContext context) {
      group.function(
          "fetch",
          arguments -> {
            var request = arguments.handle(0, RequestMessage.class);
            var outcome = new CompletableFuture<ResponseMessage>();
            context.answer(outcome, arguments, 1);
            context.outbox().send(() -> serve(request, outcome));
            return null;
          });
    }

    private void serve(RequestMessage request, CompletableFuture<ResponseMessage> outcome) {
      Thread.ofVirtual()
          .name("assets")
          .start(
              () -> {
                try {
                  outcome.complete(assets.fetch(request));
                } catch (RuntimeException e) {
                  outcome.completeExceptionally(e);
                }
              });
    }
  }
}
