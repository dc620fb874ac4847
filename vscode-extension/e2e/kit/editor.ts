/** One text editor as the user sees it: lines, squiggles, the breakpoint margin, the paused line. */
import type { Locator, Page } from 'playwright-core';
import { chooseFromMenu } from './contextMenu.ts';
import { until } from './until.ts';

const REST_TIMEOUT_MS = 10_000;

const SQUIGGLE_TIMEOUT_MS = 30_000;

export class Editor {
  readonly #page: Page;
  readonly #selector: string;
  readonly root: Locator;

  constructor(page: Page, file: string) {
    this.#page = page;
    this.#selector = `.editor-instance .monaco-editor[data-uri$="${file}"]`;
    this.root = page.locator(this.#selector);
  }

  line(text: string | RegExp): Locator {
    return this.root.locator('.view-line', { hasText: text }).first();
  }

  /** What stands above a line to be read or clicked, in whose words. */
  lens(text: string): Locator {
    return this.root.locator('.codelens-decoration a', { hasText: text }).first();
  }

  /** Double-clicks a word, which selects it. */
  async selectWord(word: string): Promise<void> {
    const box = await this.#boxOfText(word);
    await this.#page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  }

  async clickText(text: string): Promise<void> {
    const box = await this.#boxOfText(text);
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Waits until the first error squiggle is under exactly this text: while it is typed, it grows. */
  async waitForErrorSquiggleUnder(text: string): Promise<void> {
    await until(`the error squiggle is under "${text}"`, SQUIGGLE_TIMEOUT_MS, async () => {
      const seen = await this.textOverErrorSquiggle();
      if (seen !== text) {
        throw new Error(`It is under "${seen}".`);
      }
      return true;
    });
  }

  /** The text over the first error squiggle: whatever lies wholly between its left and right edge. */
  async textOverErrorSquiggle(): Promise<string> {
    await this.root.locator('.squiggly-error').first().waitFor();
    return this.#page.evaluate((selector) => {
      const editor = document.querySelector(selector);
      const squiggle = editor?.querySelector('.squiggly-error')?.getBoundingClientRect();
      const lines = [...(editor?.querySelectorAll('.view-line') ?? [])];
      const line = lines.find((each) => {
        const box = each.getBoundingClientRect();
        return squiggle !== undefined && squiggle.top < box.bottom - 1 && squiggle.bottom > box.top + 1;
      });
      if (line === undefined || squiggle === undefined) {
        return '';
      }
      let text = '';
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const content = node.textContent ?? '';
        for (let offset = 0; offset < content.length; offset++) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const box = range.getBoundingClientRect();
          const middle = (box.left + box.right) / 2;
          if (middle > squiggle.left && middle < squiggle.right) {
            text += content[offset];
          }
        }
      }
      return text;
    }, this.#selector);
  }

  /** Brings a line into sight. */
  async goToLine(line: number): Promise<void> {
    await this.root.locator('.native-edit-context, textarea.inputarea').first().focus();
    await this.#page.keyboard.press('Control+G');
    const input = this.#page.locator('.quick-input-widget input').first();
    await input.fill(`:${line}`);
    await this.#page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await this.#lineNumber(line).waitFor();
    await this.root
      .locator('.native-edit-context:focus, textarea.inputarea:focus')
      .first()
      .waitFor({ state: 'attached' });
  }

  /** Sets a breakpoint by its key: a click into the margin misses its line when a lens comes in above. */
  async setBreakpoint(line: number): Promise<void> {
    await this.goToLine(line);
    await this.#page.keyboard.press('F9');
    await this.#breakpoints().first().waitFor();
  }

  /** Removes the one breakpoint that there is. */
  async removeBreakpoint(line: number): Promise<void> {
    await this.goToLine(line);
    await this.#page.keyboard.press('F9');
    await this.#breakpoints().waitFor({ state: 'detached' });
  }

  /** Sets a breakpoint that the margin's menu makes, and types what it asks for: a condition, or a message. */
  async addBreakpoint(
    line: number,
    action: 'Add Conditional Breakpoint...' | 'Add Logpoint...',
    text: string,
  ): Promise<void> {
    await this.#openMarginMenu(line);
    await chooseFromMenu(this.#page, action);
    const widget = this.root.locator('.breakpoint-widget');
    await widget.locator('.native-edit-context:focus, textarea.inputarea:focus').waitFor();
    await this.#page.keyboard.insertText(text);
    await this.#page.keyboard.press('Enter');
    await widget.waitFor({ state: 'detached' });
  }

  /** Waits until the highlight of the paused frame lies on this line. */
  async waitPausedAt(line: number, timeoutMs: number): Promise<void> {
    await this.#page.waitForFunction(
      ([selector, wanted]) => {
        const editor = document.querySelector(String(selector));
        const highlight = editor?.querySelector('.debug-top-stack-frame-line')?.getBoundingClientRect();
        if (editor === null || highlight === undefined) {
          return false;
        }
        const middle = (highlight.top + highlight.bottom) / 2;
        return [...editor.querySelectorAll('.margin-view-overlays .line-numbers')].some((number) => {
          const box = number.getBoundingClientRect();
          return middle >= box.top && middle < box.bottom && number.textContent === String(wanted);
        });
      },
      [this.#selector, line] as const,
      { timeout: timeoutMs },
    );
  }

  async waitNotPaused(): Promise<void> {
    await this.root.locator('.debug-top-stack-frame-line').first().waitFor({ state: 'detached' });
  }

  /** Clicks the margin left of a line's number with the right button. */
  async #openMarginMenu(line: number): Promise<void> {
    await this.goToLine(line);
    const numberBox = await boxOf(this.#lineNumber(line));
    const marginBox = await boxOf(this.root.locator('.margin').first());
    const [x, y] = [marginBox.x + 9, numberBox.y + numberBox.height / 2];
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.click(x, y, { button: 'right' });
  }

  #breakpoints(): Locator {
    return this.root.locator('.codicon-debug-breakpoint, .codicon-debug-breakpoint-unverified');
  }

  #lineNumber(line: number): Locator {
    return this.root.locator('.margin-view-overlays .line-numbers', { hasText: new RegExp(`^${line}$`) });
  }

  async #boxOfText(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    await this.line(text).waitFor();
    const box = await this.#page.evaluate(
      ([selector, wanted]) => {
        for (const line of document.querySelectorAll(`${String(selector)} .view-line`)) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = (node.textContent ?? '').indexOf(String(wanted));
            if (at >= 0) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + String(wanted).length);
              const { x, y, width, height } = range.getBoundingClientRect();
              return { x, y, width, height };
            }
          }
        }
        return undefined;
      },
      [this.#selector, text] as const,
    );
    if (box === undefined) {
      throw new Error(`The editor shows no text ${JSON.stringify(text)} in one piece.`);
    }
    return box;
  }
}

/** Where an element is, once it rests: an editor draws its lines anew when something comes in above them. */
export async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return until('the element rests', REST_TIMEOUT_MS, () =>
    locator.evaluate(async (element) => {
      const before = element.getBoundingClientRect();
      await new Promise(requestAnimationFrame);
      const { x, y, width, height } = element.getBoundingClientRect();
      return height > 0 && x === before.x && y === before.y ? { x, y, width, height } : undefined;
    }),
  );
}
