package dev.durascope.model.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakablePlacesTest {

  /** The marks are exactly where one can stop. */
  private static void check(String fileName, String marked) {
    var text = new StringBuilder(marked.replace("<|>", ""));
    for (int place : BreakablePlaces.of(fileName, text.toString()).descendingSet()) {
      text.insert(place, "<|>");
    }
    assertThat(text.toString()).isEqualTo(marked);
  }

  @Test
  void statements_calls_and_bodies_of_arrow_functions() {
    check(
        "room.ts",
        """
        import { a } from "b";
        interface Visit { readonly path: string }
        type Name = string;
        export <|>const one: Name = <|>a(1, <|>b(2)), two = 3;
        export class Room {
          private visits: Visit[] = [];
          async fetch(request: Request, limit = 1): Promise<Response> {
            <|>for (const x of this.visits) <|>count(x);
            <|>if (limit > 1) {
              <|>await this.ctx.storage.put("ä", <|>new Map());
            } else <|>return;
            <|>try { <|>throw limit; } catch { <|>debugger; }
            <|>return <|>this.visits.map((x) => <|>x.path).length;
          }
        }
        """);
  }

  @Test
  void what_is_no_code_has_none() {
    check("a.css", "a { b: c }");
    check("a.js", "");
  }
}
