/** A list or tree of the workbench: the Problems, the call stack, the variables, the objects tree. */
import type { Locator, Page } from 'playwright-core';
import { chooseFromMenu } from './contextMenu.ts';

export class List {
  readonly #page: Page;
  readonly #root: Locator;

  constructor(page: Page, selector: string) {
    this.#page = page;
    this.#root = page.locator(selector);
  }

  row(text: string | RegExp): Locator {
    return this.#root.locator('.monaco-list-row', { hasText: text }).first();
  }

  async waitFor(text: string | RegExp): Promise<void> {
    await this.row(text).waitFor();
  }

  async waitGone(text: string | RegExp): Promise<void> {
    await this.row(text).waitFor({ state: 'detached' });
  }

  /** Opens a row, unless it is open. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
  }

  /** Chooses from a row's context menu. */
  async menu(text: string | RegExp, action: string): Promise<void> {
    await this.row(text).click({ button: 'right' });
    await chooseFromMenu(this.#page, action);
  }

  /** Gives a variable another value, in its row. */
  async edit(text: string | RegExp, value: string): Promise<void> {
    await this.menu(text, 'Set Value');
    const input = this.#root.locator('.inputBoxContainer input:visible');
    await input.fill(value);
    await this.#page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** What a screen reader says for each visible row, from top to bottom. */
  async rows(): Promise<readonly string[]> {
    return this.#root
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''),
      );
  }
}
