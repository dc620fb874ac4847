/** The preview of a refactoring that asks before it changes anything: its edits, each with a check box. */
import type { Locator, Page } from 'playwright-core';
import { List } from './list.ts';

export class RefactorPreview {
  readonly #page: Page;
  readonly #list: List;

  constructor(page: Page) {
    this.#page = page;
    this.#list = new List(page, '.bulk-edit-panel');
  }

  async waitFor(text: string): Promise<void> {
    await this.#list.waitFor(text);
  }

  /** Whether it will be done when all is applied. */
  async isChecked(text: string): Promise<boolean> {
    return this.#checkBox(text).isChecked();
  }

  async check(text: string): Promise<void> {
    await this.#checkBox(text).check();
  }

  /** Shows what the edits are for, and not in which file they are. */
  async groupByType(): Promise<void> {
    const panel = this.#page.locator('.part.panel');
    await panel.locator('.action-label[aria-label="Group Changes By Type"]:visible').click();
  }

  async apply(): Promise<void> {
    const panel = this.#page.locator('.bulk-edit-panel');
    await panel.locator('.monaco-button', { hasText: 'Apply' }).click();
    await panel.locator('.monaco-button', { hasText: 'Apply' }).waitFor({ state: 'hidden' });
  }

  #checkBox(text: string): Locator {
    return this.#list.row(text).locator('[role="checkbox"]');
  }
}
