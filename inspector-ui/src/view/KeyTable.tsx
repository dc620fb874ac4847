import { sizeText } from '../model/texts.ts';
import { moveFocus } from './arrowKeys.ts';
import type { OpenObjectProps } from './ObjectPane.tsx';

/** The keys that the object has committed, with a short view of each value. */
export function KeyTable({ open, panel }: OpenObjectProps) {
  const { entries } = open;
  return (
    <section class="keys" aria-label="Stored keys">
      <input
        type="search"
        placeholder="Keys that begin with …"
        aria-label="Keys that begin with"
        value={open.prefix}
        onInput={(event) => void panel.filterKeys(event.currentTarget.value)}
      />
      <table onKeyDown={moveFocus}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Value</th>
            <th scope="col">Type</th>
            <th scope="col">Size</th>
          </tr>
        </thead>
        <tbody>
          {entries?.items.map((entry) => (
            <tr key={entry.key} class={entry.key === open.key ? 'chosen' : undefined}>
              <td>
                <button
                  class="row key"
                  aria-current={entry.key === open.key ? 'true' : undefined}
                  onClick={() => void panel.openKey(entry.key)}
                >
                  {entry.key}
                </button>
              </td>
              <td class="preview">{entry.preview}</td>
              <td>{entry.type}</td>
              <td class="size">{sizeText(entry.size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries?.items.length === 0 && (
        <p class="hint">{open.prefix === '' ? 'Nothing is stored.' : 'No key begins so.'}</p>
      )}
      {entries !== null && entries.cursor !== null && (
        <button class="more" onClick={() => void panel.moreKeys()}>
          More keys
        </button>
      )}
    </section>
  );
}
