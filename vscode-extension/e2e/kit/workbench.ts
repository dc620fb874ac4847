/**
 * The workbench as a user drives it: keys, mouse, and what is on the screen.
 *
 * Every wait is for something visible, with {@link PATIENCE_MS} as its limit.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { BreakpointsView, DebugConsole } from './debugViews.ts';
import { boxOf, Editor } from './editor.ts';
import { List } from './list.ts';
import { RefactorPreview } from './refactorPreview.ts';

/** A slow machine with two cores, a JVM that starts, and a workbench that loads. */
export const PATIENCE_MS = 60_000;

interface Point {
  readonly x: number;
  readonly y: number;
}

export class Workbench {
  readonly page: Page;
  readonly problems: List;
  readonly callStack: List;
  readonly variables: List;
  readonly breakpoints: BreakpointsView;
  readonly console: DebugConsole;
  readonly objects: List;
  readonly refactoring: RefactorPreview;

  private constructor(page: Page) {
    this.page = page;
    this.problems = new List(page, '.markers-panel-container');
    this.callStack = new List(page, '.debug-call-stack');
    this.variables = new List(page, '.debug-variables');
    this.breakpoints = new BreakpointsView(page);
    this.console = new DebugConsole(page);
    this.refactoring = new RefactorPreview(page);
    // In the activity bar's own view, or among the views of Run and Debug: whichever is in sight.
    this.objects = new List(
      page,
      '.pane:has(.pane-header[aria-label*="Durable Objects"]) .pane-body, [id="workbench.view.extension.durascope"] .pane-body',
    );
  }

  static async open(browser: Browser, serverUrl: string, folder: string): Promise<Workbench> {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: serverUrl });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${serverUrl}/?folder=${encodeURIComponent(folder)}`);
    await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page);
  }

  async openFile(path: string): Promise<Editor> {
    const name = path.split('/').at(-1) ?? path;
    await this.#quickInput('Control+P', path, name);
    await this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).waitFor();
    const editor = this.editor(path);
    await editor.root.locator('.view-line').first().waitFor();
    return editor;
  }

  editor(path: string): Editor {
    return new Editor(this.page, path);
  }

  /** Runs a command from the palette, by its title. */
  async command(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, title);
  }

  /** Picks a row of the quick input that a command has opened. */
  async pick(text: string | RegExp): Promise<void> {
    await this.quickRow(text).click();
  }

  /** Types into the input box of this title. */
  async answer(title: string, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget', { hasText: title });
    await box.locator('input.input:visible').fill(text);
    await this.page.keyboard.press('Enter');
  }

  quickRow(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** Opens one of the views that are stacked in the side bar. */
  async expandView(title: string): Promise<void> {
    const header = this.#viewHeader(title);
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
    }
  }

  /** Drags the side bar's edge. */
  async widenSideBar(by: number): Promise<void> {
    const { x, y, width, height } = await boxOf(this.page.locator('.part.sidebar'));
    await this.#drag({ x: x + width, y: y + height / 2 }, { x: x + width + by, y: y + height / 2 });
  }

  /** Drags the upper edge of a view, at the cost of those above it. */
  async growView(title: string, by: number): Promise<void> {
    const { x, y, width } = await boxOf(this.#viewHeader(title));
    await this.#drag({ x: x + width / 2, y }, { x: x + width / 2, y: y - by });
  }

  async collapseView(title: string): Promise<void> {
    const header = this.#viewHeader(title);
    if ((await header.getAttribute('aria-expanded')) === 'true') {
      await header.click();
    }
  }

  async #drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }

  #viewHeader(title: string): Locator {
    return this.page.locator(`.sidebar .pane-header[aria-label^="${title}"]`);
  }

  async activity(title: string): Promise<void> {
    const item = this.page.locator(`.activitybar .action-item:has([aria-label^="${title}"])`).first();
    await item.click();
  }

  activeTab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** Gives what the cursor is in another name. */
  async rename(name: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const input = this.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill(name);
    await this.page.keyboard.press('Enter');
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** A picture for the documents, made anew when DURASCOPE_PICTURES names a folder to put it in. */
  async picture(name: string): Promise<void> {
    const folder = process.env['DURASCOPE_PICTURES'];
    if (folder !== undefined) {
      await this.screenshot(join(folder, `${name}.png`));
    }
  }

  async screenshot(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #quickInput(key: string, text: string, match: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    // The key is lost while the focus is on its way somewhere else.
    for (let attempt = 0; attempt < 3 && !(await input.isVisible()); attempt++) {
      await this.page.keyboard.press(key);
      await input.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await input.fill(text);
    await this.quickRow(match).click();
  }
}
