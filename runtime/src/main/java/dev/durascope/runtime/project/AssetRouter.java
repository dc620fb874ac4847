package dev.durascope.runtime.project;

import dev.durascope.runtime.binding.assets.StaticAssets;
import dev.durascope.runtime.message.RequestMessage;
import dev.durascope.runtime.message.ResponseMessage;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Decides who answers a request from outside: static assets where there is one for it, else the
 * Worker.
 *
 * @param navigationPrefersAssets see {@link StaticAssets#goesFirst}
 * @param alone whether there is no Worker
 */
record AssetRouter(StaticAssets assets, boolean navigationPrefersAssets, boolean alone) {
  /** The answer; files are read on a thread that may wait. */
  CompletableFuture<ResponseMessage> fetch(
      RequestMessage request, Function<RequestMessage, CompletableFuture<ResponseMessage>> worker) {
    var answer = new CompletableFuture<CompletableFuture<ResponseMessage>>();
    Thread.ofVirtual()
        .name("assets")
        .start(
            () -> {
              try {
                answer.complete(
                    alone || assets.goesFirst(request, navigationPrefersAssets)
                        ? CompletableFuture.completedFuture(assets.fetch(request))
                        : worker.apply(request));
              } catch (RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer.thenCompose(found -> found);
  }
}
