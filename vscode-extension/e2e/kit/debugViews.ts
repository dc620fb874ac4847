/** The views of Run and Debug that are more than a list: the breakpoints, and the debug console. */
import type { Locator, Page } from 'playwright-core';
import { List } from './list.ts';

export class BreakpointsView {
  readonly #page: Page;
  readonly list: List;

  constructor(page: Page) {
    this.#page = page;
    this.list = new List(page, '.debug-breakpoints');
  }

  /** Switches on an event's check box, for the objects that the condition names. */
  async stopAtEvent(label: string, objects: string): Promise<void> {
    await this.list.menu(label, 'Edit Condition...');
    const input = this.#page.locator('.debug-breakpoints input:visible');
    await input.fill(objects);
    await this.#page.keyboard.press('Enter');
    await this.list.row(label).locator('.condition', { hasText: objects }).waitFor();
    await this.setChecked(label, true);
  }

  /** Removes all but the check boxes. The view must be open. */
  async removeAll(): Promise<void> {
    await this.#page.locator('.sidebar .pane-header[aria-label^="Breakpoints"]').hover();
    await this.#page.locator('.sidebar .action-label[aria-label="Remove All Breakpoints"]').click();
    await this.#page.locator('.debug-breakpoints .breakpoint:not(.exception)').first().waitFor({ state: 'detached' });
  }

  async setChecked(label: string, checked: boolean): Promise<void> {
    const row = this.list.row(label);
    if ((await row.getAttribute('aria-checked')) !== String(checked)) {
      await row.locator('.monaco-checkbox').click();
    }
    await this.#page
      .locator(`.debug-breakpoints .monaco-list-row[aria-checked="${checked}"]`, { hasText: label })
      .waitFor();
  }
}

export class DebugConsole {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  line(text: string | RegExp): Locator {
    return this.#page.locator('.repl .repl-tree .monaco-list-row', { hasText: text }).first();
  }

  async waitFor(text: string | RegExp): Promise<void> {
    await this.line(text).waitFor();
  }

  async show(): Promise<void> {
    if (!(await this.#input().isVisible())) {
      await this.#page.keyboard.press('Control+Shift+Y');
      await this.#input().waitFor();
    }
  }

  /** Types an expression and presses Enter. */
  async evaluate(expression: string): Promise<void> {
    await this.show();
    await this.#input().click();
    await this.#page.keyboard.insertText(expression);
    await this.#page.keyboard.press('Enter');
  }

  #input(): Locator {
    return this.#page.locator('.repl .repl-input-wrapper');
  }
}
